using Msp.Customers.ImportExport;

namespace Msp.Customers.StorageBenchmarks;

// Files of generated customers, each with a plan, a region, a license, a reference, a contact and a quota.
internal sealed class CustomerFiles : IDisposable
{
    public const string Plan = "standard";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    public CustomerFiles(int count)
    {
        Write(
            "customers",
            "Id,AccountName,OrganizationName,Address,PhoneNumber,ServicePlan,TenantType,StorageRegions,LicenseExpiryDate,References",
            count,
            n =>
                $"{Id(n)},{Name(n)},Organization {n},\"{n} Harbour Road, Bremen\","
                + $"+49 421 555 0100,{Plan},Commercial,eu-central-{n % 4},2090-{(n % 12) + 1:00}-15,psa:{n}"
        );
        Write("contacts", "CustomerId,Name,Email,IsPrimary", count, n => $"{Id(n)},Ada Example,ada@c{n}.example,yes");
        Write("quotas", "CustomerId,Credits,EffectiveDate,EndDate", count, n => $"{Id(n)},{n % 1000}.5,2026-01-01,2089-12-31");
    }

    public CsvFiles Csv => CsvFiles.In(folder.FullName);

    public static string Id(int n) => $"c-{n:0000000}";

    public void Dispose() => folder.Delete(recursive: true);

    // Names in a different order than the rows, as in real data.
    private static string Name(int n) => $"Name {(uint)n * 2654435761u:x8}";

    private void Write(string name, string header, int count, Func<int, string> row) =>
        File.WriteAllLines(Path.Combine(folder.FullName, $"{name}.csv"), Enumerable.Range(1, count).Select(row).Prepend(header));
}
