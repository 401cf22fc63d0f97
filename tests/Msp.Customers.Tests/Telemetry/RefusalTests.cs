using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Msp.Customers.Tests.StandardRules;

namespace Msp.Customers.Tests.Telemetry;

// Every refusal, for customers with names, addresses, phone numbers and email addresses.
public sealed class RefusalTests
{
    private static readonly string[] Personal =
    [
        "Northwind Traders",
        "NORTHWIND",
        "North\uD800wind",
        "North\0wind",
        "Contoso Traders",
        "Harbour",
        "+49",
        "555 01",
        "Ada",
        "ADA@",
        "ada at",
        "ada@",
        "Grace",
        "grace@",
        "northwind.example",
    ];

    public static IEnumerable<object[]> Numbered => EveryRuleTests.Numbered;

    [Theory]
    [MemberData(nameof(Numbered))]
    public async Task A_refusal_reports_and_records_no_personal_data(int index, string code)
    {
        var row = EveryRuleTests.Rows[index];
        using var recorder = new TelemetryRecorder();
        using var host = new Host(
            row.Configure,
            services => services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(recorder))
        );

        var found = await row.TryAsync(host);

        string.Join('\n', found.Select(v => $"{v} {string.Join(' ', v.Values)}").Append(recorder.Everything))
            .Should()
            .NotContainAny(Personal, "personal data must not appear for {0}", code);
    }
}
