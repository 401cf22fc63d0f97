using Msp.Customers.PhoneNumbers;
using Msp.Customers.Rules;

namespace Msp.Customers.Tests.StandardRules;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("12345678910")] // the vendor's own example
    [InlineData("+49 421 555 0100")]
    [InlineData("(0421) 555-0100 x12")]
    [InlineData("555.0100 #9, 8; 7*")]
    [InlineData("112")]
    [InlineData(" 112 ")]
    [InlineData("")]
    [InlineData(null)]
    public void By_default_a_number_has_digits_and_common_separators(string? number) => IsValid(number).Should().BeTrue();

    [Theory]
    [InlineData("12")]
    [InlineData("+-+-")]
    [InlineData("0421 5550100 ext 5")]
    [InlineData("call Ada")]
    [InlineData("٠١٢٣٤٥٦")]
    [InlineData("٠١٢345")]
    public void By_default_other_text_is_not_a_number(string number) => IsValid(number).Should().BeFalse();

    [Theory]
    [InlineData("+49 421 555 0100", true)]
    [InlineData("  +12345678910", true)]
    [InlineData("12345678910", false)]
    [InlineData("(+49) 421 555 0100", false)]
    public void A_number_starts_with_the_country_code_if_it_is_required(string number, bool isValid) =>
        IsValid(number, requireCountryCode: true).Should().Be(isValid);

    [Theory]
    [InlineData("12345678910", null, true)]
    [InlineData("+1 555 555 5555", null, true)]
    [InlineData("+49 421 555 0100", null, true)]
    [InlineData("+999 123456", null, false)]
    [InlineData("123", null, false)]
    [InlineData("0421 5550100", "DE", true)]
    [InlineData("0421 5550100", "de", true)]
    [InlineData("0421 5550100", null, false)]
    [InlineData("call Ada", "DE", false)]
    public void A_possible_number_has_a_valid_length_for_its_country(string number, string? region, bool isValid) =>
        IsValid(number, new NumberingPlans { AcceptUnassigned = true, DefaultRegion = region }).Should().Be(isValid);

    [Theory]
    [InlineData("+1 650 253 0000", null, true)]
    [InlineData("16502530000", null, true)]
    [InlineData("+1 555 555 5555", null, false)]
    [InlineData("0421 5550100", "DE", true)]
    [InlineData("12345678910", "DE", false)]
    public void With_a_numbering_plan_a_number_is_in_an_assigned_range(string number, string? region, bool isValid) =>
        IsValid(number, new NumberingPlans { DefaultRegion = region }).Should().Be(isValid);

    [Fact]
    public void The_country_code_can_be_required_with_a_numbering_plan()
    {
        IsValid("0421 5550100", new NumberingPlans { DefaultRegion = "DE" }, requireCountryCode: true).Should().BeFalse();
        IsValid("+49 421 5550100", new NumberingPlans(), requireCountryCode: true).Should().BeTrue();
    }

    [Theory]
    [InlineData("D1")]
    [InlineData("DEU")]
    [InlineData("")]
    [InlineData("ZZ")]
    public void A_default_region_without_a_numbering_plan_is_refused(string region) =>
        FluentActions.Invoking(() => new NumberingPlans { DefaultRegion = region }).Should().Throw<ArgumentException>();

    [Fact]
    public void A_number_is_stored_as_it_was_entered()
    {
        var draft = Valid.Draft();
        draft.PhoneNumber = "12345678910";

        Customer.Register(draft, CustomerTerms.Default, Valid.Today).Account.PhoneNumber.Should().Be("12345678910");
    }

    // The number of a contact is checked like the number of the customer.
    private static bool IsValid(string? number, IPhoneNumberCheck? check = null, bool requireCountryCode = false)
    {
        var options = new RuleOptions();
        (options.PhoneNumbers, options.RequireCountryCode) = (check, requireCountryCode);
        var draft = Valid.Draft();
        (draft.PhoneNumber, draft.Contacts[0].PhoneNumber) = (number, null);
        var own = Valid.Check(draft, options);
        (draft.PhoneNumber, draft.Contacts[0].PhoneNumber) = (null, number);
        var contacts = Valid.Check(draft, options);
        own.Select(v => v.Code).Should().Equal(contacts.Select(v => v.Code));
        own.Select(v => v.Code).Except(["phone-number.invalid"]).Should().BeEmpty();
        return own.Count == 0;
    }
}
