namespace Msp.Customers.Usage;

// Covers usage from buckets in one pass over time: O(g log g) for g buckets, plus one step for each amount and each exhausted bucket.
// Buckets are given in the order of payment, and amounts in order of time. A bucket leaves the queue when it ends or is exhausted.
internal sealed class ConsumptionCalculator
{
    private readonly CreditBucket[] lots;
    private readonly int[] byStart;
    private readonly PriorityQueue<int, int> inForce = new();
    private readonly bool paysLate;
    private readonly List<(long At, Int128 Amount)> uncovered = [];
    private readonly ILookup<int, int>? heirs;
    private readonly bool[] settled;
    private int next;
    private int oldest;

    public ConsumptionCalculator(CreditBucket[] lotsInOrder, bool paysLate = false)
    {
        lots = lotsInOrder;
        this.paysLate = paysLate;
        byStart = [.. Enumerable.Range(0, lots.Length).OrderBy(rank => lots[rank].Start)];
        Consumed = new Int128[lots.Length];
        Granted = Array.ConvertAll(lots, lot => (Int128)lot.Amount);
        HandedOver = new Int128[lots.Length];
        Voided = new Int128[lots.Length];
        settled = new bool[lots.Length];
        if (Array.Exists(lots, lot => lot.Inherits is not null))
        {
            heirs = byStart
                .Where(rank => lots[rank] is { Inherits: not null } lot && lot.Start < lot.End)
                .OrderBy(rank => lots[rank].Start)
                .ThenBy(rank => lots[rank].Inherits!.Turn)
                .ToLookup(rank => lots[rank].Inherits!.From);
        }
    }

    // The credits of each bucket, including those carried over into it from its start on.
    public Int128[] Granted { get; }

    // The credits of each ended bucket that later buckets take over.
    public Int128[] HandedOver { get; }

    // The credits consumed of each bucket, in the order of payment.
    public Int128[] Consumed { get; }

    // The credits of each bucket that were voided while it was in force.
    public Int128[] Voided { get; }

    // The credits of voids that no bucket had left.
    public Int128 NotVoided { get; private set; }

    // The amounts that no bucket covered, by time.
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

    // Voids remaining credits of limited buckets in the order of payment.
    public void Void(long at, Int128 amount)
    {
        AdvanceTo(at);
        var open = amount;
        var passed = new List<int>();
        while (open > 0 && inForce.TryDequeue(out var rank, out _))
        {
            if (lots[rank].End > at)
            {
                var left = lots[rank].IsUnlimited ? 0 : Int128.Min(Left(rank), open);
                Voided[rank] += left;
                open -= left;
                passed.Add(rank);
            }
        }

        passed.ForEach(rank => inForce.Enqueue(rank, rank));
        NotVoided += open;
    }

    // Adds the buckets that start up to the given time, the earliest first.
    public void AdvanceTo(long at)
    {
        for (; next < byStart.Length && lots[byStart[next]].Start <= at; next++)
        {
            var rank = byStart[next];
            if (lots[rank].Start >= lots[rank].End)
            {
                continue;
            }

            if (lots[rank].Inherits is { } inheritance)
            {
                Settle(inheritance.From);
            }

            inForce.Enqueue(rank, rank);
            if (paysLate)
            {
                PayLate(rank);
            }
        }
    }

    // Distributes the remaining credits of ended buckets, also to buckets that start later.
    public void SettleAt(long at)
    {
        AdvanceTo(at);
        foreach (var estate in heirs ?? Enumerable.Empty<IGrouping<int, int>>())
        {
            if (lots[estate.Key].End <= at)
            {
                Settle(estate.Key);
            }
        }
    }

    // An ended bucket covers nothing more and has received its own carry-over. Its rest is final and is distributed once.
    private void Settle(int rank)
    {
        if (settled[rank])
        {
            return;
        }

        settled[rank] = true;
        foreach (var heir in heirs![rank])
        {
            var inheritance = lots[heir].Inherits!;
            var left = (inheritance.Compounds ? Granted[rank] : lots[rank].Amount) - Consumed[rank] - Voided[rank] - HandedOver[rank];
            var share = Int128.Clamp(left, 0, inheritance.Cap);
            Granted[heir] += share;
            HandedOver[rank] += share;
        }
    }

    // False when the bucket is exhausted.
    private bool Pay(int rank, ref Int128 open)
    {
        ref readonly var lot = ref lots[rank];
        var left = lot.IsUnlimited ? open : Left(rank);
        var paid = Int128.Min(left, open);
        Consumed[rank] += paid;
        open -= paid;
        return lot.IsUnlimited || paid < left;
    }

    private Int128 Left(int rank) => Granted[rank] - Consumed[rank] - Voided[rank];

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
