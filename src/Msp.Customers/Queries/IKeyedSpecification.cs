namespace Msp.Customers.Queries;

/// <summary>A specification that asks by keys. A store may read by them, from an index, in place of every aggregate.</summary>
/// <remarks>
/// The library asks for customers by <see cref="CustomerId"/>, by <see cref="Names.NameKey"/> (the organization's) and by <see cref="ExternalReference"/>,
/// and for plans by <see cref="PlanId"/> and by <see cref="Names.NameKey"/>. A host's own specification may implement the interface.
/// </remarks>
/// <typeparam name="TKey">The type of the keys.</typeparam>
public interface IKeyedSpecification<out TKey>
{
    /// <summary>The keys, each once. Everything that the specification finds has at least one of them: a store may leave out what has none.</summary>
    IReadOnlyCollection<TKey> Keys { get; }
}
