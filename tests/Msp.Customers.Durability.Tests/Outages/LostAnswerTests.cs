using Microsoft.Extensions.DependencyInjection;
using Msp.Customers.Durability.Tests.Kills;
using Msp.Customers.Durability.Writer;
using Msp.Customers.Usage;
using Npgsql;

namespace Msp.Customers.Durability.Tests.Outages;

// The server has committed, and the connection is cut before the host is told.
public sealed class LostAnswerTests(StoppableDatabase database) : IClassFixture<StoppableDatabase>
{
    private static readonly Save Add = new(SaveKind.Add, 1, ["c-1"]);
    private static readonly Save Change = new(SaveKind.Change, 2, ["c-1"]);
    private static readonly Save Post = new(SaveKind.Post, 3, ["c-1"]);
    private static readonly Save Delete = new(SaveKind.Delete, 4, ["c-1"]);

    [PrivateServerTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_host_that_tries_again_does_nothing_twice(bool retries)
    {
        await using var relay = new Relay(database.Folder);
        await using var services = StoppableDatabase.HostOver(Through(relay), retries);
        var host = new PatientHost(services);
        Save[] saves = [Add, Change, Post];
        foreach (var (index, save) in saves.Index())
        {
            relay.LoseNextCommit();
            await host.DoAsync(save);
            relay.Lost.Should().Be(index + 1);
            (await Contents.StoredAsync(services)).Should().Equal(Contents.After(saves[..(index + 1)]));
        }

        relay.LoseNextCommit();
        await host.DoAsync(Delete);
        (await Contents.StoredAsync(services)).Should().Equal(Contents.After([.. saves, Delete]));
    }

    [PrivateServerTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_posting_told_again_is_a_replay(bool retries)
    {
        await using var relay = new Relay(database.Folder);
        await using var services = StoppableDatabase.HostOver(Through(relay), retries);
        await new PatientHost(services).DoAsync(Add);
        relay.LoseNextCommit();

        // Where the provider tries again by itself, the first telling ends as a replay; else the second one does.
        if (!retries)
        {
            (await FluentActions.Awaiting(PostAsync).Should().ThrowAsync<Exception>()).Where(e => PatientHost.IsOfDatabase(e));
        }

        var posting = await PostAsync();
        posting.Receipts.Should().HaveCount(10).And.OnlyContain(r => r.IsReplay);
        (await Contents.StoredAsync(services)).Should().Equal(Contents.After([Add, Post]));

        async Task<PostingResult> PostAsync()
        {
            using var scope = services.CreateScope();
            return await scope.ServiceProvider.GetRequiredService<UsageLedger>().PostAsync(Life.Usage(Post));
        }
    }

    private string Through(Relay relay)
    {
        var direct = new NpgsqlConnectionStringBuilder(database.NewDatabase());
        return $"{relay.Address};Username={direct.Username};Database={direct.Database}";
    }
}
