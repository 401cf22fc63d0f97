namespace QuickStart;

/// <summary>The result of posting usage.</summary>
internal sealed class UsageOutcome
{
    public int Posted { get; set; }

    public int PostedBefore { get; set; }

    public int CustomersRefused { get; set; }

    public List<RowViolations> Refused { get; } = [];
}
