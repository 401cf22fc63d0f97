namespace Msp.Customers.Telemetry;

/// <summary>
/// The names by which a host finds what the library tells of its work: they are stable. The table in <c>docs/operating.md</c> says where each is met.
/// No tag holds a name, an address, a phone number or an e-mail address.
/// </summary>
public static class TelemetryNames
{
    /// <summary>The name of every <see cref="System.Diagnostics.ActivitySource"/> of the library.</summary>
    public const string Source = "Msp.Customers";

    /// <summary>The name of every <see cref="System.Diagnostics.Metrics.Meter"/> of the library.</summary>
    public const string Meter = "Msp.Customers";

    /// <summary>The activity of a save: customers or plans are added, updated or deleted.</summary>
    public const string Save = "msp.customers.save";

    /// <summary>The activity of usage that is posted, reversed, consumed, reserved, committed or released.</summary>
    public const string Post = "msp.customers.post";

    /// <summary>The activity of a delivery of the change log.</summary>
    public const string Deliver = "msp.customers.deliver";

    /// <summary>The activity of an import.</summary>
    public const string Import = "msp.customers.import";

    /// <summary>The activity of an export.</summary>
    public const string Export = "msp.customers.export";

    /// <summary>A histogram, in seconds: how long saves took.</summary>
    public const string SaveDuration = "msp.customers.save.duration";

    /// <summary>A histogram, in seconds: how long postings took.</summary>
    public const string PostDuration = "msp.customers.post.duration";

    /// <summary>A histogram, in seconds: how long deliveries took.</summary>
    public const string DeliverDuration = "msp.customers.deliver.duration";

    /// <summary>A counter: the violations for which saves and postings were refused.</summary>
    public const string Violations = "msp.customers.violations";

    /// <summary>A counter: the entries of usage that were posted or replayed.</summary>
    public const string UsageEntries = "msp.customers.usage.entries";

    /// <summary>A counter: the customers of imports.</summary>
    public const string ImportCustomers = "msp.customers.import.customers";

    /// <summary>Tag: what was done, such as <c>add</c> or <c>reserve</c>.</summary>
    public const string Action = "msp.customers.action";

    /// <summary>Tag: what was saved, <c>customer</c> or <c>plan</c>.</summary>
    public const string Aggregate = "msp.customers.aggregate";

    /// <summary>Tag: how it ended, such as <c>saved</c>, <c>refused</c>, <c>conflicted</c> or <c>failed</c>.</summary>
    public const string Outcome = "msp.customers.outcome";

    /// <summary>Tag: the code of a violation.</summary>
    public const string Code = "msp.customers.code";

    /// <summary>Tag of activities alone: the codes of all violations.</summary>
    public const string Codes = "msp.customers.codes";

    /// <summary>Tag of activities alone: how many customers, plans, entries or changes it was about.</summary>
    public const string Count = "msp.customers.count";

    /// <summary>Tag of activities alone: the MSP's id. Metrics have none, since they would have as many series as there are MSPs.</summary>
    public const string Msp = "msp.customers.msp";

    /// <summary>Tag, where the outcome is <c>failed</c>: the type of the exception.</summary>
    public const string ErrorType = "error.type";
}
