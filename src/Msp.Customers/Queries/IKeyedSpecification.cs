namespace Msp.Customers.Queries;

/// <summary>
/// A specification that finds aggregates by keys. A store can read by the keys from an index instead of reading every aggregate.
/// </summary>
/// <remarks>
/// The library reads customers by <see cref="CustomerId"/>, by <see cref="Names.NameKey"/> of the organization and by
/// <see cref="ExternalReference"/>, and plans by <see cref="PlanId"/> and by <see cref="Names.NameKey"/>. A specification of a host may
/// implement the interface too.
/// </remarks>
/// <typeparam name="TKey">The type of the keys.</typeparam>
public interface IKeyedSpecification<out TKey>
{
    /// <summary>The distinct keys. Every aggregate that the specification finds has at least one of them.</summary>
    IReadOnlyCollection<TKey> Keys { get; }
}
