using NodaTime.Testing;

namespace Msp.Customers.Samples.Tests.QuickStart;

public sealed class FirstAndSecondRunTests : IDisposable
{
    private static readonly string[] Refused =
    [
        "tenants.json row 19 row.customer-not-found",
        "tenants.json row 14 quota.ends-before-it-starts",
        "tenants.json row 15 value.invalid",
        "tenants.json row 16 quota.credits-too-precise",
        "tenants.json row 17 plan.not-found",
        "tenants.json row 18 date.invalid",
        "tenants.json row 18 date.invalid",
        "customers.json row 18 organization-name.duplicate",
        "customers.json row 19 field.control-characters",
        "customers.json row 19 field.required",
        "customers.json row 19 phone-number.invalid",
    ];

    private readonly QuickStartRun run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public async Task The_first_run_saves_the_valid_rows_and_lists_the_refused_rows()
    {
        var screen = await run.RunAsync();

        screen.ExitCode.Should().Be(0);
        screen
            .Text.Should()
            .Contain("Service plans: 3 registered, 0 already registered.")
            .And.Contain("Customers: 12 registered, 0 already registered.");
        screen.Rows("Refused").Should().Equal(Refused);
        (await run.StoredAsync()).Select(c => c.Id.Value).Should().Equal(Enumerable.Range(101, 12).Select(n => $"cust-{n}"));
    }

    [Fact]
    public async Task The_first_run_edits_a_customer_and_adds_and_edits_a_contact()
    {
        await run.RunAsync();

        var edited = (await run.StoredAsync()).Single(c => c.Id.Value == "cust-101");
        edited.Account.Address.Should().Be("12 Quay Street\nBristol");
        edited
            .Contacts.Should()
            .ContainSingle()
            .Which.Should()
            .BeEquivalentTo(
                new
                {
                    Name = "Operations desk",
                    Email = "operations@quickstart.example",
                    PhoneNumber = "+44 117 496 0000",
                }
            );
    }

    [Fact]
    public async Task The_second_run_registers_nothing_twice()
    {
        await run.RunAsync();
        var first = (await run.StoredAsync()).Select(c => c.ToDraft()).ToList();

        var screen = await run.RunAsync();

        screen.ExitCode.Should().Be(0);
        screen
            .Text.Should()
            .Contain("Service plans: 0 registered, 3 already registered.")
            .And.Contain("Customers: 0 registered, 12 already registered.");
        screen.Rows("Refused").Should().Equal(Refused);
        (await run.StoredAsync()).Select(c => c.ToDraft()).Should().BeEquivalentTo(first);
    }

    [Theory]
    [InlineData(2026)]
    [InlineData(2033)]
    public async Task The_sample_data_has_the_same_result_in_later_years(int year)
    {
        var screen = await run.RunAsync(FakeClock.FromUtc(year, 6, 30));

        screen.Text.Should().Contain("Customers: 12 registered");
        screen.Rows("Refused").Should().Equal(Refused);
    }

    [Fact]
    public async Task The_customers_page_has_the_columns_of_the_portal_and_further_pages()
    {
        var screen = await run.RunAsync();

        screen
            .Text.Should()
            .ContainAll(
                "Name",
                "Service Plan",
                "Tenant Type",
                "Storage Region",
                "Credit Quota",
                "Effective Date",
                "End Date",
                "License Expiry",
                "Status",
                "Customers, page 2"
            );
    }

    [Fact]
    public async Task The_customers_page_shows_the_number_of_customers_that_are_not_listed()
    {
        var rows = Enumerable
            .Range(1, 53)
            .Select(n => $$"""{ "id": {{n}}, "accountName": "Account {{n}}", "customerName": "Organization {{n}}" }""");

        (await run.RunAsync(run.FolderWith(string.Join(',', rows))))
            .Text.Should()
            .Contain("Customers, page 5")
            .And.NotContain("page 6")
            .And.Contain("And 3 more.");
    }

    [Fact]
    public async Task The_details_page_shows_which_sections_are_connected()
    {
        var screen = await run.RunAsync();

        screen
            .Text.Should()
            .MatchRegex("Backup jobs +not connected")
            .And.MatchRegex("Cloud status +Operational")
            .And.Contain("https://console.example/customers/cust-101");
    }
}
