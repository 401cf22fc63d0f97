using Msp.Customers.Queries;

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
    public async Task Storage_in_memory_sorts_by_every_order_both_ways(CustomerSort sort, string order)
    {
        await host.AddPlanAsync();
        await host.AddPlanAsync(p => p.Id = "silver");
        await AddAsync("1", "Birch", "Yew", plan: null, Valid.Today.PlusDays(9));
        await AddAsync("2", "alder", "maple", plan: "silver", Valid.Today.PlusDays(8));
        await AddAsync("3", "Cedar", "Larch", plan: "gold", license: null);

        (await IdsAsync(new CustomerPageRequest { Sort = sort })).Should().Be(order);
        (await IdsAsync(new CustomerPageRequest { Sort = sort, Descending = true })).Should().Be(string.Join(' ', order.Split(' ').Reverse()));
    }

    private Task<Customer> AddAsync(string id, string account, string organization, string? plan, LocalDate? license) => host.AddAsync(
        new CustomerDraft { Id = id, AccountName = account, OrganizationName = organization, ServicePlan = plan, LicenseExpiryDate = license });

    private async Task<string> IdsAsync(CustomerPageRequest request) =>
        string.Join(' ', (await host.Customers.PageAsync(request)).Items.Select(c => c.Id));
}
