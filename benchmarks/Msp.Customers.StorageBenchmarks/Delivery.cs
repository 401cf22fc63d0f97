using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Msp.Customers.ChangeLog;
using Msp.Customers.EntityFrameworkCore;

namespace Msp.Customers.StorageBenchmarks;

// Measures the delivery of pending changes after a subscriber was unavailable: the cost of one change among few and among many.
// Reports medians of alternating runs.
internal static class Delivery
{
    private const int Few = 1_000;
    private const int Runs = 5;

    public static async Task RunAsync(Server server, int many)
    {
        var file = Path.Combine(Path.GetTempPath(), $"msp-customers-{Guid.NewGuid():N}.db");
        try
        {
            Console.WriteLine("| Storage | Changes | Time of a change | Allocated by a change | Time, many / few |");
            Console.WriteLine("|---|---|---|---|---|");
            await CompareAsync("Memory", many, () => Task.FromResult<Action<MspCustomersBuilder>>(b => b.UseInMemoryStorage()));
            await CompareAsync(
                "SQLite",
                many,
                () =>
                {
                    File.Delete(file);
                    return Task.FromResult<Action<MspCustomersBuilder>>(b => b.UseSqlite($"Data Source={file};Pooling=False"));
                }
            );
            await CompareAsync(
                "PostgreSQL",
                many,
                async () =>
                {
                    var database = await server.CreateDatabaseAsync();
                    return b => b.UsePostgreSql(database);
                }
            );
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task CompareAsync(string storage, int many, Func<Task<Action<MspCustomersBuilder>>> prepare)
    {
        await DeliverAsync(await prepare(), 500);
        List<(TimeSpan Time, double Bytes)> few = [],
            all = [];
        for (var run = 0; run < Runs; run++)
        {
            few.Add(await DeliverAsync(await prepare(), Few));
            all.Add(await DeliverAsync(await prepare(), many));
        }

        var (least, most) = (Median(few), Median(all));
        Print(storage, Few, least.Time, least.Bytes, "");
        Print(storage, many, most.Time, most.Bytes, (most.Time / least.Time).ToString("0.00", CultureInfo.InvariantCulture));
    }

    private static (TimeSpan Time, double Bytes) Median(List<(TimeSpan Time, double Bytes)> runs) => runs.Order().ElementAt(Runs / 2);

    private static void Print(string storage, int changes, TimeSpan time, double bytes, string ratio) =>
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {storage} | {changes:#,##0} | {time.TotalMicroseconds:0.0} µs | {bytes / 1024:0.0} KB | {ratio} |"
            )
        );

    // Returns the time and the bytes of one change.
    private static async Task<(TimeSpan Time, double Bytes)> DeliverAsync(Action<MspCustomersBuilder> use, int changes)
    {
        var (services, down) = (new ServiceCollection(), new Down());
        use(services.AddMspCustomers());
        services.AddSingleton<IChangeSubscriber>(down);
        await using var provider = services.BuildServiceProvider(validateScopes: true);
        await using (var scope = provider.CreateAsyncScope())
        {
            if (scope.ServiceProvider.GetService<MspCustomersContext>() is { } context)
            {
                await context.Database.MigrateAsync();
            }

            await scope
                .ServiceProvider.GetRequiredService<IRepositoryBase<ServicePlan>>()
                .AddRangeAsync(Enumerable.Range(0, changes).Select(Plan));
        }

        await using var delivering = provider.CreateAsyncScope();
        var delivery = delivering.ServiceProvider.GetRequiredService<ChangeDelivery>();
        var (bytes, clock) = (GC.GetTotalAllocatedBytes(precise: true), Stopwatch.StartNew());
        try
        {
            await delivery.DeliverAsync();
        }
        catch (AggregateException)
        {
            Demand.That(down.Tries == changes, $"{down.Tries} of {changes} changes were tried.");
        }

        return (clock.Elapsed / changes, (GC.GetTotalAllocatedBytes(precise: true) - bytes) / (double)changes);
    }

    private static ServicePlan Plan(int number) =>
        ServicePlan.Create(
            new PlanDraft
            {
                Id = $"plan-{number}",
                Name = $"Plan {number}",
                Edition = Edition.Elite,
            }
        );

    private sealed class Down : IChangeSubscriber
    {
        public int Tries { get; private set; }

        public Task HandleAsync(ChangeEntry entry, CancellationToken cancellationToken)
        {
            Tries++;
            throw new InvalidOperationException("The subscriber is down.");
        }
    }
}
