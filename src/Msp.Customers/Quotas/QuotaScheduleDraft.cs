using System.Text.Json.Serialization;
using NodaTime;

namespace Msp.Customers;

/// <summary>
/// A schedule of a recurring quota as a form or a request contains it. Its values may be missing or invalid until the draft is checked.
/// </summary>
public sealed class QuotaScheduleDraft
{
    /// <summary>The number of an existing schedule within the customer; null for a new schedule.</summary>
    public int? Number { get; set; }

    /// <summary>The first day of the first quota.</summary>
    [JsonConverter(typeof(IsoDateJsonConverter))]
    public LocalDate? Start { get; set; }

    /// <summary>The unit of the interval.</summary>
    public ScheduleUnit? Unit { get; set; }

    /// <summary>The number of units in the interval; 1 by default.</summary>
    public int Interval { get; set; } = 1;

    /// <summary>The last day on which a quota may start; null for a schedule without an end.</summary>
    [JsonConverter(typeof(IsoDateJsonConverter))]
    public LocalDate? Until { get; set; }

    /// <summary>The credits of the first quota; null when <see cref="Unlimited"/>.</summary>
    public decimal? Credits { get; set; }

    /// <summary>Whether the quotas are unlimited; false by default.</summary>
    public bool Unlimited { get; set; }

    /// <summary>The number of credits by which each quota exceeds the previous one; 0 by default. Unlimited quotas ignore it.</summary>
    public decimal Increment { get; set; }

    /// <summary>The priority of the quotas; 0 by default.</summary>
    public int Priority { get; set; }

    /// <summary>The terms of the carry-over from each quota to the next; null for no carry-over.</summary>
    public CarryOverTermsDraft? CarryOver { get; set; }

    /// <summary>The number of the first occurrence that is neither created nor skipped, counted from 0.</summary>
    /// <remarks>
    /// Null keeps the stored progress of the schedule, together with <see cref="NextRenewal"/> and <see cref="LastQuota"/>. A new schedule
    /// starts with 0.
    /// </remarks>
    public int? NextOccurrence { get; set; }

    /// <summary>The first day of the next quota when it starts before its occurrence, as after a change of the dates.</summary>
    /// <remarks>Null, or a day that is not before the occurrence, means the day of the occurrence.</remarks>
    [JsonConverter(typeof(IsoDateJsonConverter))]
    public LocalDate? NextRenewal { get; set; }

    /// <summary>The number of the last created quota, from which the next one carries over; null when there is no such quota.</summary>
    public int? LastQuota { get; set; }
}
