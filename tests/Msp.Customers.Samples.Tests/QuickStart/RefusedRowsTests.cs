namespace Msp.Customers.Samples.Tests.QuickStart;

public sealed class RefusedRowsTests : IDisposable
{
    private const string Good = """{ "id": "good", "accountName": "Good", "customerName": "Good Ltd" }""";
    private const string Plan = """{ "id": 1, "name": "Plan", "products": [{ "edition": "ELITE", "features": [{ "name": "M365" }] }] }""";

    private readonly QuickStartRun run = new();

    public void Dispose() => run.Dispose();

    [Theory]
    [InlineData("7", "customers.json row 2 row.not-object")]
    [InlineData("null", "customers.json row 2 row.not-object")]
    [InlineData("""{ "id": "x", "accountName": ["x"], "customerName": "x" }""", "customers.json row 2 row.invalid-member")]
    [InlineData("""{ "id": "x", "accountName": "\ud800", "customerName": "x" }""", "customers.json row 2 row.invalid-member")]
    [InlineData(
        """{ "id": "x", "accountName": "x", "customerName": "x", "createdOn": "-0001-01-01" }""",
        "customers.json row 2 date.invalid"
    )]
    [InlineData("""{ "id": "x", "accountName": "x", "customerName": "x", "createdOn": 20260101 }""", "customers.json row 2 date.invalid")]
    public async Task A_malformed_customer_is_refused_and_the_others_are_saved(string row, string refusal)
    {
        var screen = await run.RunAsync(run.FolderWith($"{Good}, {row}"));

        screen.ExitCode.Should().Be(0);
        screen.Rows("Refused").Should().Contain(refusal);
        (await run.StoredAsync()).Should().ContainSingle().Which.Id.Value.Should().Be("good");
    }

    [Theory]
    [InlineData(
        """{ "id": "t", "customerID": "x", "quota": "many", "quotaStartDate": "2026-01-01" }""",
        "tenants.json row 1 number.invalid"
    )]
    [InlineData(
        """{ "id": "t", "customerID": "x", "quota": 1.00000000000000000000000000000001, "quotaStartDate": "2026-01-01" }""",
        "tenants.json row 1 number.invalid"
    )]
    [InlineData(
        """{ "id": "t", "customerID": "x", "quota": 1e999, "quotaStartDate": "2026-01-01" }""",
        "tenants.json row 1 number.invalid"
    )]
    [InlineData(
        """{ "id": "t", "customerID": "x", "quota": -1, "quotaStartDate": "2026-01-01" }""",
        "tenants.json row 1 quota.credits-not-positive"
    )]
    [InlineData("""{ "id": "t", "customerID": "x", "quota": 1 }""", "tenants.json row 1 quota.effective-date-required")]
    [InlineData(
        """{ "id": "t", "customerID": "x", "quota": 1, "quotaStartDate": "2026-01-01T12:00:00Z" }""",
        "tenants.json row 1 date.invalid"
    )]
    [InlineData("""{ "id": "t", "customerID": "x", "storageRegions": "eu" }""", "tenants.json row 1 row.invalid-member")]
    [InlineData("""{ "id": "t", "customerID": "x", "licenseExpiryDate": "0000-01-01" }""", "tenants.json row 1 date.out-of-range")]
    [InlineData(
        """{ "id": "t", "customerID": "x", "tenantType": 1 }, { "id": "u", "customerID": "x", "tenantType": 3 }""",
        "tenants.json row 2 tenant.details-differ"
    )]
    [InlineData("""{ "id": "t", "customerID": "x" }, { "id": "t", "customerID": "x" }""", "tenants.json row 2 row.duplicate")]
    [InlineData("""{ "id": "t" }""", "tenants.json row 1 row.id-required")]
    public async Task A_malformed_tenant_is_refused_and_the_others_are_saved(string tenants, string refusal)
    {
        var screen = await run.RunAsync(run.FolderWith($$"""{{Good}}, { "id": "x", "accountName": "x", "customerName": "x" }""", tenants));

        screen.ExitCode.Should().Be(0);
        screen.Rows("Refused").Should().Contain(refusal);
        (await run.StoredAsync()).Should().Contain(c => c.Id.Value == "good");
    }

    [Theory]
    [InlineData("""{ "id": 2, "name": "Other", "products": [] }""", "2 plan.edition-required")]
    [InlineData("""{ "id": 2, "name": "Other", "products": [{ "edition": "basic" }] }""", "2 value.invalid")]
    [InlineData("""{ "id": 2, "name": "Other", "products": "all" }""", "2 row.invalid-member")]
    [InlineData("""{ "id": 1, "name": "Again", "products": [{ "edition": "elite" }] }""", "1 row.duplicate")]
    public async Task A_malformed_plan_is_refused_and_the_others_are_saved(string plan, string refusal)
    {
        var screen = await run.RunAsync(
            run.FolderWith(Good, """{ "id": "t", "customerID": "good", "servicePlanID": 1 }""", $"{Plan}, {plan}")
        );

        screen.Text.Should().Contain("Service plans: 1 registered");
        screen.Rows("Refused").Should().Contain(refusal);
        (await run.StoredAsync()).Should().ContainSingle().Which.ServicePlan!.Value.Should().Be("1");
    }

    [Fact]
    public async Task Two_customers_with_the_same_id_are_both_refused()
    {
        var screen = await run.RunAsync(
            run.FolderWith(
                $$"""{{Good}}, { "id": "good", "accountName": "Again", "customerName": "Again Ltd" }, """
                    + """{ "id": "x", "accountName": "x", "customerName": "x" }"""
            )
        );

        screen.Rows("Refused").Should().Equal("customers.json row 2 row.duplicate");
        (await run.StoredAsync()).Should().ContainSingle().Which.Id.Value.Should().Be("x");
    }

    [Fact]
    public async Task Unknown_members_are_ignored()
    {
        await run.RunAsync(run.FolderWith(Good.Replace("{", """{ "new\ud800": { "a": [1] }, "": 0,""", StringComparison.Ordinal)));

        (await run.StoredAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task Text_from_a_file_cannot_control_the_terminal()
    {
        var screen = await run.RunAsync(run.FolderWith(tenants: """{ "id": "\u001b[2J\u0007", "customerID": "\u001b]0;x\u0007" }"""));

        screen.Text.Should().Contain("row.customer-not-found").And.NotContain("\u001b").And.NotContain("\u0007");
    }
}
