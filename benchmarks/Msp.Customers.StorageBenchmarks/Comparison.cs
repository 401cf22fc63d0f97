using System.Diagnostics;
using System.Globalization;

namespace Msp.Customers.StorageBenchmarks;

// A table with a line for each operation, and a column for each way to do it, the library's last.
internal sealed class Comparison
{
    private readonly int[] against;

    // The library's time is divided by the time of each of these ways.
    private Comparison(string[] ways, params string[] against)
    {
        this.against = Array.ConvertAll(against, way => Array.IndexOf(ways, way));
        string[] columns = ["What", .. ways, .. against.Select(way => $"{ways[^1]} / {way}")];
        Console.WriteLine($"| {string.Join(" | ", columns)} |\n|{string.Concat(columns.Select(_ => "---|"))}");
    }

    public static Comparison WithBare() => new(["Bare", "Library"], "Bare");

    public static Comparison WithPeers() => new(["ADO.NET", "Dapper", "EF Core", "Library"], "ADO.NET", "EF Core");

    public static Comparison BySize(string few, string many) => new([few, many], few);

    // The ways run in turns, so that other load of the machine affects all of them, and in a different order each time, because each leaves
    // garbage and caches to the next. Returns the library's time.
    public async Task<double> PrintAsync(string name, int rounds, params Func<Task>[] ways)
    {
        // Warms up until the runtime has compiled hot methods with full optimization.
        for (var round = 0; round < rounds; round++)
        {
            foreach (var way in ways)
            {
                await way();
            }
        }

        var times = Array.ConvertAll(ways, _ => new double[rounds]);
        var (order, random) = (Enumerable.Range(0, ways.Length).ToArray(), new Random(1));
        for (var round = 0; round < rounds; round++)
        {
            random.Shuffle(order);
            foreach (var way in order)
            {
                times[way][round] = await TimeAsync(ways[way]);
            }
        }

        var medians = Array.ConvertAll(times, Median);
        Print(name, medians);
        return medians[^1];
    }

    public void Print(string name, params double[] times)
    {
        var cells = times
            .Select(time => string.Create(CultureInfo.InvariantCulture, $"{time:#,##0.000} ms"))
            .Concat(against.Select(way => string.Create(CultureInfo.InvariantCulture, $"{times[^1] / times[way]:0.00}")));
        Console.WriteLine($"| {name} | {string.Join(" | ", cells)} |");
    }

    public static async Task<double> TimeAsync(Func<Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static double Median(double[] times)
    {
        Array.Sort(times);
        return times[times.Length / 2];
    }
}
