using NodaTime;

namespace Msp.Customers;

/// <summary>
/// The order in which quotas in force on a day pay: smaller priority first; limited before unlimited; the earliest end date, open last;
/// the earliest effective date; the smaller number. It is static and total: it depends on no balance and no clock, and no two quotas of a customer are equal.
/// </summary>
public sealed class ConsumptionOrder : IComparer<CreditQuota>
{
    private ConsumptionOrder() { }

    /// <summary>The order.</summary>
    public static ConsumptionOrder Default { get; } = new();

    /// <summary>Which of two quotas pays first.</summary>
    /// <param name="x">A quota.</param>
    /// <param name="y">Another of the same customer.</param>
    /// <returns>Less than zero when <paramref name="x"/> pays first; null comes last.</returns>
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

    /// <summary>Says why one quota pays before another.</summary>
    /// <param name="first">The one that pays first.</param>
    /// <param name="then">The other.</param>
    /// <returns>An English sentence that names the first difference that decides.</returns>
    public static string Explain(CreditQuota first, CreditQuota then)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(then);
        var why =
            first.Priority != then.Priority ? $"its priority {first.Priority} goes before {then.Priority}"
            : first.Limit.IsUnlimited != then.Limit.IsUnlimited ? "it is limited and the other is not"
            : first.EndDate != then.EndDate ? $"it ends earlier, on {first.Period.EndText}"
            : first.EffectiveDate != then.EffectiveDate ? "it started earlier"
            : "it has the smaller number";
        return $"Quota {first.Number} pays before quota {then.Number}, because {why}.";
    }
}
