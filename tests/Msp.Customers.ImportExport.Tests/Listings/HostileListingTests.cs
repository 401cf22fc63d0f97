using System.Text;
using Msp.Customers.ImportExport.Tests.Csv;

namespace Msp.Customers.ImportExport.Tests.Listings;

[Collection(nameof(Measured))]
public sealed class HostileListingTests
{
    private const string Good = """{"id":"c-1","accountName":"One","customerName":"Org 1"}""";
    private const string Open = $$"""{"customers":[{{Good}},""";
    private const long Endless = 1L << 40;

    public static TheoryData<string, string, string, long, string, long, string> Files =>
        new()
        {
            { "a field of 10 MB", Open + """{"id":"c-2","accountName":" """, "x", 10_000_000, "\"}]}", 2, "file.row-too-long" },
            { "a field of 10 MB that is ignored", Open + """{"id":"c-2","other":" """, "x", 10_000_000, "\"}]}", 2, "file.row-too-long" },
            { "a row of 1,000,000 members", Open + """{"id":"c-2" """, ""","a":1""", 1_000_000, "}]}", 2, "file.row-too-long" },
            { "a row with one member 1,000,000 times", Open + """{"id":"c-2" """, ""","id":1""", 1_000_000, "}]}", 2, "file.row-too-long" },
            { "an endless text", Open + "\"", "x", Endless, "", 2, "file.row-too-long" },
            { "an endless number", Open, "7", Endless, "", 2, "file.row-too-long" },
            { "an endless name", Open + "{\"", "x", Endless, "", 2, "file.row-too-long" },
            { "endless escapes", Open + "\"", "\\u0041", Endless, "", 2, "file.row-too-long" },
            { "endless white space", Open, " ", Endless, "", 2, "file.row-too-long" },
            { "endless members beside the list", """{"customers":[],""", "\"a\":1,", Endless, "", 1, "file.row-too-long" },
            {
                "an endless token beside the list",
                $$"""{"customers":[{{Good}}],"nextPageToken":" """,
                "x",
                Endless,
                "",
                2,
                "file.row-too-long"
            },
            { "endless white space behind the list", $$"""{"customers":[{{Good}}]}""", "\n", Endless, "", 2, "file.row-too-long" },
            { "a row 1,000,000 deep", Open, "[", 1_000_000, "", 2, "file.not-json" },
            { "a member 1,000,000 deep", Open + """{"id":"c-2" """, ",\"a\":{\"a\":[1]", 1_000_000, "", 2, "file.not-json" },
            { "depth beside the list", """{"x":""", "[", 1_000_000, "", 1, "file.not-json" },
            { "65 deep", Open + """{"id":"c-2","x":""", "[", 62, $"{new string(']', 62)}}}]}}", 2, "file.not-json" },
            { "zeros", Open + """{"id":"c-2","accountName":"A""", "\0", 10_000_000, "", 2, "file.not-text" },
            { "one zero", Open + """{"id":"c-2","accountName":"A""", "\0", 1, "\"}]}", 2, "file.not-text" },
            { "nothing but zeros", "", "\0", Endless, "", 1, "file.not-text" },
            { "a control character", Open + """{"id":"c-2","accountName":"A""", "\u0001", 1, "\"}]}", 2, "file.not-json" },
            { "a file that ends in a row", Open + """{"id":"c-2","accountName":"A""", "", 0, "", 2, "file.not-json" },
            { "a file that ends between rows", Open, "", 0, "", 2, "file.not-json" },
            { "a file that ends behind the list", $$"""{"customers":[{{Good}}]""", "", 0, "", 2, "file.not-json" },
            { "more behind the end", $$"""{"customers":[{{Good}}]}""", "{}", 1, "", 2, "file.not-json" },
            { "a comma too many", Open, "]}", 1, "", 2, "file.not-json" },
            { "a comment", Open, "/* */", 1, "]}", 2, "file.not-json" },
            { "CSV", "Id,AccountName,OrganizationName\n", "", 0, "", 1, "file.not-json" },
            { "nothing", "", "", 0, "", 1, "file.not-json" },
            { "no object", $"[{Good}]", "", 0, "", 1, "list.missing" },
            { "no list", """{"tenants":[]}""", "", 0, "", 1, "list.missing" },
            { "a list that is not an array", $$"""{"customers":{{Good}}}""", "", 0, "", 1, "list.missing" },
            { "a list that is null", """{"customers":null}""", "", 0, "", 1, "list.missing" },
            { "two lists", $$"""{"customers":[{{Good}}],"customers":[]}""", "", 0, "", 2, "row.duplicate-member" },
        };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_hostile_listing_is_refused_with_a_row_and_a_code_in_bounded_memory(
        string what,
        string beginning,
        string part,
        long times,
        string end,
        long row,
        string code
    )
    {
        using var host = new TestHost();
        var stream = new RepeatedStream(beginning, Encoding.UTF8.GetBytes(part), times, end);
        var before = GC.GetTotalAllocatedBytes(precise: true);

        var report = await host.Importer.RunAsync(new VendorJsonFiles(() => stream), new ImportOptions { SkipRefused = true });

        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        report
            .Violations.Should()
            .ContainSingle(what)
            .Which.Should()
            .BeEquivalentTo(
                new
                {
                    File = ImportFile.CustomerListing,
                    Line = row,
                    Violation = new { Code = code },
                },
                what
            );
        (report.IsStored, host.Store.Count).Should().Be((false, 0), what);
        allocated.Should().BeLessThan(8 * 1024 * 1024, what);
        stream.Position.Should().BeLessThan(1024 * 1024, what);
    }

