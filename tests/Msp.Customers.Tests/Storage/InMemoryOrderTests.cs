namespace Msp.Customers.Tests.Storage;

public sealed class InMemoryOrderTests : IDisposable
{
    private readonly Host host = new();

    public void Dispose() => host.Dispose();

    [Theory]
    [InlineData(CustomerSort.AccountName, "2 1 3")]
    [InlineData(CustomerSort.OrganizationName, "3 2 1")]
    [InlineData(CustomerSort.ServicePlan, "3 2 1")]
    [InlineData(CustomerSort.LicenseExpiryDate, "2 1 3")]
    [InlineData(CustomerSort.RegisteredOn, "1 2 3")]
    public async Task The_in_memory_store_sorts_by_every_order_in_both_directions(CustomerSort sort, string order)
    {
        await host.AddPlanAsync();
        await host.AddPlanAsync(p => p.Id = "silver");
        await AddAsync("1", "Birch", "Yew", plan: null, Valid.Today.PlusDays(9));
        await AddAsync("2", "alder", "maple", plan: "silver", Valid.Today.PlusDays(8));
        await AddAsync("3", "Cedar", "Larch", plan: "gold", license: null);

        (await IdsAsync(new CustomerPageRequest { Sort = sort })).Should().Be(order);
        (await IdsAsync(new CustomerPageRequest { Sort = sort, Descending = true }))
            .Should()
            .Be(string.Join(' ', order.Split(' ').Reverse()));
    }

    [Fact]
    public async Task Equal_results_of_a_specification_are_in_order_of_id()
    {
        foreach (var id in new[] { "b", "c", "a" })
        {
            await AddAsync(id, id, id, plan: null, license: null);
        }

        (await host.Customers.ListAsync(new Newest())).Select(c => c.Id.Value).Should().Equal("a", "b", "c");
        (await host.Customers.ListAsync(new Unlicensed())).Select(c => c.Id.Value).Should().Equal("a", "b", "c");
    }

    private sealed class Newest : Specification<Customer>
    {
        public Newest() => Query.OrderByDescending(c => c.RegisteredOn);
    }

    private sealed class Unlicensed : Specification<Customer>
    {
        public Unlicensed() => Query.Where(c => c.LicenseExpiryDate == null);
    }

    private Task<Customer> AddAsync(string id, string account, string organization, string? plan, LocalDate? license) =>
        host.AddAsync(
            new CustomerDraft
            {
                Id = id,
                AccountName = account,
                OrganizationName = organization,
                ServicePlan = plan,
                LicenseExpiryDate = license,
            }
        );

    private async Task<string> IdsAsync(CustomerPageRequest request) =>
        string.Join(' ', (await host.Customers.PageAsync(request)).Items.Select(c => c.Id));
}
