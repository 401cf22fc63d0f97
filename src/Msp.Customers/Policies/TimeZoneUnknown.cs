using System.Collections.Frozen;
using Msp.Customers.Names;
using Msp.Customers.Rules;
using NodaTime;

namespace Msp.Customers.Policies;

/// <summary>The customer's time zone is not in the IANA database that NodaTime brings along.</summary>
public sealed class TimeZoneUnknown : DraftRule<CustomerDraft>
{
    private readonly FrozenSet<string> zoneIds;

    internal TimeZoneUnknown(IDateTimeZoneProvider zones)
        : base("time-zone.unknown", Severity.Error, "The time zone is not an IANA zone, such as Europe/Berlin.") =>
        zoneIds = zones.Ids.ToFrozenSet(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override bool IsStructural => true;

    /// <inheritdoc/>
    public override void Check(CustomerDraft draft, ref Findings found)
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (
            !TextForm.IsMissing(draft.TimeZone)
            && draft.TimeZone.Length <= TextForm.MaxTimeZoneLength
            && !zoneIds.Contains(draft.TimeZone.Trim())
        )
        {
            found.Add(Violated(nameof(CustomerDraft.TimeZone)));
        }
    }
}
