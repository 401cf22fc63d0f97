namespace Msp.Customers.Storage;

/// <summary>A repository of customers over a host's own tables: derive it and write its five members. <c>docs/storage.md</c> is the guide.</summary>
public abstract class CustomerStore : AggregateStore<Customer, CustomerSnapshot>
{
    private protected sealed override Customer Restore(CustomerSnapshot snapshot) => Customer.FromSnapshot(snapshot);

    private protected sealed override CustomerSnapshot Snapshot(Customer entity) => entity.ToSnapshot();

    private protected sealed override string IdOf(Customer entity) => entity.Id.Value;

    private protected sealed override long VersionOf(Customer entity) => entity.Version;

    private protected sealed override long StoredVersionOf(Customer entity) => entity.StoredVersion;

    private protected sealed override void MarkStored(Customer entity) => entity.MarkStored();
}
