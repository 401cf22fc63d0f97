using Microsoft.Extensions.DependencyInjection;
using Msp.Customers.AspNetCore;

namespace Msp.Customers.Tests.Seed;

// The actions of a user on the page "Manage customers" of the portal.
internal sealed class Portal(Action<IServiceCollection>? connect = null) : IDisposable
{
    private readonly Host host = new(add: connect);

    public CustomerTerms Terms => host.Terms;

    public void Dispose() => host.Dispose();

    // Save on the New Customer page.
    public async Task<Customer> AddAsync(CustomerDraft draft) => (await host.Customers.RegisterAsync(draft)).Customer;

    // Fills in and saves the New Customer page, and reads the customer from the Customers page.
    public async Task<Customer> SavedAsync(Action<CustomerDraft> fill)
    {
        var draft = Valid.Draft();
        fill(draft);
        await AddAsync(draft);
        return (await CustomersPageAsync()).Should().ContainSingle().Subject;
    }

    // Does the same for a second customer that is refused, and returns the codes and paths of the violations.
    public Task<IEnumerable<string>> RefusalAsync(Action<CustomerDraft> fill)
    {
        var draft = Valid.Draft("Second");
        fill(draft);
        return RefusalAsync(() => AddAsync(draft));
    }

    public Task<ServicePlan> AddPlanAsync(Action<PlanDraft>? fill = null) => host.AddPlanAsync(fill);

    // Edit, then Save on the Edit Customer page or in a contact dialog.
    public async Task<Customer> EditAsync(CustomerId id, Action<Customer> edit)
    {
        var customer = (await host.Customers.GetByIdAsync(id))!;
        edit(customer);
        await host.Customers.UpdateAsync(customer);
        return (await host.Customers.GetByIdAsync(id))!;
    }

    public async Task<Contact> AddContactAsync(ContactDraft contact) =>
        (await EditAsync((await AddAsync(Valid.Draft())).Id, c => c.AddContact(contact))).Contacts[^1];

    public async Task<IReadOnlyList<Customer>> CustomersPageAsync() => (await host.Customers.PageAsync(new CustomerPageRequest())).Items;

    public async Task<CustomerDetails> DetailsAsync(CustomerId id) => (await host.Get<CustomerDetailsReader>().ReadAsync(id))!;

    public static async Task<IEnumerable<string>> RefusalAsync(Func<Task> save) =>
        (await save.Should().ThrowAsync<RuleViolationException>()).Which.Violations.Select(v => $"{v.Code} at {v.Path}");
}
