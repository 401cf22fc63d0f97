using Msp.Customers.Names;

namespace Msp.Customers.Storage;

// Converts an id that a caller passes, as a typed id or as text.
internal static class AggregateId
{
    // Returns the text of an id of T, or null for text that no id can have. A stored id may be any text that a store can hold.
    public static string? TextOf<T>(object id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return id switch
        {
            CustomerId customer when typeof(T) == typeof(Customer) => Storable(customer.Value),
            PlanId plan when typeof(T) == typeof(ServicePlan) => Storable(plan.Value),
            string text => TextLimits.IsId(text) ? text : null,
            _ => throw new ArgumentException(
                $"A {typeof(T).Name} cannot be read by a value of type {id.GetType().Name}. Pass its own id, or the id as text.",
                nameof(id)
            ),
        };
    }

    private static string? Storable(string text) => TextLimits.IsStorable(text) ? text : null;
}
