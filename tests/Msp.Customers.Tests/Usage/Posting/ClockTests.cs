using Msp.Customers.Usage;
using NodaTime.Testing;

namespace Msp.Customers.Tests.Usage.Posting;

public sealed class ClockTests
{
    private static readonly QuotaDraft Hundred = new()
    {
        Credits = 100,
        EffectiveDate = Valid.Today,
        EndDate = Valid.Today.PlusDays(29),
    };

    [Fact]
    public async Task F01_A_reservation_is_not_committed_after_a_host_with_a_fast_clock_was_granted_its_credits()
    {
        var host = await UsageHost.OfAsync(Hundred);
        var ahead = host.ReservationsAt(new FakeClock(host.Clock.GetCurrentInstant() + Duration.FromSeconds(2)));

        await host.Reservations.ReserveAsync(host.Draft("held", 100), Duration.FromSeconds(1));
        var granted = await ahead.ConsumeAsync(host.Draft("taken", 100));

        granted.IsGranted.Should().BeTrue();
        (await host.Reservations.Awaiting(r => r.CommitAsync(host.Id, "held")).Should().ThrowAsync<RuleViolationException>())
            .Which.Violations.Should()
            .ContainSingle()
            .Which.Code.Should()
            .Be("reservation.timed-out");
        var balance = await host.BalanceAsync();
        (balance.Used, balance.Overage).Should().Be((100, 0));
    }

    [Fact]
    public async Task F01_Committed_credits_are_not_granted_again()
    {
        var host = await UsageHost.OfAsync(Hundred);
        var ahead = host.ReservationsAt(new FakeClock(host.Clock.GetCurrentInstant() + Duration.FromHours(1)));

        await host.Reservations.ReserveAsync(host.Draft("held", 100), Duration.FromSeconds(1));
        await host.Reservations.CommitAsync(host.Id, "held");

        (await ahead.ConsumeAsync(host.Draft("taken", 1))).IsGranted.Should().BeFalse();
    }

    [Fact]
    public async Task F01_After_the_clock_is_set_back_a_reservation_is_committed_only_if_its_credits_were_not_granted()
    {
        var host = await UsageHost.OfAsync(Hundred);
        await host.Reservations.ReserveAsync(host.Draft("a", 60), Duration.FromMinutes(1));
        await host.Reservations.ReserveAsync(host.Draft("b", 40), Duration.FromMinutes(1));
        host.Clock.AdvanceHours(1);
        await host.Reservations.Awaiting(r => r.CommitAsync(host.Id, "a")).Should().ThrowAsync<RuleViolationException>();

        host.Clock.AdvanceHours(-1);
        (await host.Reservations.CommitAsync(host.Id, "a")).Credits.Amount.Should().Be(60);
        host.Clock.AdvanceHours(1);
        (await host.Reservations.ConsumeAsync(host.Draft("c", 40))).IsGranted.Should().BeTrue();
        host.Clock.AdvanceHours(-1);

        await host.Reservations.Awaiting(r => r.CommitAsync(host.Id, "b")).Should().ThrowAsync<RuleViolationException>();
        (await host.BalanceAsync()).Overage.Should().Be(0);
    }

    [Fact]
    public async Task F01_A_refused_request_does_not_end_a_reservation_that_timed_out()
    {
        var host = await UsageHost.OfAsync(Hundred);
        await host.Reservations.ReserveAsync(host.Draft("held", 100), Duration.FromSeconds(1));
        var ahead = host.ReservationsAt(new FakeClock(host.Clock.GetCurrentInstant() + Duration.FromSeconds(2)));

        (await ahead.ConsumeAsync(host.Draft("more", 101))).IsGranted.Should().BeFalse();

        (await host.Reservations.CommitAsync(host.Id, "held")).IsReplay.Should().BeFalse();
    }

    [Fact]
    public async Task Attempts_that_always_conflict_end_with_a_ConcurrencyException()
    {
        var host = await UsageHost.OfAsync(Hundred);
        var conflicting = new ConflictingStore(host.Store);
        var reservations = host.ReservationsAt(host.Clock, conflicting);

        await reservations.Awaiting(r => r.ConsumeAsync(host.Draft("k", 1))).Should().ThrowAsync<ConcurrencyException>();

        conflicting.Attempts.Should().Be(50);
        (await host.EntriesAsync()).Should().BeEmpty();
    }

    // Behaves as if another writer stores something between each read and write.
    private sealed class ConflictingStore(IUsageStore store) : IUsageStore
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
