namespace Msp.Customers.ImportExport.Tests.Csv;

public sealed class FormatTests
{
    [Theory]
    [InlineData("Id,AccountName,OrganizationName,Address\nc-1,One,Org 1,A\n")]
    [InlineData("\uFEFFId,AccountName,OrganizationName,Address\nc-1,One,Org 1,A\n")]
    [InlineData("Id;AccountName;OrganizationName;Address\r\nc-1;One;Org 1;A\r\n")]
    [InlineData("\"Id\";\"AccountName\";\"OrganizationName\";\"Address\"\nc-1;One;Org 1;A")]
    [InlineData("Id\tAccountName\tOrganizationName\tAddress\nc-1\tOne\tOrg 1\tA\n")]
    [InlineData("id,ACCOUNT NAME,organization_name, address \nc-1,One,Org 1,A\n")]
    [InlineData("Address,OrganizationName,AccountName,Id\nA,Org 1,One,c-1\n")]
    [InlineData("Id,AccountName,OrganizationName,Address\rc-1,One,Org 1,A\r")]
    [InlineData("\r\nId;AccountName;OrganizationName;Address\nc-1;One;Org 1;A\n")]
    [InlineData("\n\nId,AccountName,OrganizationName,Address\n\n,,,\nc-1,One,Org 1,A\n , ,,\n")]
    [InlineData("Id,AccountName,OrganizationName,Address\nc-1,\"One\",\" Org 1 \",\"A\"\n")]
    public async Task Files_in_the_formats_of_spreadsheets_are_read(string text)
    {
        using var host = new TestHost();

        var report = await host.ImportAsync(text);

        report.Violations.Should().BeEmpty();
        var one = (await host.OneAsync()).Account;
        (one.AccountName, one.OrganizationName, one.Address).Should().Be(("One", "Org 1", "A"));
    }

    [Fact]
    public async Task A_row_that_begins_with_a_hash_is_not_a_comment()
    {
        using var host = new TestHost();

        await host.ImportAsync("Id,AccountName,OrganizationName\n#1,One,Org 1\n");

        (await host.OneAsync("#1")).Account.AccountName.Should().Be("One");
    }

    [Theory]
    [InlineData(null, "2026-02-01", true)]
    [InlineData(null, "2026-02-01T00:00:00Z", true)]
    [InlineData(null, "01/02/2026", false)]
    [InlineData("dd/MM/yyyy", "01/02/2026", true)]
    [InlineData("MM/dd/yyyy", "02/01/2026", true)]
    [InlineData("d.M.yyyy", " 1.2.2026 ", true)]
    [InlineData("dd/MM/yyyy", "2026-02-01", false)]
    [InlineData("dd/MM/yyyy", "02/13/2026", false)]
    public async Task A_date_is_read_only_in_the_specified_format(string? format, string text, bool isRead)
    {
        using var host = new TestHost();

        var report = await host.ImportAsync(
            $"Id,AccountName,OrganizationName,RegisteredOn\nc-1,One,Org 1,{text}\n",
            options: new ImportOptions { DateFormat = format }
        );

        report.IsStored.Should().Be(isRead);
        report.Violations.Select(v => v.Violation.Code).Should().Equal(isRead ? [] : ["date.invalid"]);
        if (isRead)
        {
            (await host.OneAsync()).RegisteredOn.Should().Be(new LocalDate(2026, 2, 1));
        }
    }

    [Fact]
    public async Task An_invalid_date_format_throws_an_exception()
    {
        using var host = new TestHost();
        var run = () => host.ImportAsync("", options: new ImportOptions { DateFormat = "q" });

        await run.Should().ThrowAsync<ArgumentException>();
    }

    [Fact]
    public async Task All_violations_of_a_header_are_reported_at_once()
    {
        using var host = new TestHost();

        var report = await host.ImportAsync("AccountName,Acount,account name\nA,B,C\n");

        report.Violations.Select(v => v.Violation.Code).Should().Equal("column.unknown", "column.duplicate", "column.missing");
    }
}
