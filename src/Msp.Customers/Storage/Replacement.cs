using Msp.Customers.ChangeLog;

namespace Msp.Customers.Storage;

/// <summary>One stored aggregate that a store replaces.</summary>
/// <param name="Snapshot">The state, with its new version.</param>
/// <param name="ExpectedVersion">The version that must be stored.</param>
/// <param name="Change">The entry for the change log, to be stored in the same transaction; null when the store keeps none.</param>
/// <typeparam name="TSnapshot">The complete plain state of the aggregate.</typeparam>
public sealed record Replacement<TSnapshot>(TSnapshot Snapshot, long ExpectedVersion, ChangeEntry? Change)
    where TSnapshot : class;
