using Msp.Customers;
using Msp.Customers.AspNetCore;

namespace QuickStart;

/// <summary>
/// The steps of a portal user: lists the customers, opens a customer, views its credits, edits it, adds a contact and edits the
/// contact.
/// </summary>
internal sealed class Tour(
    IRepositoryBase<Customer> customers,
    CustomerDetailsReader details,
    CreditsTour credits,
    CustomerTerms terms,
    Screens screens
)
{
    private const int PageSize = 10;
    private const int MaxPages = 5;
    private const string NewAddress = "12 Quay Street\nBristol";
    private const string Email = "operations@quickstart.example";

    public async Task RunAsync()
    {
        await ShowCustomersAsync();
        if (
            await customers.FirstOrDefaultAsync(new CustomersMatching(new CustomerFilter { Status = CustomerStatus.Active }))
            is not { } customer
        )
        {
            return;
        }

        screens.Details((await details.ReadAsync(customer.Id))!);
        await credits.RunAsync(customer);
        try
        {
            Edit(customer);
            AddContact(customer);
            EditContact(customer);
            await customers.UpdateAsync(customer);
            screens.Edited((await details.ReadAsync(customer.Id))!);
        }
        catch (RuleViolationException e)
        {
            screens.Rows("The edit was refused", [new RowViolations("Edit Customer", customer.Id.Value, e.Violations)]);
        }
    }

    private async Task ShowCustomersAsync()
    {
        var request = new CustomerPageRequest { Size = PageSize };
        for (var number = 1; number <= MaxPages; number++)
        {
            var page = await customers.PageAsync(request);
            screens.CustomersPage(page.Items, number);
            if (page.NextToken is null)
            {
                return;
            }

            request = request with { Token = page.NextToken };
        }

        screens.Print($"And {await customers.CountAsync() - (MaxPages * PageSize)} more.");
    }

    private void Edit(Customer customer)
    {
        var draft = customer.ToDraft();
        draft.Address = NewAddress;
        customer.Edit(draft, terms);
    }

    private static void AddContact(Customer customer)
    {
        if (Operations(customer) is null)
        {
            customer.AddContact(
                new ContactDraft
                {
                    Name = "Operations desk",
                    Email = Email,
                    Roles = ContactRoles.Technical,
                }
            );
        }
    }

    private static void EditContact(Customer customer)
    {
        var draft = Operations(customer)!.ToDraft();
        draft.PhoneNumber = "+44 117 496 0000";
        customer.ChangeContact(draft);
    }

    private static Contact? Operations(Customer customer) => customer.Contacts.FirstOrDefault(c => c.Email == Email);
}
