using Msp.Customers.Rules;

namespace Msp.Customers.Policies;

/// <summary>A new quota has no usable day left. A quota that was given before may have ended; correcting it is no new quota. Nor is one that a schedule makes late: it was due.</summary>
public sealed class QuotaEndsInThePast : PlainPolicy<Customer>
{
    internal QuotaEndsInThePast()
        : base("quota.ends-in-the-past", Severity.Error, "The quota ended on {EndDate}, before today, {Today}.") { }

    /// <inheritdoc/>
    public override void Judge(Change<Customer> change, ICollection<Violation> found)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(found);
        foreach (var (index, quota) in change.After.Quotas.Index())
        {
            if (
                quota.EndDate is { } end
                && end < change.Today
                && change.Before?.QuotaNumbered(quota.Number) is null
                && !change.After.Schedules.Any(s => s.HasMade(quota.Period))
            )
            {
                found.Add(Violated($"Quotas[{index}].EndDate", ("EndDate", end), ("Today", change.Today)));
            }
        }
    }
}
