namespace Msp.Customers.ImportExport.Tests.Import;

public sealed class FirstImportTests
{
    private const string Customers = """
        Id,AccountName,OrganizationName,Address,PhoneNumber,TenantType,StorageRegions,LicenseExpiryDate,RegisteredOn,References
        c-1,Northwind,Northwind Traders,"1 Harbour Road
        Bremen",+49 421 555 0100,commercial,EU-central-1; us-east-1,2027-02-28,2026-02-01,psa:4711; crm:a
        c-2,Contoso,Contoso,,,,,,,
        """;

    private const string Contacts = """
        CustomerId,Name,Email,Roles,IsPrimary
        c-1,Ada Example,ada@northwind.example,billing; LEGAL,yes
        c-1,Grace Example,,,
        """;

    private const string Quotas = """
        CustomerId,Credits,EffectiveDate,EndDate,Priority
        c-1,1500.25,2026-03-01,2026-12-31,2
        c-2,Unlimited,2026-03-01,2026-03-30,
        """;

    [Fact]
    public async Task Customers_are_registered_with_their_contacts_and_quotas()
    {
        using var host = new TestHost();

        var report = await host.ImportAsync(Customers, Contacts, Quotas);

        report.Violations.Should().BeEmpty();
        report
            .Should()
            .BeEquivalentTo(
                new
                {
                    IsStored = true,
                    Added = 2,
                    Edited = 0,
                    Unchanged = 0,
                    Different = 0,
                    Refused = 0,
                }
            );
        var one = await host.OneAsync();
        one.Account.Address.Should().Be("1 Harbour Road\nBremen");
        one.TenantType.Should().Be(TenantType.Commercial);
        one.StorageRegions.Select(r => r.Name).Should().Equal("eu-central-1", "us-east-1");
        one.References.Select(r => r.ToString()).Should().Equal("crm:a", "psa:4711");
        (one.LicenseExpiryDate, one.RegisteredOn).Should().Be((new LocalDate(2027, 2, 28), new LocalDate(2026, 2, 1)));
        one.Contacts.Should().HaveCount(2);
        one.PrimaryContact!.Roles.Should().Be(ContactRoles.Billing | ContactRoles.Legal);
        one.Quotas.Single().ToString().Should().Be("#1 1500.25 2026-03-01..2026-12-31");
        one.Quotas.Single().Priority.Should().Be(2);
        var two = await host.OneAsync("c-2");
        two.TenantType.Should().Be(TenantType.Evaluation);
        two.RegisteredOn.Should().Be(Valid.Today);
        two.Quotas.Single().Limit.IsUnlimited.Should().BeTrue();
    }

    [Fact]
    public async Task A_second_import_changes_nothing()
    {
        using var host = new TestHost();
        await host.ImportAsync(Customers, Contacts, Quotas);
        var before = await host.ExportAsync();

        var report = await host.ImportAsync(Customers, Contacts, Quotas, new ImportOptions { EditStored = true });

        report.Violations.Should().BeEmpty();
        report
            .Should()
            .BeEquivalentTo(
                new
                {
                    Added = 0,
                    Edited = 0,
                    Unchanged = 2,
                }
            );
        (await host.ExportAsync()).Should().Be(before);
        (await host.OneAsync()).Version.Should().Be(1);
    }

    [Fact]
    public async Task A_dry_run_reports_the_same_and_stores_nothing()
    {
        using var host = new TestHost();

        var report = await host.ImportAsync(Customers, Contacts, Quotas, new ImportOptions { DryRun = true });

        report
            .Should()
            .BeEquivalentTo(
                new
                {
                    IsStored = false,
                    Added = 2,
                    Refused = 0,
                    ErrorCount = 0,
                }
            );
        host.Store.Count.Should().Be(0);
    }
}
