namespace Msp.Customers.Usage;

// Covers usage from buckets in one pass over time: O(g log g) for g buckets, plus one step for each amount and each exhausted bucket.
// Buckets are given in consumption order, and amounts in order of time. A bucket leaves the queue when it ends or is exhausted.
internal sealed class ConsumptionCalculator
{
    private readonly CreditBucket[] buckets;
    private readonly int[] byStart;
    private readonly PriorityQueue<int, int> inForce = new();
    private readonly bool coversBackdated;
    private readonly List<(long At, Int128 Amount)> uncovered = [];
    private readonly ILookup<int, int>? targets;
    private readonly bool[] closed;
    private int next;
    private int oldest;

    public ConsumptionCalculator(CreditBucket[] bucketsInOrder, bool coversBackdated = false)
    {
        buckets = bucketsInOrder;
        this.coversBackdated = coversBackdated;
        byStart = [.. Enumerable.Range(0, buckets.Length).OrderBy(rank => buckets[rank].Start)];
        Consumed = new Int128[buckets.Length];
        Granted = Array.ConvertAll(buckets, bucket => (Int128)bucket.Amount);
        CarriedOver = new Int128[buckets.Length];
        Voided = new Int128[buckets.Length];
        closed = new bool[buckets.Length];
        if (Array.Exists(buckets, bucket => bucket.Link is not null))
        {
            targets = byStart
                .Where(rank => buckets[rank] is { Link: not null } bucket && bucket.Start < bucket.End)
                .OrderBy(rank => buckets[rank].Start)
                .ThenBy(rank => buckets[rank].Link!.Turn)
                .ToLookup(rank => buckets[rank].Link!.From);
        }
    }

    // The credits of each bucket, including those carried over into it from its start on.
    public Int128[] Granted { get; }

    // The credits of each ended bucket that later buckets take over.
    public Int128[] CarriedOver { get; }

    // The credits consumed of each bucket, in consumption order.
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
            if (buckets[rank].End <= at || !Cover(rank, ref open))
            {
                inForce.Dequeue();
            }
        }

        if (open > 0)
        {
            uncovered.Add((at, open));
        }
    }

    // Voids remaining credits of limited buckets in consumption order.
    public void Void(long at, Int128 amount)
    {
        AdvanceTo(at);
        var open = amount;
        var passed = new List<int>();
        while (open > 0 && inForce.TryDequeue(out var rank, out _))
        {
            if (buckets[rank].End > at)
            {
                var left = buckets[rank].IsUnlimited ? 0 : Int128.Min(Left(rank), open);
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
        for (; next < byStart.Length && buckets[byStart[next]].Start <= at; next++)
        {
            var rank = byStart[next];
            if (buckets[rank].Start >= buckets[rank].End)
            {
                continue;
            }

            if (buckets[rank].Link is { } link)
            {
                Close(link.From);
            }

            inForce.Enqueue(rank, rank);
            if (coversBackdated)
            {
                CoverBackdated(rank);
            }
        }
    }

    // Distributes the remaining credits of ended buckets, also to buckets that start later.
    public void CloseAt(long at)
    {
        AdvanceTo(at);
        foreach (var source in targets ?? Enumerable.Empty<IGrouping<int, int>>())
        {
            if (buckets[source.Key].End <= at)
            {
                Close(source.Key);
            }
        }
    }

    // An ended bucket covers nothing more and has received its own carry-over. Its rest is final and is distributed once.
    private void Close(int rank)
    {
        if (closed[rank])
        {
            return;
        }

        closed[rank] = true;
        foreach (var target in targets![rank])
        {
            var link = buckets[target].Link!;
            var left = (link.Compounds ? Granted[rank] : buckets[rank].Amount) - Consumed[rank] - Voided[rank] - CarriedOver[rank];
            var share = Int128.Clamp(left, 0, link.Cap);
            Granted[target] += share;
            CarriedOver[rank] += share;
        }
    }

    // False when the bucket is exhausted.
    private bool Cover(int rank, ref Int128 open)
    {
        ref readonly var bucket = ref buckets[rank];
        var left = bucket.IsUnlimited ? open : Left(rank);
        var covered = Int128.Min(left, open);
        Consumed[rank] += covered;
        open -= covered;
        return bucket.IsUnlimited || covered < left;
    }

    private Int128 Left(int rank) => Granted[rank] - Consumed[rank] - Voided[rank];

    private void CoverBackdated(int rank)
    {
        for (; oldest < uncovered.Count; oldest++)
        {
            var (at, open) = uncovered[oldest];
            Cover(rank, ref open);
            if (open > 0)
            {
                uncovered[oldest] = (at, open);
                return;
            }
        }
    }
}
