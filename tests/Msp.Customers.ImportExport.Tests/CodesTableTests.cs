using System.Reflection;
using Msp.Customers.ImportExport.Tests.Csv;
using Msp.Customers.ImportExport.Tests.Import;
using Msp.Customers.ImportExport.Tests.Listings;
using Msp.Customers.Rules;
using Msp.Customers.Tests.Architecture;

namespace Msp.Customers.ImportExport.Tests;

public sealed class CodesTableTests
{
    [Fact]
    public void The_documented_codes_match_the_code() =>
        File.ReadAllLines(Path.Combine(Repository.Root.FullName, "docs", "import-export.md"))
            .SkipWhile(line => line != "## Codes of files")
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Should()
            .Equal(
                ImportExportCodes
                    .All.OrderBy(r => r.Code, StringComparer.Ordinal)
                    .Select(r => $"| `{r.Code}` | {r.Severity} | {r.Message} |")
            );

    [Fact]
    public void Every_descriptor_is_in_the_list_of_all_codes() =>
        typeof(ImportExportCodes)
            .GetFields(BindingFlags.NonPublic | BindingFlags.Static)
            .Select(f => f.GetValue(null))
            .OfType<RuleDescriptor>()
            .Should()
            .BeEquivalentTo(ImportExportCodes.All);

    [Fact]
    public void No_code_is_also_a_code_of_a_rule_of_customers() =>
        ImportExportCodes
            .All.Select(r => r.Code)
            .Should()
            .OnlyHaveUniqueItems()
            .And.NotIntersectWith(RuleOptions.Catalog.Select(r => r.Code));

    [Fact]
    public void Every_code_is_reported_by_a_test_file()
    {
        string[] others = ["row.out-of-order", "customer.differs", "customer.concurrent-change"];

        RefusedRowsTests
            .Rows.Concat(HostileFileTests.Files)
            .Concat(RefusedListingRowsTests.Rows)
            .Concat(HostileListingTests.Files)
            .Select(row => (string)row[^1])
            .Concat(others)
            .Distinct()
            .Should()
            .Contain(ImportExportCodes.All.Select(r => r.Code));
    }

    [Fact]
    public async Task The_documented_columns_match_an_export()
    {
        using var host = new TestHost();
        var exported = await host.ExportAsync();

        File.ReadAllLines(Path.Combine(Repository.Root.FullName, "docs", "import-export.md"))
            .Where(line => line.Contains(".csv` | ", StringComparison.Ordinal))
            .Select(line => line.Trim('|', ' ').Split(" | ")[^1])
            .Should()
            .Equal(
                new[] { exported.Customers, exported.Contacts, exported.Quotas }.Select(t =>
                    t.TrimStart('\uFEFF').TrimEnd().Replace(",", ", ")
                )
            );
    }
}
