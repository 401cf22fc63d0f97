using NodaTime;

namespace Msp.Customers;

/// <summary>
/// The account that an MSP serves: account details, service details, contacts, and references of other systems. They change and are stored
/// as one aggregate.
/// </summary>
/// <remarks>
/// A customer always satisfies its invariants. Rules are evaluated when it is saved. An instance is not thread-safe while it changes.
/// </remarks>
/// <example>
/// <code>
/// var draft = new CustomerDraft { AccountName = "Northwind", OrganizationName = "Northwind Traders" };
/// draft.Quotas.Add(new QuotaDraft { Credits = 1500, EffectiveDate = new LocalDate(2026, 3, 1) });
///
/// var customer = Customer.Register(draft, CustomerTerms.Default, new LocalDate(2026, 3, 1));
/// var decision = customer.DecideOn(new LocalDate(2026, 3, 31), CustomerTerms.Default);
/// Console.WriteLine(decision.IsUsable);   // False: the evaluation ended on 2026-03-30
/// </code>
/// </example>
public sealed partial class Customer : IAggregate<Customer>
{
    private readonly List<StorageRegion> storageRegions = [];
    private readonly List<CreditQuota> quotas = [];
    private readonly List<QuotaSchedule> schedules = [];
    private readonly List<Contact> contacts = [];
    private readonly List<ExternalReference> references = [];
    private LocalDate? formerEvaluationEnd;
    private QuotaTimeline? timeline;
    private CustomerSnapshot? original;
    private long version;

    private Customer() { }

    // A customer without numbers of quotas, schedules and contacts.
    internal static Customer Blank => new();

    /// <summary>The customer's id. It never changes.</summary>
    public CustomerId Id { get; private set; } = null!;

    /// <summary>The names, the address and the phone number of the customer.</summary>
    public AccountDetails Account { get; private set; } = null!;

    /// <summary>The customer's IANA time zone; null for the configured zone.</summary>
    public string? TimeZone { get; private set; }

    /// <summary>The service plan that the customer subscribes to; null when the customer has no plan yet.</summary>
    public PlanId? ServicePlan { get; private set; }

    /// <summary>The tenant type; an evaluation by default.</summary>
    public TenantType TenantType { get; private set; }

    /// <summary>The regions in which the customer's data is stored, in order of name.</summary>
    public IReadOnlyList<StorageRegion> StorageRegions => storageRegions;

    /// <summary>The credit quotas, in order of number.</summary>
    public IReadOnlyList<CreditQuota> Quotas => quotas;

    /// <summary>The schedules of recurring quotas, in order of number.</summary>
    public IReadOnlyList<QuotaSchedule> Schedules => schedules;

    /// <summary>The last licensed day; null for a license without an end.</summary>
    public LocalDate? LicenseExpiryDate { get; private set; }

    /// <summary>The persons who represent the customer, in order of number.</summary>
    public IReadOnlyList<Contact> Contacts => contacts;

    /// <summary>The customer's ids in other systems, in order of system and id.</summary>
    public IReadOnlyList<ExternalReference> References => references;

    /// <summary>The day of registration, which is also the first day of an evaluation.</summary>
    public LocalDate RegisteredOn { get; private set; }

    /// <summary>The last day of the evaluation; null when the customer is not an evaluation.</summary>
    public LocalDate? EvaluationEndDate { get; private set; }

    /// <summary>
    /// The first day of the suspension; null when the customer is not suspended. Closing the customer keeps the suspension.
    /// </summary>
    public LocalDate? SuspendedOn { get; private set; }

    /// <summary>The reason for the suspension; null when the customer is not suspended.</summary>
    public SuspensionReason? SuspensionReason { get; private set; }

    /// <summary>The day of closing; null when the customer is not closed.</summary>
    public LocalDate? ClosedOn { get; private set; }

    /// <summary>The last day on which a closed customer must be kept; null when the customer is not closed.</summary>
    public LocalDate? RetentionDate { get; private set; }

