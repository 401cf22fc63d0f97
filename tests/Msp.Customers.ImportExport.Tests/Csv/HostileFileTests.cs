using System.Text;

namespace Msp.Customers.ImportExport.Tests.Csv;

[Collection(nameof(Measured))]
public sealed class HostileFileTests
{
    private const string Header = "Id,AccountName,OrganizationName\n";
    private const string Good = "c-1,One,Org 1\n";
    private const long Endless = 1L << 40;

    public static TheoryData<string, string, string, long, string, long, string> Files =>
        new()
        {
            { "a field of 10 MB", Header + Good + "c-2,", "x", 10_000_000, ",Org 2\n", 3, "file.row-too-long" },
            { "a quoted field of 10 MB", Header + Good + "c-2,\"", "x", 10_000_000, "\",Org 2\n", 3, "file.row-too-long" },
            { "a quoted field of 10 MB in lines", Header + Good + "c-2,\"", "x\n", 5_000_000, "\",Org 2\n", 3, "file.row-too-long" },
            { "a row of 1,000,000 columns", Header + Good + "c-2", ",", 1_000_000, "\n", 3, "file.row-too-long" },
            { "a header of 1,000,000 columns", "Id", ",", 1_000_000, "\n" + Good, 1, "file.row-too-long" },
            { "a header of 50,000 columns", "Id", ",", 50_000, "\n" + Good, 1, "file.too-many-columns" },
            { "an endless line", Header + Good, "x", Endless, "", 3, "file.row-too-long" },
            { "endless quotes", Header + Good, "\"\"", Endless, "", 3, "file.row-too-long" },
            { "an endless header", "", "Id ", Endless, "", 1, "file.row-too-long" },
            { "zeros", Header + Good + "c-2,A", "\0", 10_000_000, "", 3, "file.not-text" },
            { "one zero", Header + Good + "c-2,A", "\0", 1, ",B\nc-3,A,C", 3, "file.not-text" },
            { "nothing but zeros", "", "\0", Endless, "", 1, "file.not-text" },
            { "deep JSON", "", "[", 1_000_000, "", 1, "file.row-too-long" },
            { "an open quote", Header + Good, "c-2,\"A,B\n", 1, "c-3,C,D\n", 3, "file.invalid-quotes" },
            { "text after a quote", Header + Good, "c-2,\"A\"A,B\n", 1, "c-3,C,D\n", 3, "file.invalid-quotes" },
            { "no header", Good, "", 0, "", 1, "column.missing" },
            { "nothing", "", "", 0, "", 1, "column.missing" },
            { "empty lines only", "", "\n", 100_000, "", 100_000, "column.missing" },
            { "an unknown column", "Id,AccountName,Acount\n", "", 0, "", 1, "column.unknown" },
            { "a column twice", "Id,AccountName,account name\n", "", 0, "", 1, "column.duplicate" },
        };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_hostile_file_is_refused_with_a_row_and_a_code_in_bounded_memory(
        string what,
        string beginning,
        string part,
        long times,
        string end,
        long line,
        string code
    )
    {
        using var host = new TestHost();
        var stream = new RepeatedStream(beginning, Encoding.UTF8.GetBytes(part), times, end);
        var files = new CsvFiles(() => stream);
        var before = GC.GetTotalAllocatedBytes(precise: true);

        var report = await host.Importer.RunAsync(files, new ImportOptions { SkipRefused = true });

        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        report.Violations[^1].Violation.Code.Should().Be(code, what);
        report.Violations[^1].Line.Should().Be(line, what);
        (report.IsStored, host.Store.Count).Should().Be((false, 0), what);
        allocated.Should().BeLessThan(64 * 1024 * 1024, what);
        stream.Position.Should().BeLessThan(1024 * 1024, what);
    }

    [Theory]
    [InlineData("utf-16", 1)]
    [InlineData("utf-16BE", 1)]
    [InlineData("utf-32", 1)]
    [InlineData("iso-8859-1", 3)]
    public async Task A_file_that_is_not_UTF_8_is_refused(string encoding, long line)
    {
        using var host = new TestHost();
        var written = Encoding.GetEncoding(encoding);
        byte[] bytes = [.. written.GetPreamble(), .. written.GetBytes(Header + Good + "c-2,Müller,B\n")];

        var report = await host.Importer.RunAsync(new CsvFiles(() => new MemoryStream(bytes)));

        report.Violations.Single().Should().BeEquivalentTo(new { Line = line, Violation = new { Code = "file.not-text" } });
    }

    [Fact]
    public async Task No_customer_is_imported_when_the_file_of_contacts_is_hostile()
    {
        using var host = new TestHost();
        var files = new CsvFiles(
            () => new MemoryStream(Encoding.UTF8.GetBytes(Header + Good)),
            () => new RepeatedStream("CustomerId,Name\nc-1,", "x"u8.ToArray(), Endless)
        );

        var report = await host.Importer.RunAsync(files, new ImportOptions { SkipRefused = true });

        report
            .Violations.Single()
            .Should()
            .BeEquivalentTo(
                new
                {
                    File = ImportFile.Contacts,
                    Line = 2L,
                    Violation = new { Code = "file.row-too-long" },
                }
            );
        host.Store.Count.Should().Be(0);
    }

    [Fact]
    public async Task Violations_do_not_contain_text_of_the_file()
    {
        using var host = new TestHost();

        var report = await host.ImportAsync("Secret,Id,Secret\nc-1,Secret,x,\"Secret\n");

        report.Violations.Should().NotBeEmpty();
        string.Join('\n', report.Violations).Should().NotContain("Secret");
    }
}
