using Msp.Customers.Quotas;
using Msp.Customers.Usage;

namespace Msp.Customers.Tests.Usage;

public sealed class InMemoryUsageStoreTests
{
    [Fact]
    public async Task Entries_are_appended_all_or_none()
    {
        var books = await Books.OfAsync();
        (await books.Store.AppendAsync([Entry(books.Id, "a", sequence: 1)])).Should().BeTrue();

        (await books.Store.AppendAsync([Entry(books.Id, "b"), Entry(new CustomerId("nobody"), "b")])).Should().BeFalse();
        (await books.Store.AppendAsync([Entry(books.Id, "c"), Entry(books.Id, "a")])).Should().BeFalse();
        (await books.Store.AppendAsync([Entry(books.Id, "d"), Entry(books.Id, "e", sequence: 1)])).Should().BeFalse();

        (await books.EntriesAsync()).Select(e => e.Key).Should().Equal("a");
        (await books.Store.ReadAsync(books.Id, books.Clock.GetCurrentInstant())).Days.Sum(d => d.Credits.Amount).Should().Be(1);
    }

    [Fact]
    public async Task Nothing_is_kept_of_a_customer_that_is_deleted_while_usage_is_appended()
    {
        for (var round = 0; round < 3_000; round++)
        {
            var books = await Books.OfAsync();
            await Task.WhenAll([Task.Run(books.DeleteAsync), .. "abcdefgh".Select(key => Task.Run(() => books.Store.AppendAsync([Entry(books.Id, $"{key}")])))]);

            await books.RegisterAgainAsync();
            (await books.EntriesAsync()).Should().BeEmpty();
        }
    }

    private static UsageEntry Entry(CustomerId customer, string key, long? sequence = null) => new()
    {
        Customer = customer,
        Key = key,
        Kind = UsageEntryKind.Usage,
        Date = Valid.Today,
        Credits = Credits.Of(1),
        Requested = Credits.Of(1),
        RecordedAt = Instant.FromUtc(2026, 3, 1, 12, 0),
        Sequence = sequence,
    };
}
