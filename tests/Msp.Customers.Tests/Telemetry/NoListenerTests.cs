using System.Diagnostics.Metrics;
using System.Reflection;
using Msp.Customers.Telemetry;

namespace Msp.Customers.Tests.Telemetry;

// Runs without parallel tests, because a listener observes the whole process.
[CollectionDefinition(nameof(NoListenerTests), DisableParallelization = true)]
[Collection(nameof(NoListenerTests))]
public sealed class NoListenerTests
{
    private delegate object? Start(string name, Histogram<double> duration, string? msp, string? action, string? aggregate);

    [Fact]
    public void Without_a_listener_an_operation_allocates_no_memory()
    {
        var assembly = typeof(TelemetryNames).Assembly;
        var start = assembly
            .GetType("Msp.Customers.Telemetry.Operation", throwOnError: true)!
            .GetMethod("Start", BindingFlags.Public | BindingFlags.Static)!
            .CreateDelegate<Start>();
        using var meter = new Meter("unobserved");
        var duration = meter.CreateHistogram<double>("unobserved");
        object? operation = null;
        long Measured()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 100; i++)
            {
                operation = start(TelemetryNames.Save, duration, "msp", "add", "customer");
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Measured();

        Measured().Should().Be(0);
        operation.Should().BeNull();
    }
}
