using CsCheck;
using Microsoft.EntityFrameworkCore;
using Msp.Customers.Storage;
using Msp.Customers.Usage;

namespace Msp.Customers.EntityFrameworkCore.Tests.Usage;

// Compares the store in a context with the store in memory.
public sealed class UsageStoreTests : IDisposable
{
    private static readonly EffectivePeriod Always = new(SupportedDates.First, SupportedDates.Last);
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 1, 12, 0);
    private readonly TestStorage storage = new();

    public void Dispose() => storage.Dispose();

    private static readonly Gen<UsageEntry> Entry =
        from customer in Gen.OneOf("c-1", "C-1", "\U0001F600")
        from key in Gen.OneOf("a", "A", "\uFFFD", "\U0001F600", "e\u0301", "\u00E9", "'--")
        from kind in Gen.Enum<UsageEntryKind>()
        from date in Some.Date
        from micros in Gen.OneOf(Gen.Const(0L), Gen.Const(Credits.Max.Micros), Gen.Long[1, 5_000_000])
        from hours in Gen.Int[-2, 2]
        from sequence in Gen.Long[-4, 4]
        select new UsageEntry
        {
            Customer = new CustomerId(customer),
            Key = key,
            Kind = kind,
            Date = date,
            OccurredAt = hours == 0 ? null : Now + Duration.FromTicks(hours * 10),
            Credits = Credits.FromMicros(micros),
            Requested = Credits.Max,
            RecordedAt = Now,
            HeldUntil = kind == UsageEntryKind.Reservation ? Now + Duration.FromHours(hours) : null,
            Sequence = sequence > 0 ? sequence : null,
        };

    [Fact]
    public async Task Both_stores_accept_the_same_entries_and_return_the_same_usage()
    {
        string[] ids = ["c-1", "C-1", "\U0001F600"];
        await Entry
            .Array[1, 4]
            .Array[1, 8]
            .SampleAsync(
                async batches =>
                {
                    await using var context = storage.Context();
                    await context.Database.ExecuteSqlAsync($"DELETE FROM \"Customers\"");
                    var customers = new InMemoryCustomerStore();
                    foreach (var (index, id) in ids.Index())
                    {
                        var draft = Valid.Draft($"Customer {index}");
                        draft.Id = id;
                        await customers.AddAsync(Customer.Register(draft, CustomerTerms.Default, Valid.Today));
                        await storage.SaveAsync(Customer.Register(draft, CustomerTerms.Default, Valid.Today));
                    }

                    IUsageStore memory = new InMemoryUsageStore(customers);
                    IUsageStore rows = new DbContextUsageStore<MspCustomersContext>(context);
                    foreach (
                        var batch in batches.Select(b =>
                            b.DistinctBy(e => (e.Customer, e.Key, e.Kind))
                                .DistinctBy(e => e.Sequence is { } t ? $"{e.Customer}/{t}" : $"{e}")
                                .ToList()
                        )
                    )
                    {
                        (await rows.AppendAsync(batch)).Should().Be(await memory.AppendAsync(batch));
                    }

                    foreach (var id in ids.Select(i => new CustomerId(i)))
                    {
                        (await rows.ListAsync(id, Always).ToListAsync()).Should().Equal(await memory.ListAsync(id, Always).ToListAsync());
                        var (read, expected) = (await rows.ReadAsync(id), await memory.ReadAsync(id));
                        (read.LastSequence, read.Days.AsEnumerable())
                            .Should()
                            .BeEquivalentTo((expected.LastSequence, expected.Days.AsEnumerable()), o => o.WithStrictOrdering());
                        read.Reservations.Should().BeEquivalentTo(expected.Reservations);
                    }

                    UsageKey[] keys = [.. batches.SelectMany(b => b).Select(e => new UsageKey(e.Customer, e.Key)).Distinct().Take(9)];
                    (await rows.FindAsync(keys)).Should().BeEquivalentTo(await memory.FindAsync(keys));
                    context.ChangeTracker.Entries().Should().BeEmpty();
                },
                iter: 300,
                threads: 1
            );
    }

    [Fact]
    public async Task A_period_includes_its_first_and_its_last_day_and_no_other()
    {
        var customer = Valid.Customer();
        await storage.SaveAsync(customer);
        await using var context = storage.Context();
        var store = new DbContextUsageStore<MspCustomersContext>(context);
        await store.AppendAsync([
            .. Enumerable
                .Range(0, 5)
                .Select(n => new UsageEntry
                {
                    Customer = customer.Id,
                    Key = $"k{n}",
                    Kind = UsageEntryKind.Usage,
                    Date = Valid.Today.PlusDays(n),
                    Credits = Credits.Of(1),
                    Requested = Credits.Of(1),
                    RecordedAt = Now,
                }),
        ]);

        (await store.ListAsync(customer.Id, new EffectivePeriod(Valid.Today.PlusDays(1), Valid.Today.PlusDays(3))).ToListAsync())
            .Select(e => e.Key)
            .Should()
            .Equal("k1", "k2", "k3");
    }

    [Fact]
    public async Task Nothing_is_appended_for_a_customer_that_is_not_stored()
    {
        await using var context = storage.Context();
        var store = new DbContextUsageStore<MspCustomersContext>(context);

        (await store.AppendAsync([Entry.Single() with { Customer = new CustomerId("nobody") }])).Should().BeFalse();
        context.ChangeTracker.Entries().Should().BeEmpty();
    }
}
