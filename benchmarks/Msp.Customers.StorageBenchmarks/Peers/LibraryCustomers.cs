using Microsoft.Extensions.DependencyInjection;

namespace Msp.Customers.StorageBenchmarks.Peers;

// The library as a host uses it, with a scope for each call.
internal sealed class LibraryCustomers(Host host) : ISaver
{
    public Task<Page<CustomerRow>> RowsAsync() =>
        host.InScopeAsync(s => s.GetRequiredService<IReadRepositoryBase<Customer>>().RowsAsync(new CustomerPageRequest()));

    public Task<Page<Customer>> CustomersAsync() =>
        host.InScopeAsync(s => s.GetRequiredService<IReadRepositoryBase<Customer>>().PageAsync(new CustomerPageRequest()));

    public Task AddAsync(NewCustomer customer) =>
        host.InScopeAsync(s =>
            s.GetRequiredService<CustomerRepository>()
                .AddAsync(Customer.Register(customer.ToDraft(), CustomerTerms.Default, NewCustomer.RegisteredOn))
        );

    public Task ChangeAddressAsync(string id, string address) => EditAsync(id, draft => draft.Address = address);

    public Task EditAsync(string id, Action<CustomerDraft> edit) =>
        host.InScopeAsync(async s =>
        {
            var customers = s.GetRequiredService<CustomerRepository>();
            var customer = (await customers.GetByIdAsync(id))!;
            var draft = customer.ToDraft();
            edit(draft);
            customer.Edit(draft, CustomerTerms.Default);
            await customers.UpdateAsync(customer);
        });
}
