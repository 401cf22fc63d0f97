using Msp.Customers.Usage;

namespace Msp.Customers.Tests.Usage.Posting;

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
    public async Task Reserved_credits_count_as_used_until_the_reservation_is_committed_released_or_timed_out()
    {
        var host = await UsageHost.OfAsync(Ten);

        var held = await host.Reservations.ReserveAsync(host.Draft("a", 6), Hour);
        var more = await host.Reservations.ReserveAsync(host.Draft("b", 5), Hour);

        (held.IsGranted, held.Granted.Amount, held.HeldUntil).Should().Be((true, 6, host.Clock.GetCurrentInstant() + Hour));
        (more.IsGranted, more.Granted.Amount).Should().Be((false, 0));
        more.Refusal!.Values["Available"].Should().Be(Credits.Of(4));
        (await host.BalanceAsync()).Used.Should().Be(0, "a reservation is not usage");

        await host.Reservations.CommitAsync(host.Id, "a", 2.5m);
        (await AvailableAsync(host)).Should().Be(7.5m);
        await host.Reservations.ReserveAsync(host.Draft("c", 7.5m), Hour);
        (await AvailableAsync(host)).Should().Be(0);
        await host.Reservations.ReleaseAsync(host.Id, "c");
        (await AvailableAsync(host)).Should().Be(7.5m);
        await host.Reservations.ReserveAsync(host.Draft("d", 7), Hour);
        host.Clock.Advance(Hour - Duration.FromTicks(10));
        (await AvailableAsync(host)).Should().Be(0.5m);
        host.Clock.Advance(Duration.FromTicks(10));
        (await AvailableAsync(host)).Should().Be(7.5m);
    }

    [Fact]
    public async Task A_repeated_call_is_a_replay_and_different_content_is_a_conflict()
    {
        var host = await UsageHost.OfAsync(Ten);
        var reserved = await host.Reservations.ReserveAsync(host.Draft("a", 6), Hour);
        var committed = await host.Reservations.CommitAsync(host.Id, "a", 5);
        host.Clock.Advance(Hour * 2);

        (await host.Reservations.ReserveAsync(host.Draft("a", 6), Hour)).Should().Be(reserved with { IsReplay = true });
        (await host.Reservations.CommitAsync(host.Id, "a", 5)).Should().Be(committed with { IsReplay = true });
        (await host.PostAsync(host.Draft("a", 5))).Should().Equal(committed with { IsReplay = true });
        (await CodeAsync(() => host.Reservations.ReserveAsync(host.Draft("a", 7), Hour))).Should().Be("usage.key-conflict");
        (await CodeAsync(() => host.Reservations.CommitAsync(host.Id, "a"))).Should().Be("usage.key-conflict");
        (await CodeAsync(() => host.Reservations.ReleaseAsync(host.Id, "a"))).Should().Be("usage.key-conflict");
        (await CodeAsync(() => host.Reservations.ConsumeAsync(host.Draft("a", 6)))).Should().Be("usage.key-conflict");
        (await CodeAsync(() => host.Reservations.ConsumeAsync(host.Draft("a", 5)))).Should().Be("usage.key-conflict");
        (await host.EntriesAsync()).Should().HaveCount(2);
    }

    [Fact]
    public async Task Posting_with_the_key_of_a_reservation_is_a_conflict()
    {
        var host = await UsageHost.OfAsync(Ten);
        await host.Reservations.ReserveAsync(host.Draft("a", 6), Hour);

        (await CodeAsync(() => host.PostAsync(host.Draft("a", 6)))).Should().Be("usage.key-conflict");
        (await CodeAsync(() => host.Reservations.ConsumeAsync(host.Draft("a", 6)))).Should().Be("usage.key-conflict");
    }

    [Fact]
    public async Task Releasing_again_or_after_the_timeout_changes_nothing()
    {
        var host = await UsageHost.OfAsync(Ten);
        await host.Reservations.ReserveAsync(host.Draft("a", 6), Hour);
        await host.Reservations.ReserveAsync(host.Draft("b", 1), Hour);
        await host.Reservations.ReleaseAsync(host.Id, "a");
        await host.Reservations.ReleaseAsync(host.Id, "a");
        host.Clock.Advance(Hour);
        await host.Reservations.ReleaseAsync(host.Id, "b");
        await host.Reservations.ReleaseAsync(host.Id, "a");

        (await CodeAsync(() => host.Reservations.ReleaseAsync(host.Id, "never"))).Should().Be("reservation.not-found");
        (await host.EntriesAsync()).Sum(e => e.Kind == UsageEntryKind.Usage ? e.Credits.Amount : 0).Should().Be(0);
    }

    [Fact]
    public async Task A_refusal_leaves_its_key_free()
    {
        var host = await UsageHost.OfAsync(Ten);

        (await host.Reservations.ConsumeAsync(host.Draft("a", 11))).IsGranted.Should().BeFalse();
        (await host.Reservations.ConsumeAsync(host.Draft("a", 10))).IsGranted.Should().BeTrue();
    }

    [Fact]
    public async Task A_repeated_request_with_a_partial_grant_is_a_replay()
    {
        var host = await UsageHost.OfAsync(new UsageOptions { Overage = OveragePolicy.GrantAvailable }, null, Ten);

        var partly = await host.Reservations.ConsumeAsync(host.Draft("a", 12));

        (partly.Requested.Amount, partly.Granted.Amount, partly.IsGranted).Should().Be((12, 10, true));
        (await host.Reservations.ConsumeAsync(host.Draft("a", 12))).Should().Be(partly with { IsReplay = true });
        (await host.Reservations.ConsumeAsync(host.Draft("b", 1))).IsGranted.Should().BeFalse();
        (await host.BalanceAsync()).Used.Should().Be(10);
    }

    [Fact]
    public async Task A_reservation_on_a_closed_day_cannot_be_committed()
    {
        var host = await UsageHost.OfAsync(Ten);
        await host.Reservations.ReserveAsync(host.Draft("a", 6), Hour);
        await host.ChangeAsync(c => c.CloseUsageThrough(Valid.Today));

        (await CodeAsync(() => host.Reservations.CommitAsync(host.Id, "a"))).Should().Be("usage.date-closed");
        (await CodeAsync(() => host.Reservations.ReserveAsync(host.Draft("b", 1), Hour))).Should().Be("usage.date-closed");
    }

    [Fact]
    public async Task A_reservation_on_a_closed_day_can_be_released()
    {
        var host = await UsageHost.OfAsync(Ten);
        await host.Reservations.ReserveAsync(host.Draft("a", 6), Hour);
        await host.ChangeAsync(c => c.CloseUsageThrough(Valid.Today));

        await host.Reservations.ReleaseAsync(host.Id, "a");

        (await AvailableAsync(host)).Should().Be(10);
    }

    [Fact]
    public async Task A_hold_time_of_zero_or_above_the_maximum_is_refused()
    {
        var host = await UsageHost.OfAsync(Ten);

        await host
            .Reservations.Invoking(r => r.ReserveAsync(host.Draft("a", 1), Duration.Zero))
            .Should()
            .ThrowAsync<ArgumentOutOfRangeException>();
        await host
            .Reservations.Invoking(r => r.ReserveAsync(host.Draft("a", 1), CreditReservations.MaxHold + Duration.Epsilon))
            .Should()
            .ThrowAsync<ArgumentOutOfRangeException>();
    }

    [Fact]
    public async Task Concurrent_requests_are_granted_exactly_the_available_credits()
    {
        var host = await UsageHost.OfAsync(Ten);

        var decisions = await Task.WhenAll(
            Enumerable
                .Range(0, 64)
                .Select(n =>
                    Task.Run(() =>
                        n % 2 == 0
                            ? host.Reservations.ConsumeAsync(host.Draft($"k{n}", 1))
                            : host.Reservations.ReserveAsync(host.Draft($"k{n}", 1), Hour)
                    )
                )
        );

        decisions.Count(d => d.IsGranted).Should().Be(10);
        (await host.EntriesAsync()).Select(e => e.Sequence).Order().Should().Equal(Enumerable.Range(1, 10).Select(n => (long?)n));
    }

    private static async Task<decimal> AvailableAsync(UsageHost host)
    {
        var decision = await host.Reservations.CheckAsync(host.Id, Valid.Today, Credits.Max);
        return ((Credits)decision.Refusal!.Values["Available"]).Amount;
    }

    private static async Task<string> CodeAsync(Func<Task> action) =>
        (await action.Should().ThrowAsync<RuleViolationException>()).Which.Violations.Single().Code;
}
