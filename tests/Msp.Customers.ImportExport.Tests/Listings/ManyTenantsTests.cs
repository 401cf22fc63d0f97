using System.Globalization;

namespace Msp.Customers.ImportExport.Tests.Listings;

[Collection(nameof(Measured))]
public sealed class ManyTenantsTests : IDisposable
{
    // MSP_CUSTOMERS_IMPORTED=100000 is the size that docs/import-export.md names.
    private static readonly int Size = int.Parse(
        Environment.GetEnvironmentVariable("MSP_CUSTOMERS_IMPORTED") ?? "5000",
        CultureInfo.InvariantCulture
    );

    private readonly string folder = Directory.CreateTempSubdirectory("listings-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Many_customers_are_imported_and_unchanged_in_a_second_import()
    {
        using var host = new TestHost();
        Write(tenantsOfEach: 2);

        var first = await host.Importer.RunAsync(VendorJsonFiles.In(folder));
        var second = await host.Importer.RunAsync(VendorJsonFiles.In(folder));

        first
            .Should()
            .BeEquivalentTo(
                new
                {
                    IsStored = true,
                    Added = Size,
                    ViolationCount = 0,
                }
            );
        second
            .Should()
            .BeEquivalentTo(
                new
                {
                    IsStored = true,
                    Unchanged = Size,
                    ViolationCount = 0,
                }
            );
    }

    // The difference between customers with five tenants and with one is the memory for the tenants.
    [Fact]
    public async Task An_import_keeps_less_than_150_bytes_for_each_tenant()
    {
        var (one, five) = (await KeptAsync(1), await KeptAsync(5));

        ((five - one) / (4 * Size)).Should().BeInRange(24, 150);
    }

    private async Task<long> KeptAsync(int tenantsOfEach)
    {
        using var host = new TestHost();
        Write(tenantsOfEach);
        var kept = 0L;
        var progress = new SynchronousProgress<ImportProgress>(p =>
            kept = p.Phase == ImportPhase.Checking && p.Done == Size ? GC.GetTotalMemory(forceFullCollection: true) : kept
        );
        var before = GC.GetTotalMemory(forceFullCollection: true);

        await host.Importer.RunAsync(VendorJsonFiles.In(folder), new ImportOptions { DryRun = true, BatchSize = 50 }, progress);

        return kept - before;
    }

    // Writes the tenants in the order from the last customer to the first.
    private void Write(int tenantsOfEach)
    {
        Write(
            "customers",
            Enumerable
                .Range(1, Size)
                .Select(n => $$"""{"id":"c-{{n}}","accountName":"Name {{n}}","customerName":"Org {{n}}","address":"{{n}} Harbour Road"}""")
        );
        Write(
            "tenants",
            from n in Enumerable.Range(1, Size).Reverse()
            from t in Enumerable.Range(1, tenantsOfEach)
            let year = 2025 + t
            select $$"""{"id":"t-{{n}}-{{t}}","customerID":"c-{{n}}","quota":"""
                + $$"""{{n}}.5,"quotaStartDate":"{{year}}-03-01T00:00:00Z","quotaEndDate":"{{year}}-12-31T00:00:00Z","tenantType":3}"""
        );
    }

    private void Write(string list, IEnumerable<string> rows)
    {
        using var writer = new StreamWriter(Create(list));
        writer.Write($$"""{"{{list}}":[""");
        foreach (var (index, row) in rows.Index())
        {
            writer.Write(index == 0 ? row : $",\n{row}");
        }

        writer.Write("]}");
    }

    private FileStream Create(string list) => File.Create(Path.Combine(folder, $"{list}.json"));
}
