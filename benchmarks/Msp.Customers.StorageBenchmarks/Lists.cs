using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Npgsql;

namespace Msp.Customers.StorageBenchmarks;

// The first page and a later page of each sort and filter of the customer list, among few customers and among a hundred times as many.
internal static class Lists
{
    private const int Factor = 100;

    private static readonly (string Name, CustomerFilter Filter)[] Filters =
    [
        ("Tenant type with many", new() { TenantType = TenantType.Commercial }),
        ("Tenant type with one", new() { TenantType = TenantType.Sandbox }),
        ("Active", new() { Status = CustomerStatus.Active }),
        ("One suspended", new() { Status = CustomerStatus.Suspended }),
        ("One closed", new() { Status = CustomerStatus.Closed }),
        ("Plan with many", new() { ServicePlan = new PlanId(CustomerFiles.Plan) }),
        ("Plan with none", new() { ServicePlan = new PlanId("none") }),
        ("Region with a quarter", new() { Region = new StorageRegion("eu-central-1") }),
        ("License expiring, all", new() { LicenseExpiringBefore = new LocalDate(2099, 1, 1) }),
        ("License expiring, one", new() { LicenseExpiringBefore = new LocalDate(2021, 1, 1) }),
        ("License expiring, none", new() { LicenseExpiringBefore = new LocalDate(2020, 1, 1) }),
        ("Quota ending, one", new() { QuotaEndingBefore = new LocalDate(2021, 1, 1) }),
        ("Quota ending, none", new() { QuotaEndingBefore = new LocalDate(2020, 1, 1) }),
        (
            "Plan with many, region with a quarter, quota ending, none",
            new()
            {
                ServicePlan = new PlanId(CustomerFiles.Plan),
                Region = new StorageRegion("eu-central-1"),
                QuotaEndingBefore = new LocalDate(2020, 1, 1),
            }
        ),
        ("Text, many", new() { Text = "organization" }),
        ("Text, none", new() { Text = "no such name" }),
    ];

    public static async Task RunAsync(Server server, int count, int rounds)
    {
        await using var few = await ListAsync(server, count / Factor, 1);
        await using var many = await ListAsync(server, count / Factor, Factor);
        var comparison = Comparison.BySize(Customers(count / Factor), Customers(count));
        foreach (var sort in Enum.GetValues<CustomerSort>())
        {
            foreach (var descending in new[] { false, true })
            {
                await CompareAsync($"By {sort}{(descending ? ", descending" : "")}", new() { Sort = sort, Descending = descending });
            }
        }

        foreach (var (name, filter) in Filters)
        {
            await CompareAsync(name, new() { Filter = filter });
        }

        async Task CompareAsync(string name, CustomerPageRequest request)
        {
            var (first, other) = (await RowsAsync(few, request), await RowsAsync(many, request));
            var (found, among) = (first.Items.Count, other.Items.Count);
            Demand.That(found == among || (found > 1 && among > found), $"{name} found {found} and {among} customers.");
            await comparison.PrintAsync(name, rounds, () => RowsAsync(few, request), () => RowsAsync(many, request));
            if (first.NextToken is not null && other.NextToken is not null)
            {
                var (next, later) = (request with { Token = first.NextToken }, request with { Token = other.NextToken });
                await comparison.PrintAsync($"{name}, second page", rounds, () => RowsAsync(few, next), () => RowsAsync(many, later));
            }
        }
    }

    // One customer is in a sandbox, one is suspended, one is closed, and one has a license and a quota that ended.
    private static async Task<Host> ListAsync(Server server, int imported, int factor)
    {
        var database = await server.CreateDatabaseAsync();
        var host = await Host.StartAsync(b => b.UsePostgreSql(database));
        using (var files = new CustomerFiles(imported))
        {
            await host.ImportAsync(files.Csv, imported);
        }

        await using var source = NpgsqlDataSource.Create(database);
        await Growth.MultiplyAsync(source, factor);
        await UpdateAsync(1, "\"TenantType\" = 'Sandbox'");
        await UpdateAsync(2, "\"SuspendedOn\" = '2026-01-01', \"SuspensionReason\" = 'Other'");
        await UpdateAsync(3, "\"ClosedOn\" = '2026-01-01', \"RetentionDate\" = '2026-04-01'");
        await UpdateAsync(4, "\"LicenseExpiryDate\" = '2020-06-15'");
        await UpdateAsync(4, "\"EffectiveDate\" = '2020-06-01', \"EndDate\" = '2020-06-15'", "CreditQuotas", "CustomerId");
        return host;

        async Task UpdateAsync(int number, string values, string table = "Customers", string id = "Id")
        {
            await using var command = source.CreateCommand($"UPDATE \"{table}\" SET {values} WHERE \"{id}\" = $1");
            command.Parameters.Add(new() { Value = CustomerFiles.Id(number) });
            Demand.That(await command.ExecuteNonQueryAsync() == 1, "The customer does not exist.");
        }
    }

    private static Task<Page<CustomerRow>> RowsAsync(Host host, CustomerPageRequest request) =>
        host.InScopeAsync(s => s.GetRequiredService<IReadRepositoryBase<Customer>>().RowsAsync(request));

    private static string Customers(int count) => string.Create(CultureInfo.InvariantCulture, $"{count:#,##0} customers");
}
