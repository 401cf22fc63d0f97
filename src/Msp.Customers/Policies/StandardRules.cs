using Msp.Customers.Consumption;
using Msp.Customers.Contacts;
using Msp.Customers.Plans;
using Msp.Customers.Queries;
using Msp.Customers.Quotas;
using Msp.Customers.Reading;
using Msp.Customers.Rules;
using Msp.Customers.Storage;
using Msp.Customers.Usage;
using NodaTime;

namespace Msp.Customers.Policies;

/// <summary>The rules that come along, gathered. <c>docs/rules.md</c> lists them.</summary>
public static class StandardRules
{
    /// <summary>What a customer's draft must keep.</summary>
    /// <param name="options">Which rules hold, and on which terms; all that come along on the default terms when omitted.</param>
    /// <param name="zones">The zone database; NodaTime's own by default.</param>
    /// <returns>Rules that are safe to share.</returns>
    public static CustomerRules ForCustomers(RuleOptions? options = null, IDateTimeZoneProvider? zones = null)
    {
        options ??= new RuleOptions();
        return new CustomerRules(
            [.. options.Keep(DraftRules(options, zones ?? DateTimeZoneProviders.Tzdb)), .. options.AddedDraftRules],
            options.Terms,
            options.SeverityMap
        );
    }

    /// <summary>What a plan's draft must keep.</summary>
    /// <param name="options">Which rules hold; all that come along when omitted.</param>
    /// <returns>Rules that are safe to share.</returns>
    public static DraftRules<PlanDraft> ForPlans(RuleOptions? options = null) =>
        new(PlanDraftRules(), (options ?? new RuleOptions()).SeverityMap);

    /// <summary>What a draft of usage must keep.</summary>
    /// <returns>Rules that are safe to share. All are structural: none can be removed or softened.</returns>
    public static DraftRules<UsageDraft> ForUsage() => new(UsageDraftRules());

    /// <summary>What a customer is judged by when it is saved or deleted.</summary>
    /// <param name="customers">The stored customers.</param>
    /// <param name="plans">The stored plans.</param>
    /// <param name="options">Which rules hold, and on which terms; all that come along on the default terms when omitted.</param>
    /// <param name="services">What the host's own policies are made from; needed only where the options add some.</param>
    /// <returns>Policies for one unit of work.</returns>
    public static PolicySet<Customer> CustomerPolicies(
        Stored<Customer> customers,
        Stored<ServicePlan> plans,
        RuleOptions? options = null,
        IServiceProvider? services = null
    )
    {
        ArgumentNullException.ThrowIfNull(customers);
        ArgumentNullException.ThrowIfNull(plans);
        options ??= new RuleOptions();
        services ??= NoServices.Instance;
        return new PolicySet<Customer>(
            [.. options.Keep(SavePolicies(customers, plans, options)), .. options.MakeAddedPolicies(services)],
            [.. options.Keep(RemovalPolicies()), .. options.MakeAddedRemovalPolicies(services)],
            options.SeverityMap
        );
    }

    /// <summary>What a plan is judged by when it is saved or deleted.</summary>
    /// <param name="customers">The stored customers.</param>
    /// <param name="plans">The stored plans.</param>
    /// <param name="options">Which rules hold; all that come along when omitted.</param>
    /// <param name="services">What the host's own policies are made from; needed only where the options add some.</param>
    /// <returns>Policies for one unit of work.</returns>
    public static PolicySet<ServicePlan> PlanPolicies(
        Stored<Customer> customers,
        Stored<ServicePlan> plans,
        RuleOptions? options = null,
        IServiceProvider? services = null
    )
    {
        ArgumentNullException.ThrowIfNull(customers);
        ArgumentNullException.ThrowIfNull(plans);
        options ??= new RuleOptions();
        services ??= NoServices.Instance;
        return new PolicySet<ServicePlan>(
            [
                .. options.Keep<Policy<ServicePlan>>([new PlanExistsAlready(plans), new PlanNameTaken(plans)]),
                .. options.MakeAddedPlanPolicies(services),
            ],
            [
                .. options.Keep<RemovalPolicy<ServicePlan>>([new RemovalOfPlanInUse(customers)]),
                .. options.MakeAddedPlanRemovalPolicies(services),
            ],
            options.SeverityMap
        );
    }

