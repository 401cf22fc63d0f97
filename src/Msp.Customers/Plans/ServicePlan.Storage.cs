namespace Msp.Customers;

// The state in which the plan was read, for rules and stores.
public sealed partial class ServicePlan
{
    string IAggregate<ServicePlan>.Id => Id.Value;

    long IAggregate<ServicePlan>.OriginalVersion => OriginalVersion;

    ServicePlan IAggregate<ServicePlan>.Source => this;

    ServicePlan? IAggregate<ServicePlan>.GetOriginal()
    {
        if (OriginalVersion == 0)
        {
            return null;
        }

        var snapshot = original ?? ToSnapshot();
        snapshot.Version = OriginalVersion;
        return FromSnapshot(snapshot);
    }

    void IAggregate<ServicePlan>.AcceptChanges() => (OriginalVersion, original) = (version, null);

    void IAggregate<ServicePlan>.RestoreFrom(ServicePlan other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Id != Id)
        {
            throw new ArgumentException("The object is another plan.", nameof(other));
        }

        Remember();
        Apply(other.ToDraft());
        version = other.version;
    }

    void IAggregate<ServicePlan>.Touch() => version++;

    bool IAggregate<ServicePlan>.IsUnreadable(out string? member) => IsUnreadable(ToSnapshot(), out member);

    // Precedes each change.
    private void BeginChange()
    {
        Remember();
        version++;
    }

    private void Remember() => original ??= OriginalVersion == 0 ? null : ToSnapshot();
}