    /// <summary>The last day whose usage is closed; null when no usage is closed.</summary>
    /// <remarks>Usage dated on or before this day is refused, so that statements of these days do not change.</remarks>
    public LocalDate? UsageClosedThrough { get; private set; }

    /// <summary>The status: active, suspended or closed.</summary>
    public CustomerStatus Status =>
        ClosedOn is not null ? CustomerStatus.Closed
        : SuspendedOn is not null ? CustomerStatus.Suspended
        : CustomerStatus.Active;

    /// <summary>The primary contact; null when no contact is marked as primary.</summary>
    public Contact? PrimaryContact => contacts.Find(c => c.IsPrimary);

    /// <summary>The quotas of the customer, arranged by date.</summary>
    public QuotaTimeline Timeline => timeline ??= new QuotaTimeline(quotas);

    /// <summary>The version, which increases with every change. A save of an outdated version is a conflict and stores nothing.</summary>
    public long Version
    {
        get => version;
        private set => (version, OriginalVersion, original) = (value, value, null);
    }

    // The stored version when the customer was read or last saved; 0 when it was never stored.
    internal long OriginalVersion { get; private set; }

    // The highest numbers that parts of the customer ever had; 0 before the first one.
    internal int LastQuotaNumber { get; private set; }

    internal int LastScheduleNumber { get; private set; }

    internal int LastContactNumber { get; private set; }

    /// <summary>Returns whether the license covers a day. The license expiry date is the last licensed day.</summary>
    /// <param name="date">The day.</param>
    /// <returns>True when the day is licensed. A license without an end covers every day.</returns>
    public bool IsLicensedOn(LocalDate date) => !(LicenseExpiryDate < date);

    /// <summary>Returns the last day on which the license and the evaluation allow the use of credits.</summary>
    /// <param name="terms">The terms in force. They determine whether the license and the evaluation must cover the day.</param>
    /// <returns>
    /// The earlier of <see cref="LicenseExpiryDate"/> and <see cref="EvaluationEndDate"/>, considering only those that must cover the day.
    /// Null when neither limits the use of credits.
    /// </returns>
    public LocalDate? CreditsGrantedThrough(CustomerTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var (license, evaluation) = (
            terms.CreditsEndWithLicense ? LicenseExpiryDate : null,
            terms.CreditsEndWithEvaluation ? EvaluationEndDate : null
        );
        return evaluation < license ? evaluation : license ?? evaluation;
    }

    /// <summary>Returns the quota with a number.</summary>
    /// <param name="number">The number of the quota.</param>
    /// <returns>The quota, or null when the customer has no quota with this number.</returns>
    public CreditQuota? FindQuota(int number) => quotas.Find(q => q.Number == number);

    /// <summary>Returns the schedule with a number.</summary>
    /// <param name="number">The number of the schedule.</param>
    /// <returns>The schedule, or null when the customer has no schedule with this number.</returns>
    public QuotaSchedule? FindSchedule(int number) => schedules.Find(s => s.Number == number);

    /// <summary>Returns the contact with a number.</summary>
    /// <param name="number">The number of the contact.</param>
    /// <returns>The contact, or null when the customer has no contact with this number.</returns>
    public Contact? FindContact(int number) => contacts.Find(c => c.Number == number);

    /// <summary>Decides which quota can be used on a day, with the reasons.</summary>
    /// <param name="date">The day, which must be a <see cref="SupportedDates">supported</see> date.</param>
    /// <param name="terms">The terms in force. They determine whether the license and the evaluation must cover the day.</param>
    /// <returns>The decision with its dates and reasons.</returns>
    public QuotaDecision DecideOn(LocalDate date, CustomerTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return new QuotaDecision(this, date, terms);
    }

    /// <summary>Returns the customer's id. It contains no names, so that logs contain no personal data.</summary>
    public override string ToString() => $"Customer {Id}";
}
