using System.Text.Json.Serialization;
using Msp.Customers.Calendars;
using Msp.Customers.Contacts;
using Msp.Customers.Quotas;
using Msp.Customers.Rules;
using NodaTime;

namespace Msp.Customers;

/// <summary>
/// A customer as a form, an import row or a request gives it: anything may be missing or wrong until it is checked.
/// Registering and editing take the same draft through the same checks. It serializes with System.Text.Json as it is.
/// </summary>
public sealed class CustomerDraft
{
    /// <summary>The customer's id, for a host with keys of its own; null for a new random one.</summary>
    public string? Id { get; set; }

    /// <summary>The name of the customer account; required.</summary>
    public string? AccountName { get; set; }

    /// <summary>The name of the organization; required.</summary>
    public string? OrganizationName { get; set; }

    /// <summary>The address in one text; line breaks are allowed.</summary>
    public string? Address { get; set; }

    /// <summary>The phone number; kept as it is written.</summary>
    public string? PhoneNumber { get; set; }

    /// <summary>The customer's IANA time zone, such as <c>Europe/Berlin</c>; null for the configured one.</summary>
    public string? TimeZone { get; set; }

    /// <summary>The id of the service plan the customer subscribes to; null for none yet.</summary>
    public string? ServicePlan { get; set; }

    /// <summary>The tenant type; an evaluation by default.</summary>
    public TenantType TenantType { get; set; }

    /// <summary>The regions the customer's data is stored in.</summary>
    public IList<string?> StorageRegions
    {
        get;
        set => field = value ?? [];
    } = [];

    /// <summary>The credit quotas.</summary>
    public IList<QuotaDraft> Quotas
    {
        get;
        set => field = value ?? [];
    } = [];

    /// <summary>The quotas that recur.</summary>
    public IList<QuotaScheduleDraft> Schedules
    {
        get;
        set => field = value ?? [];
    } = [];

    /// <summary>The last licensed day; null for a license without an end.</summary>
    [JsonConverter(typeof(IsoDateJsonConverter))]
    public LocalDate? LicenseExpiryDate { get; set; }

    /// <summary>The persons who represent the customer.</summary>
    public IList<ContactDraft> Contacts
    {
        get;
        set => field = value ?? [];
    } = [];

    /// <summary>What other systems call the customer.</summary>
    public IList<ReferenceDraft> References
    {
        get;
        set => field = value ?? [];
    } = [];

    /// <summary>What could not be read when the draft was made from outside text. A check reports it with all that it finds.</summary>
    [JsonIgnore]
    public IList<Violation> Unreadable { get; } = [];

    /// <summary>Checks the draft by itself, without storage and rules: what no customer can exist without.</summary>
    /// <returns>All violations, each with the path of its member; empty when there are none.</returns>
    public IReadOnlyList<Violation> Check() => CustomerValidator.Check(this);
}
