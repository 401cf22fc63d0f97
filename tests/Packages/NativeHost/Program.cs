using System.Text.Json;
using Ardalis.Specification;
using Microsoft.Extensions.DependencyInjection;
using Msp.Customers;
using Msp.Customers.Queries;
using Msp.Customers.Rules;
using Msp.Customers.Storage;

// Uses the library like a host that is compiled ahead of time. Prints the failed checks and returns 1 when a check fails.
var failures = new List<string>();
void Check(bool condition, string what)
{
    if (!condition)
    {
        failures.Add(what);
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

// Registers a customer and decides about its quotas.
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
Check(customer.DecideOn(today.PlusDays(9), CustomerTerms.Default).ConsumedFirst?.Number == 1, "The end date of a quota is a usable day.");
Check(customer.DecideOn(today.PlusDays(10), CustomerTerms.Default).ConsumedFirst?.Number == 2, "The next quota is used from the next day.");
Check(!customer.DecideOn(today.PlusDays(-1), CustomerTerms.Default).IsUsable, "No quota is usable before it starts.");

// Refuses a draft by rules with and without storage.
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

Check(
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

// Serializes a draft as JSON and reads it.
var json = JsonSerializer.Serialize(customer.ToDraft(), DraftJson.Default.CustomerDraft);
var read = JsonSerializer.Deserialize(json, DraftJson.Default.CustomerDraft)!;
Check(
    read.Quotas.Count == 2
        && read.Quotas[0].EndDate == today.PlusDays(9)
        && read.Quotas[0].Credits == 1500.25m
        && read.TimeZone == "Europe/Berlin",
    "A draft is read from JSON."
);
Check(JsonSerializer.Serialize(read, DraftJson.Default.CustomerDraft) == json, "A draft is the same after serialization.");
customer.Edit(read, CustomerTerms.Default);
Check(await customers.UpdateAsync(customer) == 1 && await customers.UpdateAsync(customer) == 0, "An edit is stored.");

// Finds the stored customer.
Check((await customers.FirstOrDefaultAsync(new CustomersById(customer.Id)))?.Quotas.Count == 2, "The stored customer is found by id.");
Check(
    (await customers.ListAsync(new CustomersMatching(new CustomerFilter { Name = "northwind" }))).Count == 1,
    "The stored customer is found by name."
);
Check(
    (await customers.PageAsync(new CustomerPageRequest { Filter = new CustomerFilter { TenantType = TenantType.Commercial } })).Items.Count
        == 1,
    "The stored customer is on a page."
);
Check(
    (await customers.ListAsync(new CustomersMatching(new CustomerFilter { QuotaInForceOn = today }))).Count == 1,
    "The stored customer is found by its quota."
);

// Uses a specification of the host.
CustomerStatus[] served = [CustomerStatus.Active, CustomerStatus.Suspended];
var own = new Specification<Customer>();
own.Query.Where(c => c.Account.AccountName.StartsWith("North", StringComparison.Ordinal) && served.Contains(c.Status))
    .Where(c => c.Quotas.Any(q => q.EffectiveDate <= today && q.Limit.Credits > Credits.Zero))
    .Search(c => c.Account.OrganizationName, "north%")
    .OrderBy(c => c.TenantType)
    .ThenBy(c => c.LicenseExpiryDate);
Check((await customers.ListAsync(own)).Count == 1, "The stored customer is found by a specification of the host.");
own.Query.Where(c => c.TimeZone == "Europe/Paris");
Check(await customers.CountAsync(own) == 0, "An additional condition is evaluated.");

Console.WriteLine(failures.Count == 0 ? "All checks passed." : string.Join('\n', failures));
return failures.Count == 0 ? 0 : 1;
