namespace Msp.Customers.ImportExport.Tests.Listings;

public sealed class FirstListingTests
{
    // In the form that the vendor documents, with members that the import ignores.
    private const string Customers = """
        { "id": "c-1", "accountName": "Northwind", "address": "1 Harbour Road\nBremen", "phone": "12345678910",
          "customerName": "Northwind Traders", "features": [{ "name": "M365" }], "tenantAdmins": [1, 2], "status": 1,
          "createdOn": "2022-10-25T00:00:00Z", "cloud": 0 },
        { "id": 2, "accountName": "Contoso", "customerName": "Contoso \u0026 Sons" }
        """;

    private const string Tenants = """
        { "id": "t-3", "customerID": 2, "productID": 2, "quota": "unlimited", "quotaStartDate": "2026-03-01", "tenantType": "sandbox" },
        { "id": "t-1", "customerID": "c-1", "productID": 2, "licenseExpiryDate": "2028-02-29T00:00:00Z", "quota": 1500.25,
          "quotaStartDate": "2026-03-01T00:00:00Z", "quotaEndDate": "2026-12-31T00:00:00Z",
          "storageRegions": [{ "name": "us-east-1", "storageProvider": 1 }], "tenantType": 3, "status": 1 },
        { "id": "t-2", "customerID": "c-1", "productID": 1, "licenseExpiryDate": "2028-02-29",
          "storageRegions": [{ "name": "eu-central-1" }, { "name": "us-east-1" }], "tenantType": 3 },
        { "id": "t-4", "customerID": "c-1", "quota": 1e2, "quotaStartDate": "2027-01-01T00:00:00Z",
          "quotaEndDate": "2027-12-31T00:00:00Z", "licenseExpiryDate": null }
        """;

    private const string Contacts = """
        { "customerID": "c-1", "name": "Ada Example", "email": "ada@northwind.example", "phone": null,
          "roles": ["billing", "LEGAL"], "isPrimary": true },
        { "customerID": "c-1", "name": "Grace Example", "roles": [] }
        """;

    [Fact]
    public async Task A_customer_is_created_from_its_row_and_its_tenants()
    {
        using var host = new TestHost();

        var report = await host.ImportListingsAsync(Customers, Tenants, Contacts);

        report.Violations.Should().BeEmpty();
        report.Should().BeEquivalentTo(new { IsStored = true, Added = 2 });
        var one = await host.OneAsync();
        (one.Account.AccountName, one.Account.OrganizationName, one.Account.Address, one.Account.PhoneNumber)
            .Should()
            .Be(("Northwind", "Northwind Traders", "1 Harbour Road\nBremen", "12345678910"));
        (one.TenantType, one.LicenseExpiryDate, one.RegisteredOn)
            .Should()
            .Be((TenantType.Commercial, new LocalDate(2028, 2, 29), new LocalDate(2022, 10, 25)));
        one.StorageRegions.Select(r => r.Name).Should().BeEquivalentTo("us-east-1", "eu-central-1");
        one.Quotas.Select(q => q.ToString()).Should().Equal("#1 1500.25 2026-03-01..2026-12-31", "#2 100 2027-01-01..2027-12-31");
        one.Contacts.Select(c => (c.Name, c.Email, c.Roles))
            .Should()
            .Equal(
                ("Ada Example", "ada@northwind.example", ContactRoles.Billing | ContactRoles.Legal),
                ("Grace Example", null, ContactRoles.None)
            );
        one.PrimaryContact!.Name.Should().Be("Ada Example");
        one.References.Should().BeEmpty();
        var two = await host.OneAsync("2");
        (two.Account.OrganizationName, two.TenantType, two.RegisteredOn).Should().Be(("Contoso & Sons", TenantType.Sandbox, Valid.Today));
        two.Quotas.Single().Limit.IsUnlimited.Should().BeTrue();
    }

    [Fact]
    public async Task A_second_import_changes_nothing_and_a_dry_run_stores_nothing()
    {
        using var host = new TestHost();

        (await host.ImportListingsAsync(Customers, Tenants, Contacts, new ImportOptions { DryRun = true }))
            .Should()
            .BeEquivalentTo(new { IsStored = false, Added = 2 });
        host.Store.Count.Should().Be(0);
        await host.ImportListingsAsync(Customers, Tenants, Contacts);
        (await host.ImportListingsAsync(Customers, Tenants, Contacts, new ImportOptions { EditStored = true }))
            .Should()
            .BeEquivalentTo(
                new
                {
                    Added = 0,
                    Edited = 0,
                    Unchanged = 2,
                    ViolationCount = 0,
                }
            );
    }

    [Fact]
    public async Task A_customer_without_tenants_is_an_evaluation_without_quotas()
    {
        using var host = new TestHost();

        await host.ImportListingsAsync(Customers, "");

        (await host.OneAsync())
            .Should()
            .BeEquivalentTo(new { TenantType = TenantType.Evaluation, LicenseExpiryDate = default(LocalDate?) });
        (await host.OneAsync()).Quotas.Should().BeEmpty();
    }

    [Fact]
    public async Task The_listings_of_a_folder_are_read()
    {
        var folder = Directory.CreateTempSubdirectory("listings-").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "customers.json"), $$"""{"customers":[{{Customers}}]}""");
            await File.WriteAllTextAsync(Path.Combine(folder, "tenants.json"), $$"""{"tenants":[{{Tenants}}]}""");
            using var host = new TestHost();

            (await host.Importer.RunAsync(VendorJsonFiles.In(folder))).Added.Should().Be(2);

            (await host.OneAsync()).Should().BeEquivalentTo(new { TenantType = TenantType.Commercial, PrimaryContact = default(Contact) });
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
