using Msp.Customers.Usage;

namespace Msp.Customers.Tests.Usage.Posting;

public sealed class InMemoryUsageStoreTests
{
    [Fact]
    public async Task Entries_are_appended_all_or_none()
    {
        var host = await UsageHost.OfAsync();
        (await host.Store.AppendAsync([Entry(host.Id, "a", sequence: 1)])).Should().BeTrue();

        (await host.Store.AppendAsync([Entry(host.Id, "b"), Entry(new CustomerId("nobody"), "b")])).Should().BeFalse();
        (await host.Store.AppendAsync([Entry(host.Id, "c"), Entry(host.Id, "a")])).Should().BeFalse();
        (await host.Store.AppendAsync([Entry(host.Id, "d"), Entry(host.Id, "e", sequence: 1)])).Should().BeFalse();

        (await host.EntriesAsync()).Select(e => e.Key).Should().Equal("a");
        (await host.Store.ReadAsync(host.Id)).Days.Sum(d => d.Credits.Amount).Should().Be(1);
    }

    [Fact]
    public async Task Entries_are_listed_by_day_then_key_by_code_point_then_kind()
    {
        var host = await UsageHost.OfAsync();
        var expected = new[]
        {
            Entry(host.Id, "z") with
            {
                Date = Valid.Today.PlusDays(-1),
            },
            Entry(host.Id, "B"),
            Entry(host.Id, "b"),
            Entry(host.Id, "b") with
            {
                Kind = UsageEntryKind.Reversal,
            },
            Entry(host.Id, "\uFFFD"),
            Entry(host.Id, "\U0001F600"),
            Entry(host.Id, "a") with
            {
                Date = Valid.Today.PlusDays(1),
            },
        };
        await host.Store.AppendAsync([.. expected.Reverse()]);

        (await host.EntriesAsync()).Should().Equal(expected);
    }

    [Fact]
    public async Task A_cancelled_call_does_nothing()
    {
        var (host, cancelled) = (await UsageHost.OfAsync(), new CancellationToken(canceled: true));
        await host.Store.AppendAsync([Entry(host.Id, "a")]);

        await host.Store.Awaiting(s => s.AppendAsync([Entry(host.Id, "b")], cancelled)).Should().ThrowAsync<OperationCanceledException>();
        await host
            .Store.Awaiting(s => s.FindAsync([new UsageKey(host.Id, "a")], cancelled))
            .Should()
            .ThrowAsync<OperationCanceledException>();
        await host.Store.Awaiting(s => s.ReadAsync(host.Id, cancelled)).Should().ThrowAsync<OperationCanceledException>();
        var list = async () =>
            await host.Store.ListAsync(host.Id, new EffectivePeriod(Valid.Today), cancelled).ToListAsync(CancellationToken.None);
        await list.Should().ThrowAsync<OperationCanceledException>();
        (await host.EntriesAsync()).Should().ContainSingle();
    }

    [Fact]
    public void A_repeated_key_or_sequence_number_of_a_customer_is_a_duplicate()
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
    public async Task No_usage_remains_of_a_customer_that_is_deleted_while_usage_is_appended()
    {
        for (var round = 0; round < 3_000; round++)
        {
            var host = await UsageHost.OfAsync();
            await Task.WhenAll([
                Task.Run(host.DeleteAsync),
                .. "abcdefgh".Select(key => Task.Run(() => host.Store.AppendAsync([Entry(host.Id, $"{key}")]))),
            ]);

            await host.RegisterAgainAsync();
            (await host.EntriesAsync()).Should().BeEmpty();
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
