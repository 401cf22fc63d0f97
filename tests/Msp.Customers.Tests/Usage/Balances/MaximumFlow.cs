using Msp.Customers.Usage;

namespace Msp.Customers.Tests.Usage.Balances;

// The maximum usage that limited quotas can cover in any order, by augmenting paths in units of a quarter credit.
internal static class MaximumFlow
{
    public static decimal Of(IReadOnlyList<CreditQuota> quotas, IEnumerable<DailyUsage> usage)
    {
        var days = usage.GroupBy(u => u.Date).Select(g => (Date: g.Key, Units: (int)(g.Sum(u => u.Credits.Amount) * 4))).ToArray();
        var capacity = quotas.Select(q => (int)(q.Limit.Credits!.Value.Amount * 4)).ToArray();
        var flow = new int[days.Length, quotas.Count];
        var total = 0;
        for (var day = 0; day < days.Length; day++)
        {
            for (var unit = 0; unit < days[day].Units && Augment(day, new bool[quotas.Count]); unit++)
            {
                total++;
            }
        }

        return total / 4m;

        bool Augment(int day, bool[] seen)
        {
            for (var quota = 0; quota < quotas.Count; quota++)
            {
                if (seen[quota] || !quotas[quota].Period.Contains(days[day].Date))
                {
                    continue;
                }

                seen[quota] = true;
                var used = Enumerable.Range(0, days.Length).Sum(d => flow[d, quota]);
                if (used < capacity[quota])
                {
                    flow[day, quota]++;
                    return true;
                }

                for (var other = 0; other < days.Length; other++)
                {
                    if (other != day && flow[other, quota] > 0 && Augment(other, seen))
                    {
                        flow[other, quota]--;
                        flow[day, quota]++;
                        return true;
                    }
                }
            }

            return false;
        }
    }
}
