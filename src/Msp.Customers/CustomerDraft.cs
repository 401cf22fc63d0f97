using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using NodaTime;

namespace Msp.Customers;

/// <summary>
/// A customer as a form, an import row or a request gives it: anything may be missing or wrong until it is checked.
/// Registering and editing take the same draft through the same checks. It serializes with System.Text.Json as it is.
/// </summary>
/// <remarks>
/// A list that is null says nothing: an edit leaves what is stored, and a new customer has none. An empty list takes all away. A draft that code makes has empty lists;
/// in one that is read from JSON, a list that is missing there, or null, is null.
/// </remarks>
public sealed class CustomerDraft : IJsonOnDeserializing
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

    /// <summary>The regions the customer's data is stored in; null leaves those that are stored.</summary>
    [AllowNull]
    public IList<string?> StorageRegions { get; set; } = [];

    /// <summary>The credit quotas; null leaves those that are stored.</summary>
    [AllowNull]
    public IList<QuotaDraft> Quotas { get; set; } = [];

    /// <summary>The quotas that recur; null leaves those that are stored.</summary>
    [AllowNull]
    public IList<QuotaScheduleDraft> Schedules { get; set; } = [];

    /// <summary>The last licensed day; null for a license without an end.</summary>
    [JsonConverter(typeof(IsoDateJsonConverter))]
    public LocalDate? LicenseExpiryDate { get; set; }

    /// <summary>The persons who represent the customer; null leaves those that are stored.</summary>
    [AllowNull]
    public IList<ContactDraft> Contacts { get; set; } = [];

    /// <summary>What other systems call the customer; null leaves those that are stored.</summary>
    [AllowNull]
    public IList<ReferenceDraft> References { get; set; } = [];

    /// <summary>What could not be read when the draft was made from outside text. A check reports it with all that it finds.</summary>
    [JsonIgnore]
    public IList<Violation> Unreadable { get; } = [];

    /// <summary>Checks the draft by itself, without storage and rules: what no customer can exist without.</summary>
    /// <returns>All violations, each with the path of its member; empty when there are none.</returns>
    public IReadOnlyList<Violation> Check() => CustomerValidator.Check(Completed());

    void IJsonOnDeserializing.OnDeserializing() =>
        (StorageRegions, Quotas, Schedules, Contacts, References) = (null, null, null, null, null);

    // With each list: one that is null is that of the customer as it is, and empty where there is none.
    internal CustomerDraft Completed(Customer? customer = null)
    {
        if (StorageRegions is not null && Quotas is not null && Schedules is not null && Contacts is not null && References is not null)
        {
            return this;
        }

        var (draft, before) = ((CustomerDraft)MemberwiseClone(), customer?.ToDraft() ?? new CustomerDraft());
        draft.StorageRegions ??= before.StorageRegions;
        draft.Quotas ??= before.Quotas;
        draft.Schedules ??= before.Schedules;
        draft.Contacts ??= before.Contacts;
        draft.References ??= before.References;
        return draft;
    }
}
