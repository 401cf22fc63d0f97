namespace Msp.Customers.ImportExport.Tests.Listings;

public sealed class ListingModeTests
{
    private static readonly ImportOptions Skip = new() { SkipRefused = true };
    private static readonly ImportOptions Edit = new() { EditStored = true };

    [Fact]
    public async Task Tenants_and_contacts_can_be_in_any_order()
    {
        using var host = new TestHost();

        await host.ImportListingsAsync(
            $"{Customer(1)}, {Customer(2)}, {Customer(3)}",
            $"{Tenant(3, 31)}, {Tenant(1, 11)}, {Tenant(2, 21)}, {Tenant(1, 12)}, {Tenant(3, 32)}",
            """{ "customerID": "c-2", "name": "Bo" }, { "customerID": "c-1", "name": "Ada" }, { "customerID": "c-2", "name": "Al" }"""
        );

        (await host.Customers.ListAsync())
            .Select(c => string.Join(' ', c.Quotas.Select(q => $"{q.Limit}")))
            .Should()
            .Equal("11 12", "21", "31 32");
        (await host.Customers.ListAsync()).Select(c => string.Join(' ', c.Contacts.Select(p => p.Name))).Should().Equal("Ada", "Bo Al", "");
    }

    [Fact]
    public async Task Only_refused_customers_are_skipped_with_all_their_rows()
    {
        using var host = new TestHost();

        var report = await host.ImportListingsAsync(
            $"{Customer(1)}, {Customer(2)}, {Customer(3)}, {Customer(4)}, {Customer(4)}, 7",
            $$"""{{Tenant(1, 11)}}, {{Tenant(2, -1)}}, {{Tenant(9, 91)}}, {{Tenant(3, 31)}}, {{Tenant(3, 31)}}, 7""",
            """{ "customerID": "c-9", "name": "Ada" }""",
            Skip
        );

        report
            .Should()
            .BeEquivalentTo(
                new
                {
                    IsStored = true,
                    Added = 1,
                    Refused = 3,
                }
            );
        report
            .Violations.Select(v => $"{v.File} {v.Line} {v.Violation.Code}")
            .Should()
            .Equal(
                "TenantListing 3 row.customer-not-found",
                "TenantListing 5 row.duplicate",
                "TenantListing 6 row.not-object",
                "ContactListing 1 row.customer-not-found",
                "TenantListing 2 quota.credits-not-positive",
                "CustomerListing 5 row.duplicate",
                "CustomerListing 6 row.not-object"
            );
        (await host.Customers.ListAsync()).Select(c => c.Id.Value).Should().Equal("c-1");
        (await host.OneAsync()).Quotas.Should().ContainSingle();
    }

    [Fact]
    public async Task Values_without_a_member_are_kept_and_null_clears_a_value()
    {
        using var host = new TestHost();
        var draft = Valid.Draft();
        draft.Id = "c-1";
        draft.TimeZone = "Europe/Berlin";
        (draft.Quotas[0].Priority, draft.TenantType) = (3, TenantType.Commercial);
        await host.Customers.AddAsync(Customers.Customer.Register(draft, CustomerTerms.Default, Valid.Today));

        var report = await host.ImportListingsAsync(
            """{ "id": "c-1", "address": null }""",
            """{ "customerID": "c-1", "quota": 7, "quotaStartDate": "2026-03-01", "quotaEndDate": "2026-03-30" }""",
            options: Edit
        );

        report
            .Should()
            .BeEquivalentTo(
                new
                {
                    IsStored = true,
                    Edited = 1,
                    ViolationCount = 0,
                }
            );
        var one = await host.OneAsync();
        (one.Account.AccountName, one.Account.Address, one.TenantType, one.LicenseExpiryDate, one.TimeZone)
            .Should()
            .Be(("Northwind", null, TenantType.Commercial, new LocalDate(2027, 2, 28), draft.TimeZone));
        (one.Contacts.Count, one.References.Count, one.StorageRegions.Count).Should().Be((2, 1, 1));
        (one.Quotas.Single().ToString(), one.Quotas.Single().Priority).Should().Be(("#1 7 2026-03-01..2026-03-30", 3));
    }

