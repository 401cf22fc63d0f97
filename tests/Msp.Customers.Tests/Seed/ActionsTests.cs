namespace Msp.Customers.Tests.Seed;

public sealed class ActionsTests : IDisposable
{
    private readonly Portal portal = new();

    public void Dispose() => portal.Dispose();

    [Fact]
    public async Task Add_a_customer_puts_it_on_the_customers_page()
    {
        var customer = await portal.AddAsync(Valid.Draft());

        (await portal.CustomersPageAsync()).Should().ContainSingle().Which.ToSnapshot().Should().BeEquivalentTo(customer.ToSnapshot());
        customer.RegisteredOn.Should().Be(new LocalDate(2026, 3, 1));
    }

    [Fact]
    public async Task View_details_opens_the_customer_that_was_clicked()
    {
        await portal.AddAsync(Valid.Draft("Other"));
        var customer = await portal.AddAsync(Valid.Draft());

        (await portal.DetailsAsync(customer.Id)).Account.AccountName.Should().Be("Northwind");
    }

    [Fact]
    public async Task Edit_customer_details_saves_the_changes_and_nothing_else()
    {
        var customer = await portal.AddAsync(Valid.Draft());
        var changed = customer.ToDraft();
        changed.Address = "12 Quay Street";
        changed.LicenseExpiryDate = new LocalDate(2028, 2, 29);

        var edited = await portal.EditAsync(customer.Id, c => c.Edit(changed, CustomerTerms.Default));

        edited.ToDraft().Should().BeEquivalentTo(changed);
        (await portal.DetailsAsync(customer.Id)).Account.Address.Should().Be("12 Quay Street");
    }

    [Fact]
    public async Task Add_a_contact_person_adds_one_to_the_list()
    {
        var customer = await portal.AddAsync(Valid.Draft());

        await portal.EditAsync(customer.Id, c => c.AddContact(new ContactDraft { Name = "Linus Example" }));

        (await portal.DetailsAsync(customer.Id))
            .Contacts.Select(c => c.Name)
            .Should()
            .Equal("Ada Example", "Grace Example", "Linus Example");
    }

    [Fact]
    public async Task Edit_the_contact_person_details_changes_that_contact_in_the_list()
    {
        var customer = await portal.AddAsync(Valid.Draft());
        var grace = customer.FindContact(2)!.ToDraft();
        (grace.Name, grace.PhoneNumber, grace.Email) = ("Grace B. Example", "+49 421 555 0199", "grace.b@northwind.example");

        await portal.EditAsync(customer.Id, c => c.ChangeContact(grace));

        (await portal.DetailsAsync(customer.Id))
            .Contacts.Select(c => c.ToDraft())
            .Should()
            .BeEquivalentTo([Valid.Draft().Contacts[0], grace], o => o.Excluding(c => c.Number));
    }
}
