namespace Msp.Customers.ImportExport;

// The listed violations, up to a maximum, and the number of all violations.
internal sealed class ViolationList(int max)
{
    private List<RowViolation> listed = [];

    public int Max => max;

    public IReadOnlyList<RowViolation> Listed => listed;

    public long Count { get; private set; }

    public long Errors { get; private set; }

    // The second reading finds the same violations as the first, which reported them.
    public bool IsMuted { get; set; }

    public void Tell(RowViolation found)
    {
        if (!IsMuted)
        {
            Always(found);
        }
    }

    public void Always(RowViolation found)
    {
        Count++;
        Errors += found.Violation.Severity == Severity.Error ? 1 : 0;
        if (listed.Count < max)
        {
            listed.Add(found);
        }
    }

    public void Tell(ViolationList? found)
    {
        if (found is not null && !IsMuted)
        {
            Count += found.Count;
            Errors += found.Errors;
            listed.AddRange(found.Listed.Take(max - listed.Count));
        }
    }

    // Returns the violations found so far and clears the list; null when there are no violations.
    public ViolationList? Take()
    {
        if (Count == 0)
        {
            return null;
        }

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