    [Fact]
    public async Task Values_of_tenants_are_kept_without_a_listing_of_tenants()
    {
        using var host = new TestHost();
        await host.ImportListingsAsync(Customer(1), Tenant(1, 11));

        (await host.ImportListingsAsync(Customer(1), options: Edit)).Unchanged.Should().Be(1);
        (await host.ImportListingsAsync(Customer(1), "", options: Edit)).Edited.Should().Be(1);
        (await host.OneAsync()).Quotas.Should().BeEmpty();
    }

    [Fact]
    public async Task A_stored_customer_with_different_content_is_reported_and_not_changed()
    {
        using var host = new TestHost();
        await host.ImportListingsAsync(Customer(1), Tenant(1, 11));

        var report = await host.ImportListingsAsync(Customer(1), Tenant(1, 12));

        report.Violations.Single().ToString().Should().StartWith("CustomerListing row 1: customer.differs: ");
        (await host.OneAsync()).Quotas.Single().ToString().Should().StartWith("#1 11 ");
    }

    [Fact]
    public async Task More_tenants_with_quotas_than_a_customer_can_have_are_refused()
    {
        using var host = new TestHost();

        var report = await host.ImportListingsAsync(
            $"{Customer(1)}, {Customer(2)}",
            string.Join(',', Enumerable.Range(1, 6_000).Select(n => Tenant(1, n))),
            options: Skip
        );

        report.Violations.Single().Violation.Code.Should().Be("list.too-long");
        report.Added.Should().Be(1);
    }

    [Fact]
    public async Task A_stream_of_tenants_that_cannot_seek_throws_an_exception_before_anything_is_read()
    {
        using var host = new TestHost();
        var isRead = false;
        var run = () =>
            host.Importer.RunAsync(
                new VendorJsonFiles(
                    () =>
                    {
                        isRead = true;
                        return new MemoryStream();
                    },
                    () => new System.IO.Compression.GZipStream(new MemoryStream(), System.IO.Compression.CompressionMode.Decompress)
                )
            );

        await run.Should().ThrowAsync<ArgumentException>().WithMessage("*tenants*seek*");
        isRead.Should().BeFalse();
    }

    [Theory]
    [InlineData("\uFEFF")]
    [InlineData("\n\t ")]
    public async Task A_byte_order_mark_or_white_space_before_a_listing_is_ignored(string before)
    {
        using var host = new TestHost();

        await host.ImportListingsAsync(
            new TestHost.Listed(
                $$"""{{before}}{"é\ud800":"é","customers":[{{Customer(1)}}]}""",
                $$"""{{before}}{ "a": [[{}]], "tenants" : [ {{Tenant(1, 11)}} , {{Tenant(1, 12)}} ], "b": 0 }""",
                $$"""{{before}}{"contacts":[]}"""
            )
        );

        (await host.OneAsync()).Quotas.Should().HaveCount(2);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_character_can_span_the_end_of_a_buffer(int shift)
    {
        using var host = new TestHost();
        var rows = Enumerable
            .Range(1, 60)
            .Select(n =>
                $$"""{ "id": "c-{{n}}", "accountName": "A", "customerName": "Org {{n}}","""
                + $$""" "x": "{{new string('a', shift)}}{{string.Concat(Enumerable.Repeat("\U0001F600漢é", 1_000))}}" }"""
            );

        (await host.ImportListingsAsync(string.Join(',', rows))).Should().BeEquivalentTo(new { Added = 60, ViolationCount = 0 });
    }

    private static string Customer(int n) => $$"""{ "id": "c-{{n}}", "accountName": "Account", "customerName": "Org {{n}}" }""";

    private static string Tenant(int customer, int quota) =>
        $$"""{ "id": "t-{{quota}}", "customerID": "c-{{customer}}", "half \udc00": { "id": "t" }, "tenantType": 3,"""
        + $$""" "quota": {{quota}}, "quotaStartDate": "{{2026 + Math.Abs(quota)}}-03-01","""
        + $$""" "quotaEndDate": "{{2026 + Math.Abs(quota)}}-12-31" }""";
}
