using Msp.Customers.Rules;

namespace Msp.Customers.Transfer.Import;

// What was found, as far as it is listed, and how much there is in all.
internal sealed class ViolationList(int max)
{
    private readonly List<RowViolation> listed = [];

    public IReadOnlyList<RowViolation> Listed => listed;

    public long Count { get; private set; }

    public long Errors { get; private set; }

    // What the second reading finds was told by the first.
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
}
