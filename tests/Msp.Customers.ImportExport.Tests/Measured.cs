namespace Msp.Customers.ImportExport.Tests;

// Tests that measure memory, with nothing running beside them.
[CollectionDefinition(nameof(Measured), DisableParallelization = true)]
public sealed class Measured;
