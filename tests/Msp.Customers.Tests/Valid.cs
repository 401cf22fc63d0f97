using Msp.Customers.Rules;

namespace Msp.Customers.Tests;

// Valid defaults, so that a test sets only the values that matter to it.
internal static class Valid
{
    public static readonly LocalDate Today = new(2026, 3, 1);

    public static CustomerDraft Draft(string name = "Northwind") =>
        new()
        {
            AccountName = name,
            OrganizationName = $"{name} Traders",
            Address = "1 Harbour Road\nBremen",
            PhoneNumber = "+49 421 555 0100",
            LicenseExpiryDate = new LocalDate(2027, 2, 28),
            StorageRegions = { "eu-central-1" },
            Quotas = { Quota() },
            Contacts =
            {
                new ContactDraft
                {
                    Name = "Ada Example",
                    Email = "ada@northwind.example",
                    PhoneNumber = "+49 421 555 0101",
                    Roles = ContactRoles.Billing,
                    IsPrimary = true,
                },
                new ContactDraft
                {
                    Name = "Grace Example",
                    Email = "grace@northwind.example",
                    Roles = ContactRoles.Technical,
                },
            },
            References =
            {
                new ReferenceDraft { System = "psa", Id = name },
            },
        };

    public static QuotaDraft Quota() =>
        new()
        {
            Credits = 100,
            EffectiveDate = Today,
            EndDate = Today.PlusDays(29),
        };

    public static Customer Customer(string name = "Northwind") =>
        Msp.Customers.Customer.Register(Draft(name), CustomerTerms.Default, Today);

    public static PlanDraft PlanDraft(string id = "gold") =>
        new()
        {
            Id = id,
            Name = $"Plan {id}",
            Edition = Edition.Enterprise,
            Features = { "Enterprise Workloads" },
        };

    public static ServicePlan Plan(string id = "gold") => ServicePlan.Create(PlanDraft(id));

    // The violations of the invariants or, without any, of the rules that need no storage.
    public static IReadOnlyList<Violation> Check(CustomerDraft draft, RuleOptions? options = null)
    {
        options ??= new RuleOptions();
        if (draft.Check() is { Count: > 0 } found)
        {
            return found;
        }

        var change = new Change<Customer>(null, Msp.Customers.Customer.Register(draft, options.Terms, Today), Today);
        new RequiredDetailsRule(options.RequiredFields).Evaluate(change);
        new ContactDetailsRule(options.PhoneNumbers, options.RequireCountryCode).Evaluate(change);
        return change.Violations;
    }
}
