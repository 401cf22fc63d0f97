namespace Msp.Customers.Consumption;

// Pays usage from lots as time goes on: O(g log g) for g lots, and then a step for each amount used and each lot finished by it.
// Lots come in order of payment. Amounts used come in order of time; a lot takes part from its start, and leaves when it ends or is used up.
internal sealed class Sweep
{
    private readonly Lot[] lots;
    private readonly int[] byStart;
    private readonly PriorityQueue<int, int> inForce = new();
    private readonly bool paysLate;
    private readonly List<(long At, Int128 Amount)> uncovered = [];
    private int next;
    private int oldest;

    public Sweep(Lot[] lotsInOrder, bool paysLate = false)
    {
        lots = lotsInOrder;
        this.paysLate = paysLate;
        byStart = [.. Enumerable.Range(0, lots.Length).OrderBy(rank => lots[rank].Start)];
        Consumed = new Int128[lots.Length];
    }

    // What each lot has paid, in order of payment.
    public Int128[] Consumed { get; }

    // What no lot paid, by time.
    public IEnumerable<(long At, Int128 Amount)> Uncovered => uncovered.Skip(oldest);

    public void Use(long at, Int128 amount)
    {
        AdvanceTo(at);
        var open = amount;
        while (open > 0 && inForce.TryPeek(out var rank, out _))
        {
            if (lots[rank].End <= at || !Pay(rank, ref open))
            {
                inForce.Dequeue();
            }
        }

        if (open > 0)
        {
            uncovered.Add((at, open));
        }
    }

    // Lots that start up to a time take part, the earliest first.
    public void AdvanceTo(long at)
    {
        for (; next < byStart.Length && lots[byStart[next]].Start <= at; next++)
        {
            var rank = byStart[next];
            if (lots[rank].Start >= lots[rank].End)
            {
                continue;
            }

            inForce.Enqueue(rank, rank);
            if (paysLate)
            {
                PayLate(rank);
            }
        }
    }

    // False when the lot is used up.
    private bool Pay(int rank, ref Int128 open)
    {
        ref readonly var lot = ref lots[rank];
        var left = lot.IsUnlimited ? open : lot.Amount - Consumed[rank];
        var paid = Int128.Min(left, open);
        Consumed[rank] += paid;
        open -= paid;
        return lot.IsUnlimited || paid < left;
    }

    private void PayLate(int rank)
    {
        for (; oldest < uncovered.Count; oldest++)
        {
            var (at, open) = uncovered[oldest];
            Pay(rank, ref open);
            if (open > 0)
            {
                uncovered[oldest] = (at, open);
                return;
            }
        }
    }
}
