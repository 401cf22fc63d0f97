namespace Msp.Customers.ImportExport;

/// <summary>The progress of an import.</summary>
/// <param name="Phase">The current phase.</param>
/// <param name="Done">The number of customers that this phase has processed.</param>
/// <param name="Total">The number of customers in the file; null while they are being counted.</param>
public sealed record ImportProgress(ImportPhase Phase, long Done, long? Total);
