using NodaTime;

namespace Msp.Customers;

/// <summary>
/// The account an MSP serves: account details, service details, contacts, and the references of other systems, changed and stored as one.
/// A customer in hand always keeps its invariants; rules are evaluated when it is saved. Not safe to share between threads while it changes.
/// </summary>
public sealed partial class Customer
{
    private readonly List<StorageRegion> storageRegions = [];
    private readonly List<CreditQuota> quotas = [];
    private readonly List<QuotaSchedule> schedules = [];
    private readonly List<Contact> contacts = [];
    private readonly List<ExternalReference> references = [];
    private LocalDate? formerEvaluationEnd;
    private QuotaTimeline? timeline;
    private long version;

    private Customer() { }

    // Has given no numbers yet.
    internal static Customer Blank => new();

    /// <summary>The customer's id; it never changes.</summary>
    public CustomerId Id { get; private set; } = null!;

    /// <summary>Who the customer is.</summary>
    public AccountDetails Account { get; private set; } = null!;

    /// <summary>The customer's IANA time zone; null for the configured one.</summary>
    public string? TimeZone { get; private set; }

    /// <summary>The service plan the customer subscribes to; null for none yet.</summary>
    public PlanId? ServicePlan { get; private set; }

    /// <summary>The tenant type; an evaluation by default.</summary>
    public TenantType TenantType { get; private set; }

    /// <summary>The regions the customer's data is stored in, in order of name.</summary>
    public IReadOnlyList<StorageRegion> StorageRegions => storageRegions;

    /// <summary>The credit quotas, in order of number.</summary>
    public IReadOnlyList<CreditQuota> Quotas => quotas;

    /// <summary>The quotas that recur, in order of number.</summary>
    public IReadOnlyList<QuotaSchedule> Schedules => schedules;

    /// <summary>The last licensed day; null for a license without an end.</summary>
    public LocalDate? LicenseExpiryDate { get; private set; }

    /// <summary>The persons who represent the customer, in order of number.</summary>
    public IReadOnlyList<Contact> Contacts => contacts;

    /// <summary>What other systems call the customer, in order of system and id.</summary>
    public IReadOnlyList<ExternalReference> References => references;

    /// <summary>The day of registration; an evaluation's first day.</summary>
    public LocalDate RegisteredOn { get; private set; }

    /// <summary>The last day of the evaluation; null when the customer is none.</summary>
    public LocalDate? EvaluationEndDate { get; private set; }

    /// <summary>Since when the customer is suspended; null when it is not. Closing does not lift it.</summary>
    public LocalDate? SuspendedOn { get; private set; }

    /// <summary>Why the customer is suspended; null when it is not.</summary>
    public SuspensionReason? SuspensionReason { get; private set; }

    /// <summary>The day of closing; null when the customer is not closed.</summary>
    public LocalDate? ClosedOn { get; private set; }

    /// <summary>The last day on which a closed customer is kept; null when it is not closed.</summary>
    public LocalDate? RetentionDate { get; private set; }

    /// <summary>The last day whose usage is settled: usage dated on or before it is refused, so that its statements stay what they are; null when no day is.</summary>
    public LocalDate? UsageClosedThrough { get; private set; }

    /// <summary>Whether the customer is served.</summary>
    public CustomerStatus Status =>
        ClosedOn is not null ? CustomerStatus.Closed
        : SuspendedOn is not null ? CustomerStatus.Suspended
        : CustomerStatus.Active;

    /// <summary>The first person to turn to; null when none is marked.</summary>
    public Contact? PrimaryContact => contacts.Find(c => c.IsPrimary);

    /// <summary>The quotas laid out over time.</summary>
    public QuotaTimeline Timeline => timeline ??= new QuotaTimeline(quotas);

    /// <summary>The highest number a quota of the customer ever had; 0 before the first.</summary>
    public int LastQuotaNumber { get; private set; }

    /// <summary>The highest number a schedule of the customer ever had; 0 before the first.</summary>
    public int LastScheduleNumber { get; private set; }

    /// <summary>The highest number a contact of the customer ever had; 0 before the first.</summary>
    public int LastContactNumber { get; private set; }

    /// <summary>Moves with every change; a save of an outdated version is refused.</summary>
    public long Version
    {
        get => version;
        private set => version = OriginalVersion = value;
    }

    /// <summary>The version that storage held when the customer was read or last saved; 0 when it was never stored.</summary>
    public long OriginalVersion { get; private set; }

    /// <summary>Whether the license covers a day: the license expiry date is the last licensed day.</summary>
    /// <param name="date">The day.</param>
    /// <returns>True for every day when the license has no end.</returns>
    public bool IsLicensedOn(LocalDate date) => !(LicenseExpiryDate < date);

    /// <summary>Returns the last day for which the customer is granted credits, as far as its license and its evaluation are concerned.</summary>
    /// <param name="terms">The terms in force, which say whether the license and the evaluation must cover the day.</param>
    /// <returns>The earlier of <see cref="LicenseExpiryDate"/> and <see cref="EvaluationEndDate"/>, of those that must cover the day; null when there is no such day.</returns>
    public LocalDate? CreditsGrantedThrough(CustomerTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var (license, evaluation) = (
            terms.LicenseMustCover ? LicenseExpiryDate : null,
            terms.EvaluationMustCover ? EvaluationEndDate : null
        );
        return evaluation < license ? evaluation : license ?? evaluation;
    }

    /// <summary>The quota with a number.</summary>
    /// <param name="number">The number.</param>
    /// <returns>Null when the customer has no such quota.</returns>
    public CreditQuota? FindQuota(int number) => quotas.Find(q => q.Number == number);

    /// <summary>The schedule with a number.</summary>
    /// <param name="number">The number.</param>
    /// <returns>Null when the customer has no such schedule.</returns>
    public QuotaSchedule? FindSchedule(int number) => schedules.Find(s => s.Number == number);

    /// <summary>The contact with a number.</summary>
    /// <param name="number">The number.</param>
    /// <returns>Null when the customer has no such contact.</returns>
    public Contact? FindContact(int number) => contacts.Find(c => c.Number == number);

    /// <summary>Decides which quota can be used on a day, and says why.</summary>
    /// <param name="date">The day; a <see cref="SupportedDates">supported</see> date.</param>
    /// <param name="terms">The terms in force, which say whether the license and the evaluation must cover the day.</param>
    /// <returns>The decision with its dates and its reasons.</returns>
    public QuotaDecision DecideOn(LocalDate date, CustomerTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return new QuotaDecision(this, date, terms);
    }

    /// <summary>The id only: names stay out of logs.</summary>
    public override string ToString() => $"Customer {Id}";

    /// <summary>Marks the version as stored. Repositories call it after a save.</summary>
    public void AcceptChanges() => OriginalVersion = version;
}
