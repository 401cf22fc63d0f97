namespace Msp.Customers.Samples.Tests.QuickStart;

public sealed class RefusedRowsTests : IDisposable
{
    private const string Good = """{ "id": "good", "accountName": "Good", "customerName": "Good Ltd" }""";
    private const string Plan = """{ "id": 1, "name": "Plan", "products": [{ "edition": "ELITE", "features": [{ "name": "M365" }] }] }""";

    private readonly QuickStartRun run = new();

    public void Dispose() => run.Dispose();

    [Theory]
    [InlineData("7", "- field.required")]
    [InlineData("null", "- field.required")]
    [InlineData("""{ "id": "x", "accountName": ["x"], "customerName": "x" }""", "x row.member-malformed")]
    [InlineData("""{ "id": "x", "accountName": "\ud800", "customerName": "x" }""", "x row.member-malformed")]
    [InlineData("""{ "id": "x", "accountName": "x", "customerName": "x", "createdOn": "-0001-01-01" }""", "x date.unreadable")]
    [InlineData("""{ "id": "x", "accountName": "x", "customerName": "x", "createdOn": 20260101 }""", "x date.unreadable")]
    [InlineData("""{ "id": "good", "accountName": "Again", "customerName": "Again Ltd" }""", "good row.repeated")]
    public async Task A_malformed_customer_is_refused_and_the_others_are_saved(string row, string refusal)
    {
        var screen = await run.RunAsync(run.FolderWith($"{Good}, {row}"));

        screen.ExitCode.Should().Be(0);
        screen.Rows("Refused").Should().Contain(refusal);
        (await run.StoredAsync()).Should().ContainSingle().Which.Id.Value.Should().Be("good");
    }

    [Theory]
    [InlineData("""{ "id": "t", "customerID": "x", "quota": "many", "quotaStartDate": "2026-01-01" }""", "x row.member-malformed")]
    [InlineData("""{ "id": "t", "customerID": "x", "quota": 1.00000000000000000000000000000001, "quotaStartDate": "2026-01-01" }""", "x row.member-malformed")]
    [InlineData("""{ "id": "t", "customerID": "x", "quota": 1e999, "quotaStartDate": "2026-01-01" }""", "x row.member-malformed")]
    [InlineData("""{ "id": "t", "customerID": "x", "quota": -1, "quotaStartDate": "2026-01-01" }""", "x quota.credits-not-positive")]
    [InlineData("""{ "id": "t", "customerID": "x", "quota": 1 }""", "x quota.effective-date-missing")]
    [InlineData("""{ "id": "t", "customerID": "x", "quota": 1, "quotaStartDate": "2026-01-01T12:00:00Z" }""", "x date.unreadable")]
    [InlineData("""{ "id": "t", "customerID": "x", "storageRegions": "eu" }""", "x row.member-malformed")]
    [InlineData("""{ "id": "t", "customerID": "x", "licenseExpiryDate": "0000-01-01" }""", "x date.out-of-range")]
    [InlineData("""{ "id": "t", "customerID": "x", "tenantType": 1 }, { "id": "u", "customerID": "x", "tenantType": 3 }""", "x tenant.details-differ")]
    [InlineData("""{ "id": "t", "customerID": "x" }, { "id": "t", "customerID": "x" }""", "t row.repeated")]
    [InlineData("""{ "id": "t" }""", "t tenant.customer-unknown")]
    public async Task A_malformed_tenant_is_refused_and_the_others_are_saved(string tenants, string refusal)
    {
        var screen = await run.RunAsync(run.FolderWith($$"""{{Good}}, { "id": "x", "accountName": "x", "customerName": "x" }""", tenants));

        screen.ExitCode.Should().Be(0);
        screen.Rows("Refused").Should().Contain(refusal);
        (await run.StoredAsync()).Should().Contain(c => c.Id.Value == "good");
    }

    [Theory]
    [InlineData("""{ "id": 2, "name": "Other", "products": [] }""", "2 plan.edition-missing")]
    [InlineData("""{ "id": 2, "name": "Other", "products": [{ "edition": "basic" }] }""", "2 value.unknown")]
    [InlineData("""{ "id": 2, "name": "Other", "products": "all" }""", "2 row.member-malformed")]
    [InlineData("""{ "id": 1, "name": "Again", "products": [{ "edition": "elite" }] }""", "1 row.repeated")]
    public async Task A_malformed_plan_is_refused_and_the_others_are_saved(string plan, string refusal)
    {
        var screen = await run.RunAsync(run.FolderWith(Good, """{ "id": "t", "customerID": "good", "servicePlanID": 1 }""", $"{Plan}, {plan}"));

        screen.Text.Should().Contain("Service plans: 1 registered");
        screen.Rows("Refused").Should().Contain(refusal);
        (await run.StoredAsync()).Should().ContainSingle().Which.ServicePlan!.Value.Should().Be("1");
    }

    [Fact]
    public async Task Members_that_are_not_known_are_ignored()
    {
        await run.RunAsync(run.FolderWith(Good.Replace("{", """{ "new\ud800": { "a": [1] }, "": 0,""", StringComparison.Ordinal)));

        (await run.StoredAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task Text_from_a_file_cannot_steer_the_terminal()
    {
        var screen = await run.RunAsync(run.FolderWith(tenants: """{ "id": "\u001b[2J\u0007", "customerID": "\u001b]0;x\u0007" }"""));

        screen.Text.Should().Contain("tenant.customer-unknown").And.NotContain("\u001b").And.NotContain("\u0007");
    }
}
