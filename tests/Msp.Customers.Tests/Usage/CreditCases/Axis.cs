using System.Text.Json;
using NodaTime.Text;

namespace Msp.Customers.Tests.Usage.CreditCases;

// Maps the instants of a case to days. Only their order matters, so each distinct instant becomes one day.
internal sealed class Axis
{
    private static readonly LocalDate First = new(2000, 1, 10);
    private readonly List<Instant> instants;

    public Axis(IEnumerable<Instant> instants) => this.instants = [.. instants.Distinct().Order()];

    public LocalDate this[Instant instant] => First.PlusDays(instants.BinarySearch(instant));

    public static Axis Of(params IEnumerable<JsonElement> parts) => new(parts.SelectMany(Instants));

    public static Instant Read(JsonElement json) => InstantPattern.ExtendedIso.Parse(json.GetString()!).Value;

    // An instant, or the start of a date.
    public static Instant Moment(JsonElement json) =>
        LocalDatePattern.Iso.Parse(json.GetString()!) is { Success: true } date ? date.Value.AtMidnight().InUtc().ToInstant() : Read(json);

    public static IEnumerable<Instant> Instants(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.Object => json.EnumerateObject().SelectMany(p => Instants(p.Value)),
            JsonValueKind.Array => json.EnumerateArray().SelectMany(Instants),
            JsonValueKind.String when InstantPattern.ExtendedIso.Parse(json.GetString()!) is { Success: true } read => [read.Value],
            _ => [],
        };
}
