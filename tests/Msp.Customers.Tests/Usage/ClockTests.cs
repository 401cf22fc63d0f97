using Msp.Customers.Usage;
using NodaTime.Testing;

namespace Msp.Customers.Tests.Usage;

public sealed class ClockTests
{
    private static readonly QuotaDraft Hundred = new()
    {
        Credits = 100,
        EffectiveDate = Valid.Today,
        EndDate = Valid.Today.PlusDays(29),
    };

    [Fact]
    public async Task F01_Credits_that_a_host_with_a_clock_ahead_was_granted_are_not_committed_by_the_host_that_held_them()
    {
        var books = await Books.OfAsync(Hundred);
        var ahead = books.ReservationsAt(new FakeClock(books.Clock.GetCurrentInstant() + Duration.FromSeconds(2)));

        await books.Reservations.ReserveAsync(books.Draft("held", 100), Duration.FromSeconds(1));
        var taken = await ahead.ConsumeAsync(books.Draft("taken", 100));

        taken.IsGranted.Should().BeTrue();
        (await books.Reservations.Awaiting(r => r.CommitAsync(books.Id, "held")).Should().ThrowAsync<RuleViolationException>())
            .Which.Violations.Should()
            .ContainSingle()
            .Which.Code.Should()
            .Be("reservation.timed-out");
        var balance = await books.BalanceAsync();
        (balance.Used, balance.Overage).Should().Be((100, 0));
    }

    [Fact]
    public async Task F01_Credits_that_are_committed_first_are_granted_to_nobody_else()
    {
        var books = await Books.OfAsync(Hundred);
        var ahead = books.ReservationsAt(new FakeClock(books.Clock.GetCurrentInstant() + Duration.FromHours(1)));

        await books.Reservations.ReserveAsync(books.Draft("held", 100), Duration.FromSeconds(1));
        await books.Reservations.CommitAsync(books.Id, "held");

        (await ahead.ConsumeAsync(books.Draft("taken", 1))).IsGranted.Should().BeFalse();
    }

    [Fact]
    public async Task F01_A_clock_that_jumps_back_commits_a_reservation_only_while_nobody_was_granted_its_credits()
    {
        var books = await Books.OfAsync(Hundred);
        await books.Reservations.ReserveAsync(books.Draft("a", 60), Duration.FromMinutes(1));
        await books.Reservations.ReserveAsync(books.Draft("b", 40), Duration.FromMinutes(1));
        books.Clock.AdvanceHours(1);
        await books.Reservations.Awaiting(r => r.CommitAsync(books.Id, "a")).Should().ThrowAsync<RuleViolationException>();

        books.Clock.AdvanceHours(-1);
        (await books.Reservations.CommitAsync(books.Id, "a")).Credits.Amount.Should().Be(60);
        books.Clock.AdvanceHours(1);
        (await books.Reservations.ConsumeAsync(books.Draft("c", 40))).IsGranted.Should().BeTrue();
        books.Clock.AdvanceHours(-1);

        await books.Reservations.Awaiting(r => r.CommitAsync(books.Id, "b")).Should().ThrowAsync<RuleViolationException>();
        (await books.BalanceAsync()).Overage.Should().Be(0);
    }

    [Fact]
    public async Task F01_A_refusal_ends_no_reservation_that_timed_out()
    {
        var books = await Books.OfAsync(Hundred);
        await books.Reservations.ReserveAsync(books.Draft("held", 100), Duration.FromSeconds(1));
        var ahead = books.ReservationsAt(new FakeClock(books.Clock.GetCurrentInstant() + Duration.FromSeconds(2)));

        (await ahead.ConsumeAsync(books.Draft("more", 101))).IsGranted.Should().BeFalse();

        (await books.Reservations.CommitAsync(books.Id, "held")).IsReplay.Should().BeFalse();
    }

    [Fact]
    public async Task Attempts_that_others_are_always_faster_than_end_with_a_ConcurrencyException()
    {
        var books = await Books.OfAsync(Hundred);
        var busy = new NeverFirst(books.Store);
        var reservations = books.ReservationsAt(books.Clock, busy);

        await reservations.Awaiting(r => r.ConsumeAsync(books.Draft("k", 1))).Should().ThrowAsync<ConcurrencyException>();

        busy.Attempts.Should().Be(50);
        (await books.EntriesAsync()).Should().BeEmpty();
    }

    // As if others stored something between every read and write.
    private sealed class NeverFirst(IUsageStore store) : IUsageStore
    {
        public int Attempts { get; private set; }

        public Task<IReadOnlyList<UsageEntry>> FindAsync(
            IReadOnlyCollection<UsageKey> keys,
            CancellationToken cancellationToken = default
        ) => store.FindAsync(keys, cancellationToken);

        public Task<CustomerUsage> ReadAsync(CustomerId customer, CancellationToken cancellationToken = default) =>
            store.ReadAsync(customer, cancellationToken);

        public IAsyncEnumerable<UsageEntry> ListAsync(
            CustomerId customer,
            EffectivePeriod period,
            CancellationToken cancellationToken = default
        ) => store.ListAsync(customer, period, cancellationToken);

        public Task<bool> AppendAsync(IReadOnlyList<UsageEntry> entries, CancellationToken cancellationToken = default)
        {
            Attempts++;
            return Task.FromResult(false);
        }
    }
}
