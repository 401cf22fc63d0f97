using Msp.Customers.Calendars;
using Msp.Customers.Rules;
using NodaTime;

namespace Msp.Customers.Policies;

/// <summary>A customer that is not closed is to be deleted while a quota is in force or yet to start; each is named.</summary>
public sealed class RemovalWithQuota : RemovalPolicy<Customer>
{
    internal RemovalWithQuota()
        : base("removal.quota-not-ended", Severity.Error, "Quota {Number}, {Period}, has not ended.") { }

    /// <inheritdoc/>
    public override ValueTask JudgeAsync(
        Customer stored,
        LocalDate today,
        ICollection<Violation> found,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(stored);
        ArgumentNullException.ThrowIfNull(found);
        if (stored.Status != CustomerStatus.Closed)
        {
            foreach (var (index, quota) in stored.Quotas.Index())
            {
                if (quota.StateOn(today) != PeriodState.Ended)
                {
                    found.Add(Violated($"Quotas[{index}]", ("Number", quota.Number), ("Period", quota.Period)));
                }
            }
        }
        return ValueTask.CompletedTask;
    }
}