    /// <summary>Every rule that comes along, also those that are off by default and those the customer itself keeps.</summary>
    /// <returns>Each code once, in order of code.</returns>
    public static IReadOnlyList<Rule> All()
    {
        var options = new RuleOptions { AccountNameIsFixed = true };
        var (customers, plans) = (new Stored<Customer>(new InMemoryCustomerStore()), new Stored<ServicePlan>(new InMemoryPlanStore()));
        IEnumerable<Rule> all =
        [
            .. DraftRules(options, DateTimeZoneProviders.Tzdb),
            .. PlanDraftRules(),
            .. UsageDraftRules(),
            .. SavePolicies(customers, plans, options),
            .. RemovalPolicies(),
            new PlanExistsAlready(plans),
            new PlanNameTaken(plans),
            new RemovalOfPlanInUse(customers),
            UnknownQuota.Instance,
            UnknownSchedule.Instance,
            TooManyDue.Instance,
            UnknownContact.Instance,
            StatusMove.Instance,
            RetentionOver.Instance,
            NoEvaluation.Instance,
            UnreadableValue.Instance,
            UnreadableDate.Instance,
            .. PageRule.All,
            CreditsShort.Instance,
            .. UsageRefusal.All,
        ];
        return [.. all.DistinctBy(r => r.Code).OrderBy(r => r.Code, StringComparer.Ordinal)];
    }

    private static IEnumerable<DraftRule<UsageDraft>> UsageDraftRules()
    {
        var texts = new UsageTexts();
        return
        [
            new FieldRequired<UsageDraft>(texts),
            new FieldTooLong<UsageDraft>(texts),
            new FieldHasControlCharacters<UsageDraft>(texts),
            new FieldMalformed<UsageDraft>(texts),
            new UsageCreditsMissing(),
            new UsageCreditsNegative(),
            new UsageCreditsTooFine(),
            new UsageCreditsTooLarge(),
            new UsageDateMissing(),
            new UsageDatedTwice(),
            new UsageDateOutOfRange(),
        ];
    }

    private static IEnumerable<DraftRule<CustomerDraft>> DraftRules(RuleOptions options, IDateTimeZoneProvider zones)
    {
        var texts = new CustomerTexts(options.RequiredFields);
        return
        [
            new ListTooLong(),
            new FieldRequired<CustomerDraft>(texts),
            new FieldTooLong<CustomerDraft>(texts),
            new FieldHasControlCharacters<CustomerDraft>(texts),
            new FieldMalformed<CustomerDraft>(texts),
            new DetailRequired(options.RequiredFields),
            new ItemMissing(),
            new NumberRepeated(),
            new PhoneNumberUnreadable(options.PhoneNumbers),
            new TimeZoneUnknown(zones),
            new TenantTypeUnknown(),
            new DateOutOfRange(),
            new QuotaEffectiveDateMissing(),
            new QuotaEndsBeforeItStarts(),
            new QuotaCreditsMissing(),
            new QuotaCreditsAndUnlimited(),
            new QuotaCreditsNotPositive(),
            new QuotaCreditsTooFine(),
            new QuotaCreditsTooLarge(),
            new QuotaCarryOverUnknown(),
            new QuotaCarryOverTooEarly(),
            new QuotaCarryOverCapWrong(),
            new ScheduleAnchorMissing(),
            new ScheduleUnitUnknown(),
            new ScheduleEveryOutOfRange(),
            new ScheduleEndsBeforeItStarts(),
            new ScheduleIncrementWrong(),
            new ScheduleNextOccurrenceNegative(),
            new EmailUnreadable(),
            new ContactEmailRepeated(),
            new ContactRolesUnknown(),
            new ContactSecondPrimary(),
        ];
    }

    private static IEnumerable<DraftRule<PlanDraft>> PlanDraftRules()
    {
        var texts = new PlanTexts();
        return
        [
            new PlanListTooLong(),
            new FieldRequired<PlanDraft>(texts),
            new FieldTooLong<PlanDraft>(texts),
            new FieldHasControlCharacters<PlanDraft>(texts),
            new FieldMalformed<PlanDraft>(texts),
            new PlanEditionMissing(),
        ];
    }

    private static IEnumerable<Policy<Customer>> SavePolicies(Stored<Customer> customers, Stored<ServicePlan> plans, RuleOptions options) =>
        [
            new CustomerRegisteredAlready(customers),
            new OrganizationNameTaken(customers),
            new ReferenceTaken(customers),
            .. options.AccountNameIsFixed ? [new AccountNameFixed()] : Array.Empty<Policy<Customer>>(),
            new PlanUnknown(plans),
            new PlanRetired(plans),
            new RegionNotAllowed(plans),
            new RegionRemoved(),
            new TenantTypeOneWay(),
            new EvaluationOver(),
            new EvaluationExtendedTooFar(options.Terms),
            new EvaluationTooLong(options.Terms),
            new LicenseAlreadyExpired(),
            new QuotaOfUnservedCustomer(),
            new QuotaEndsInThePast(),
            new QuotaMovesClosedUsage(),
            new QuotaOverlaps(),
            new QuotaBeyondLicense(),
            new QuotaBeyondEvaluation(),
        ];

    private static IEnumerable<RemovalPolicy<Customer>> RemovalPolicies() =>
        [new RemovalOfOpenCustomer(), new RemovalBeforeRetention(), new RemovalWithQuota()];

    private sealed class NoServices : IServiceProvider
    {
        public static readonly NoServices Instance = new();

        public object? GetService(Type serviceType) => null;
    }
}
