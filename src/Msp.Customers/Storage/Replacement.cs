using Msp.Customers.ChangeLog;

namespace Msp.Customers.Storage;

/// <summary>A replacement of one stored aggregate.</summary>
/// <param name="Snapshot">The snapshot, with its new version.</param>
/// <param name="ExpectedVersion">The version that must be stored.</param>
/// <param name="Change">The change log entry to store in the same transaction; null when the store has no change log.</param>
/// <typeparam name="TSnapshot">The type of the snapshot, the complete plain state of the aggregate.</typeparam>
public sealed record Replacement<TSnapshot>(TSnapshot Snapshot, long ExpectedVersion, ChangeEntry? Change)
    where TSnapshot : class;
