using Msp.Customers.Contacts;

namespace Msp.Customers.Tests.Seed;

public sealed class ContactFieldsTests : IDisposable
{
    private readonly Portal portal = new();

    public void Dispose() => portal.Dispose();

    [Fact]
    public async Task Contact_name_is_required()
    {
        (await portal.AddContactAsync(new ContactDraft { Name = "Linus Example" })).Name.Should().Be("Linus Example");

        Refusal(new ContactDraft { Name = "" }).Should().Equal("field.required at Contacts[2].Name");
    }

    [Fact]
    public async Task Contact_phone_number_is_kept_as_it_was_written()
    {
        (await portal.AddContactAsync(new ContactDraft { Name = "Linus Example", PhoneNumber = "(0421) 555-0103" }))
            .PhoneNumber.Should()
            .Be("(0421) 555-0103");

        Refusal(new ContactDraft { Name = "Linus Example", PhoneNumber = "none" })
            .Should()
            .Equal("phone-number.unreadable at Contacts[2].PhoneNumber");
    }

    [Fact]
    public async Task Contact_email_address_is_an_address_and_that_of_one_contact_only()
    {
        (await portal.AddContactAsync(new ContactDraft { Name = "Linus Example", Email = "linus@northwind.example" }))
            .Email.Should()
            .Be("linus@northwind.example");

        Refusal(new ContactDraft { Name = "Linus Example", Email = "linus" }).Should().Equal("email.unreadable at Contacts[2].Email");
        Refusal(new ContactDraft { Name = "Linus Example", Email = "Ada@Northwind.example" })
            .Should()
            .Equal("contact.email-repeated at Contacts[2].Email");
    }

    private IEnumerable<string> Refusal(ContactDraft contact) =>
        Valid
            .Customer()
            .Invoking(c => c.AddContact(contact, portal.Rules))
            .Should()
            .Throw<Customers.Rules.RuleViolationException>()
            .Which.Violations.Select(v => $"{v.Code} at {v.Path}");
}
