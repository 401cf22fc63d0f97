using Msp.Customers.Usage;

namespace Msp.Customers.Tests.Usage;

public sealed class CreditReservationsTests
{
    private static readonly QuotaDraft Ten = new()
    {
        Credits = 10,
        EffectiveDate = Valid.Today,
        EndDate = Valid.Today.PlusDays(9),
    };
    private static readonly Duration Hour = Duration.FromHours(1);

    [Fact]
    public async Task What_is_reserved_counts_as_used_until_it_is_committed_released_or_timed_out()
    {
        var books = await Books.OfAsync(Ten);

        var held = await books.Reservations.ReserveAsync(books.Draft("a", 6), Hour);
        var more = await books.Reservations.ReserveAsync(books.Draft("b", 5), Hour);

        (held.IsGranted, held.Granted.Amount, held.HeldUntil).Should().Be((true, 6, books.Clock.GetCurrentInstant() + Hour));
        (more.IsGranted, more.Granted.Amount).Should().Be((false, 0));
        more.Refusal!.Values["Available"].Should().Be(Credits.Of(4));
        (await books.BalanceAsync()).Used.Should().Be(0, "a reservation is no usage");

        await books.Reservations.CommitAsync(books.Id, "a", 2.5m);
        (await AvailableAsync(books)).Should().Be(7.5m);
        await books.Reservations.ReserveAsync(books.Draft("c", 7.5m), Hour);
        (await AvailableAsync(books)).Should().Be(0);
        await books.Reservations.ReleaseAsync(books.Id, "c");
        (await AvailableAsync(books)).Should().Be(7.5m);
        await books.Reservations.ReserveAsync(books.Draft("d", 7), Hour);
        books.Clock.Advance(Hour - Duration.FromTicks(10));
        (await AvailableAsync(books)).Should().Be(0.5m);
        books.Clock.Advance(Duration.FromTicks(10));
        (await AvailableAsync(books)).Should().Be(7.5m);
    }

    [Fact]
    public async Task A_repeated_call_is_a_replay_and_another_content_a_conflict()
    {
        var books = await Books.OfAsync(Ten);
        var reserved = await books.Reservations.ReserveAsync(books.Draft("a", 6), Hour);
        var committed = await books.Reservations.CommitAsync(books.Id, "a", 5);
        books.Clock.Advance(Hour * 2);

        (await books.Reservations.ReserveAsync(books.Draft("a", 6), Hour)).Should().Be(reserved with { IsReplay = true });
        (await books.Reservations.CommitAsync(books.Id, "a", 5)).Should().Be(committed with { IsReplay = true });
        (await books.PostAsync(books.Draft("a", 5))).Receipts.Should().Equal(committed with { IsReplay = true });
        (await CodeAsync(() => books.Reservations.ReserveAsync(books.Draft("a", 7), Hour))).Should().Be("usage.key-conflict");
        (await CodeAsync(() => books.Reservations.CommitAsync(books.Id, "a"))).Should().Be("usage.key-conflict");
        (await CodeAsync(() => books.Reservations.ReleaseAsync(books.Id, "a"))).Should().Be("usage.key-conflict");
        (await CodeAsync(() => books.Reservations.ConsumeAsync(books.Draft("a", 6)))).Should().Be("usage.key-conflict");
        (await CodeAsync(() => books.Reservations.ConsumeAsync(books.Draft("a", 5)))).Should().Be("usage.key-conflict");
        (await books.EntriesAsync()).Should().HaveCount(2);
    }

    [Fact]
    public async Task A_posting_under_a_key_that_is_reserved_is_a_conflict()
    {
        var books = await Books.OfAsync(Ten);
        await books.Reservations.ReserveAsync(books.Draft("a", 6), Hour);

        (await CodeAsync(() => books.PostAsync(books.Draft("a", 6)))).Should().Be("usage.key-conflict");
        (await CodeAsync(() => books.Reservations.ConsumeAsync(books.Draft("a", 6)))).Should().Be("usage.key-conflict");
    }

