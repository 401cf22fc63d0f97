namespace Msp.Customers.Telemetry;

/// <summary>
/// The names of the activities, metrics and tags of the library. They are stable.
/// </summary>
/// <remarks>No tag contains a name, an address, a phone number or an e-mail address.</remarks>
public static class TelemetryNames
{
    /// <summary>The name of every <see cref="System.Diagnostics.ActivitySource"/> of the library.</summary>
    public const string Source = "Msp.Customers";

    /// <summary>The name of every <see cref="System.Diagnostics.Metrics.Meter"/> of the library.</summary>
    public const string Meter = "Msp.Customers";

    /// <summary>The activity of a save, which adds, updates or deletes customers or plans.</summary>
    public const string Save = "msp.customers.save";

    /// <summary>The activity of an operation on usage: a posting, reversal, void, consumption, reservation, commit or release.</summary>
    public const string Usage = "msp.customers.usage";

    /// <summary>The activity of a delivery of the change log.</summary>
    public const string Deliver = "msp.customers.deliver";

    /// <summary>The activity of an import.</summary>
    public const string Import = "msp.customers.import";

    /// <summary>The activity of an export.</summary>
    public const string Export = "msp.customers.export";

    /// <summary>The histogram of the durations of saves, in seconds.</summary>
    public const string SaveDuration = "msp.customers.save.duration";

    /// <summary>The histogram of the durations of operations on usage, in seconds.</summary>
    public const string UsageDuration = "msp.customers.usage.duration";

    /// <summary>The histogram of the durations of deliveries, in seconds.</summary>
    public const string DeliverDuration = "msp.customers.deliver.duration";

    /// <summary>The counter of violations for which saves and operations on usage were refused.</summary>
    public const string Violations = "msp.customers.violations";

    /// <summary>The counter of usage entries that were posted or replayed.</summary>
    public const string UsageEntries = "msp.customers.usage.entries";

    /// <summary>The counter of imported customers.</summary>
    public const string ImportCustomers = "msp.customers.import.customers";

    /// <summary>The tag for the action, such as <c>add</c> or <c>reserve</c>.</summary>
    public const string Action = "msp.customers.action";

    /// <summary>The tag for the type of the aggregate: <c>customer</c> or <c>plan</c>.</summary>
    public const string Aggregate = "msp.customers.aggregate";

    /// <summary>The tag for the outcome, such as <c>saved</c>, <c>refused</c>, <c>conflicted</c> or <c>failed</c>.</summary>
    public const string Outcome = "msp.customers.outcome";

    /// <summary>The tag for the code of a violation.</summary>
    public const string Code = "msp.customers.code";

    /// <summary>The tag for the codes of all violations. Only activities have it.</summary>
    public const string Codes = "msp.customers.codes";

    /// <summary>The tag for the number of customers, plans, entries or changes. Only activities have it.</summary>
    public const string Count = "msp.customers.count";

    /// <summary>The tag for the id of the MSP. Only activities have it, because metrics would have a series for each MSP.</summary>
    public const string Msp = "msp.customers.msp";

    /// <summary>The tag for the type of the exception, when the outcome is <c>failed</c>.</summary>
    public const string ErrorType = "error.type";
}
