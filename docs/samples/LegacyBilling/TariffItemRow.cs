namespace LegacyBilling;

/// <summary>A row of TARIFF_ITEM: a feature, or an allowed site.</summary>
internal sealed class TariffItemRow
{
    public long TariffNo { get; init; }

    public bool IsSite { get; init; }

    public string Item { get; init; } = "";
}
