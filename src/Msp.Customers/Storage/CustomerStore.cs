using Msp.Customers.ChangeLog;

namespace Msp.Customers.Storage;

/// <summary>The base class of a store of customers over a host's own tables.</summary>
/// <remarks>
/// A derived class implements the five members of <see cref="AggregateStore{T, TSnapshot}"/>.
/// </remarks>
/// <example>
/// <code>
/// public sealed class BillingCustomers(BillingTables tables, ChangeContext changeContext) : CustomerStore(changeContext)
/// {
///     protected override ValueTask&lt;CustomerSnapshot?&gt; FindAsync(string id, CancellationToken cancellationToken) =&gt;
///         tables.FindCustomerAsync(id, cancellationToken);
///
///     protected override IAsyncEnumerable&lt;CustomerSnapshot&gt; ReadAsync(
///         ISpecification&lt;Customer&gt;? specification,
///         CancellationToken cancellationToken
///     ) =&gt; tables.ReadCustomersAsync(cancellationToken);
///
///     protected override ValueTask&lt;bool&gt; InsertAsync(
///         CustomerSnapshot snapshot,
///         ChangeEntry? change,
///         CancellationToken cancellationToken
///     ) =&gt; tables.InsertAsync(snapshot, change, cancellationToken);
///
///     protected override ValueTask&lt;bool&gt; ReplaceAsync(
///         IReadOnlyList&lt;Replacement&lt;CustomerSnapshot&gt;&gt; replacements,
///         CancellationToken cancellationToken
///     ) =&gt; tables.ReplaceAsync(replacements, cancellationToken);
///
///     protected override ValueTask&lt;bool&gt; RemoveAsync(
///         string id,
///         long expectedVersion,
///         ChangeEntry? change,
///         CancellationToken cancellationToken
///     ) =&gt; tables.DeleteCustomerAsync(id, expectedVersion, change, cancellationToken);
/// }
/// </code>
/// </example>
public abstract class CustomerStore : AggregateStore<Customer, CustomerSnapshot>
{
    /// <summary>Creates the store.</summary>
    /// <param name="changeContext">The change context of the scope, for the change log; null when the host has no change log.</param>
    protected CustomerStore(ChangeContext? changeContext = null)
        : base(changeContext) { }

    private protected sealed override Customer Restore(CustomerSnapshot snapshot) => Customer.FromSnapshot(snapshot);

    private protected sealed override bool IsUnreadable(CustomerSnapshot snapshot, out string? member) =>
        CustomerSnapshotCheck.IsUnreadable(snapshot, out member);

    private protected sealed override Customer? PlaceholderFor(CustomerSnapshot snapshot) => Customer.PlaceholderFor(snapshot);

    private protected sealed override string? IdOf(CustomerSnapshot snapshot) => snapshot.Details?.Id;

    private protected sealed override CustomerSnapshot Snapshot(Customer entity) => entity.ToSnapshot();
}
