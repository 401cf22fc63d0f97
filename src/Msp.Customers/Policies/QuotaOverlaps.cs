using Msp.Customers.Rules;

namespace Msp.Customers.Policies;

/// <summary>A quota shares days with an earlier one. That is how a top-up works, so that it is a warning; a host that wants one quota at a time raises it to an error.</summary>
public sealed class QuotaOverlaps : PlainPolicy<Customer>
{
    internal QuotaOverlaps()
        : base("quota.overlaps", Severity.Warning, "Quota {Number} shares the days {Days} with quota {Other}; they stack.") { }

    /// <inheritdoc/>
    public override void Judge(Change<Customer> change, ICollection<Violation> found)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(found);
        var told = new HashSet<int>();
        foreach (var overlap in change.After.Timeline.Overlaps())
        {
            if (told.Add(overlap.Later.Number))
            {
                found.Add(
                    Violated(
                        $"Quotas[{change.After.Quotas.Index().First(q => q.Item.Number == overlap.Later.Number).Index}]",
                        ("Number", overlap.Later.Number),
                        ("Other", overlap.Earlier.Number),
                        ("Days", overlap.Shared)
                    )
                );
            }
        }
    }
}
