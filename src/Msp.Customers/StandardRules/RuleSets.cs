using Microsoft.Extensions.DependencyInjection;
using Msp.Customers.Names;

namespace Msp.Customers.Rules;

// The rules of the library, in the order in which they report, and those that a host adds.
internal static class RuleSets
{
    private static readonly RuleDescriptor DuplicateCustomerId = new(
        "customer.duplicate-id",
        Severity.Error,
        "The id {Id} belongs to another customer.",
        ("Id", typeof(CustomerId))
    );

    private static readonly RuleDescriptor DuplicateOrganizationName = new(
        "organization-name.duplicate",
        Severity.Error,
        "The organization name belongs to customer {OtherId}.",
        ("OtherId", typeof(CustomerId))
    );

    private static readonly RuleDescriptor DuplicateReference = new(
        "reference.duplicate",
        Severity.Error,
        "The reference {Reference} belongs to customer {OtherId}.",
        ("Reference", typeof(ExternalReference)),
        ("OtherId", typeof(CustomerId))
    );

    private static readonly RuleDescriptor DuplicatePlanId = new(
        "plan.duplicate-id",
        Severity.Error,
        "The id {Id} belongs to another plan.",
        ("Id", typeof(PlanId))
    );

    private static readonly RuleDescriptor DuplicatePlanName = new(
        "plan.duplicate-name",
        Severity.Warning,
        "The name belongs to plan {OtherId}.",
        ("OtherId", typeof(PlanId))
    );

    // Includes codes of rules that are off by default.
    public static IEnumerable<RuleDescriptor> Codes =>
        [
            DuplicateCustomerId,
            DuplicateOrganizationName,
            DuplicateReference,
            DuplicatePlanId,
            DuplicatePlanName,
            PlanDeletionRule.PlanInUse,
            VisibleTextRule.InvisibleCharacters,
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
                    DuplicateCustomerId,
                    customers,
                    c => c.Id,
                    c => [c.Id],
                    ids => new CustomersById(ids),
                    _ => nameof(Customer.Id),
                    (id, _) => [("Id", id)],
                    newOnly: true
                ),
                new UniqueRule<Customer, NameKey>(
                    DuplicateOrganizationName,
                    customers,
                    c => c.Id,
                    c => [NameKey.Of(c.Account.OrganizationName)],
                    names => new CustomersByOrganization(names),
                    _ => nameof(CustomerDraft.OrganizationName),
                    (_, otherId) => [("OtherId", otherId)]
                ),
                new UniqueRule<Customer, ExternalReference>(
                    DuplicateReference,
                    customers,
                    c => c.Id,
                    c => c.References,
                    references => new CustomersByReference(references),
                    index => $"References[{index}]",
                    (reference, otherId) => [("Reference", reference), ("OtherId", otherId)]
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
                    DuplicatePlanId,
                    plans,
                    p => p.Id,
                    p => [p.Id],
                    ids => new PlansById(ids),
                    _ => nameof(ServicePlan.Id),
                    (id, _) => [("Id", id)],
                    newOnly: true
                ),
                new UniqueRule<ServicePlan, NameKey>(
                    DuplicatePlanName,
                    plans,
                    p => p.Id,
                    p => [p.NameKey],
                    names => new PlansByName(names),
                    _ => nameof(ServicePlan.Name),
                    (_, otherId) => [("OtherId", otherId)]
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
            new LicenseAndEvaluationRule(options.Terms),
            new QuotaDatesRule(),
            new ScheduleDatesRule(),
            new QuotasOfClosedUsageRule(),
            new CustomerDeletionRule(),
        ];
}
