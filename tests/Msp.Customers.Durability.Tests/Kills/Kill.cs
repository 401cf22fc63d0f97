using Msp.Customers.Durability.Writer;

namespace Msp.Customers.Durability.Tests.Kills;

internal static class Kill
{
    private const int Times = 20;

    // Kills one writer after the other, each on what the one before it left, and looks at all of it each time.
    public static async Task RepeatedlyAsync(IServiceProvider services, Func<int, WriterProcess> start, Func<Task> untilQuiet)
    {
        var random = new Random(Times);
        var done = new List<Save>();
        var underWay = 0;
        for (var time = 1; time <= Times; time++)
        {
            using var writer = start(time * 10_000);
            var (acknowledged, last) = await writer.KillAsync(afterSaves: random.Next(12), TimeSpan.FromMilliseconds(random.Next(12)));
            await untilQuiet();
            done.AddRange(acknowledged);

            // What was under way is there as a whole or not at all; all else is there.
            var stored = await Contents.StoredAsync(services);
            if (last is not null && stored.SequenceEqual(Contents.After([.. done, last])))
            {
                done.Add(last);
            }

            var expected = Contents.After(done);
            string[] differences = [.. expected.Except(stored).Select(line => $"lost: {line}"), .. stored.Except(expected).Select(line => $"stored only: {line}")];
            string.Join("\n", differences).Should().BeEmpty("what was acknowledged before kill {0} is stored, and of {1} nothing or all", time, last);
            stored.Should().HaveSameCount(expected);
            underWay += last is null ? 0 : 1;
        }

        underWay.Should().BeGreaterThan(Times / 2, "a kill between two saves proves little");
        done.Select(s => s.Kind).Distinct().Should().HaveCount(Enum.GetValues<SaveKind>().Length);
    }
}
