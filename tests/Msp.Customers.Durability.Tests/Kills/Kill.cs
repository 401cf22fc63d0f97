using Msp.Customers.Durability.Writer;

namespace Msp.Customers.Durability.Tests.Kills;

internal static class Kill
{
    private const int Times = 20;

    // Each kind of save is killed at each of its steps, by one writer after the other on what the one before it left. All of it is looked at each time.
    public static async Task TwentyTimesAsync(IServiceProvider services, Func<WriterProcess> start, Func<Task> untilQuiet)
    {
        var (plan, random, kills) = (new Plan(), new Random(Times), 0);
        foreach (var (step, kind) in from s in Enum.GetValues<SaveStep>().Reverse() from k in Enum.GetValues<SaveKind>() select (s, k))
        {
            using var writer = start();
            foreach (var save in plan.Before(kind))
            {
                await writer.IsDoneAsync(save);
                plan.Add(save);
            }

            var last = plan.Next(kind, ofMany: step is SaveStep.Begun or SaveStep.Committing or SaveStep.Committed);
            (await writer.IsDoneAsync(last, unlessAt: step)).Should().BeFalse("a save of the kind {0} comes to {1}", kind, step);

            // What the database does next is met on its way.
            await writer.KillAsync(
                whileGoingOn: step is SaveStep.Begun or SaveStep.Committing ? TimeSpan.FromMilliseconds(random.Next(5)) : null
            );
            await untilQuiet();
            kills++;

            // What was committed is there as a whole, and before that there is nothing of it. What was killed on its way there is one or the other.
            var stored = await Contents.StoredAsync(services);
            if (step > SaveStep.Committing || (step == SaveStep.Committing && stored.SequenceEqual(Contents.After([.. plan.Done, last]))))
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
