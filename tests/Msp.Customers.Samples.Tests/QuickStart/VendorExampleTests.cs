namespace Msp.Customers.Samples.Tests.QuickStart;

public sealed class VendorExampleTests : IDisposable
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "vendor-api");
    private readonly QuickStartRun run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public async Task The_vendors_two_customers_are_registered_without_a_plan()
    {
        (await run.RunAsync(Folder)).ExitCode.Should().Be(0);

        (await run.StoredAsync())
            .Select(c => new
            {
                c.Account.AccountName,
                c.Account.PhoneNumber,
                c.ServicePlan,
                c.RegisteredOn,
            })
            .Should()
            .BeEquivalentTo([
                new
                {
                    AccountName = "Druva",
                    PhoneNumber = "12345678910",
                    ServicePlan = default(PlanId),
                    RegisteredOn = new LocalDate(2022, 10, 25),
                },
                new
                {
                    AccountName = "Druvas",
                    PhoneNumber = "12345678911",
                    ServicePlan = default(PlanId),
                    RegisteredOn = new LocalDate(2022, 10, 21),
                },
            ]);
    }

    [Fact]
    public async Task The_vendors_two_tenants_of_unknown_customers_are_refused()
    {
        var screen = await run.RunAsync(Folder);

        screen.Rows("Refused").Should().Equal("tenants.json row 1 row.customer-not-found", "tenants.json row 2 row.customer-not-found");
    }

    [Fact]
    public async Task A_second_run_registers_nothing_twice()
    {
        await run.RunAsync(Folder);

        (await run.RunAsync(Folder))
            .Text.Should()
            .Contain("Service plans: 0 registered, 2 already registered.")
            .And.Contain("Customers: 0 registered, 2 already registered.");
    }
}
