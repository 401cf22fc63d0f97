namespace Msp.Customers.ImportExport.Tests.Listings;

public sealed class RefusedListingRowsTests
{
    private const string Good = """{ "id": "c-1", "accountName": "Northwind", "customerName": "Northwind Traders" }""";
    private const string Tenant = """{ "id": "t-1", "customerID": "c-1", "tenantType": 3, "servicePlanID": null }, """;

    // Rows of the listings for each way in which a row can be invalid, with the place and the code of the violation.
    public static TheoryData<string, string, string, string, string, string> Rows =>
        new()
        {
            { $"{Good}, 7", "", "", "CustomerListing", "2 ", "row.not-object" },
            { $"null, {Good}", "", "", "CustomerListing", "1 ", "row.not-object" },
            { $$"""{{Good}}, { "accountName": "A" }""", "", "", "CustomerListing", "2 id", "row.id-required" },
            { $$"""{{Good}}, { "id": " " }""", "", "", "CustomerListing", "2 id", "row.id-required" },
            { $$"""{{Good}}, { "id": [] }""", "", "", "CustomerListing", "2 id", "row.invalid-member" },
            { $$"""{{Good}}, { "id": "\ud800" }""", "", "", "CustomerListing", "2 id", "row.invalid-member" },
            { $$"""{{Good}}, { "id": "a", "id": "b" }""", "", "", "CustomerListing", "2 id", "row.duplicate-member" },
            {
                $$"""{{Good}}, { "id": "a\u0000", "accountName": "A", "customerName": "B" }""",
                "",
                "",
                "CustomerListing",
                "2 Id",
                "field.control-characters"
            },
            {
                $$"""{{Good}}, { "id": "a", "accountName": "A\u0000", "customerName": "B" }""",
                "",
                "",
                "CustomerListing",
                "2 accountName",
                "field.control-characters"
            },
            {
                """{ "id": "a", "accountName": "\udc00", "customerName": "B" }""",
                "",
                "",
                "CustomerListing",
                "1 accountName",
                "row.invalid-member"
            },
            {
                """{ "id": "a", "accountName": true, "customerName": "B" }""",
                "",
                "",
                "CustomerListing",
                "1 accountName",
                "row.invalid-member"
            },
            {
                """{ "id": "a", "accountName": "A", "customerName": { "name": "B" } }""",
                "",
                "",
                "CustomerListing",
                "1 customerName",
                "row.invalid-member"
            },
            {
                """{ "id": "a", "accountName": "A", "customerName": "B", "\u0061ccountName": "C" }""",
                "",
                "",
                "CustomerListing",
                "1 accountName",
                "row.duplicate-member"
            },
            { """{ "id": "a", "customerName": "B" }""", "", "", "CustomerListing", "1 accountName", "field.required" },
            {
                """{ "id": "a", "accountName": "A", "customerName": "B", "createdOn": "2022-10-25T12:00:00Z" }""",
                "",
                "",
                "CustomerListing",
                "1 createdOn",
                "date.invalid"
            },
            {
                """{ "id": "a", "accountName": "A", "customerName": "B", "createdOn": "-0044-03-15" }""",
                "",
                "",
                "CustomerListing",
                "1 createdOn",
                "date.invalid"
            },
            { $"{Good}, {Good}", "", "", "CustomerListing", "2 Id", "row.duplicate" },
            {
                $$"""{{Good}}, { "id": "a", "accountName": "A", "customerName": "northwind  TRADERS" }""",
                "",
                "",
                "CustomerListing",
                "2 customerName",
                "organization-name.duplicate"
            },
            { Good, "7", "", "TenantListing", "1 ", "row.not-object" },
            { Good, """{ "id": "t" }""", "", "TenantListing", "1 customerID", "row.id-required" },
            { Good, """{ "id": "t", "customerID": {} }""", "", "TenantListing", "1 customerID", "row.invalid-member" },
            { Good, """{ "id": "t", "customerID": "c-9" }""", "", "TenantListing", "1 customerID", "row.customer-not-found" },
            {
                Good,
                """{ "id": "t", "customerID": "c-1" }, { "id": "t", "customerID": "c-1" }""",
                "",
                "TenantListing",
                "2 id",
                "row.duplicate"
            },
            { Good, Tenant + """{ "customerID": "c-1", "tenantType": 2 }""", "", "TenantListing", "2 tenantType", "tenant.details-differ" },
            {
                Good,
                Tenant + """{ "customerID": "c-1", "servicePlanID": 1 }, { "customerID": "c-1", "servicePlanID": 2 }""",
                "",
                "TenantListing",
                "3 servicePlanID",
                "tenant.details-differ"
            },
            {
                Good,
                """{ "customerID": "c-1", "licenseExpiryDate": "2027-01-01" }, """
                    + """{ "customerID": "c-1", "licenseExpiryDate": "2027-01-02" }""",
                "",
                "TenantListing",
                "2 licenseExpiryDate",
                "tenant.details-differ"
            },
            { Good, """{ "customerID": "c-1", "tenantType": 0 }""", "", "TenantListing", "1 tenantType", "value.invalid" },
            {
                Good,
                Tenant + """{ "customerID": "c-1", "servicePlanID": "gold" }""",
                "",
                "TenantListing",
                "2 servicePlanID",
                "plan.not-found"
            },
            {
                Good,
                """{ "customerID": "c-1", "licenseExpiryDate": "28.2.2027" }""",
                "",
                "TenantListing",
                "1 licenseExpiryDate",
                "date.invalid"
            },
            {
                Good,
                Tenant + """{ "customerID": "c-1", "storageRegions": "eu" }""",
                "",
                "TenantListing",
                "2 storageRegions",
                "row.invalid-member"
            },
            {
                Good,
                """{ "customerID": "c-1", "storageRegions": [{ "id": 1 }] }""",
                "",
                "TenantListing",
                "1 storageRegions",
                "row.invalid-member"
            },
            {
                Good,
                """{ "customerID": "c-1", "storageRegions": [{ "name": "eu" }] }, """
                    + """{ "customerID": "c-1", "storageRegions": [{ "name": "u\ts" }] }""",
                "",
                "TenantListing",
                "2 storageRegions[1]",
                "field.control-characters"
            },
            {
                Good,
                Tenant + """{ "customerID": "c-1", "quota": "many", "quotaStartDate": "2026-03-01" }""",
                "",
                "TenantListing",
                "2 quota",
                "number.invalid"
            },
            {
                Good,
                """{ "customerID": "c-1", "quota": [], "quotaStartDate": "2026-03-01" }""",
                "",
                "TenantListing",
                "1 quota",
                "row.invalid-member"
            },
            {
                Good,
                """{ "customerID": "c-1", "quota": 1, "quota": 2, "quotaStartDate": "2026-03-01" }""",
                "",
                "TenantListing",
                "1 quota",
                "row.duplicate-member"
            },
            {
                Good,
                """{ "customerID": "c-1", "quota": 1e999, "quotaStartDate": "2026-03-01" }""",
                "",
                "TenantListing",
                "1 quota",
                "number.invalid"
            },
            {
                Good,
                """{ "customerID": "c-1", "quota": 1.00000000000000000000000000000001, "quotaStartDate": "2026-03-01" }""",
                "",
                "TenantListing",
                "1 quota",
                "number.invalid"
            },
            {
                Good,
                """{ "customerID": "c-1", "quota": 12345.67e-7, "quotaStartDate": "2026-03-01" }""",
                "",
                "TenantListing",
                "1 quota",
                "quota.credits-too-precise"
            },
            {
                Good,
                """{ "customerID": "c-1", "quota": -1, "quotaStartDate": "2026-03-01" }""",
                "",
                "TenantListing",
                "1 quota",
                "quota.credits-not-positive"
            },
            { Good, """{ "customerID": "c-1", "quota": 1 }""", "", "TenantListing", "1 quotaStartDate", "quota.effective-date-required" },
            {
                Good,
                Tenant + """{ "customerID": "c-1", "quota": 1, "quotaStartDate": "2026-03-02", "quotaEndDate": "2026-03-01" }""",
                "",
                "TenantListing",
                "2 quotaEndDate",
                "quota.ends-before-it-starts"
            },
            {
                Good,
                """{ "customerID": "c-1", "quota": 1, "quotaStartDate": "2026-03-01T12:00:00Z" }""",
                "",
                "TenantListing",
                "1 quotaStartDate",
                "date.invalid"
            },
            { Good, "", """{ "name": "Ada" }""", "ContactListing", "1 customerID", "row.id-required" },
            {
                Good,
                "",
                """{ "customerID": "c-1", "name": "Ada" }, { "customerID": "c-9", "name": "Ada" }""",
                "ContactListing",
                "2 customerID",
                "row.customer-not-found"
            },
            { Good, "", """{ "customerID": "c-1", "name": "Ada", "email": "ada" }""", "ContactListing", "1 email", "email.invalid" },
            {
                Good,
                "",
                """{ "customerID": "c-1", "name": "Ada", "isPrimary": "perhaps" }""",
                "ContactListing",
                "1 isPrimary",
                "row.invalid-member"
            },
            {
                Good,
                "",
                """{ "customerID": "c-1", "name": "Ada", "roles": ["Billing", "Boss"] }""",
                "ContactListing",
                "1 roles",
                "value.invalid"
            },
            {
                Good,
                "",
                """{ "customerID": "c-1", "name": "Ada", "roles": "Billing" }""",
                "ContactListing",
                "1 roles",
                "row.invalid-member"
            },
        };

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_violation_has_its_listing_row_member_and_code_and_nothing_is_stored(
        string customers,
        string tenants,
        string contacts,
        string file,
        string place,
        string code
    )
    {
        using var host = new TestHost();

        var report = await host.ImportListingsAsync(customers, tenants, contacts);

        report
            .Violations.Where(v => v.Violation.Severity == Severity.Error)
            .Select(v => (v.File.ToString(), $"{v.Line} {v.Violation.Path}", v.Violation.Code))
            .Should()
            .Equal((file, place, code));
        report.IsStored.Should().BeFalse();
        host.Store.Count.Should().Be(0);
    }

