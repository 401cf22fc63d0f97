namespace Msp.Customers.ImportExport.Tests.Import;

public sealed class RefusedRowsTests
{
    private const string Header =
        "Id,AccountName,OrganizationName,PhoneNumber,TenantType,StorageRegions,LicenseExpiryDate,RegisteredOn,References\n";
    private const string Good = "c-1,Northwind,Northwind Traders,,,,,,\n";

    // A row for each way in which a cell can be invalid, with the place and the code of the violation.
    public static TheoryData<string, string, string, string, string, string> Rows =>
        new()
        {
            { Header + ",A,B,,,,,,\n", "", "", "Customers", "2 Id", "row.id-required" },
            { Header + "c-2,,B,,,,,,\n", "", "", "Customers", "2 AccountName", "field.required" },
            { Header + Good + "c-2,A,B,call me,,,,,\n", "", "", "Customers", "3 PhoneNumber", "phone-number.invalid" },
            { Header + "c-2,A,B,,paying,,,,\n", "", "", "Customers", "2 TenantType", "value.invalid" },
            { Header + "c-2,A,B,,2,,,,\n", "", "", "Customers", "2 TenantType", "value.invalid" },
            { Header + "c-2,A,B,,,eu\\,,,\n", "", "", "Customers", "2 StorageRegions", "list.invalid" },
            { Header + "c-2,A,B,,,,01/02/2026,,\n", "", "", "Customers", "2 LicenseExpiryDate", "date.invalid" },
            { Header + "c-2,A,B,,,,,1.2.2026,\n", "", "", "Customers", "2 RegisteredOn", "date.invalid" },
            { Header + "c-2,A,B,,,,,-0044-03-15,\n", "", "", "Customers", "2 RegisteredOn", "date.invalid" },
            { Header + "c-2,A,B,,,,,,psa\n", "", "", "Customers", "2 References[0].Id", "field.required" },
            { Header + "c-2,A,B,,,,,\n", "", "", "Customers", "2 ", "row.wrong-cell-count" },
            { Header + "c-2,A,B,,,,,,,\n", "", "", "Customers", "2 ", "row.wrong-cell-count" },
            { Header + "\n\"c-2\",\"A\nB\",B,,,,,,\nc-3,,C,,,,,,\n", "", "", "Customers", "5 AccountName", "field.required" },
            { Header + Good, "CustomerId,Name,Email\nc-1,Ada,ada\n", "", "Contacts", "2 Email", "email.invalid" },
            { Header + Good, "CustomerId,Name,Roles\nc-1,Ada,Billing; Boss\n", "", "Contacts", "2 Roles", "value.invalid" },
            { Header + Good, "CustomerId,Name,IsPrimary\nc-1,Ada,perhaps\n", "", "Contacts", "2 IsPrimary", "value.invalid" },
            { Header + Good, "CustomerId,Name\nc-1,Ada\nc-9,Bo\n", "", "Contacts", "3 CustomerId", "row.customer-not-found" },
            { Header + Good, "CustomerId,Name\n,Ada\n", "", "Contacts", "2 CustomerId", "row.id-required" },
            {
                Header + Good,
                "",
                "CustomerId,Credits,EffectiveDate\nc-1,1,2026-03-01\nc-1,\"1,5\",2026-03-01\n",
                "Quotas",
                "3 Credits",
                "number.invalid"
            },
            { Header + Good, "", "CustomerId,Credits,EffectiveDate\nc-1,1e3,2026-03-01\n", "Quotas", "2 Credits", "number.invalid" },
            {
                Header + Good,
                "",
                "CustomerId,Credits,EffectiveDate\nc-1,0.12345678901234567890123456789,2026-03-01\n",
                "Quotas",
                "2 Credits",
                "number.invalid"
            },
            {
                Header + Good,
                "",
                "CustomerId,Credits,EffectiveDate\nc-1,0.1234567,2026-03-01\n",
                "Quotas",
                "2 Credits",
                "quota.credits-too-precise"
            },
            {
                Header + Good,
                "",
                "CustomerId,Credits,EffectiveDate,Priority\nc-1,1,2026-03-01,9999999999\n",
                "Quotas",
                "2 Priority",
                "number.invalid"
            },
            {
                Header + Good,
                "",
                "CustomerId,Credits,EffectiveDate,EndDate\nc-1,1,2026-03-02,2026-03-01\n",
                "Quotas",
                "2 EndDate",
                "quota.ends-before-it-starts"
            },
            {
                Header + Good,
                "",
                "CustomerId,Credits,EffectiveDate,EndDate\nc-1,1,2026-01-01,2026-01-31\n",
                "Quotas",
                "2 EndDate",
                "quota.ends-in-the-past"
            },
            {
                Header + Good,
                "",
                "CustomerId,Credits,EffectiveDate,CarryOver.From\nc-1,1,2026-03-02,7\n",
                "Quotas",
                "2 CarryOver.From",
                "quota.invalid-carry-over-source"
            },
            {
                Header + Good,
                "",
                "CustomerId,Number,Credits,EffectiveDate,EndDate,CarryOver.From\n"
                    + "c-1,2,1,2026-03-01,2026-03-31,\nc-1,3,1,2026-04-01,2026-04-30,1\n",
                "Quotas",
                "3 CarryOver.From",
                "quota.invalid-carry-over-source"
            },
            {
                Header + Good,
                "",
                "CustomerId,Credits,EffectiveDate,EndDate,CarryOver.MaxCredits\n"
                    + "c-1,1,2026-03-01,2026-03-31,\nc-1,1,2026-04-01,2026-04-30,1\n",
                "Quotas",
                "3 CarryOver.From",
                "quota.invalid-carry-over-source"
            },
            { Header + Good + "c-1,B,C,,,,,,\n", "", "", "Customers", "3 Id", "row.duplicate" },
            {
                Header + Good + "c-2,B,NORTHWIND  traders,,,,,,\n",
                "",
                "",
                "Customers",
                "3 OrganizationName",
                "organization-name.duplicate"
            },
            { Header + "c-1,A,A,,,,,,psa:1\nc-2,B,B,,,,,,PSA:1\n", "", "", "Customers", "3 References[0]", "reference.duplicate" },
        };

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_violation_has_its_file_line_column_and_code_and_nothing_is_stored(
        string customers,
        string contacts,
        string quotas,
        string file,
        string place,
        string code
    )
    {
        using var host = new TestHost();

        var report = await host.ImportAsync(customers, contacts.Length == 0 ? null : contacts, quotas.Length == 0 ? null : quotas);

        report
            .Violations.Select(v => (v.File.ToString(), $"{v.Line} {v.Violation.Path}", v.Violation.Code))
            .Should()
            .Contain((file, place, code));
        report.IsStored.Should().BeFalse();
        host.Store.Count.Should().Be(0);
    }

