using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using NodaTime;

namespace Msp.Customers;

/// <summary>
/// A customer as a form, an import row or a request contains it. Its values may be missing or invalid until the draft is checked.
/// </summary>
/// <remarks>
/// Registration and edits apply the same checks. A draft serializes with System.Text.Json without further configuration. A list that is
/// null keeps the stored list in an edit, and is empty for a new customer; an empty list removes all items. A draft that code creates has
/// empty lists. In a draft that is read from JSON, a list that is missing or null is null.
/// </remarks>
/// <example>
/// <code>
/// var draft = new CustomerDraft
/// {
///     AccountName = "Northwind",
///     OrganizationName = "Northwind Traders",
///     TenantType = TenantType.Commercial,
///     LicenseExpiryDate = new LocalDate(2026, 12, 31),
/// };
/// draft.Quotas.Add(new QuotaDraft { Credits = 1500, EffectiveDate = new LocalDate(2026, 3, 1) });
/// draft.Contacts.Add(new ContactDraft { Name = "Maria Anders", Email = "maria@northwind.example", IsPrimary = true });
///
/// foreach (var violation in draft.Check())
/// {
///     Console.WriteLine($"{violation.Path}: {violation.Message}");
/// }
/// </code>
/// </example>
public sealed class CustomerDraft : IJsonOnDeserializing
{
    /// <summary>The customer's id, for a host that assigns ids; null to generate a random id.</summary>
    public string? Id { get; set; }

    /// <summary>The name of the customer account; required.</summary>
    public string? AccountName { get; set; }

    /// <summary>The name of the organization; required.</summary>
    public string? OrganizationName { get; set; }

    /// <summary>The address as one text. Line breaks are allowed.</summary>
    public string? Address { get; set; }

    /// <summary>The phone number, which is stored as written.</summary>
    public string? PhoneNumber { get; set; }

    /// <summary>The customer's IANA time zone, such as <c>Europe/Berlin</c>; null for the configured zone.</summary>
    public string? TimeZone { get; set; }

    /// <summary>The id of the service plan that the customer subscribes to; null for no plan yet.</summary>
    public string? ServicePlan { get; set; }

    /// <summary>The tenant type; an evaluation by default.</summary>
    public TenantType TenantType { get; set; }

    /// <summary>The names of the regions in which the customer's data is stored; null keeps the stored list.</summary>
    [AllowNull]
    public IList<string?> StorageRegions { get; set; } = [];

    /// <summary>The credit quotas; null keeps the stored list.</summary>
    [AllowNull]
    public IList<QuotaDraft> Quotas { get; set; } = [];

    /// <summary>The schedules of recurring quotas; null keeps the stored list.</summary>
    [AllowNull]
    public IList<QuotaScheduleDraft> Schedules { get; set; } = [];

    /// <summary>The last licensed day; null for a license without an end.</summary>
    [JsonConverter(typeof(IsoDateJsonConverter))]
    public LocalDate? LicenseExpiryDate { get; set; }

    /// <summary>The persons who represent the customer; null keeps the stored list.</summary>
    [AllowNull]
    public IList<ContactDraft> Contacts { get; set; } = [];

    /// <summary>The customer's ids in other systems; null keeps the stored list.</summary>
    [AllowNull]
    public IList<ReferenceDraft> References { get; set; } = [];

    /// <summary>
    /// The violations of external text that could not be read when the draft was created. <see cref="Check"/> reports them with its own
    /// violations.
    /// </summary>
    [JsonIgnore]
    public IList<Violation> ParseErrors { get; } = [];

    /// <summary>Checks the invariants of the draft, without storage and rules.</summary>
    /// <returns>All violations, each with the path of its member; empty when the draft is valid.</returns>
    public IReadOnlyList<Violation> Check() => CustomerValidator.Check(Completed());

    void IJsonOnDeserializing.OnDeserializing() =>
        (StorageRegions, Quotas, Schedules, Contacts, References) = (null, null, null, null, null);

    // Returns a draft with all lists. A list that is null becomes the customer's list, or an empty list for a new customer.
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
