namespace Msp.Customers.ImportExport.Tests.Import;

public sealed class CombinedViolationsTests : IDisposable
{
    private const string Header = "Id,AccountName,OrganizationName,PhoneNumber,ServicePlan,TenantType,LicenseExpiryDate\n";
    private const string Row = "c-1,,northwind TRADERS,call me,gold,Commercial,2026-04-10\n";
    private const string Quotas = """
        CustomerId,Credits,EffectiveDate,EndDate
        c-1,100,2026-03-01,2026-02-28
        c-1,1,2026-04-10,2026-04-11
        """;

    private static readonly string[] AllSix =
    [
        "Customers 2 AccountName field.required",
        "Customers 2 OrganizationName organization-name.duplicate",
        "Customers 2 PhoneNumber phone-number.invalid",
        "Customers 2 ServicePlan plan.retired",
        "Quotas 2 EndDate quota.ends-before-it-starts",
        "Quotas 3 EndDate quota.ends-after-license",
    ];

    private readonly TestHost host = new();

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task A_new_customer_is_refused_with_six_violations_at_their_rows_in_one_import()
    {
        await PrepareAsync();

        (await ViolationsAsync()).Should().Equal(AllSix);
        host.Store.Count.Should().Be(1);
    }

    [Fact]
    public async Task An_edit_is_refused_with_six_violations_at_their_rows_in_one_import()
    {
        await PrepareAsync();
        await host.Customers.RegisterAsync(
            new CustomerDraft
            {
                Id = "c-1",
                AccountName = "Contoso",
                OrganizationName = "Contoso Traders",
                TenantType = TenantType.Commercial,
            }
        );

        (await ViolationsAsync()).Should().Equal(AllSix);
    }

    [Fact]
    public async Task A_refused_row_does_not_take_a_name_and_reports_a_duplicate_name()
    {
        var report = await host.ImportAsync(
            """
            Id,AccountName,OrganizationName
            c-1,,First
            c-2,Second,First
            c-3,,Second
            c-4,Fourth,Second
            c-5,,Second
            """
        );

        report
            .Violations.Select(v => $"{v.Line} {v.Violation.Code}")
            .Should()
            .Equal("2 field.required", "4 field.required", "6 field.required", "6 organization-name.duplicate");
    }

    private async Task PrepareAsync()
    {
        await host.Plans.AddAsync(
            ServicePlan.Create(
                new PlanDraft
                {
                    Id = "gold",
                    Name = "Gold",
                    Edition = Edition.Elite,
                    IsRetired = true,
                }
            )
        );
        await host.Customers.RegisterAsync(new CustomerDraft { AccountName = "Northwind", OrganizationName = "Northwind Traders" });
    }

    private async Task<IEnumerable<string>> ViolationsAsync() =>
        (await host.ImportAsync(Header + Row, quotas: Quotas, options: new() { EditStored = true }))
            .Violations.Select(v => $"{v.File} {v.Line} {v.Violation.Path} {v.Violation.Code}")
            .Order(StringComparer.Ordinal);
}
