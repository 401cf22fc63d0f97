using Microsoft.Extensions.DependencyInjection;
using Msp.Customers.Calendars;
using Msp.Customers.Names;
using Msp.Customers.Plans;
using Msp.Customers.Queries;
using Msp.Customers.Rules;
using Msp.Customers.Usage;

namespace Msp.Customers.StandardRules;

// The rules that come with the library, in the order in which they report, and those that a host adds.
internal static class RuleSets
{
    private static readonly RuleDescriptor CustomerIdTaken = new(
        "customer.registered-already",
        Severity.Error,
        "The id {Id} is another customer's.",
        ("Id", typeof(CustomerId))
    );

    private static readonly RuleDescriptor OrganizationNameTaken = new(
        "organization-name.taken",
        Severity.Error,
        "The organization name is taken by customer {OtherId}.",
        ("OtherId", typeof(CustomerId))
    );

    private static readonly RuleDescriptor ReferenceTaken = new(
        "reference.taken",
        Severity.Error,
        "The reference {Reference} is that of customer {OtherId}.",
        ("Reference", typeof(ExternalReference)),
        ("OtherId", typeof(CustomerId))
    );

    private static readonly RuleDescriptor PlanIdTaken = new(
        "plan.exists-already",
        Severity.Error,
        "The id {Id} is another plan's.",
        ("Id", typeof(PlanId))
    );

    private static readonly RuleDescriptor PlanNameTaken = new(
        "plan.name-taken",
        Severity.Warning,
        "The name is that of plan {OtherId}.",
        ("OtherId", typeof(PlanId))
    );

    // Also those that are off by default.
    public static IEnumerable<RuleDescriptor> Codes =>
        [
            CustomerIdTaken,
            OrganizationNameTaken,
            ReferenceTaken,
            PlanIdTaken,
            PlanNameTaken,
            PlanDeletion.InUse,
            VisibleText.Invisible,
            .. PlanChoice.AllCodes,
            .. UsedQuotas.AllCodes,
            .. WithoutStorage(new RuleOptions()).SelectMany(r => r.Codes),
        ];

    public static RuleSet<Customer> ForCustomers(
        IReadRepositoryBase<Customer> customers,
        IReadRepositoryBase<ServicePlan> plans,
        RuleOptions options,
        CreditOptions credits,
        IServiceProvider services
    ) =>
        options.RuleSet<Customer>(
            [
                new Unique<Customer, CustomerId>(
                    CustomerIdTaken,
                    customers,
                    c => c.Id,
                    c => [c.Id],
                    ids => new CustomersById(ids),
                    _ => nameof(Customer.Id),
                    (id, _) => [("Id", id)],
                    isOfNewOnly: true
                ),
                new Unique<Customer, NameKey>(
                    OrganizationNameTaken,
                    customers,
                    c => c.Id,
                    c => [NameKey.Of(c.Account.OrganizationName)],
                    names => new CustomersByOrganization(names),
                    _ => nameof(CustomerDraft.OrganizationName),
                    (_, other) => [("OtherId", other.Id)]
                ),
                new Unique<Customer, ExternalReference>(
                    ReferenceTaken,
                    customers,
                    c => c.Id,
                    c => c.References,
                    references => new CustomersByReference(references),
                    index => $"References[{index}]",
                    (reference, other) => [("Reference", reference), ("OtherId", other.Id)]
                ),
                new PlanChoice(plans),
                VisibleText.OfCustomers,
                .. WithoutStorage(options),
                // The host's storage of usage may itself read customers, through the rules: it is made when it is asked.
                new UsedQuotas(services.GetService<IUsageStore>, services.GetRequiredService<BusinessCalendar>(), credits.Consumption),
            ],
            services
        );

    public static RuleSet<ServicePlan> ForPlans(
        IReadRepositoryBase<Customer> customers,
        IReadRepositoryBase<ServicePlan> plans,
        RuleOptions options,
        IServiceProvider services
    ) =>
        options.RuleSet<ServicePlan>(
            [
                new Unique<ServicePlan, PlanId>(
                    PlanIdTaken,
                    plans,
                    p => p.Id,
                    p => [p.Id],
                    ids => new PlansById(ids),
                    _ => nameof(ServicePlan.Id),
                    (id, _) => [("Id", id)],
                    isOfNewOnly: true
                ),
                new Unique<ServicePlan, NameKey>(
                    PlanNameTaken,
                    plans,
                    p => p.Id,
                    p => [p.NameKey],
                    names => new PlansByName(names),
                    _ => nameof(ServicePlan.Name),
                    (_, other) => [("OtherId", other.Id)]
                ),
                VisibleText.OfPlans,
                new PlanDeletion(customers),
            ],
            services
        );

    private static IEnumerable<Rule> WithoutStorage(RuleOptions options) =>
        [
            new RequiredDetails(options.RequiredFields),
            new ContactDetails(options.PhoneNumbers),
            new FixedDetails(options.AccountNameIsFixed),
            new ServiceDates(options.Terms),
            new QuotaDates(),
            new ScheduleDates(),
            new ClosedUsage(),
            new CustomerDeletion(),
        ];
}
