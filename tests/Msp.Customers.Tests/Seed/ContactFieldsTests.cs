namespace Msp.Customers.Tests.Seed;

public sealed class ContactFieldsTests : IDisposable
{
    private readonly Portal portal = new();

    public void Dispose() => portal.Dispose();

    [Fact]
    public async Task Contact_name_is_required()
    {
        (await portal.AddContactAsync(new ContactDraft { Name = "Linus Example" })).Name.Should().Be("Linus Example");

        (await RefusalAsync(new ContactDraft { Name = "" })).Should().Equal("field.required at Contacts[2].Name");
    }

    [Fact]
    public async Task Contact_phone_number_is_stored_as_it_was_entered()
    {
        (await portal.AddContactAsync(new ContactDraft { Name = "Linus Example", PhoneNumber = "(0421) 555-0103" }))
            .PhoneNumber.Should()
            .Be("(0421) 555-0103");

        (await RefusalAsync(new ContactDraft { Name = "Linus Example", PhoneNumber = "none" }))
            .Should()
            .Equal("phone-number.invalid at Contacts[2].PhoneNumber");
    }

    [Fact]
    public async Task Contact_email_address_is_valid_and_belongs_to_one_contact_only()
    {
        (await portal.AddContactAsync(new ContactDraft { Name = "Linus Example", Email = "linus@northwind.example" }))
            .Email.Should()
            .Be("linus@northwind.example");

        (await RefusalAsync(new ContactDraft { Name = "Linus Example", Email = "linus" }))
            .Should()
            .Equal("email.invalid at Contacts[2].Email");
        (await RefusalAsync(new ContactDraft { Name = "Linus Example", Email = "Ada@Northwind.example" }))
            .Should()
            .Equal("contact.duplicate-email at Contacts[2].Email");
    }

    private static async Task<IEnumerable<string>> RefusalAsync(ContactDraft contact)
    {
        using var portal = new Portal();
        var customer = await portal.AddAsync(Valid.Draft());
        return await Portal.RefusalAsync(() => portal.EditAsync(customer.Id, c => c.AddContact(contact)));
    }
}
