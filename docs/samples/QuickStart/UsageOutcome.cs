namespace QuickStart;

/// <summary>What became of the usage.</summary>
internal sealed class UsageOutcome
{
    public int Posted { get; set; }

    public int PostedBefore { get; set; }

    public int CustomersRefused { get; set; }

    public List<RowFindings> Refused { get; } = [];
}
