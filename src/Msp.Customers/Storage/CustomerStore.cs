using Msp.Customers.ChangeLog;

namespace Msp.Customers.Storage;

/// <summary>A repository of customers over a host's own tables: derive it and write its five members. <c>docs/storage.md</c> is the guide.</summary>
public abstract class CustomerStore : AggregateStore<Customer, CustomerSnapshot>
{
    /// <summary>Makes the store.</summary>
    /// <param name="author">Who changes what, for the change log; null where the host keeps none.</param>
    protected CustomerStore(ChangeContext? author = null)
        : base(author) { }

    private protected sealed override ChangeSubject Subject => ChangeSubject.Customer;

    private protected sealed override ChangeEntry Entry(ChangeContext by, CustomerSnapshot? before, CustomerSnapshot after) =>
        by.Entry(before, after);

    private protected sealed override Customer Restore(CustomerSnapshot snapshot) => Customer.FromSnapshot(snapshot);

    private protected sealed override bool IsUnreadable(CustomerSnapshot snapshot, out string? member) =>
        Customer.IsUnreadable(snapshot, out member);

    private protected sealed override Customer? StandInFor(CustomerSnapshot snapshot) => Customer.StandInFor(snapshot);

    private protected sealed override string? IdOf(CustomerSnapshot snapshot) => snapshot.Details?.Id;

    private protected sealed override CustomerSnapshot Snapshot(Customer entity) => entity.ToSnapshot();

    private protected sealed override string IdOf(Customer entity) => entity.Id.Value;

    private protected sealed override long VersionOf(Customer entity) => entity.Version;

    private protected sealed override long OriginalVersionOf(Customer entity) => entity.OriginalVersion;

    private protected sealed override void AcceptChanges(Customer entity) => entity.AcceptChanges();
}
