namespace Msp.Customers.ChangeLog;

/// <summary>An entry of the change log cannot be read, and no subscriber was told of it. It stays stored until the host mends it, or notes it as delivered. The message holds no personal data.</summary>
public sealed class UnreadableChangeException : Exception
{
    internal UnreadableChangeException(ChangeEntry entry)
        : base($"Change {entry.Id} of {entry.Subject} {entry.SubjectId}, version {entry.Version}, cannot be read and was set aside.") =>
        Entry = entry;

    /// <summary>The entry, without members.</summary>
    public ChangeEntry Entry { get; }
}
