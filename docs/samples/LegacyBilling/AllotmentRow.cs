using Msp.Customers;

namespace LegacyBilling;

/// <summary>A row of ALLOTMENT. A row without units is unlimited.</summary>
internal sealed class AllotmentRow
{
    public long ClientNo { get; init; }

    public long No { get; init; }

    public long? MicroUnits { get; init; }

    public string ValidFrom { get; init; } = "";

    public string? ValidTo { get; init; }

    public string? VoidFrom { get; init; }

    public long Rank { get; init; }

    public long? CarryFrom { get; init; }

    public long? CarryMicro { get; init; }

    public string? CarryPercent { get; init; }

    public bool CarryCompounds { get; init; }

    public QuotaDraft ToDraft() =>
        new()
        {
            Number = (int)No,
            Credits = Values.Amount(MicroUnits),
            Unlimited = MicroUnits is null,
            EffectiveDate = Values.Date(ValidFrom),
            EndDate = Values.OptionalDate(ValidTo),
            VoidedFrom = Values.OptionalDate(VoidFrom),
            Priority = (int)Rank,
            CarryOver = CarryFrom is { } from
                ? new CarryOverDraft
                {
                    From = (int)from,
                    MaxCredits = Values.Amount(CarryMicro),
                    MaxPercent = Values.Percent(CarryPercent),
                    Compounds = CarryCompounds,
                }
                : null,
        };
}
