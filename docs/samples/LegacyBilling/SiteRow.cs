namespace LegacyBilling;

/// <summary>A row of CLIENT_SITE.</summary>
internal sealed class SiteRow
{
    public long ClientNo { get; init; }

    public string Site { get; init; } = "";
}
