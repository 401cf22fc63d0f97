using System.Text.Json.Serialization;
using NodaTime;

namespace Msp.Customers;

/// <summary>The complete plain state of a customer, for stores that map by hand. It serializes with System.Text.Json as it is.</summary>
public sealed class CustomerSnapshot
{
    /// <summary>All that can be edited, with the numbers of quotas, schedules and contacts.</summary>
    public CustomerDraft Details { get; set; } = new();

    /// <summary>The version to be stored, or as stored.</summary>
    public long Version { get; set; }

    /// <summary>The day of registration.</summary>
    [JsonConverter(typeof(IsoDateJsonConverter))]
    public LocalDate RegisteredOn { get; set; }

    /// <summary>The last day of the evaluation; null when the customer is none.</summary>
    [JsonConverter(typeof(IsoDateJsonConverter))]
    public LocalDate? EvaluationEndDate { get; set; }

    /// <summary>Since when the customer is suspended; null when it is not.</summary>
    [JsonConverter(typeof(IsoDateJsonConverter))]
    public LocalDate? SuspendedOn { get; set; }

    /// <summary>Why the customer is suspended; null when it is not.</summary>
    public SuspensionReason? SuspensionReason { get; set; }

    /// <summary>The day of closing; null when the customer is not closed.</summary>
    [JsonConverter(typeof(IsoDateJsonConverter))]
    public LocalDate? ClosedOn { get; set; }

    /// <summary>The last day on which a closed customer is kept; null when it is not closed.</summary>
    [JsonConverter(typeof(IsoDateJsonConverter))]
    public LocalDate? RetentionDate { get; set; }

    /// <summary>The last day whose usage is settled; null when no day is.</summary>
    [JsonConverter(typeof(IsoDateJsonConverter))]
    public LocalDate? UsageClosedThrough { get; set; }

    /// <summary>The highest number a quota of the customer ever had; 0 before the first.</summary>
    public int LastQuotaNumber { get; set; }

    /// <summary>The highest number a schedule of the customer ever had; 0 before the first.</summary>
    public int LastScheduleNumber { get; set; }

    /// <summary>The highest number a contact of the customer ever had; 0 before the first.</summary>
    public int LastContactNumber { get; set; }
}
