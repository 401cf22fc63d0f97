namespace Msp.Customers.ImportExport.Tests.Export;

public sealed class ExportTests
{
    [Fact]
    public async Task The_three_files_are_what_a_spreadsheet_opens()
    {
        using var desk = new Desk();
        var draft = Valid.Draft();
        draft.Id = "c-1";
        await desk.Customers.AddAsync(Customer.Register(draft, CustomerTerms.Default, Valid.Today));

        var files = await desk.ExportAsync(new ExportOptions { Delimiter = ';' });

        files
            .Customers.Should()
            .Be(
                "\uFEFFId;AccountName;OrganizationName;Address;PhoneNumber;TimeZone;ServicePlan;TenantType;StorageRegions;LicenseExpiryDate;RegisteredOn;References\r\n"
                    + "c-1;Northwind;Northwind Traders;\"1 Harbour Road\nBremen\";'+49 421 555 0100;;;Evaluation;eu-central-1;2027-02-28;2026-03-01;psa:Northwind\r\n"
            );
        files
            .Contacts.Should()
            .Be(
                "\uFEFFCustomerId;Number;Name;Email;PhoneNumber;Roles;IsPrimary\r\n"
                    + "c-1;1;Ada Example;ada@northwind.example;'+49 421 555 0101;Billing;yes\r\nc-1;2;Grace Example;grace@northwind.example;;Technical;no\r\n"
            );
        files
            .Quotas.Should()
            .Be(
                "\uFEFFCustomerId;Number;Credits;EffectiveDate;EndDate;VoidedFrom;Priority;CarryOver.From;CarryOver.MaxCredits;CarryOver.MaxPercent;CarryOver.Compounds\r\n"
                    + "c-1;1;100;2026-03-01;2026-03-30;;0;;;;\r\n"
            );
    }

    [Fact]
    public async Task All_pages_are_written_and_only_what_the_filter_lets_through()
    {
        using var desk = new Desk();
        var rows = string.Concat(Enumerable.Range(1, 1_201).Select(n => $"c-{n},Name {n},Org {n},{(n % 2 == 0 ? "Sandbox" : "")}\n"));
        await desk.ImportAsync($"Id,AccountName,OrganizationName,TenantType\n{rows}");
        var told = new List<long>();

        var all = await desk.Exporter.WriteAsync(new CsvStreams(Stream.Null, Stream.Null, Stream.Null), progress: new Told<long>(told.Add));
        var some = await desk.ExportAsync(new ExportOptions { Filter = new CustomerFilter { TenantType = TenantType.Sandbox } });

        all.Should().Be(1_201);
        told.Should().Equal(500, 1_000, 1_201);
        some.Customers.Split("\r\n").Should().HaveCount(1 + 600 + 1);
    }

    [Theory]
    [InlineData('|')]
    [InlineData('"')]
    public async Task Another_delimiter_is_refused(char delimiter)
    {
        using var desk = new Desk();
        var export = () => desk.ExportAsync(new ExportOptions { Delimiter = delimiter });

        await export.Should().ThrowAsync<ArgumentException>();
    }
}
