using Msp.Customers;

namespace LegacyBilling;

/// <summary>A row of RENEWAL. A row without units is unlimited.</summary>
internal sealed class RenewalRow
{
    public long ClientNo { get; init; }

    public long No { get; init; }

    public string Anchor { get; init; } = "";

    public long Unit { get; init; }

    public long Every { get; init; }

    public string? LastStart { get; init; }

    public long? MicroUnits { get; init; }

    public long StepMicro { get; init; }

    public long Rank { get; init; }

    public bool Carries { get; init; }

    public long? CarryMicro { get; init; }

    public string? CarryPercent { get; init; }

    public bool CarryCompounds { get; init; }

    public long NextN { get; init; }

    public string? NextStart { get; init; }

    public long? LastMade { get; init; }

    public QuotaScheduleDraft ToDraft() =>
        new()
        {
            Number = (int)No,
            Start = Values.Date(Anchor),
            Unit = (ScheduleUnit)Unit,
            Interval = (int)Every,
            Until = Values.OptionalDate(LastStart),
            Credits = Values.Amount(MicroUnits),
            Unlimited = MicroUnits is null,
            Increment = Values.Amount(StepMicro)!.Value,
            Priority = (int)Rank,
            CarryOver = Carries
                ? new CarryOverTermsDraft
                {
                    MaxCredits = Values.Amount(CarryMicro),
                    MaxPercent = Values.Percent(CarryPercent),
                    Compounds = CarryCompounds,
                }
                : null,
            NextOccurrence = (int)NextN,
            NextRenewal = Values.OptionalDate(NextStart),
            LastQuota = (int?)LastMade,
        };
}
