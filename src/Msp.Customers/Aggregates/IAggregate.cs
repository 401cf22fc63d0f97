namespace Msp.Customers;

/// <summary>
/// The members of an aggregate for repositories: which state was read, and that a state is stored. <see cref="Customer"/> and
/// <see cref="ServicePlan"/> implement it explicitly.
/// </summary>
/// <remarks>
/// The stores of the library use it. A host needs it only for a repository that derives from none of their base classes.
/// </remarks>
/// <example><code>((IAggregate&lt;Customer&gt;)customer).AcceptChanges();   // after the customer is stored</code></example>
/// <typeparam name="T">The type of the aggregate.</typeparam>
public interface IAggregate<T>
    where T : class, IAggregate<T>
{
    /// <summary>The text of the id.</summary>
    string Id { get; }

    /// <summary>The version, which increases with every change.</summary>
    long Version { get; }

    /// <summary>The stored version when the aggregate was read or last saved; 0 when it was never stored.</summary>
    long OriginalVersion { get; }

    /// <summary>Returns the state in which the aggregate was read or last saved, without unsaved changes.</summary>
    /// <returns>A new object; null when the aggregate was never stored.</returns>
    T? GetOriginal();

    /// <summary>Marks the current state as stored. A repository calls this method after a save.</summary>
    void AcceptChanges();

    /// <summary>Replaces the state of this object with that of another object of the same aggregate, as an unsaved change.</summary>
    /// <param name="other">The other object.</param>
    /// <exception cref="ArgumentException">The object is another aggregate.</exception>
    /// <remarks>
    /// Parts with the same number keep their objects, so that a unit of work that tracks them detects which of them changed.
    /// </remarks>
    void RestoreFrom(T other);

    // The object that the caller edits: an edit is stored from a copy of it.
    internal T Source { get; }

    // Increases the version for a change that the aggregate does not contain.
    internal void Touch();

    // Whether the state of a row is invalid, and its invalid member. The member is null when no single member is invalid.
    internal bool IsUnreadable(out string? member);
}
