using NodaTime;

namespace Msp.Customers;

/// <summary>The order in which the quotas in force on a day cover usage.</summary>
/// <remarks>
/// Quotas are compared by: the smaller priority; limited before unlimited; the earlier end date, open quotas last; the earlier effective
/// date; the smaller number. The order does not depend on balances or a clock, and is total: no two quotas of a customer are equal.
/// </remarks>
public sealed class ConsumptionOrder : IComparer<CreditQuota>
{
    private ConsumptionOrder() { }

    /// <summary>The only instance.</summary>
    public static ConsumptionOrder Default { get; } = new();

    /// <summary>Compares two quotas by which covers usage first.</summary>
    /// <param name="x">A quota.</param>
    /// <param name="y">Another quota of the same customer.</param>
    /// <returns>
    /// A negative number when <paramref name="x"/> covers usage first, a positive number when <paramref name="y"/> does. Null comes last.
    /// </returns>
    public int Compare(CreditQuota? x, CreditQuota? y)
    {
        if (x is null || y is null)
        {
            return (x is null).CompareTo(y is null);
        }

        var order = x.Priority.CompareTo(y.Priority);
        order = order != 0 ? order : x.Limit.IsUnlimited.CompareTo(y.Limit.IsUnlimited);
        order = order != 0 ? order : (x.EndDate ?? LocalDate.MaxIsoValue).CompareTo(y.EndDate ?? LocalDate.MaxIsoValue);
        order = order != 0 ? order : x.Period.IsOpen.CompareTo(y.Period.IsOpen);
        order = order != 0 ? order : x.EffectiveDate.CompareTo(y.EffectiveDate);
        return order != 0 ? order : x.Number.CompareTo(y.Number);
    }

    /// <summary>Explains why one quota covers usage before another.</summary>
    /// <param name="first">The quota that covers usage first.</param>
    /// <param name="then">The other quota.</param>
    /// <returns>An English sentence with the first difference that determines the order.</returns>
    public static string Explain(CreditQuota first, CreditQuota then)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(then);
        var reason =
            first.Priority != then.Priority ? $"its priority {first.Priority} is smaller than {then.Priority}"
            : first.Limit.IsUnlimited != then.Limit.IsUnlimited ? "it is limited and the other is not"
            : first.EndDate != then.EndDate ? $"it ends earlier, on {first.Period.EndText}"
            : first.EffectiveDate != then.EffectiveDate ? "it started earlier"
            : "it has the smaller number";
        return $"Quota {first.Number} is consumed before quota {then.Number}, because {reason}.";
    }
}
