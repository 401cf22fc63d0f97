using System.Globalization;
using Msp.Customers.Usage;
using NodaTime;
using NodaTime.Text;

namespace Msp.Customers.Testing;

/// <summary>
/// What is valid by default, so that a test says only what it is about. Each draft is new, and is changed by an action or in place;
/// persons and companies are fictional. <c>Valid.Customer("Northwind", d => d.Contacts.Clear())</c> is a customer without contacts.
/// </summary>
public static class SampleData
{
    /// <summary>The day on which all of this happens, 2026-03-01.</summary>
    public static LocalDate Today { get; } = new(2026, 3, 1);

    /// <summary>A customer's draft: two contacts, one quota of thirty days, a region, a license of a year, a reference. Two with different names share nothing that is unique.</summary>
    /// <param name="name">The account name; the organization and the reference are named after it.</param>
    /// <param name="change">What is to be different; nothing when omitted.</param>
    /// <returns>A new draft without an id, which is made when it is registered.</returns>
    public static CustomerDraft CustomerDraft(string name = "Northwind", Action<CustomerDraft>? change = null) =>
        Changed(
            new CustomerDraft
            {
                AccountName = name,
                OrganizationName = $"{name} Traders",
                Address = "1 Harbour Road\nBremen",
                PhoneNumber = "+49 421 555 0100",
                LicenseExpiryDate = Today.PlusYears(1).PlusDays(-1),
                StorageRegions = { "eu-central-1" },
                Quotas = { Quota() },
                Contacts =
                {
                    Contact("Ada", c => (c.Roles, c.IsPrimary) = (ContactRoles.Billing, true)),
                    Contact("Grace", c => c.Roles = ContactRoles.Technical),
                },
                References =
                {
                    new ReferenceDraft { System = "psa", Id = name },
                },
            },
            change
        );

    /// <summary>Quotas without a customer, for tests of dates and balances.</summary>
    /// <param name="quotas">Each quota as credits, effective date and end date: <c>100: 2026-03-01..2026-03-31</c>, <c>unlimited: 2026-03-01..</c>. They are numbered from 1 in order.</param>
    /// <returns>The quotas, for a <see cref="QuotaTimeline"/> or a <see cref="Balance"/>.</returns>
    /// <exception cref="FormatException">A text has another form.</exception>
    /// <exception cref="RuleViolationException">A quota is not valid, such as one that ends before it starts.</exception>
    /// <example><code>new QuotaTimeline(Valid.Quotas("100: 2026-03-01..2026-03-31")).InForceOn(new LocalDate(2026, 3, 31))</code></example>
    public static IReadOnlyList<CreditQuota> Quotas(params IEnumerable<string> quotas)
    {
        ArgumentNullException.ThrowIfNull(quotas);
        return CreditQuota.From(quotas.Select(QuotaOf));
    }

    /// <summary>A customer registered today.</summary>
    /// <param name="name">The account name.</param>
    /// <param name="change">What is to be different from <see cref="CustomerDraft"/>; nothing when omitted.</param>
    /// <returns>A new customer, not yet stored.</returns>
    public static Customer Customer(string name = "Northwind", Action<CustomerDraft>? change = null) =>
        Customers.Customer.Register(CustomerDraft(name, change), CustomerTerms.Default, Today);

    /// <summary>A contact's draft.</summary>
    /// <param name="name">The first name.</param>
    /// <param name="change">What is to be different; nothing when omitted.</param>
    /// <returns>A new draft without a number.</returns>
    public static ContactDraft Contact(string name = "Ada", Action<ContactDraft>? change = null) =>
        Changed(
            new ContactDraft
            {
                Name = $"{name} Example",
                Email = $"{name}@customer.example",
                PhoneNumber = "+49 421 555 0101",
            },
            change
        );

    /// <summary>A quota's draft: 100 credits for thirty days from today on.</summary>
    /// <param name="change">What is to be different; nothing when omitted.</param>
    /// <returns>A new draft without a number.</returns>
    public static QuotaDraft Quota(Action<QuotaDraft>? change = null) =>
        Changed(
            new QuotaDraft
            {
                Credits = 100,
                EffectiveDate = Today,
                EndDate = Today.PlusDays(29),
            },
            change
        );

    /// <summary>The draft of a quota that recurs: 100 credits each month from today on.</summary>
    /// <param name="change">What is to be different; nothing when omitted.</param>
    /// <returns>A new draft without a number.</returns>
    public static QuotaScheduleDraft Schedule(Action<QuotaScheduleDraft>? change = null) =>
        Changed(
            new QuotaScheduleDraft
            {
                Credits = 100,
                Start = Today,
                Unit = ScheduleUnit.Month,
            },
            change
        );

    /// <summary>A plan's draft.</summary>
    /// <param name="id">The plan's id.</param>
    /// <param name="change">What is to be different; nothing when omitted.</param>
    /// <returns>A new draft.</returns>
    public static PlanDraft PlanDraft(string id = "gold", Action<PlanDraft>? change = null) =>
        Changed(
            new PlanDraft
            {
                Id = id,
                Name = $"Plan {id}",
                Edition = Edition.Enterprise,
                Features = { "Enterprise Workloads" },
            },
            change
        );

    /// <summary>A plan.</summary>
    /// <param name="id">The plan's id.</param>
    /// <param name="change">What is to be different from <see cref="PlanDraft"/>; nothing when omitted.</param>
    /// <returns>A new plan, not yet stored.</returns>
    public static ServicePlan Plan(string id = "gold", Action<PlanDraft>? change = null) => ServicePlan.Create(PlanDraft(id, change));

    /// <summary>The draft of one credit used today.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="key">The key.</param>
    /// <param name="change">What is to be different; nothing when omitted.</param>
    /// <returns>A new draft.</returns>
    public static UsageDraft Usage(CustomerId customer, string key = "k-1", Action<UsageDraft>? change = null)
    {
        ArgumentNullException.ThrowIfNull(customer);
        return Changed(
            new UsageDraft
            {
                Customer = customer.Value,
                Key = key,
                Date = Today,
                Credits = 1,
            },
            change
        );
    }

    /// <summary>One credit used today, as it is stored.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="key">The key.</param>
    /// <returns>An entry; use <c>with</c> to change it.</returns>
    public static UsageEntry UsageEntry(CustomerId customer, string key = "k-1") =>
        new()
        {
            Customer = customer,
            Key = key,
            Kind = UsageEntryKind.Usage,
            Date = Today,
            Credits = Credits.Of(1),
            Requested = Credits.Of(1),
            RecordedAt = Today.At(LocalTime.Noon).InUtc().ToInstant(),
        };

    private static T Changed<T>(T draft, Action<T>? change)
    {
        change?.Invoke(draft);
        return draft;
    }

    private static QuotaDraft QuotaOf(string text)
    {
        if (
            text?.Split(": ") is not [var credits, var period]
            || period.Split("..") is not [var start, var end]
            || !(credits == "unlimited" || decimal.TryParse(credits, CultureInfo.InvariantCulture, out _))
        )
        {
            throw new FormatException("A quota is written as '100: 2026-03-01..2026-03-31'.");
        }

        return new QuotaDraft
        {
            Credits = credits == "unlimited" ? null : decimal.Parse(credits, CultureInfo.InvariantCulture),
            Unlimited = credits == "unlimited",
            EffectiveDate = Date(start),
            EndDate = end.Length == 0 ? null : Date(end),
        };

        static LocalDate Date(string date) =>
            LocalDatePattern.Iso.Parse(date) is { Success: true } parsed
                ? parsed.Value
                : throw new FormatException("A date is written as 2026-03-01.");
    }
}