    [Theory]
    [InlineData("utf-16", 1)]
    [InlineData("utf-16BE", 1)]
    [InlineData("utf-32", 1)]
    [InlineData("iso-8859-1", 2)]
    public async Task A_listing_that_is_not_UTF_8_is_refused(string encoding, long row)
    {
        using var host = new TestHost();
        var written = Encoding.GetEncoding(encoding);
        byte[] bytes =
        [
            .. written.GetPreamble(),
            .. written.GetBytes(Open + """{"id":"c-2","accountName":"Müller","customerName":"B"}]}"""),
        ];

        var report = await host.Importer.RunAsync(new VendorJsonFiles(() => new MemoryStream(bytes)));

        report.Violations.Single().Should().BeEquivalentTo(new { Line = row, Violation = new { Code = "file.not-text" } });
    }

    [Fact]
    public async Task No_customer_is_imported_when_the_listing_of_tenants_is_hostile()
    {
        using var host = new TestHost();

        var report = await host.ImportListingsAsync(
            new TestHost.Listed(
                $$"""{"customers":[{{Good}}]}""",
                """{"tenants":[{"customerID":"c-1"},{"customerID":""",
                """{"contacts":[]}"""
            ),
            new ImportOptions { SkipRefused = true }
        );

        report
            .Violations.Single()
            .Should()
            .BeEquivalentTo(
                new
                {
                    File = ImportFile.TenantListing,
                    Line = 2L,
                    Violation = new { Code = "file.not-json" },
                }
            );
        host.Store.Count.Should().Be(0);
    }

    [Fact]
    public async Task A_listing_that_changes_while_it_is_read_is_refused()
    {
        using var host = new TestHost();
        var opened = 0;
        const string Tenants = """{"tenants":[{"customerID":"c-1","quota":1}]}""";

        var report = await host.Importer.RunAsync(
            new VendorJsonFiles(
                () => new MemoryStream(Encoding.UTF8.GetBytes(Open + "1]}")),
                () => new MemoryStream(Encoding.UTF8.GetBytes(opened++ == 0 ? Tenants : Tenants[..20]))
            ),
            new ImportOptions { SkipRefused = true }
        );

        report
            .Violations[^1]
            .Should()
            .BeEquivalentTo(
                new
                {
                    File = ImportFile.TenantListing,
                    Line = 1L,
                    Violation = new { Code = "file.not-json" },
                }
            );
        host.Store.Count.Should().Be(0);
    }

    [Fact]
    public async Task Nested_values_within_the_depth_limit_are_ignored()
    {
        using var host = new TestHost();
        var deep = $"{new string('[', 61)}{new string(']', 61)}";

        (await host.ImportListingsAsync($$"""{{Good[..^1]}},"x":{{deep}}}""")).Added.Should().Be(1);
    }
}
