namespace Msp.Customers.ImportExport;

// The listed violations, up to a maximum, and the number of all violations.
internal sealed class ViolationList(int max)
{
    private List<RowViolation> listed = [];

    public int Max => max;

    public IReadOnlyList<RowViolation> Listed => listed;

    public long Count { get; private set; }

    public long Errors { get; private set; }

    // True while rows are read whose violations the check pass reports.
    public bool IsMuted { get; set; }

    public void Add(RowViolation violation)
    {
        if (!IsMuted)
        {
            Count++;
            Errors += violation.Violation.Severity == Severity.Error ? 1 : 0;
            if (listed.Count < max)
            {
                listed.Add(violation);
            }
        }
    }

    public void Add(IEnumerable<RowViolation> violations)
    {
        foreach (var violation in violations)
        {
            Add(violation);
        }
    }

    public void Add(ViolationList violations)
    {
        Count += violations.Count;
        Errors += violations.Errors;
        listed.AddRange(violations.Listed.Take(max - listed.Count));
    }

    // Returns the violations so far and clears the list.
    public ViolationList Take()
    {
        var taken = new ViolationList(max)
        {
            listed = listed,
            Count = Count,
            Errors = Errors,
        };
        (listed, Count, Errors) = ([], 0, 0);
        return taken;
    }
}
