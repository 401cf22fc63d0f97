using System.Globalization;
using System.Runtime.CompilerServices;
using NodaTime;
using NodaTime.Text;

namespace Msp.Customers.Testing;

// Each failure contains the expected result and the actual result.
internal static class Expect
{
    public static void That(bool isTrue, string expected, string found)
    {
        if (!isTrue)
        {
            throw new ConformanceException($"A store is expected to {expected}; found: {found}.");
        }
    }

    public static void Equal<T>(T expected, T found, string expectation) =>
        That(EqualityComparer<T>.Default.Equals(expected, found), $"{expectation}: {Text(expected)}", Text(found));

    public static void Items<T>(IEnumerable<T> expected, IEnumerable<T> found, string expectation)
    {
        var (wanted, given) = (expected.ToList(), found.ToList());
        var at = Enumerable
            .Range(0, Math.Max(wanted.Count, given.Count))
            .FirstOrDefault(n => n >= wanted.Count || n >= given.Count || !Equals(wanted[n], given[n]), -1);
        That(at < 0, $"{expectation}, index {at} of {wanted.Count} items: {At(wanted)}", $"{At(given)}, of {given.Count} items");
        string At(List<T> items) => at >= 0 && at < items.Count ? Text(items[at]) : "none";
    }

    public static void Same(CustomerSnapshot expected, Customer? found, string expectation = "return the customer as it was stored")
    {
        That(found is not null, expectation, "nothing");
        Same((object)expected, found!.ToSnapshot(), expectation);
        That(found.OriginalVersion == found.Version, $"{expectation}, OriginalVersion: {found.Version}", $"{found.OriginalVersion}");
    }

    public static void Same(PlanSnapshot expected, ServicePlan? found, string expectation = "return the plan as it was stored")
    {
        That(found is not null, expectation, "nothing");
        Same((object)expected, found!.ToSnapshot(), expectation);
        That(found.OriginalVersion == found.Version, $"{expectation}, OriginalVersion: {found.Version}", $"{found.OriginalVersion}");
    }

    public static void Same(object expected, object found, string expectation)
    {
        if (SnapshotComparison.FirstDifference(expected, found) is { } difference)
        {
            That(false, $"{expectation}, {difference.Path}: {difference.Expected}", difference.Found);
        }
    }

    // The write must throw ConcurrencyException and change no stored data.
    public static async Task RefusedAsync(Trial trial, string what, Func<Task> write)
    {
        var before = await trial.StateAsync();
        await ThrowsAsync<ConcurrencyException>($"refuse {what}", write);
        Same(before, await trial.StateAsync(), $"change nothing when it refuses {what}");
    }

    public static async Task ThrowsAsync<TException>(string expectation, Func<Task> act)
        where TException : Exception
    {
        try
        {
            await act();
        }
        catch (TException)
        {
            return;
        }
        catch (Exception e)
        {
            throw new ConformanceException(
                $"A store is expected to {expectation} with {typeof(TException).Name}; it threw {e.GetType().Name}: {e.Message}",
                e
            );
        }

        throw new ConformanceException($"A store is expected to {expectation} with {typeof(TException).Name}; found: no exception.");
    }

    // The text does not depend on the culture of the machine.
    private static string Text(object? value) =>
        value switch
        {
            null => "nothing",
            LocalDate date => LocalDatePattern.Iso.Format(date),
            ITuple tuple => $"({string.Join(", ", Enumerable.Range(0, tuple.Length).Select(n => Text(tuple[n])))})",
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString()!,
        };
}
