using System.Diagnostics;
using System.Globalization;

namespace Msp.Customers.StorageBenchmarks;

// Two ways to the same answer, timed in turns, so that what else the machine does falls on both.
internal static class Comparison
{
    public static async Task<double> PrintAsync(string name, int rounds, Func<Task> bare, Func<Task> library)
    {
        // Until the runtime has compiled what runs often for good.
        for (var i = 0; i < rounds; i++)
        {
            await bare();
            await library();
        }

        var (bareTimes, libraryTimes) = (new double[rounds], new double[rounds]);
        for (var i = 0; i < rounds; i++)
        {
            bareTimes[i] = await TimeAsync(bare);
            libraryTimes[i] = await TimeAsync(library);
        }

        var (bareTime, libraryTime) = (Median(bareTimes), Median(libraryTimes));
        Print(name, bareTime, libraryTime);
        return libraryTime;
    }

    public static void PrintHeader() => Console.WriteLine("| What | Bare | Library | Ratio |\n|---|---|---|---|");

    public static void Print(string name, double bare, double library) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {bare:#,##0.000} ms | {library:#,##0.000} ms | {library / bare:0.00} |"));

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
