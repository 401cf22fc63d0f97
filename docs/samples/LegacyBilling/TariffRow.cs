using Msp.Customers;

namespace LegacyBilling;

/// <summary>A row of TARIFF.</summary>
internal sealed class TariffRow
{
    public long TariffNo { get; init; }

    public string Code { get; init; } = "";

    public string Title { get; init; } = "";

    public long Level { get; init; }

    public bool Withdrawn { get; init; }

    public long RowVersion { get; init; }

    public PlanSnapshot ToSnapshot(IReadOnlyList<TariffItemRow> items) =>
        new()
        {
            Version = RowVersion,
            Details = new PlanDraft
            {
                Id = Code,
                Name = Title,
                Edition = (Edition)Level,
                IsRetired = Withdrawn,
                Features = [.. items.Where(i => !i.IsSite).Select(i => i.Item)],
                AllowedRegions = [.. items.Where(i => i.IsSite).Select(i => i.Item)],
            },
        };
}
