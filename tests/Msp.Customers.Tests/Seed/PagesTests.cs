namespace Msp.Customers.Tests.Seed;

public sealed class PagesTests : IDisposable
{
    private readonly Portal portal = new();

    public void Dispose() => portal.Dispose();

    [Fact]
    public async Task Customers_page_lists_the_customers_in_order_of_name()
    {
        await portal.AddAsync(Valid.Draft("birch"));
        await portal.AddAsync(Valid.Draft("Cedar"));
        await portal.AddAsync(Valid.Draft("Alder"));

        (await portal.CustomersPageAsync()).Select(c => c.Account.AccountName).Should().Equal("Alder", "birch", "Cedar");
    }

    [Fact]
    public async Task New_Customer_page_shows_all_violations_at_once()
    {
        var draft = new CustomerDraft { PhoneNumber = "?", Quotas = { new() } };

        (await Portal.RefusalAsync(() => portal.AddAsync(draft)))
            .Should()
            .BeEquivalentTo(
                "field.required at AccountName",
                "field.required at OrganizationName",
                "phone-number.invalid at PhoneNumber",
                "quota.credits-required at Quotas[0].Credits",
                "quota.effective-date-required at Quotas[0].EffectiveDate"
            );
        (await portal.CustomersPageAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Customer_Details_page_summarizes_account_plan_credits_and_contacts()
    {
        var plan = await portal.AddPlanAsync();
        var draft = Valid.Draft();
        draft.ServicePlan = "gold";
        var customer = await portal.AddAsync(draft);

        var page = await portal.DetailsAsync(customer.Id);

        page.Account.AccountName.Should().Be("Northwind");
        page.Plan.Plan!.Name.Should().Be(plan.Name);
        page.StorageAndCredits.Quotas.Should().ContainSingle().Which.DaysLeft.Should().Be(30);
        page.StorageAndCredits.Decision.ConsumedFirst!.Number.Should().Be(1);
        page.Contacts.Select(c => c.Name).Should().Equal("Ada Example", "Grace Example");
    }

    [Fact]
    public async Task Edit_Customer_page_starts_with_the_stored_values()
    {
        var draft = Valid.Draft();
        var customer = await portal.AddAsync(draft);

        var edited = await portal.EditAsync(customer.Id, c => c.Edit(c.ToDraft(), CustomerTerms.Default));

        edited.ToDraft().Should().BeEquivalentTo(customer.ToDraft());
        edited.Version.Should().Be(2);
    }

    [Fact]
    public async Task New_Contact_dialog_assigns_a_new_number_to_the_contact() =>
        (await portal.AddContactAsync(new ContactDraft { Name = "Linus Example" })).Number.Should().Be(3);

    [Fact]
    public async Task Edit_Contact_dialog_starts_with_the_stored_values()
    {
        var draft = (
            await portal.AddContactAsync(new ContactDraft { Name = "Linus Example", Email = "linus@northwind.example" })
        ).ToDraft();

        draft
            .Should()
            .BeEquivalentTo(
                new ContactDraft
                {
                    Number = 3,
                    Name = "Linus Example",
                    Email = "linus@northwind.example",
                }
            );
    }
}
