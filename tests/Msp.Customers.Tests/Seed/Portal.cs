using Microsoft.Extensions.DependencyInjection;
using Msp.Customers.Calendars;
using Msp.Customers.Contacts;
using Msp.Customers.DependencyInjection;
using Msp.Customers.Details;
using Msp.Customers.Plans;
using Msp.Customers.Queries;
using Msp.Customers.Rules;
using NodaTime.Testing;

namespace Msp.Customers.Tests.Seed;

// What stands behind the portal: a host with the library, storage in memory, and a clock that stands at 2026-03-01.
internal sealed class Portal : IDisposable
{
    private readonly ServiceProvider services;
    private readonly IServiceScope scope;

    public Portal(Action<IServiceCollection>? connect = null)
    {
        var collection = new ServiceCollection();
        collection.AddSingleton<IClock>(FakeClock.FromUtc(2026, 3, 1));
        collection.AddMspCustomers().UseInMemoryStorage();
        connect?.Invoke(collection);
        services = collection.BuildServiceProvider(validateScopes: true);
        scope = services.CreateScope();
    }

    public CustomerRules Rules => Get<CustomerRules>();

    private IRepositoryBase<Customer> Customers => Get<IRepositoryBase<Customer>>();

    public void Dispose()
    {
        scope.Dispose();
        services.Dispose();
    }

    // Save on the New Customer page.
    public Task<Customer> AddAsync(CustomerDraft draft) => Customers.AddAsync(Customer.Register(draft, Rules, Get<BusinessCalendar>()));

    public Task<ServicePlan> AddPlanAsync(PlanDraft draft) =>
        Get<IRepositoryBase<ServicePlan>>().AddAsync(ServicePlan.Create(draft, Get<DraftRules<PlanDraft>>()));

    // Edit, then Save on the Edit Customer page or in a contact dialog.
    public async Task<Customer> EditAsync(CustomerId id, Action<Customer> edit)
    {
        var customer = (await Customers.GetByIdAsync(id))!;
        edit(customer);
        await Customers.UpdateAsync(customer);
        return (await Customers.GetByIdAsync(id))!;
    }

    public async Task<Contact> AddContactAsync(ContactDraft contact) =>
        (await EditAsync((await AddAsync(Valid.Draft())).Id, c => c.AddContact(contact, Rules))).Contacts[^1];

    public async Task<IReadOnlyList<Customer>> CustomersPageAsync() => (await Customers.PageAsync(new CustomerPageRequest())).Items;

    public async Task<CustomerDetails> DetailsAsync(CustomerId id) => (await Get<CustomerDetailsReader>().ReadAsync(id))!;

    // The code of each reason why what was tried is refused, with the member's path.
    public static async Task<IEnumerable<string>> RefusalAsync(Func<Task> save) =>
        (await save.Should().ThrowAsync<RuleViolationException>()).Which.Violations.Select(v => $"{v.Code} at {v.Path}");

    private T Get<T>()
        where T : notnull => scope.ServiceProvider.GetRequiredService<T>();
}
