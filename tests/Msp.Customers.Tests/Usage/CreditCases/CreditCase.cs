using System.Text.Json;

namespace Msp.Customers.Tests.Usage.CreditCases;

// A test case of another credit engine, as numbers and dates.
public sealed record CreditCase(
    string Id,
    string Kind,
    string Policy,
    string Portability,
    JsonElement Given,
    JsonElement Query,
    JsonElement Expect
)
{
    public static IReadOnlyList<CreditCase> All { get; } =
        JsonSerializer.Deserialize<List<CreditCase>>(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Usage", "CreditCases", "cases.json")),
            JsonSerializerOptions.Web
        )!;

    public override string ToString() => Id;
}