    [Fact]
    public async Task An_unreadable_cell_is_not_also_reported_as_missing()
    {
        using var host = new TestHost();

        var report = await host.ImportAsync(Header + Good, quotas: "CustomerId,Credits,EffectiveDate\nc-1,many,soon\n");

        report.Violations.Select(v => v.Violation.Code).Should().BeEquivalentTo("number.invalid", "date.invalid");
    }

    [Fact]
    public async Task An_unreadable_cell_of_a_carry_over_is_reported_alone()
    {
        using var host = new TestHost();

        var report = await host.ImportAsync(
            Header + Good,
            quotas: "CustomerId,Credits,EffectiveDate,EndDate,CarryOver.MaxCredits\nc-1,1,2026-03-01,2026-03-20,many\n"
        );

        report.Violations.Select(v => v.Violation.Code).Should().Equal("number.invalid");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(500)]
    public async Task A_duplicate_value_is_reported_with_the_id_of_the_first_customer_in_the_file(int batchSize)
    {
        using var host = new TestHost();

        var report = await host.ImportAsync(
            Header + "c-1,Northwind,Northwind Traders,,,,,,psa:1\nc-2,B,Northwind Traders,,,,,,\nc-3,C,Northwind Traders,,,,,,psa:1\n",
            options: new ImportOptions { BatchSize = batchSize }
        );

        report
            .Violations.Select(v => v.Violation.Message)
            .Should()
            .Equal(
                "The organization name belongs to customer c-1.",
                "The organization name belongs to customer c-1.",
                "The reference psa:1 belongs to customer c-1."
            );
        report.Violations.Should().OnlyContain(v => v.Violation.Values["OtherId"].Equals(new CustomerId("c-1")));
    }

    [Fact]
    public async Task Violations_above_the_maximum_are_only_counted()
    {
        using var host = new TestHost();
        var rows = string.Concat(Enumerable.Range(1, 50).Select(n => $"c-{n},,Org {n},,,,,,\n"));

        var report = await host.ImportAsync(Header + rows, options: new ImportOptions { MaxViolations = 7 });

        report.Violations.Should().HaveCount(7);
        (report.ViolationCount, report.ErrorCount, report.Refused).Should().Be((50L, 50L, 50L));
    }
}
