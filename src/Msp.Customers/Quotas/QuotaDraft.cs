using System.Text.Json.Serialization;
using NodaTime;

namespace Msp.Customers;

/// <summary>
/// A credit quota as a form, an import row or a request contains it. Its values may be missing or invalid until the draft is checked.
/// </summary>
/// <example>
/// <code>
/// var draft = customer.ToDraft();
/// draft.Quotas.Add(new QuotaDraft
/// {
///     Credits = 1500,
///     EffectiveDate = new LocalDate(2026, 3, 1),
///     EndDate = new LocalDate(2026, 3, 31),   // The last usable day.
/// });
/// customer.Edit(draft, CustomerTerms.Default);
/// </code>
/// </example>
public sealed class QuotaDraft
{
    /// <summary>The number of an existing quota within the customer; null for a new quota.</summary>
    public int? Number { get; set; }

    /// <summary>
    /// The allocated credits, more than zero; null when <see cref="Unlimited"/>. A quota with <see cref="CarryOver"/> can have 0 credits of
    /// its own.
    /// </summary>
    public decimal? Credits { get; set; }

    /// <summary>Whether the quota is unlimited; false by default.</summary>
    public bool Unlimited { get; set; }

    /// <summary>The first usable day.</summary>
    [JsonConverter(typeof(IsoDateJsonConverter))]
    public LocalDate? EffectiveDate { get; set; }

    /// <summary>The last usable day; null for an open quota.</summary>
    [JsonConverter(typeof(IsoDateJsonConverter))]
    public LocalDate? EndDate { get; set; }

    /// <summary>The first day on which the quota is void; null when it is not void.</summary>
    /// <remarks>
    /// In an edit, an earlier day replaces the stored day, a later day is refused, and null keeps the stored day. A void quota stays void.
    /// </remarks>
    [JsonConverter(typeof(IsoDateJsonConverter))]
    public LocalDate? VoidedFrom { get; set; }

    /// <summary>The priority. Of several quotas in force, the one with the smallest priority covers usage first; 0 by default.</summary>
    public int Priority { get; set; }

    /// <summary>The carry-over of unused credits from an earlier quota; null for none.</summary>
    public CarryOverDraft? CarryOver { get; set; }

    // A replacement for evaluation: a quota needs some credits when it has no carry-over.
    internal QuotaDraft WithoutCarryOver()
    {
        var copy = (QuotaDraft)MemberwiseClone();
        copy.CarryOver = null;
        copy.Credits = Credits == 0 ? 1 : Credits;
        return copy;
    }
}
