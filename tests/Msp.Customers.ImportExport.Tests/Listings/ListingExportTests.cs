using System.Text.Json;

namespace Msp.Customers.ImportExport.Tests.Listings;

public sealed class ListingExportTests
{
    [Fact]
    public async Task The_listings_have_the_members_and_values_of_the_vendor()
    {
        using var host = new TestHost();
        var draft = Valid.Draft();
        draft.Id = "c-1";
        (draft.TenantType, draft.Quotas[0].Credits) = (TenantType.Commercial, 1.50m);
        draft.Quotas.Add(new QuotaDraft { Unlimited = true, EffectiveDate = Valid.Today });
        await host.Customers.AddAsync(Customer.Register(draft, CustomerTerms.Default, Valid.Today));
        await host.Customers.AddAsync(
            Customer.Register(
                new CustomerDraft
                {
                    Id = "ü",
                    AccountName = "ü<>",
                    OrganizationName = "漢",
                },
                CustomerTerms.Default,
                Valid.Today
            )
        );

        var listed = await host.ExportListingsAsync();

        const string Tenant =
            "\"customerID\":\"c-1\",\"servicePlanID\":null,\"tenantType\":3,"
            + "\"licenseExpiryDate\":\"2027-02-28T00:00:00Z\",\"storageRegions\":[{\"name\":\"eu-central-1\"}]";
        listed
            .Customers.Should()
            .Be(
                "{\"customers\":[{\"id\":\"c-1\",\"accountName\":\"Northwind\",\"customerName\":\"Northwind Traders\","
                    + "\"address\":\"1 Harbour Road\\nBremen\",\"phone\":\"+49 421 555 0100\",\"createdOn\":\"2026-03-01T00:00:00Z\"},"
                    + "{\"id\":\"ü\",\"accountName\":\"ü<>\",\"customerName\":\"漢\","
                    + "\"address\":null,\"phone\":null,\"createdOn\":\"2026-03-01T00:00:00Z\"}]}"
            );
        listed
            .Tenants.Should()
            .Be(
                $"{{\"tenants\":[{{\"id\":\"c-1-1\",{Tenant},\"quota\":1.5,"
                    + "\"quotaStartDate\":\"2026-03-01T00:00:00Z\",\"quotaEndDate\":\"2026-03-30T00:00:00Z\"},"
                    + $"{{\"id\":\"c-1-2\",{Tenant},\"quota\":\"unlimited\","
                    + "\"quotaStartDate\":\"2026-03-01T00:00:00Z\",\"quotaEndDate\":null},"
                    + "{\"id\":\"ü-0\",\"customerID\":\"ü\",\"servicePlanID\":null,"
                    + "\"tenantType\":2,\"licenseExpiryDate\":null,\"storageRegions\":null}]}"
            );
        listed
            .Contacts.Should()
            .Be(
                "{\"contacts\":[{\"customerID\":\"c-1\",\"name\":\"Ada Example\",\"email\":\"ada@northwind.example\","
                    + "\"phone\":\"+49 421 555 0101\",\"roles\":[\"Billing\"],\"isPrimary\":true},"
                    + "{\"customerID\":\"c-1\",\"name\":\"Grace Example\",\"email\":\"grace@northwind.example\","
                    + "\"phone\":null,\"roles\":[\"Technical\"],\"isPrimary\":false}]}"
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
            new VendorStreams(Stream.Null, Stream.Null, Stream.Null),
            progress: new SynchronousProgress<long>(reported.Add)
        );
        var some = await host.ExportListingsAsync(new ExportOptions { Filter = new CustomerFilter { TenantType = TenantType.Sandbox } });

        all.Should().Be(1_201);
        reported.Should().Equal(500, 1_000, 1_201);
        JsonDocument.Parse(some.Customers).RootElement.GetProperty("customers").GetArrayLength().Should().Be(600);
    }

    [Fact]
    public async Task The_streams_stay_open_and_an_export_without_customers_can_be_imported()
    {
        using var host = new TestHost();
        using var stream = new MemoryStream();

        await host.Exporter.WriteAsync(new VendorStreams(stream, Stream.Null, Stream.Null));

        stream.CanWrite.Should().BeTrue();
        (await host.ImportListingsAsync(await host.ExportListingsAsync()))
            .Should()
            .BeEquivalentTo(new { IsStored = true, ViolationCount = 0 });
    }
}
