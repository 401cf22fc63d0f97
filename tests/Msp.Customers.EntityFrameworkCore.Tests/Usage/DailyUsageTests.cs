using CsCheck;
using Microsoft.EntityFrameworkCore;
using Msp.Customers.Usage;

namespace Msp.Customers.EntityFrameworkCore.Tests.Usage;

// The sums by day equal the entries. The other tests of usage compare them with the store in memory.
public sealed class DailyUsageTests : IDisposable
{
    private readonly TestStorage storage = new();

    public void Dispose() => storage.Dispose();

    private static readonly Gen<UsageEntry> Entry =
        from customer in Gen.OneOf("c-1", "c-2")
        from key in Gen.Int[0, 9]
        from kind in Gen.Enum<UsageEntryKind>()
        from day in Gen.Int[0, 3]
        from micros in Gen.OneOf(Gen.Const(0L), Gen.Const(Credits.Max.Micros), Gen.Long[1, 5_000_000])
        select New(customer, $"k-{key}", day, micros) with
        {
            Kind = kind,
            HeldUntil = kind == UsageEntryKind.Reservation ? Instant.FromUtc(2026, 3, 1, 12, 0) : null,
        };

    [Fact]
    public async Task The_sums_equal_the_entries_after_accepted_and_refused_entries()
    {
        await storage.SaveAsync(Named("c-1"), Named("c-2"));
        await Entry
            .Array[1, 30]
            .Array[1, 6]
            .SampleAsync(
                async batches =>
                {
                    await using var context = storage.Context();
                    await context.Database.ExecuteSqlAsync($"DELETE FROM \"UsageEntries\"");
                    await context.Database.ExecuteSqlAsync($"DELETE FROM \"DailyUsage\"");
                    foreach (var batch in batches)
                    {
                        await Store(context).AppendAsync(batch);
                    }

                    (await context.RebuildMspCustomersDailyUsageAsync()).Should().BeEmpty();
                },
                iter: 40,
                threads: 1
            );
    }

    [Fact]
    public async Task Many_entries_at_once_are_added_to_the_sums()
    {
        await storage.SaveAsync(Named("c-1"), Named("c-2"));
        await using var context = storage.Context();

        (await Store(context).AppendAsync([.. Enumerable.Range(0, 60).Select(n => New($"c-{1 + n % 2}", $"k-{n}", n % 3, 1_500_000))]))
            .Should()
            .BeTrue();

        (await context.RebuildMspCustomersDailyUsageAsync()).Should().BeEmpty();
        (await Store(context).ReadAsync(new CustomerId("c-1"))).Days.Sum(d => d.Credits.Amount).Should().Be(45);
    }

    [Fact]
    public async Task The_sums_equal_the_entries_after_concurrent_postings_to_one_day()
    {
        await storage.SaveAsync(Named("c-1"), Named("c-2"));

        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(task =>
                    Task.Run(async () =>
                    {
                        for (var n = 0; n < 10; n++)
                        {
                            await using var context = storage.Context();
                            UsageEntry[] entries =
                            [
                                New("c-2", $"k-{task}-{n}", n % 2, 1_500_000),
                                New("c-1", $"k-{task}-{n}", n % 2, 1_500_000),
                            ];
                            while (!await Store(context).AppendAsync(entries)) { }
                        }
                    })
                )
        );

        await using var context = storage.Context();
        (await context.RebuildMspCustomersDailyUsageAsync()).Should().BeEmpty();
        (await Store(context).ReadAsync(new CustomerId("c-1"))).Days.Sum(d => d.Credits.Amount).Should().Be(120);
    }

    [Fact]
    public async Task Many_reservations_at_once_are_stored_and_add_nothing_to_the_sums()
    {
        await storage.SaveAsync(Named("c-1"));
        await using var context = storage.Context();
        var until = Instant.FromUtc(2026, 3, 2, 12, 0);

        var isStored = await Store(context)
            .AppendAsync([
                .. Enumerable
                    .Range(1, 30)
                    .Select(n => New("c-1", $"k-{n}", 0, 1_000_000) with { Kind = UsageEntryKind.Reservation, HeldUntil = until }),
            ]);

        isStored.Should().BeTrue();
        var usage = await Store(context).ReadAsync(new CustomerId("c-1"));
        (usage.Days.Length, usage.Reservations.Count).Should().Be((0, 30));
    }

    [Fact]
    public async Task A_refused_append_in_a_transaction_of_the_host_leaves_the_sums_unchanged()
    {
        await storage.SaveAsync(Named("c-1"));
        await using var context = storage.Context();
        await using (var transaction = await context.Database.BeginTransactionAsync())
        {
            (await Store(context).AppendAsync([New("c-1", "k-1", 0, 2_000_000)])).Should().BeTrue();
            (await Store(context).AppendAsync([New("c-1", "k-1", 0, 3_000_000)])).Should().BeFalse("the key is taken");
            (await Store(context).AppendAsync([New("c-9", "k-1", 0, 3_000_000)])).Should().BeFalse("the customer does not exist");
            await transaction.CommitAsync();
        }

        (await context.RebuildMspCustomersDailyUsageAsync()).Should().BeEmpty();
        (await Store(context).ReadAsync(new CustomerId("c-1"))).Days.Single().Credits.Amount.Should().Be(2);
    }

    [Fact]
    public async Task Sums_that_differ_are_reported_and_corrected()
    {
        await storage.SaveAsync(Named("c-1"), Named("c-2"));
        await using var context = storage.Context();
        await Store(context).AppendAsync([New("c-1", "k-1", 0, 2_500_000), New("c-1", "k-2", 1, 1), New("c-2", "k-1", 0, 7_000_000)]);
        await context.Database.ExecuteSqlAsync($"DELETE FROM \"UsageEntries\" WHERE \"Key\" = 'k-2'");
        await context.Database.ExecuteSqlAsync($"DELETE FROM \"DailyUsage\" WHERE \"CustomerId\" = 'c-2'");

        var differences = await context.RebuildMspCustomersDailyUsageAsync();

        differences
            .Should()
            .Equal(
                new DailyUsageDifference(MspId.Default, new CustomerId("c-1"), Valid.Today.PlusDays(1), false, 0.000001m, 0),
                new DailyUsageDifference(MspId.Default, new CustomerId("c-2"), Valid.Today, false, 0, 7)
            );
        (await context.RebuildMspCustomersDailyUsageAsync()).Should().BeEmpty();
        (await Store(context).ReadAsync(new CustomerId("c-1"))).Days.Single().Credits.Amount.Should().Be(2.5m);
        (await Store(context).ReadAsync(new CustomerId("c-2"))).Days.Single().Credits.Amount.Should().Be(7);
    }

    private static DbContextUsageStore<MspCustomersContext> Store(MspCustomersContext context) => new(context);

    private static Customer Named(string id)
    {
        var draft = Valid.Draft($"Customer {id}");
        draft.Id = id;
        draft.References.Clear();
        return Customer.Register(draft, CustomerTerms.Default, Valid.Today);
    }

    private static UsageEntry New(string customer, string key, int day, long micros) =>
        new()
        {
            Customer = new CustomerId(customer),
            Key = key,
            Kind = UsageEntryKind.Usage,
            Date = Valid.Today.PlusDays(day),
            Credits = Credits.FromMicros(micros),
            Requested = Credits.FromMicros(micros),
            RecordedAt = Instant.FromUtc(2026, 3, 1, 12, 0),
        };
}
