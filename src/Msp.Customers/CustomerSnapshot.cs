using System.Text.Json.Serialization;
using NodaTime;

namespace Msp.Customers;

/// <summary>
/// The complete plain state of a customer, for stores that map by hand. It serializes with System.Text.Json without further configuration.
/// </summary>
public sealed class CustomerSnapshot
{
    /// <summary>The complete editable state, with the numbers of quotas, schedules and contacts.</summary>
    public CustomerDraft Details { get; set; } = new();

    /// <summary>The version: the stored one, or the one to be stored.</summary>
    public long Version { get; set; }

    /// <summary>The day of registration.</summary>
    [JsonConverter(typeof(IsoDateJsonConverter))]
    public LocalDate RegisteredOn { get; set; }

    /// <summary>The last day of the evaluation; null when the customer is not an evaluation.</summary>
    [JsonConverter(typeof(IsoDateJsonConverter))]
    public LocalDate? EvaluationEndDate { get; set; }

    /// <summary>The first day of the suspension; null when the customer is not suspended.</summary>
    [JsonConverter(typeof(IsoDateJsonConverter))]
    public LocalDate? SuspendedOn { get; set; }

    /// <summary>The reason for the suspension; null when the customer is not suspended.</summary>
    public SuspensionReason? SuspensionReason { get; set; }

    /// <summary>The day of closing; null when the customer is not closed.</summary>
    [JsonConverter(typeof(IsoDateJsonConverter))]
    public LocalDate? ClosedOn { get; set; }

    /// <summary>The last day on which a closed customer must be kept; null when the customer is not closed.</summary>
    [JsonConverter(typeof(IsoDateJsonConverter))]
    public LocalDate? RetentionDate { get; set; }

    /// <summary>The last day whose usage is closed; null when no usage is closed.</summary>
    [JsonConverter(typeof(IsoDateJsonConverter))]
    public LocalDate? UsageClosedThrough { get; set; }

    /// <summary>The highest number that a quota of the customer ever had; 0 before the first quota.</summary>
    public int LastQuotaNumber { get; set; }

    /// <summary>The highest number that a schedule of the customer ever had; 0 before the first schedule.</summary>
    public int LastScheduleNumber { get; set; }

    /// <summary>The highest number that a contact of the customer ever had; 0 before the first contact.</summary>
    public int LastContactNumber { get; set; }
}
