namespace Msp.Customers;

// The state in which the customer was read, for rules and stores.
public sealed partial class Customer
{
    private Customer? source;

    string IAggregate<Customer>.Id => Id.Value;

    long IAggregate<Customer>.OriginalVersion => OriginalVersion;

    Customer IAggregate<Customer>.Source => source ?? this;

    Customer? IAggregate<Customer>.GetOriginal() => GetOriginal();

    void IAggregate<Customer>.AcceptChanges() => AcceptChanges();

    void IAggregate<Customer>.RestoreFrom(Customer other)
    {
        ArgumentNullException.ThrowIfNull(other);
        RestoreFrom(other);
    }

    void IAggregate<Customer>.Touch() => version++;

    bool IAggregate<Customer>.IsUnreadable(out string? member)
    {
        try
        {
            return CustomerSnapshotCheck.IsUnreadable(ToSnapshot(), out member);
        }
        catch (ArgumentException)
        {
            member = null;
            return true;
        }
    }

    internal void RestoreFrom(Customer other)
    {
        CustomerSnapshotCheck.Demand(other.Id == Id, "The object is another customer.");
        Remember();
        CopyFrom(other.ToSnapshot());
        version = other.version;
    }

    internal void AcceptChanges() => (OriginalVersion, original) = (version, null);

    private Customer? GetOriginal()
    {
        if (OriginalVersion == 0)
        {
            return null;
        }

        var snapshot = original ?? ToSnapshot();
        snapshot.Version = OriginalVersion;
        return FromSnapshot(snapshot);
    }

    // Precedes each change.
    private void BeginChange()
    {
        Remember();
        version++;
    }

    private void Remember() => original ??= OriginalVersion == 0 ? null : ToSnapshot();
}