    [Fact]
    public async Task Releasing_again_or_after_the_time_changes_nothing()
    {
        var books = await Books.OfAsync(Ten);
        await books.Reservations.ReserveAsync(books.Draft("a", 6), Hour);
        await books.Reservations.ReserveAsync(books.Draft("b", 1), Hour);
        await books.Reservations.ReleaseAsync(books.Id, "a");
        await books.Reservations.ReleaseAsync(books.Id, "a");
        books.Clock.Advance(Hour);
        await books.Reservations.ReleaseAsync(books.Id, "b");
        await books.Reservations.ReleaseAsync(books.Id, "a");

        (await CodeAsync(() => books.Reservations.ReleaseAsync(books.Id, "never"))).Should().Be("reservation.not-found");
        (await books.EntriesAsync()).Sum(e => e.Kind == UsageEntryKind.Usage ? e.Credits.Amount : 0).Should().Be(0);
    }

    [Fact]
    public async Task A_refusal_leaves_its_key_free()
    {
        var books = await Books.OfAsync(Ten);

        (await books.Reservations.ConsumeAsync(books.Draft("a", 11))).IsGranted.Should().BeFalse();
        (await books.Reservations.ConsumeAsync(books.Draft("a", 10))).IsGranted.Should().BeTrue();
    }

    [Fact]
    public async Task Covering_partly_is_the_same_when_asked_again()
    {
        var books = await Books.OfAsync(new UsageOptions { Overage = OveragePolicy.AllowPartial }, null, Ten);

        var partly = await books.Reservations.ConsumeAsync(books.Draft("a", 12));

        (partly.Requested.Amount, partly.Granted.Amount, partly.IsGranted).Should().Be((12, 10, true));
        (await books.Reservations.ConsumeAsync(books.Draft("a", 12))).Should().Be(partly with { IsReplay = true });
        (await books.Reservations.ConsumeAsync(books.Draft("b", 1))).IsGranted.Should().BeFalse();
        (await books.BalanceAsync()).Used.Should().Be(10);
    }

    [Fact]
    public async Task A_day_that_was_settled_meanwhile_is_not_committed_to()
    {
        var books = await Books.OfAsync(Ten);
        await books.Reservations.ReserveAsync(books.Draft("a", 6), Hour);
        await books.ChangeAsync(c => c.CloseUsageThrough(Valid.Today));

        (await CodeAsync(() => books.Reservations.CommitAsync(books.Id, "a"))).Should().Be("usage.date-closed");
        (await CodeAsync(() => books.Reservations.ReserveAsync(books.Draft("b", 1), Hour))).Should().Be("usage.date-closed");
    }

    [Fact]
    public async Task What_is_held_for_a_day_that_was_settled_meanwhile_can_be_released()
    {
        var books = await Books.OfAsync(Ten);
        await books.Reservations.ReserveAsync(books.Draft("a", 6), Hour);
        await books.ChangeAsync(c => c.CloseUsageThrough(Valid.Today));

        await books.Reservations.ReleaseAsync(books.Id, "a");

        (await AvailableAsync(books)).Should().Be(10);
    }

    [Fact]
    public async Task A_hold_is_neither_nothing_nor_endless()
    {
        var books = await Books.OfAsync(Ten);

        await books
            .Reservations.Invoking(r => r.ReserveAsync(books.Draft("a", 1), Duration.Zero))
            .Should()
            .ThrowAsync<ArgumentOutOfRangeException>();
        await books
            .Reservations.Invoking(r => r.ReserveAsync(books.Draft("a", 1), CreditReservations.MaxHold + Duration.Epsilon))
            .Should()
            .ThrowAsync<ArgumentOutOfRangeException>();
    }

    [Fact]
    public async Task Of_many_who_ask_for_the_last_credits_as_many_are_granted_as_there_are()
    {
        var books = await Books.OfAsync(Ten);

        var decisions = await Task.WhenAll(
            Enumerable
                .Range(0, 64)
                .Select(n =>
                    Task.Run(() =>
                        n % 2 == 0
                            ? books.Reservations.ConsumeAsync(books.Draft($"k{n}", 1))
                            : books.Reservations.ReserveAsync(books.Draft($"k{n}", 1), Hour)
                    )
                )
        );

        decisions.Count(d => d.IsGranted).Should().Be(10);
        (await books.EntriesAsync()).Select(e => e.Sequence).Order().Should().Equal(Enumerable.Range(1, 10).Select(n => (long?)n));
    }

    private static async Task<decimal> AvailableAsync(Books books)
    {
        var decision = await books.Reservations.CheckAsync(books.Id, Valid.Today, Credits.Max);
        return ((Credits)decision.Refusal!.Values["Available"]).Amount;
    }

    private static async Task<string> CodeAsync(Func<Task> action) =>
        (await action.Should().ThrowAsync<RuleViolationException>()).Which.Violations.Single().Code;
}
