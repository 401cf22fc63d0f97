namespace Msp.Customers.Telemetry;

// The values of the tag for the outcome of an operation.
internal static class Outcomes
{
    public const string Saved = "saved";
    public const string Posted = "posted";
    public const string Replayed = "replayed";
    public const string Delivered = "delivered";
    public const string Refused = "refused";
    public const string Conflicted = "conflicted";
    public const string Cancelled = "cancelled";
    public const string Failed = "failed";
}
