using Microsoft.Extensions.DependencyInjection;
using Msp.Customers.Durability.Tests.Kills;
using Msp.Customers.Durability.Writer;
using Msp.Customers.Usage;
using Npgsql;

namespace Msp.Customers.Durability.Tests.Outages;

// The connection is cut after the server has committed and before the host receives the answer.
public sealed class LostAnswerTests(StoppableDatabase database) : IClassFixture<StoppableDatabase>
{
    private static readonly Save Add = new(SaveKind.Add, 1, ["c-1"]);
    private static readonly Save Change = new(SaveKind.Change, 2, ["c-1"]);
    private static readonly Save Post = new(SaveKind.Post, 3, ["c-1"]);
    private static readonly Save Delete = new(SaveKind.Delete, 4, ["c-1"]);

    [PrivateServerTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_host_that_retries_after_a_lost_answer_stores_nothing_twice(bool retries)
    {
        await using var relay = new Relay(database.Folder);
        await using var services = StoppableDatabase.HostOver(Through(relay), retries);
        var host = new RetryingHost(services);
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
    public async Task A_posting_that_is_repeated_after_a_lost_answer_is_a_replay(bool retries)
    {
        await using var relay = new Relay(database.Folder);
        await using var services = StoppableDatabase.HostOver(Through(relay), retries);
        await new RetryingHost(services).DoAsync(Add);
        relay.LoseNextCommit();

        // When the provider retries, the first call returns a replay. Otherwise the second call does.
        if (!retries)
        {
            (await FluentActions.Awaiting(PostAsync).Should().ThrowAsync<Exception>()).Where(e => RetryingHost.IsOfDatabase(e));
        }

        var posting = await PostAsync();
        posting.Should().HaveCount(10).And.OnlyContain(r => r.IsReplay);
        (await Contents.StoredAsync(services)).Should().Equal(Contents.After([Add, Post]));

        async Task<IReadOnlyList<UsageReceipt>> PostAsync()
        {
            using var scope = services.CreateScope();
            return await scope.ServiceProvider.GetRequiredService<UsageLedger>().PostAsync(CustomerVersions.Usage(Post));
        }
    }

    private string Through(Relay relay)
    {
        var direct = new NpgsqlConnectionStringBuilder(database.NewDatabase());
        return $"{relay.Address};Username={direct.Username};Database={direct.Database}";
    }
}
