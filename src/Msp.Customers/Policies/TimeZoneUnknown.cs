using Msp.Customers.Names;
using Msp.Customers.Rules;
using NodaTime;

namespace Msp.Customers.Policies;

/// <summary>The customer's time zone is not in the IANA database that NodaTime brings along.</summary>
public sealed class TimeZoneUnknown : DraftRule<CustomerDraft>
{
    private readonly IDateTimeZoneProvider zones;

    internal TimeZoneUnknown(IDateTimeZoneProvider zones)
        : base("time-zone.unknown", Severity.Error, "The time zone is not an IANA zone, such as Europe/Berlin.") => this.zones = zones;

    /// <inheritdoc/>
    public override bool IsStructural => true;

    /// <inheritdoc/>
    public override void Check(CustomerDraft draft, ref Findings found)
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (!TextForm.IsMissing(draft.TimeZone) && draft.TimeZone.Length <= TextForm.MaxTimeZoneLength && zones.GetZoneOrNull(draft.TimeZone.Trim()) is null)
        {
            found.Add(Violated(nameof(CustomerDraft.TimeZone)));
        }
    }
}
