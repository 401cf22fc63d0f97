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
    public void The_table_of_codes_is_equal_to_the_code() =>
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
    public void Every_rule_is_among_all() =>
        typeof(ImportExportCodes)
            .GetFields(BindingFlags.NonPublic | BindingFlags.Static)
            .Select(f => f.GetValue(null))
            .OfType<RuleDescriptor>()
            .Should()
            .BeEquivalentTo(ImportExportCodes.All);

    [Fact]
    public void No_code_is_that_of_a_rule_of_customers() =>
        ImportExportCodes.All.Select(r => r.Code).Should().OnlyHaveUniqueItems().And.NotIntersectWith(RuleCatalog.All.Select(r => r.Code));

    [Fact]
    public void No_code_is_left_without_a_file_that_provokes_it()
    {
        string[] elsewhere = ["row.out-of-order", "customer.differs", "customer.concurrent-change"];

        RefusedRowsTests
            .Rows.Concat(HostileFileTests.Files)
            .Concat(RefusedListingRowsTests.Rows)
            .Concat(HostileListingTests.Files)
            .Select(row => (string)row[^1])
            .Concat(elsewhere)
            .Distinct()
            .Should()
            .Contain(ImportExportCodes.All.Select(r => r.Code));
    }

    [Fact]
    public async Task The_columns_documented_are_those_of_an_export()
    {
        using var desk = new Desk();
        var exported = await desk.ExportAsync();

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
