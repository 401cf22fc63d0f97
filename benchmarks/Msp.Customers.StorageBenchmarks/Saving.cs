using System.Globalization;
using Msp.Customers.StorageBenchmarks.Peers;

namespace Msp.Customers.StorageBenchmarks;

// Saves a new customer with its parts, and another address of a stored customer. The results are compared by the rows in the tables.
internal static class Saving
{
    public static Task RunAsync(Server server, int count, int rounds) =>
        PeerDatabase.RunAsync(
            server,
            count,
            async database =>
            {
                var number = 10_000_000;
                ISaver[] savers = [database.AdoNet, database.Dapper, database.EntityFramework, database.Library];
                List<string>? expected = null;
                foreach (var saver in savers)
                {
                    var customer = new NewCustomer(++number);
                    await saver.AddAsync(customer);
                    var left = await LeftAsync(customer);
                    await saver.ChangeAddressAsync(customer.Id, AddressOf(number));
                    left.AddRange(await LeftAsync(customer));
                    expected ??= left;
                    Demand.That(
                        left.SequenceEqual(expected),
                        $"{saver.GetType().Name} left other rows:\n{string.Join('\n', left.Except(expected))}\n"
                            + $"instead of\n{string.Join('\n', expected.Except(left))}"
                    );
                }

                var comparison = Comparison.WithPeers();
                await comparison.PrintAsync(
                    "A new customer",
                    rounds,
                    Array.ConvertAll<ISaver, Func<Task>>(savers, s => () => s.AddAsync(new NewCustomer(++number)))
                );
                await comparison.PrintAsync(
                    "Another address",
                    rounds,
                    Array.ConvertAll<ISaver, Func<Task>>(
                        savers,
                        s => () => s.ChangeAddressAsync(CustomerFiles.Id(Any(++number)), AddressOf(number))
                    )
                );

                // Removes the number, the only difference between customers.
                async Task<List<string>> LeftAsync(NewCustomer customer) =>
                    (await StoredRows.OfAsync(database.Source, customer.Id)).ConvertAll(row =>
                        row.Replace(customer.Number.ToString(CultureInfo.InvariantCulture), "#", StringComparison.Ordinal)
                    );

                int Any(int n) => (int)((uint)n * 2654435761u % count) + 1;
            }
        );

    private static string AddressOf(int number) => $"{number} Quay Street, Bremen";
}
