using Msp.Customers.Durability.Tests.Kills;
using Msp.Customers.Durability.Writer;

namespace Msp.Customers.Durability.Tests.Outages;

public sealed class OutageTests(StoppableDatabase database) : IClassFixture<StoppableDatabase>
{
    private const int Writers = 6;

    [PrivateServerTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_save_is_lost_or_repeated_when_the_server_restarts_and_connections_are_cut(bool retries)
    {
        await using var services = StoppableDatabase.HostOver(database.NewDatabase(), retries);
        var host = new RetryingHost(services);
        using var over = new CancellationTokenSource();
        var writing = Enumerable.Range(0, Writers).Select(n => Task.Run(() => WriteAsync(host, n, over.Token))).ToList();
        for (var time = 0; time < 3; time++)
        {
            await ProgressAsync(host, writing);
            await database.Server.StopAsync(atOnce: time % 2 == 0);
            await database.Server.StartAsync();
            for (var cut = 0; cut < 4; cut++)
            {
                await ProgressAsync(host, writing);
                await database.CutConnectionsAsync();
            }
        }

        await ProgressAsync(host, writing);
        await over.CancelAsync();
        var saves = (await Task.WhenAll(writing)).SelectMany(s => s);

        (await Contents.StoredAsync(services)).Should().Equal(Contents.After(saves));
        (retries || !host.Failures.IsEmpty).Should().BeTrue("a host without retries of the provider receives each failure");
    }

    // Registers, changes and deletes one customer after the other. Returns the acknowledged saves.
    private static async Task<List<Save>> WriteAsync(RetryingHost host, int writer, CancellationToken over)
    {
        var done = new List<Save>();
        for (var n = 0; !over.IsCancellationRequested; n++)
        {
            string[] id = [$"c-{writer}-{n}"];
            await DoAsync(new Save(SaveKind.Add, 1, id));
            await DoAsync(new Save(SaveKind.Change, 2, id));
            await DoAsync(new Save(SaveKind.Post, n, id));
            await DoAsync(new Save(SaveKind.Change, 3, id));
            await DoAsync(n % 4 == 0 ? new Save(SaveKind.Delete, 4, id) : new Save(SaveKind.Post, n + 1_000_000, id));
        }

        return done;

        async Task DoAsync(Save save)
        {
            await host.DoAsync(save);
            done.Add(save);
        }
    }

    // The exception of a failed writer ends the wait.
    private static async Task ProgressAsync(RetryingHost host, List<Task<List<Save>>> writing)
    {
        for (var wanted = host.Acknowledged + (2 * Writers); host.Acknowledged < wanted; )
        {
            await Task.Delay(2);
            await Task.WhenAll(writing.Where(w => w.IsFaulted));
        }
    }
}
