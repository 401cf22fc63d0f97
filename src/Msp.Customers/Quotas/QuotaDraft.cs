using System.Text.Json.Serialization;
using NodaTime;

namespace Msp.Customers;

/// <summary>A credit quota as a form, an import row or a request gives it: anything may be missing or wrong until it is checked.</summary>
public sealed class QuotaDraft
{
    /// <summary>The quota's number within the customer, for one that exists; null for a new one.</summary>
    public int? Number { get; set; }

    /// <summary>The credits allocated, more than zero; null when <see cref="Unlimited"/>. A quota with <see cref="CarryOver"/> may have 0: it has what is carried over.</summary>
    public decimal? Credits { get; set; }

    /// <summary>Whether the quota has no limit; false by default.</summary>
    public bool Unlimited { get; set; }

    /// <summary>The first usable day.</summary>
    [JsonConverter(typeof(IsoDateJsonConverter))]
    public LocalDate? EffectiveDate { get; set; }

    /// <summary>The last usable day; null for an open quota.</summary>
    [JsonConverter(typeof(IsoDateJsonConverter))]
    public LocalDate? EndDate { get; set; }

    /// <summary>The day from which the quota is void; null when it is not. An earlier day replaces the one that is stored. A later one is refused, and null leaves what is stored: a quota that is void stays void.</summary>
    [JsonConverter(typeof(IsoDateJsonConverter))]
    public LocalDate? VoidedFrom { get; set; }

    /// <summary>Where several quotas are in force, the one with the smaller number pays first; 0 by default.</summary>
    public int Priority { get; set; }

    /// <summary>What the quota takes over of an earlier one's unused credits; null for nothing.</summary>
    public CarryOverDraft? CarryOver { get; set; }

    // A stand-in: one that had nothing else has some credits of its own.
    internal QuotaDraft WithoutCarryOver()
    {
        var copy = (QuotaDraft)MemberwiseClone();
        copy.CarryOver = null;
        copy.Credits = Credits == 0 ? 1 : Credits;
        return copy;
    }
}
