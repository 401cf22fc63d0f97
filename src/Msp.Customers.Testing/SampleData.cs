using System.Globalization;
using Msp.Customers.Usage;
using NodaTime;
using NodaTime.Text;

namespace Msp.Customers.Testing;

/// <summary>Creates valid sample data, so that a test sets only the values that it checks.</summary>
/// <remarks>
/// Each draft is a new object, which a test changes by the <c>change</c> action or in place. All persons and companies are fictional.
/// <c>SampleData.Customer("Northwind", d => d.Contacts.Clear())</c> is a customer without contacts.
/// </remarks>
public static class SampleData
{
    /// <summary>The current day of the sample data, 2026-03-01.</summary>
    public static LocalDate Today { get; } = new(2026, 3, 1);

    /// <summary>Creates a valid draft of a customer.</summary>
    /// <param name="name">The account name. The organization name and the reference contain it too.</param>
    /// <param name="change">An action that changes the draft; null for no change.</param>
    /// <returns>A new draft without an id. The registration creates the id.</returns>
    /// <remarks>
    /// The draft has two contacts, one quota of thirty days, a storage region, a license of one year and a reference. Two drafts with
    /// different names have no unique value in common.
    /// </remarks>
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

    /// <summary>Creates quotas without a customer, for tests of dates and balances.</summary>
    /// <param name="quotas">
    /// The quotas, each as credits, effective date and end date: <c>100: 2026-03-01..2026-03-31</c>, <c>unlimited: 2026-03-01..</c>.
    /// </param>
    /// <returns>The quotas, numbered from 1 in order, for a <see cref="QuotaTimeline"/> or a <see cref="Balance"/>.</returns>
    /// <exception cref="FormatException">A text has a different format.</exception>
    /// <exception cref="RuleViolationException">A quota is not valid, such as a quota that ends before it starts.</exception>
    /// <example>
    /// <code>
    /// var quotas = SampleData.Quotas("100: 2026-03-01..2026-03-31");
    /// var inForce = new QuotaTimeline(quotas).ConsumedFirstOn(new LocalDate(2026, 3, 31));
    /// </code>
    /// </example>
    public static IReadOnlyList<CreditQuota> Quotas(params IEnumerable<string> quotas)
    {
        ArgumentNullException.ThrowIfNull(quotas);
        return CreditQuota.From(quotas.Select(QuotaOf));
    }

    /// <summary>Creates a customer that is registered on <see cref="Today"/>.</summary>
    /// <param name="name">The account name.</param>
    /// <param name="change">An action that changes the draft; null for no change.</param>
    /// <returns>A new customer that is not stored yet.</returns>
    public static Customer Customer(string name = "Northwind", Action<CustomerDraft>? change = null) =>
        Customers.Customer.Register(CustomerDraft(name, change), CustomerTerms.Default, Today);

    /// <summary>Creates a valid draft of a contact.</summary>
    /// <param name="name">The first name.</param>
    /// <param name="change">An action that changes the draft; null for no change.</param>
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

    /// <summary>Creates a valid draft of a quota: 100 credits for thirty days from <see cref="Today"/> on.</summary>
    /// <param name="change">An action that changes the draft; null for no change.</param>
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

    /// <summary>Creates a valid draft of a quota schedule: 100 credits each month from <see cref="Today"/> on.</summary>
    /// <param name="change">An action that changes the draft; null for no change.</param>
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

    /// <summary>Creates a valid draft of a service plan.</summary>
    /// <param name="id">The id of the plan.</param>
    /// <param name="change">An action that changes the draft; null for no change.</param>
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

    /// <summary>Creates a service plan.</summary>
    /// <param name="id">The id of the plan.</param>
    /// <param name="change">An action that changes the draft; null for no change.</param>
    /// <returns>A new plan that is not stored yet.</returns>
    public static ServicePlan Plan(string id = "gold", Action<PlanDraft>? change = null) => ServicePlan.Create(PlanDraft(id, change));

    /// <summary>Creates a valid draft of a usage entry of one credit on <see cref="Today"/>.</summary>
    /// <param name="customer">The id of the customer.</param>
    /// <param name="key">The key of the entry.</param>
    /// <param name="change">An action that changes the draft; null for no change.</param>
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

    /// <summary>Creates a stored usage entry of one credit on <see cref="Today"/>.</summary>
    /// <param name="customer">The id of the customer.</param>
    /// <param name="key">The key of the entry.</param>
    /// <returns>An entry. Use <c>with</c> to change it.</returns>
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
