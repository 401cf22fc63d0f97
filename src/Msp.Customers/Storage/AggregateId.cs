using Msp.Customers.Names;

namespace Msp.Customers.Storage;

// What an aggregate can be asked for by: its own id, or the text of one.
internal static class AggregateId
{
    // The text of an id of T, or null for text that no id can have. An id as it was stored may be any text that a storage holds.
    public static string? TextOf<T>(object id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return id switch
        {
            CustomerId customer when typeof(T) == typeof(Customer) => Storable(customer.Value),
            PlanId plan when typeof(T) == typeof(ServicePlan) => Storable(plan.Value),
            string text => TextLimits.IsId(text) ? text : null,
            _ => throw new ArgumentException(
                $"A {typeof(T).Name} is found by its own id or by the id's text, not by a {id.GetType().Name}.",
                nameof(id)
            ),
        };
    }

    private static string? Storable(string text) => TextLimits.IsStorable(text) ? text : null;
}
