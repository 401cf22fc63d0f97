using System.Text.Json.Serialization;
using NodaTime;

namespace Msp.Customers;

/// <summary>A quota that recurs as a form or a request gives it: anything may be missing or wrong until it is checked.</summary>
public sealed class QuotaScheduleDraft
{
    /// <summary>The schedule's number within the customer, for one that exists; null for a new one.</summary>
    public int? Number { get; set; }

    /// <summary>The first day of the first quota.</summary>
    [JsonConverter(typeof(IsoDateJsonConverter))]
    public LocalDate? Start { get; set; }

    /// <summary>The unit of the interval.</summary>
    public ScheduleUnit? Unit { get; set; }

    /// <summary>How many units make the interval; 1 by default.</summary>
    public int Interval { get; set; } = 1;

    /// <summary>The last day on which a quota may start; null for a schedule without an end.</summary>
    [JsonConverter(typeof(IsoDateJsonConverter))]
    public LocalDate? Until { get; set; }

    /// <summary>The credits of the first quota; null when <see cref="Unlimited"/>.</summary>
    public decimal? Credits { get; set; }

    /// <summary>Whether the quotas have no limit; false by default.</summary>
    public bool Unlimited { get; set; }

    /// <summary>By how many credits each quota allows more than the one before; 0 by default, and of no meaning for quotas without a limit.</summary>
    public decimal Increment { get; set; }

    /// <summary>The priority of the quotas; 0 by default.</summary>
    public int Priority { get; set; }

    /// <summary>How much each quota takes over of the one before it; null for nothing.</summary>
    public CarryOverTermsDraft? CarryOver { get; set; }

    /// <summary>
    /// The number of the first occurrence that is neither made nor skipped, counted from 0. Null leaves where the schedule is, with <see cref="NextRenewal"/> and
    /// <see cref="LastQuota"/>; a new one begins with 0.
    /// </summary>
    public int? NextOccurrence { get; set; }

    /// <summary>The first day of the next quota where that is before its occurrence, as it can be after a change of the dates; null, or a day that is not before, for the day of the occurrence.</summary>
    [JsonConverter(typeof(IsoDateJsonConverter))]
    public LocalDate? NextRenewal { get; set; }

    /// <summary>The number of the quota made last, from which the next carries over; null for none.</summary>
    public int? LastQuota { get; set; }
}
