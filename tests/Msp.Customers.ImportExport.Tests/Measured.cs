namespace Msp.Customers.ImportExport.Tests;

// Tests that measure memory. No other tests run in parallel.
[CollectionDefinition(nameof(Measured), DisableParallelization = true)]
public sealed class Measured;
