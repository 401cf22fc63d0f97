using Microsoft.Extensions.DependencyInjection;
using Msp.Customers.Names;

namespace Msp.Customers.Rules;

// The rules of the library, in the order in which they report, and those that a host adds.
internal static class RuleSets
{
    private static readonly RuleDescriptor CustomerIdTaken = new(
        "customer.duplicate-id",
        Severity.Error,
        "The id {Id} belongs to another customer.",
        ("Id", typeof(CustomerId))
    );

    private static readonly RuleDescriptor OrganizationNameTaken = new(
        "organization-name.duplicate",
        Severity.Error,
        "The organization name belongs to customer {OtherId}.",
        ("OtherId", typeof(CustomerId))
    );

    private static readonly RuleDescriptor ReferenceTaken = new(
        "reference.duplicate",
        Severity.Error,
        "The reference {Reference} belongs to customer {OtherId}.",
        ("Reference", typeof(ExternalReference)),
        ("OtherId", typeof(CustomerId))
    );

    private static readonly RuleDescriptor PlanIdTaken = new(
        "plan.duplicate-id",
        Severity.Error,
        "The id {Id} belongs to another plan.",
        ("Id", typeof(PlanId))
    );

    private static readonly RuleDescriptor PlanNameTaken = new(
        "plan.duplicate-name",
        Severity.Warning,
        "The name belongs to plan {OtherId}.",
        ("OtherId", typeof(PlanId))
    );

    // Includes codes of rules that are off by default.
    public static IEnumerable<RuleDescriptor> Codes =>
        [
            CustomerIdTaken,
            OrganizationNameTaken,
            ReferenceTaken,
            PlanIdTaken,
            PlanNameTaken,
            PlanDeletionRule.InUse,
            VisibleTextRule.Invisible,
            .. PlanChoiceRule.AllCodes,
            .. WithoutStorage(new RuleOptions()).SelectMany(r => r.Codes),
        ];

    public static RuleSet<Customer> ForCustomers(
        IReadRepositoryBase<Customer> customers,
        IReadRepositoryBase<ServicePlan> plans,
        RuleOptions options,
        IServiceProvider services
    ) =>
        options.RuleSet<Customer>(
            [
                new UniqueRule<Customer, CustomerId>(
                    CustomerIdTaken,
                    customers,
                    c => c.Id,
                    c => [c.Id],
                    ids => new CustomersById(ids),
                    _ => nameof(Customer.Id),
                    (id, _) => [("Id", id)],
                    isOfNewOnly: true
                ),
                new UniqueRule<Customer, NameKey>(
                    OrganizationNameTaken,
                    customers,
                    c => c.Id,
                    c => [NameKey.Of(c.Account.OrganizationName)],
                    names => new CustomersByOrganization(names),
                    _ => nameof(CustomerDraft.OrganizationName),
                    (_, other) => [("OtherId", other.Id)]
                ),
                new UniqueRule<Customer, ExternalReference>(
                    ReferenceTaken,
                    customers,
                    c => c.Id,
                    c => c.References,
                    references => new CustomersByReference(references),
                    index => $"References[{index}]",
                    (reference, other) => [("Reference", reference), ("OtherId", other.Id)]
                ),
                new PlanChoiceRule(plans),
                VisibleTextRule.OfCustomers,
                .. WithoutStorage(options),
                .. services.GetServices<PackageRules>().SelectMany(p => p.Make(services)),
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
                new UniqueRule<ServicePlan, PlanId>(
                    PlanIdTaken,
                    plans,
                    p => p.Id,
                    p => [p.Id],
                    ids => new PlansById(ids),
                    _ => nameof(ServicePlan.Id),
                    (id, _) => [("Id", id)],
                    isOfNewOnly: true
                ),
                new UniqueRule<ServicePlan, NameKey>(
                    PlanNameTaken,
                    plans,
                    p => p.Id,
                    p => [p.NameKey],
                    names => new PlansByName(names),
                    _ => nameof(ServicePlan.Name),
                    (_, other) => [("OtherId", other.Id)]
                ),
                VisibleTextRule.OfPlans,
                new PlanDeletionRule(customers),
            ],
            services
        );

    private static IEnumerable<Rule> WithoutStorage(RuleOptions options) =>
        [
            new RequiredDetailsRule(options.RequiredFields),
            new ContactDetailsRule(options.PhoneNumbers, options.RequireCountryCode),
            new FixedDetailsRule(options.AccountNameIsFixed),
            new ServiceDatesRule(options.Terms),
            new QuotaDatesRule(),
            new ScheduleDatesRule(),
            new ClosedUsageRule(),
            new CustomerDeletionRule(),
        ];
}
