using System.Diagnostics.Metrics;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Msp.Customers.AspNetCore;
using Msp.Customers.Telemetry;
using Msp.Customers.Tests.Architecture;
using Msp.Customers.Usage;

namespace Msp.Customers.ImportExport.Tests.Telemetry;

public sealed class DocumentedNamesTests
{
    private static readonly Type[] Types =
    [
        .. new[] { typeof(Customer), typeof(UsageLedger), typeof(CustomerDetailsReader), typeof(CustomerImport) }.SelectMany(t =>
            t.Assembly.GetTypes()
        ),
    ];

    [Fact]
    public void The_documented_events_match_the_code() =>
        Table("Event")
            .Should()
            .Equal(
                Types
                    .SelectMany(t =>
                        t.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
                    )
                    .Select(m => m.GetCustomAttribute<LoggerMessageAttribute>())
                    .OfType<LoggerMessageAttribute>()
                    .OrderBy(m => m.EventId)
                    .Select(m => $"`{m.EventId}` | {m.Level} | {m.Message}")
            );

    [Fact]
    public void The_documented_instruments_match_the_code()
    {
        var found = new List<string>();
        using var listener = new MeterListener { InstrumentPublished = (i, _) => Add(i) };
        listener.Start();
        foreach (
            var type in Types.Where(t =>
                t.TypeInitializer is not null
                && t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
                    .Any(f => f.FieldType.IsSubclassOf(typeof(Instrument)))
            )
        )
        {
            RuntimeHelpers.RunClassConstructor(type.TypeHandle);
        }

        lock (found)
        {
            Table("Instrument")
                .Select(row => row[..row.LastIndexOf(" | ", StringComparison.Ordinal)])
                .Should()
                .Equal(found.Distinct().Order(StringComparer.Ordinal));
        }

        void Add(Instrument instrument)
        {
            if (instrument.Meter.Name == TelemetryNames.Meter)
            {
                lock (found)
                {
                    found.Add($"`{instrument.Name}` | {instrument.GetType().Name.Split('`')[0]} | `{instrument.Unit}`");
                }
            }
        }
    }

    [Fact]
    public void The_documented_names_match_the_code() =>
        Table("Activity")
            .Concat(Table("Instrument"))
            .Concat(Table("Tag"))
            .SelectMany(Names)
            .Distinct()
            .Should()
            .BeEquivalentTo(
                typeof(TelemetryNames)
                    .GetFields()
                    .Where(f => f.Name is not (nameof(TelemetryNames.Source) or nameof(TelemetryNames.Meter)))
                    .Select(f => (string)f.GetRawConstantValue()!)
            );

    // The rows of the table whose first column has the name.
    internal static List<string> Table(string first) =>
        [
            .. File.ReadAllLines(Path.Combine(Repository.Root.FullName, "docs", "operating.md"))
                .SkipWhile(line => !line.StartsWith($"| {first} |", StringComparison.Ordinal))
                .Skip(2)
                .TakeWhile(line => line.StartsWith('|'))
                .Select(line => line[2..^2]),
        ];

    private static IEnumerable<string> Names(string row) =>
        row.Split('`')
            .Where((_, i) => i % 2 == 1)
            .Where(name => name.StartsWith("msp.", StringComparison.Ordinal) || name.StartsWith("error.", StringComparison.Ordinal));
}
