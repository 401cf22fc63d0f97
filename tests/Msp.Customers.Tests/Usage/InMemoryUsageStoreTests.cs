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
        (await books.Store.ReadAsync(books.Id)).Days.Sum(d => d.Credits.Amount).Should().Be(1);
    }

    [Fact]
    public async Task Entries_are_listed_by_day_then_key_by_code_point_then_kind()
    {
        var books = await Books.OfAsync();
        var expected = new[]
        {
            Entry(books.Id, "z") with
            {
                Date = Valid.Today.PlusDays(-1),
            },
            Entry(books.Id, "B"),
            Entry(books.Id, "b"),
            Entry(books.Id, "b") with
            {
                Kind = UsageEntryKind.Reversal,
            },
            Entry(books.Id, "\uFFFD"),
            Entry(books.Id, "\U0001F600"),
            Entry(books.Id, "a") with
            {
                Date = Valid.Today.PlusDays(1),
            },
        };
        await books.Store.AppendAsync([.. expected.Reverse()]);

        (await books.EntriesAsync()).Should().Equal(expected);
    }

    [Fact]
    public async Task What_was_cancelled_is_not_begun()
    {
        var (books, cancelled) = (await Books.OfAsync(), new CancellationToken(canceled: true));
        await books.Store.AppendAsync([Entry(books.Id, "a")]);

        await books.Store.Awaiting(s => s.AppendAsync([Entry(books.Id, "b")], cancelled)).Should().ThrowAsync<OperationCanceledException>();
        await books
            .Store.Awaiting(s => s.FindAsync([new UsageKey(books.Id, "a")], cancelled))
            .Should()
            .ThrowAsync<OperationCanceledException>();
        await books.Store.Awaiting(s => s.ReadAsync(books.Id, cancelled)).Should().ThrowAsync<OperationCanceledException>();
        var list = async () =>
            await books.Store.ListAsync(books.Id, new EffectivePeriod(Valid.Today), cancelled).ToListAsync(CancellationToken.None);
        await list.Should().ThrowAsync<OperationCanceledException>();
        (await books.EntriesAsync()).Should().ContainSingle();
    }

    [Fact]
    public void Of_entries_without_a_sequence_number_none_is_held_twice()
    {
        var (one, other) = (new CustomerId("1"), new CustomerId("2"));

        UsageEntry
            .ContainsDuplicates([Entry(one, "a"), Entry(one, "b"), Entry(other, "a", 1), Entry(one, "c", 1), Entry(one, "d", 2)])
            .Should()
            .BeFalse();
        UsageEntry.ContainsDuplicates([Entry(one, "a"), Entry(one, "a")]).Should().BeTrue();
        UsageEntry.ContainsDuplicates([Entry(one, "a", 1), Entry(one, "b", 1)]).Should().BeTrue();
    }

    [Fact]
    public async Task Nothing_is_kept_of_a_customer_that_is_deleted_while_usage_is_appended()
    {
        for (var round = 0; round < 3_000; round++)
        {
            var books = await Books.OfAsync();
            await Task.WhenAll([
                Task.Run(books.DeleteAsync),
                .. "abcdefgh".Select(key => Task.Run(() => books.Store.AppendAsync([Entry(books.Id, $"{key}")]))),
            ]);

            await books.RegisterAgainAsync();
            (await books.EntriesAsync()).Should().BeEmpty();
        }
    }

    private static UsageEntry Entry(CustomerId customer, string key, long? sequence = null) =>
        new()
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
