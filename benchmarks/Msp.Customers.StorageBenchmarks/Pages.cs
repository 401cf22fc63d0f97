using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Msp.Customers.StorageBenchmarks.Peers;
using Npgsql;

namespace Msp.Customers.StorageBenchmarks;

// A page of 50 in the order of names, at the beginning and in the middle, among few customers and among a hundred times as many.
internal static class Pages
{
    private const int Factor = 100;

    public static async Task RunAsync(Server server, int count, int rounds)
    {
        var few = await ComparedAsync(server, count / Factor, 1, rounds);
        var many = await ComparedAsync(server, count / Factor, Factor, rounds);
        foreach (var (name, time) in many)
        {
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"\n{name}: {time / few[name]:0.00} times its own time among {count / Factor:#,##0}"
                )
            );
        }
    }

    private static async Task<Dictionary<string, double>> ComparedAsync(Server server, int imported, int factor, int rounds)
    {
        var database = await server.CreateDatabaseAsync();
        await using var host = await Host.StartAsync(b => b.UsePostgreSql(database));
        using (var files = new CustomerFiles(imported))
        {
            await host.ImportAsync(files.Csv, imported);
        }

        await using var source = NpgsqlDataSource.Create(database);
        await using var preparing = NpgsqlDataSource.Create(database + ";Max Auto Prepare=20");
        await Growth.MultiplyAsync(source, factor);
        var (count, bare, times) = (imported * factor, new AdoNet(source, IdList.PostgreSql), new Dictionary<string, double>());
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nAmong {count:#,##0} customers:\n"));
        var comparison = Comparison.WithBare();
        var prepared = new AdoNet(preparing, IdList.PostgreSql);
        var middle = count / 2;
        var (key, id) = await bare.LastAsync(middle);
        await CompareAsync("first page", new CustomerPageRequest(), null, null);
        await CompareAsync("page in the middle", new CustomerPageRequest { Token = await TokenAsync(middle) }, key, id);
        return times;

        async Task CompareAsync(string where, CustomerPageRequest request, string? afterKey, string? afterId)
        {
            var expected = (await bare.RowsAsync(afterKey, afterId)).Take(50).Select(r => r.Id).ToList();
            var wholes = (await bare.CustomersAsync(afterKey, afterId)).Take(50).Select(r => r.Id).ToList();
            Demand.That(
                (await RowsAsync(request)).Items.Select(r => r.Id.Value).SequenceEqual(expected),
                $"The rows of the {where} are not the same."
            );
            Demand.That(
                (await WholeAsync(request)).Items.Select(c => c.Id.Value).SequenceEqual(wholes),
                $"The customers of the {where} are not the same."
            );
            times[$"Rows, {where}"] = await comparison.PrintAsync(
                $"Rows, {where}",
                rounds,
                () => bare.RowsAsync(afterKey, afterId),
                () => RowsAsync(request)
            );
            times[$"Customers, {where}"] = await comparison.PrintAsync(
                $"Customers, {where}",
                rounds,
                () => bare.CustomersAsync(afterKey, afterId),
                () => WholeAsync(request)
            );
            await comparison.PrintAsync(
                $"Customers, {where}, against prepared SQL",
                rounds,
                () => prepared.CustomersAsync(afterKey, afterId),
                () => WholeAsync(request)
            );
        }

        async Task<string?> TokenAsync(int passed)
        {
            var request = new CustomerPageRequest { Size = Math.Min(CustomerPageRequest.MaxSize, passed) };
            for (var left = passed; left > 0; left -= request.Size)
            {
                request = request with { Size = Math.Min(request.Size, left), Token = request.Token };
                request = request with { Token = (await RowsAsync(request)).NextToken };
            }

            return request.Token;
        }

        Task<Page<CustomerRow>> RowsAsync(CustomerPageRequest request) =>
            host.InScopeAsync(s => s.GetRequiredService<IReadRepositoryBase<Customer>>().RowsAsync(request));

        Task<Page<Customer>> WholeAsync(CustomerPageRequest request) =>
            host.InScopeAsync(s => s.GetRequiredService<IReadRepositoryBase<Customer>>().PageAsync(request));
    }
}
