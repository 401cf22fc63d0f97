using System.Diagnostics.Metrics;
using System.Reflection;
using Msp.Customers.Telemetry;

namespace Msp.Customers.Tests.Telemetry;

// Beside no other test: who listens, listens to the whole process.
[CollectionDefinition(nameof(NobodyListensTests), DisableParallelization = true)]
[Collection(nameof(NobodyListensTests))]
public sealed class NobodyListensTests
{
    private delegate object? Start(string name, Histogram<double> duration, string? msp, string? action, string? aggregate);

    [Fact]
    public void Work_that_nobody_listens_to_takes_no_memory_for_telling()
    {
        var assembly = typeof(TelemetryNames).Assembly;
        var start = assembly
            .GetType("Msp.Customers.Telemetry.Operation", throwOnError: true)!
            .GetMethod("Start", BindingFlags.Public | BindingFlags.Static)!
            .CreateDelegate<Start>();
        using var meter = new Meter("nobody's");
        var duration = meter.CreateHistogram<double>("nobody's");
        object? told = null;
        long Measured()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 100; i++)
            {
                told = start(TelemetryNames.Save, duration, "msp", "add", "customer");
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Measured();

        Measured().Should().Be(0);
        told.Should().BeNull();
    }
}
