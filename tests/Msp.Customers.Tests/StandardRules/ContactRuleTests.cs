namespace Msp.Customers.Tests.StandardRules;

public sealed class ContactRuleTests
{
    [Theory]
    [InlineData("ada@northwind.example")]
    [InlineData(" ada@northwind.example ")]
    [InlineData("a@b")]
    [InlineData("ada.l+msp_1'x@sub.northwind.example")]
    [InlineData("アダ@例え.example")]
    [InlineData("ada@[2001:db8::1]", false)]
    [InlineData("ada", false)]
    [InlineData("@northwind.example", false)]
    [InlineData("ada@", false)]
    [InlineData("ada@@northwind.example", false)]
    [InlineData("ada@north@wind.example", false)]
    [InlineData("ada@.example", false)]
    [InlineData("ada@northwind.", false)]
    [InlineData("ada@-northwind.example", false)]
    [InlineData("ada@northwind-", false)]
    [InlineData("ada@northwind..example", false)]
    [InlineData("ada l@northwind.example", false)]
    [InlineData("ada\u00A0l@northwind.example", false)]
    [InlineData("Ada <ada@northwind.example>", false)]
    [InlineData("ada@northwind.example,grace@northwind.example", false)]
    [InlineData("ada@northwind.example;", false)]
    public void An_email_address_is_one_mailbox_at_one_domain(string email, bool isValid = true)
    {
        var draft = Valid.Draft();
        draft.Contacts[0].Email = email;

        Valid.Check(draft).Select(v => $"{v.Code} {v.Path}").Should().Equal(isValid ? [] : ["email.invalid Contacts[0].Email"]);
    }

    [Fact]
    public void Contacts_without_an_email_address_are_not_duplicates()
    {
        var draft = Valid.Draft();
        draft.Contacts = [new() { Name = "A" }, new() { Name = "B", Email = "" }, new() { Name = "C", Email = " " }];

        Valid.Check(draft).Should().BeEmpty();
    }

    [Fact]
    public void Every_repeated_email_address_is_reported_except_the_first()
    {
        var draft = Valid.Draft();
        draft.Contacts =
        [
            new() { Name = "N", Email = "a@x.example" },
            new() { Name = "N", Email = "b@x.example" },
            new() { Name = "N", Email = "A@X.example" },
            new() { Name = "N", Email = "a@x.example" },
        ];

        Valid
            .Check(draft)
            .Select(v => $"{v.Code} {v.Path}")
            .Should()
            .Equal("contact.duplicate-email Contacts[2].Email", "contact.duplicate-email Contacts[3].Email");
    }

    [Fact]
    public void Two_customers_may_have_the_same_contact() =>
        Customer
            .Register(Valid.Draft("Contoso"), CustomerTerms.Default, Valid.Today)
            .Contacts[0]
            .Email.Should()
            .Be(Valid.Customer().Contacts[0].Email);

    [Fact]
    public void A_primary_contact_is_optional_and_every_additional_one_is_reported()
    {
        var draft = Valid.Draft();
        draft.Contacts = [.. Enumerable.Range(0, 4).Select(i => new ContactDraft { Name = "N" })];
        Valid.Check(draft).Should().BeEmpty();
        (draft.Contacts[1].IsPrimary, draft.Contacts[2].IsPrimary, draft.Contacts[3].IsPrimary) = (true, true, true);

        Valid
            .Check(draft)
            .Select(v => $"{v.Code} {v.Path}")
            .Should()
            .Equal("contact.duplicate-primary Contacts[2].IsPrimary", "contact.duplicate-primary Contacts[3].IsPrimary");
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(15, true)]
    [InlineData(16, false)]
    [InlineData(-1, false)]
    [InlineData(int.MinValue, false)]
    public void Roles_are_any_combination_of_the_four_roles(int roles, bool isValid)
    {
        var draft = Valid.Draft();
        draft.Contacts[1].Roles = (ContactRoles)roles;

        Valid.Check(draft).Select(v => $"{v.Code} {v.Path}").Should().Equal(isValid ? [] : ["contact.invalid-roles Contacts[1].Roles"]);
    }
}
