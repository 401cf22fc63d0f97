namespace LegacyBilling;

/// <summary>A row of CLIENT_XREF.</summary>
internal sealed class XrefRow
{
    public long ClientNo { get; init; }

    public string System { get; init; } = "";

    public string TheirId { get; init; } = "";
}