    [Fact]
    public async Task All_violations_are_reported_at_once_and_unreadable_members_are_not_reported_as_missing()
    {
        using var host = new TestHost();

        var report = await host.ImportListingsAsync(
            """{ "id": "a" }""",
            """{ "customerID": "a", "quota": true, "quotaStartDate": 7, "storageRegions": 1 }"""
        );

        report
            .Violations.Select(v => v.Violation.ToString().Split(':')[0])
            .Should()
            .BeEquivalentTo(
                "field.required at accountName",
                "field.required at customerName",
                "row.invalid-member at storageRegions",
                "row.invalid-member at quota",
                "date.invalid at quotaStartDate"
            );
    }

    [Fact]
    public async Task A_duplicate_value_is_reported_with_the_id_of_the_customer_of_the_earlier_row()
    {
        using var host = new TestHost();

        var report = await host.ImportListingsAsync($"{Good}, {Good.Replace("c-1", "c-2", StringComparison.Ordinal)}");

        report
            .Violations.Single()
            .ToString()
            .Should()
            .Be("CustomerListing row 2: organization-name.duplicate at customerName: The organization name belongs to customer c-1.");
    }

    [Fact]
    public async Task Violations_do_not_contain_text_of_the_listing()
    {
        using var host = new TestHost();

        var report = await host.ImportListingsAsync(
            """{ "id": "Secret", "Secret": "Secret", "accountName": ["Secret"] }""",
            """{ "customerID": "Secret", "servicePlanID": "Secret" }, { "customerID": "Secret", "servicePlanID": "Secret2" }"""
        );

        report.Violations.Should().NotBeEmpty();
        string.Join('\n', report.Violations).Should().NotContain("Secret");
    }
}
