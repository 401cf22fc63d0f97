using System.Text.Json;
using Ardalis.Specification;
using Microsoft.Extensions.DependencyInjection;
using Msp.Customers;
using Msp.Customers.Queries;
using Msp.Customers.Rules;
using Msp.Customers.Storage;

// What a host compiled ahead of time does with the library. Ends with 1, and says what is wrong, when something is.
var wrong = new List<string>();
void Holds(bool holds, string what)
{
    if (!holds)
    {
        wrong.Add(what);
    }
}

var services = new ServiceCollection();
services.AddMspCustomers().UseInMemoryStorage();
await using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
await using var scope = provider.CreateAsyncScope();
T Get<T>()
    where T : notnull => scope.ServiceProvider.GetRequiredService<T>();
var (calendar, customers) = (Get<BusinessCalendar>(), Get<CustomerRepository>());
var today = calendar.Today();

// Registers, grants, decides.
var draft = new CustomerDraft
{
    AccountName = "Northwind",
    OrganizationName = "Northwind Traders",
    TenantType = TenantType.Commercial,
    TimeZone = "Europe/Berlin",
    PhoneNumber = "+49 421 555 0100",
};
draft.Quotas.Add(
    new QuotaDraft
    {
        Credits = 1500.25m,
        EffectiveDate = today,
        EndDate = today.PlusDays(9),
    }
);
draft.Quotas.Add(new QuotaDraft { Unlimited = true, EffectiveDate = today.PlusDays(10) });
var (customer, _) = await customers.RegisterAsync(draft);
Holds(customer.DecideOn(today.PlusDays(9), CustomerTerms.Default).ConsumedFirst?.Number == 1, "The end date of a quota is a usable day.");
Holds(customer.DecideOn(today.PlusDays(10), CustomerTerms.Default).ConsumedFirst?.Number == 2, "The next quota pays from the day after.");
Holds(!customer.DecideOn(today.PlusDays(-1), CustomerTerms.Default).IsUsable, "No quota is usable before it starts.");

// Refuses, by rules of the draft and by those of the storage.
static async Task<string[]> CodesAsync(Task save)
{
    try
    {
        await save;
        return [];
    }
    catch (RuleViolationException refused)
    {
        return [.. refused.Violations.Select(v => $"{v.Code} at {v.Path}: {v.Message}")];
    }
}

Holds(
    (
        await CodesAsync(
            customers.RegisterAsync(
                new CustomerDraft
                {
                    AccountName = "",
                    OrganizationName = "NORTHWIND  traders",
                    PhoneNumber = "call me",
                }
            )
        )
    ).SequenceEqual([
        "field.required at AccountName: The field is required.",
        $"organization-name.duplicate at OrganizationName: The organization name belongs to customer {customer.Id}.",
        "phone-number.invalid at PhoneNumber: The text is not a phone number.",
    ]),
    "A draft is refused with all violations at once."
);

// A draft is the same after its way through JSON.
var json = JsonSerializer.Serialize(customer.ToDraft(), DraftJson.Default.CustomerDraft);
var read = JsonSerializer.Deserialize(json, DraftJson.Default.CustomerDraft)!;
Holds(
    read.Quotas.Count == 2
        && read.Quotas[0].EndDate == today.PlusDays(9)
        && read.Quotas[0].Credits == 1500.25m
        && read.TimeZone == "Europe/Berlin",
    "A draft is read back from JSON."
);
Holds(JsonSerializer.Serialize(read, DraftJson.Default.CustomerDraft) == json, "A draft is the same after its way through JSON.");
customer.Edit(read, CustomerTerms.Default);
Holds(await customers.UpdateAsync(customer) == 1 && customer.OriginalVersion == customer.Version, "An edit is stored.");

// Stores and finds.
Holds((await customers.FirstOrDefaultAsync(new CustomersById(customer.Id)))?.Quotas.Count == 2, "What was stored is found by id.");
Holds(
    (await customers.ListAsync(new CustomersMatching(new CustomerFilter { Name = "northwind" }))).Count == 1,
    "What was stored is found by name."
);
Holds(
    (await customers.PageAsync(new CustomerPageRequest { Filter = new CustomerFilter { TenantType = TenantType.Commercial } })).Items.Count
        == 1,
    "What was stored is on a page."
);
Holds(
    (await customers.ListAsync(new CustomersMatching(new CustomerFilter { QuotaInForceOn = today }))).Count == 1,
    "What was stored is found by its quota."
);

// Asks in its own words.
CustomerStatus[] served = [CustomerStatus.Active, CustomerStatus.Suspended];
var own = new Specification<Customer>();
own.Query.Where(c => c.Account.AccountName.StartsWith("North", StringComparison.Ordinal) && served.Contains(c.Status))
    .Where(c => c.Quotas.Any(q => q.EffectiveDate <= today && q.Limit.Credits > Credits.Zero))
    .Search(c => c.Account.OrganizationName, "north%")
    .OrderBy(c => c.TenantType)
    .ThenBy(c => c.LicenseExpiryDate);
Holds((await customers.ListAsync(own)).Count == 1, "What was stored is found by a specification of the host's.");
own.Query.Where(c => c.TimeZone == "Europe/Paris");
Holds(await customers.CountAsync(own) == 0, "A further condition is read.");

Console.WriteLine(wrong.Count == 0 ? "All holds." : string.Join('\n', wrong));
return wrong.Count == 0 ? 0 : 1;
