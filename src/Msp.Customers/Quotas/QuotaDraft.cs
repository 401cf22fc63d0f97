using System.Text.Json.Serialization;
using Msp.Customers.Calendars;
using NodaTime;

namespace Msp.Customers.Quotas;

/// <summary>A credit quota as a form, an import row or a request gives it: anything may be missing or wrong until it is checked.</summary>
public sealed class QuotaDraft
{
    /// <summary>The quota's number within the customer, for one that exists; null for a new one.</summary>
    public int? Number { get; set; }

    /// <summary>The credits allocated; null when <see cref="Unlimited"/>.</summary>
    public decimal? Credits { get; set; }

    /// <summary>Whether the quota has no limit; false by default.</summary>
    public bool Unlimited { get; set; }

    /// <summary>The first usable day.</summary>
    [JsonConverter(typeof(IsoDateJsonConverter))]
    public LocalDate? EffectiveDate { get; set; }

    /// <summary>The last usable day; null for an open quota.</summary>
    [JsonConverter(typeof(IsoDateJsonConverter))]
    public LocalDate? EndDate { get; set; }

    /// <summary>The day from which the quota is void; null when it is not. Once a quota is void, the first date stands, and a draft without one does not lift it.</summary>
    [JsonConverter(typeof(IsoDateJsonConverter))]
    public LocalDate? VoidedFrom { get; set; }

    /// <summary>Where several quotas are in force, the one with the smaller number pays first; 0 by default.</summary>
    public int Priority { get; set; }

    /// <summary>What the quota takes over of an earlier one's unused credits; null for nothing.</summary>
    public CarryOverDraft? CarryOver { get; set; }

    internal QuotaDraft WithoutCarryOver()
    {
        var copy = (QuotaDraft)MemberwiseClone();
        copy.CarryOver = null;
        return copy;
    }
}
