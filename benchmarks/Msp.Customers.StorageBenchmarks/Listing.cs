using System.Text.Json;
using Msp.Customers.StorageBenchmarks.Peers;
using NodaTime;

namespace Msp.Customers.StorageBenchmarks;

// The first page of 50 customers in the order of names, as rows and as whole customers with their parts.
internal static class Listing
{
    private const int Size = 50;

    public static Task RunAsync(Server server, int count, int rounds) =>
        PeerDatabase.RunAsync(
            server,
            count,
            async database =>
            {
                var (library, peers) = (database.Library, new ILister[] { database.AdoNet, database.Dapper, database.EntityFramework });

                // Imported customers have no schedules. Without schedules, the comparison would not show that all competitors read them.
                foreach (var customer in (await library.CustomersAsync()).Items)
                {
                    await library.EditAsync(
                        customer.Id.Value,
                        d =>
                            d.Schedules.Add(
                                new QuotaScheduleDraft
                                {
                                    Start = new LocalDate(2090, 1, 31),
                                    Unit = ScheduleUnit.Month,
                                    Credits = 10.25m,
                                }
                            )
                    );
                }

                var rows = (await library.RowsAsync()).Items.Select(LibraryResults.ToPlain).ToList();
                var customers = (await library.CustomersAsync())
                    .Items.Select(LibraryResults.ToPlain)
                    .Select(c => JsonSerializer.Serialize(c))
                    .ToList();
                Demand.That(
                    rows.Count == Math.Min(Size, count) && customers.Count == rows.Count,
                    $"A page of {rows.Count} rows and {customers.Count} customers was read."
                );
                foreach (var peer in peers)
                {
                    Demand.That(
                        (await peer.RowsAsync()).Take(Size).SequenceEqual(rows),
                        $"The rows of {peer.GetType().Name} are not the library's."
                    );
                    Demand.That(
                        (await peer.CustomersAsync()).Take(Size).Select(c => JsonSerializer.Serialize(c)).SequenceEqual(customers),
                        $"The customers of {peer.GetType().Name} are not the library's."
                    );
                }

                var comparison = Comparison.WithPeers();
                await comparison.PrintAsync(
                    "A page of rows",
                    rounds,
                    [.. peers.Select<ILister, Func<Task>>(p => p.RowsAsync), library.RowsAsync]
                );
                await comparison.PrintAsync(
                    "A page of whole customers",
                    rounds,
                    [.. peers.Select<ILister, Func<Task>>(p => p.CustomersAsync), library.CustomersAsync]
                );
            }
        );
}
