namespace Msp.Customers.Telemetry;

// How work ends, as its tag says.
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
