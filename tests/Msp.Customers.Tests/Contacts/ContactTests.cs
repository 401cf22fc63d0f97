namespace Msp.Customers.Tests.Contacts;

public sealed class ContactTests
{
    [Fact]
    public void A_contact_has_the_trimmed_values_of_its_draft()
    {
        var customer = Valid.Customer();

        customer.AddContact(
            new ContactDraft
            {
                Name = " Edsger Example ",
                Email = "ed@northwind.example ",
                PhoneNumber = " ",
                Roles = ContactRoles.Legal | ContactRoles.Management,
            }
        );

        customer
            .Contacts[2]
            .ToDraft()
            .Should()
            .BeEquivalentTo(
                new ContactDraft
                {
                    Number = 3,
                    Name = "Edsger Example",
                    Email = "ed@northwind.example",
                    Roles = ContactRoles.Legal | ContactRoles.Management,
                }
            );
    }

    [Fact]
    public void The_primary_contact_is_the_contact_that_is_marked_as_primary()
    {
        var customer = Valid.Customer();
        customer.PrimaryContact!.Number.Should().Be(1);
        var draft = customer.ToDraft();
        (draft.Contacts[0].IsPrimary, draft.Contacts[1].IsPrimary) = (false, true);

        customer.Edit(draft, CustomerTerms.Default);

        customer.PrimaryContact!.Number.Should().Be(2);
        customer.RemoveContact(2);
        customer.PrimaryContact.Should().BeNull();
    }
}
