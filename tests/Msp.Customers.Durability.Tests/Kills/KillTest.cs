using Msp.Customers.Durability.Writer;

namespace Msp.Customers.Durability.Tests.Kills;

internal static class KillTest
{
    private const int Times = 20;

    // Kills a writer in each kind of save at each of its steps. Each writer continues with the database of the previous one. The whole
    // content is compared each time.
    public static async Task RunAsync(IServiceProvider services, Func<WriterProcess> start, Func<Task> waitUntilIdle)
    {
        var (plan, random, kills) = (new SavePlan(), new Random(Times), 0);
        foreach (var (step, kind) in from s in Enum.GetValues<SaveStep>().Reverse() from k in Enum.GetValues<SaveKind>() select (s, k))
        {
            using var writer = start();
            foreach (var save in plan.Before(kind))
            {
                await writer.SaveAsync(save);
                plan.Add(save);
            }

            var last = plan.Next(kind, ofMany: step is SaveStep.Begun or SaveStep.Committing or SaveStep.Committed);
            (await writer.SaveAsync(last, stopAt: step)).Should().BeFalse("a save of the kind {0} has the step {1}", kind, step);

            // The kill interrupts the next step of the database.
            await writer.KillAsync(
                continueFor: step is SaveStep.Begun or SaveStep.Committing ? TimeSpan.FromMilliseconds(random.Next(5)) : null
            );
            await waitUntilIdle();
            kills++;

            // A save is stored completely after its commit, and not at all before it. A save that was killed during its commit is one or
            // the other.
            var stored = await Contents.StoredAsync(services);
            if (writer.IsCommitted || (step == SaveStep.Committing && stored.SequenceEqual(Contents.After([.. plan.Done, last]))))
            {
                plan.Add(last);
            }

            var expected = Contents.After(plan.Done);
            string[] differences =
            [
                .. expected.Except(stored).Select(line => $"lost: {line}"),
                .. stored.Except(expected).Select(line => $"stored only: {line}"),
            ];
            string.Join("\n", differences).Should().BeEmpty("the process was killed at {0} of {1}", step, last);
            stored.Should().HaveSameCount(expected);
        }

        kills.Should().Be(Times);
    }
}
