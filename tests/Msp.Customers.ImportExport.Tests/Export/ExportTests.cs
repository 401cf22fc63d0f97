namespace Msp.Customers.ImportExport.Tests.Export;

public sealed class ExportTests
{
    [Fact]
    public async Task The_three_files_have_the_format_of_a_spreadsheet()
    {
        using var host = new TestHost();
        var draft = Valid.Draft();
        draft.Id = "c-1";
        await host.Customers.AddAsync(Customer.Register(draft, CustomerTerms.Default, Valid.Today));

        var files = await host.ExportAsync(new ExportOptions { Delimiter = ';' });

        files
            .Customers.Should()
            .Be(
                "\uFEFFId;AccountName;OrganizationName;Address;PhoneNumber;TimeZone;ServicePlan;"
                    + "TenantType;StorageRegions;LicenseExpiryDate;RegisteredOn;References\r\n"
                    + "c-1;Northwind;Northwind Traders;\"1 Harbour Road\nBremen\";'+49 421 555 0100;;;"
                    + "Evaluation;eu-central-1;2027-02-28;2026-03-01;psa:Northwind\r\n"
            );
        files
            .Contacts.Should()
            .Be(
                "\uFEFFCustomerId;Number;Name;Email;PhoneNumber;Roles;IsPrimary\r\n"
                    + "c-1;1;Ada Example;ada@northwind.example;'+49 421 555 0101;Billing;yes\r\n"
                    + "c-1;2;Grace Example;grace@northwind.example;;Technical;no\r\n"
            );
        files
            .Quotas.Should()
            .Be(
                "\uFEFFCustomerId;Number;Credits;EffectiveDate;EndDate;VoidedFrom;Priority;"
                    + "CarryOver.From;CarryOver.MaxCredits;CarryOver.MaxPercent;CarryOver.Compounds\r\n"
                    + "c-1;1;100;2026-03-01;2026-03-30;;0;;;;\r\n"
            );
    }

    [Fact]
    public async Task All_pages_of_the_customers_that_match_the_filter_are_written()
    {
        using var host = new TestHost();
        var rows = string.Concat(Enumerable.Range(1, 1_201).Select(n => $"c-{n},Name {n},Org {n},{(n % 2 == 0 ? "Sandbox" : "")}\n"));
        await host.ImportAsync($"Id,AccountName,OrganizationName,TenantType\n{rows}");
        var reported = new List<long>();

        var all = await host.Exporter.WriteAsync(
            new CsvStreams(Stream.Null, Stream.Null, Stream.Null),
            progress: new SynchronousProgress<long>(reported.Add)
        );
        var some = await host.ExportAsync(new ExportOptions { Filter = new CustomerFilter { TenantType = TenantType.Sandbox } });

        all.Should().Be(1_201);
        reported.Should().Equal(500, 1_000, 1_201);
        some.Customers.Split("\r\n").Should().HaveCount(1 + 600 + 1);
    }

    [Theory]
    [InlineData('|')]
    [InlineData('"')]
    public async Task An_unsupported_delimiter_is_refused(char delimiter)
    {
        using var host = new TestHost();
        var export = () => host.ExportAsync(new ExportOptions { Delimiter = delimiter });

        await export.Should().ThrowAsync<ArgumentException>();
    }
}
