namespace Msp.Customers.ImportExport.Tests.Listings;

public sealed class ListingModeTests
{
    private static readonly ImportOptions Skip = new() { SkipRefused = true };
    private static readonly ImportOptions Edit = new() { EditStored = true };

    [Fact]
    public async Task Tenants_and_contacts_stand_in_any_order()
    {
        using var desk = new Desk();

        await desk.ListAsync(
            $"{Customer(1)}, {Customer(2)}, {Customer(3)}",
            $"{Tenant(3, 31)}, {Tenant(1, 11)}, {Tenant(2, 21)}, {Tenant(1, 12)}, {Tenant(3, 32)}",
            """{ "customerID": "c-2", "name": "Bo" }, { "customerID": "c-1", "name": "Ada" }, { "customerID": "c-2", "name": "Al" }"""
        );

        (await desk.Customers.ListAsync())
            .Select(c => string.Join(' ', c.Quotas.Select(q => $"{q.Limit}")))
            .Should()
            .Equal("11 12", "21", "31 32");
        (await desk.Customers.ListAsync()).Select(c => string.Join(' ', c.Contacts.Select(p => p.Name))).Should().Equal("Ada", "Bo Al", "");
    }

    [Fact]
    public async Task Who_is_refused_is_left_out_with_all_its_rows_and_no_other()
    {
        using var desk = new Desk();

        var report = await desk.ListAsync(
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
        (await desk.Customers.ListAsync()).Select(c => c.Id.Value).Should().Equal("c-1");
        (await desk.OneAsync()).Quotas.Should().ContainSingle();
    }

    [Fact]
    public async Task What_no_member_is_about_stays_and_null_takes_away()
    {
        using var desk = new Desk();
        var draft = Valid.Draft();
        draft.Id = "c-1";
        draft.TimeZone = "Europe/Berlin";
        (draft.Quotas[0].Priority, draft.TenantType) = (3, TenantType.Commercial);
        await desk.Customers.AddAsync(Customers.Customer.Register(draft, CustomerTerms.Default, Valid.Today));

        var report = await desk.ListAsync(
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
        var one = await desk.OneAsync();
        (one.Account.AccountName, one.Account.Address, one.TenantType, one.LicenseExpiryDate, one.TimeZone)
            .Should()
            .Be(("Northwind", null, TenantType.Commercial, new LocalDate(2027, 2, 28), draft.TimeZone));
        (one.Contacts.Count, one.References.Count, one.StorageRegions.Count).Should().Be((2, 1, 1));
        (one.Quotas.Single().ToString(), one.Quotas.Single().Priority).Should().Be(("#1 7 2026-03-01..2026-03-30", 3));
    }

    [Fact]
    public async Task Without_a_listing_of_tenants_what_tenants_say_stays()
    {
        using var desk = new Desk();
        await desk.ListAsync(Customer(1), Tenant(1, 11));

        (await desk.ListAsync(Customer(1), options: Edit)).Unchanged.Should().Be(1);
        (await desk.ListAsync(Customer(1), "", options: Edit)).Edited.Should().Be(1);
        (await desk.OneAsync()).Quotas.Should().BeEmpty();
    }

    [Fact]
    public async Task A_stored_customer_with_other_content_is_told_and_left_as_it_is()
    {
        using var desk = new Desk();
        await desk.ListAsync(Customer(1), Tenant(1, 11));

        var report = await desk.ListAsync(Customer(1), Tenant(1, 12));

        report.Violations.Single().ToString().Should().StartWith("CustomerListing row 1: customer.differs: ");
        (await desk.OneAsync()).Quotas.Single().ToString().Should().StartWith("#1 11 ");
    }

    [Fact]
    public async Task More_tenants_with_quotas_than_a_customer_can_have_are_refused()
    {
        using var desk = new Desk();

        var report = await desk.ListAsync(
            $"{Customer(1)}, {Customer(2)}",
            string.Join(',', Enumerable.Range(1, 6_000).Select(n => Tenant(1, n))),
            options: Skip
        );

        report.Violations.Single().Violation.Code.Should().Be("list.too-long");
        report.Added.Should().Be(1);
    }

    [Fact]
    public async Task Tenants_that_cannot_be_read_in_any_order_are_the_programmers_fault_at_once()
    {
        using var desk = new Desk();
        var isRead = false;
        var run = () =>
            desk.Importer.RunAsync(
                new VendorListings(
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
    public async Task What_may_stand_before_a_listing_moves_no_row(string before)
    {
        using var desk = new Desk();

        await desk.ListAsync(
            new Desk.Listed(
                $$"""{{before}}{"é\ud800":"é","customers":[{{Customer(1)}}]}""",
                $$"""{{before}}{ "a": [[{}]], "tenants" : [ {{Tenant(1, 11)}} , {{Tenant(1, 12)}} ], "b": 0 }""",
                $$"""{{before}}{"contacts":[]}"""
            )
        );

        (await desk.OneAsync()).Quotas.Should().HaveCount(2);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_character_may_stand_across_the_end_of_a_buffer(int shift)
    {
        using var desk = new Desk();
        var rows = Enumerable
            .Range(1, 60)
            .Select(n =>
                $$"""{ "id": "c-{{n}}", "accountName": "A", "customerName": "Org {{n}}", "x": "{{new string('a', shift)}}{{string.Concat(Enumerable.Repeat("\U0001F600漢é", 1_000))}}" }"""
            );

        (await desk.ListAsync(string.Join(',', rows))).Should().BeEquivalentTo(new { Added = 60, ViolationCount = 0 });
    }

    private static string Customer(int n) => $$"""{ "id": "c-{{n}}", "accountName": "Account", "customerName": "Org {{n}}" }""";

    private static string Tenant(int customer, int quota) =>
        $$"""{ "id": "t-{{quota}}", "customerID": "c-{{customer}}", "half \udc00": { "id": "t" }, "tenantType": 3, "quota": {{quota}}, "quotaStartDate": "{{2026 + Math.Abs(quota)}}-03-01", "quotaEndDate": "{{2026 + Math.Abs(quota)}}-12-31" }""";
}
