using CsCheck;

namespace Msp.Customers.EntityFrameworkCore.Tests.Queries;

public sealed class PageTests : IDisposable
{
    private static readonly Gen<CustomerFilter> Filter =
        from set in Gen.Shuffle(Enumerable.Range(0, 9).ToArray(), 0, 3)
        from text in Some.Name
        from plan in Gen.OneOf("gold", "Gold", "silver\U0001F600")
        from type in Gen.Enum<TenantType>()
        from status in Gen.Enum<CustomerStatus>()
        from date in Some.Date
        select new CustomerFilter
        {
            Name = set.Contains(0) ? text : null,
            Text = set.Contains(1) ? text[..(char.IsHighSurrogate(text[0]) ? 2 : 1)] : null,
            ServicePlan = set.Contains(2) ? new PlanId(plan) : null,
            TenantType = set.Contains(3) ? type : null,
            Region = set.Contains(4) ? new StorageRegion("us-east-1") : null,
            Status = set.Contains(5) ? status : null,
            QuotaEndingBefore = set.Contains(6) ? date : null,
            LicenseExpiringBefore = set.Contains(7) ? date : null,
            QuotaInForceOn = set.Contains(8) ? date : null,
        };

    private readonly TestStorage storage = new();

    public void Dispose() => storage.Dispose();

    [Fact]
    public async Task Every_sort_order_returns_the_same_pages_from_the_database_and_from_memory() =>
        await Gen.Select(Some.Customers(14), Gen.Int[1, 5])
            .SampleAsync(
                async (customers, size) =>
                {
                    using var both = await BothStores.CreateAsync(storage, customers);
                    foreach (var sort in Enum.GetValues<CustomerSort>())
                    {
                        var request = new CustomerPageRequest { Sort = sort, Size = size };
                        (await ReadAllAsync(both, request)).Should().BeEquivalentTo(customers.Select(c => c.Id));
                        (await ReadAllAsync(both, request with { Descending = true })).Should().BeEquivalentTo(customers.Select(c => c.Id));
                    }
                },
                iter: 12,
                threads: 1
            );

    [Fact]
    public async Task Every_filter_returns_the_same_pages_from_the_database_and_from_memory() =>
        await Gen.Select(Some.Customers(14), Filter.Array[12], Gen.Enum<CustomerSort>(), Gen.Bool, Gen.Int[1, 5])
            .SampleAsync(
                async (customers, filters, sort, descending, size) =>
                {
                    using var both = await BothStores.CreateAsync(storage, customers);
                    foreach (var filter in filters)
                    {
                        var seen = await ReadAllAsync(
                            both,
                            new CustomerPageRequest
                            {
                                Filter = filter,
                                Sort = sort,
                                Descending = descending,
                                Size = size,
                            }
                        );
                        seen.Should().OnlyHaveUniqueItems();
                    }
                },
                iter: 25,
                threads: 1
            );

    private static async Task<List<CustomerId>> ReadAllAsync(BothStores both, CustomerPageRequest request)
    {
        var seen = new List<CustomerId>();
        for (var next = request; ; )
        {
            var page = await both.Database.PageAsync(next);
            var expected = await both.Memory.PageAsync(next);
            page.Items.Select(c => c.Id).Should().Equal(expected.Items.Select(c => c.Id), "the request is {0}", next);
            page.NextToken.Should().Be(expected.NextToken);
            (await both.Database.RowsAsync(next)).Should().BeEquivalentTo(await both.Memory.RowsAsync(next));
            (await both.Memory.RowsAsync(next)).NextToken.Should().Be(page.NextToken);
            seen.AddRange(page.Items.Select(c => c.Id));
            if (page.NextToken is null)
            {
                return seen;
            }

            next = next with { Token = page.NextToken };
        }
    }
}
