namespace Msp.Customers.ImportExport;

/// <summary>How far an import has come.</summary>
/// <param name="Phase">What it is doing.</param>
/// <param name="Done">The customers that this phase is done with.</param>
/// <param name="Total">The customers in the file; null while they are being counted.</param>
public sealed record ImportProgress(ImportPhase Phase, long Done, long? Total);
