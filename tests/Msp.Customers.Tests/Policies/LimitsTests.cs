using System.Text.Json;
using Msp.Customers.Policies;

namespace Msp.Customers.Tests.Policies;

public sealed class LimitsTests
{
    [Fact]
    public void What_is_exactly_at_its_limit_is_kept()
    {
        var draft = Valid.Draft();
        draft.AccountName = new string('x', 256);
        draft.Address = new string('x', 1023) + "\n";
        draft.PhoneNumber = "+" + new string('1', 29);
        draft.Quotas[0].Credits = 1_000_000_000_000m;
        draft.Quotas[0].EndDate = draft.Quotas[0].EffectiveDate;
        draft.LicenseExpiryDate = LocalDate.MaxIsoValue;
        draft.Contacts[0].Email = new string('x', 248) + "@x.org";

        Valid.Rules.Check(draft).Should().BeEmpty();
    }

    [Fact]
    public void Lists_that_a_request_sets_to_null_are_empty()
    {
        var draft = JsonSerializer.Deserialize<CustomerDraft>("""{ "AccountName": "a", "OrganizationName": "b", "Quotas": null, "Contacts": null, "StorageRegions": null, "References": null }""")!;

        Valid.Rules.Check(draft).Should().BeEmpty();
    }

    [Fact]
    public void Checking_a_valid_draft_takes_no_memory()
    {
        var draft = Valid.Draft();
        draft.TimeZone = "Europe/Berlin";
        Valid.Rules.Check(draft);
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 100; i++)
        {
            Valid.Rules.Check(draft);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);
    }

    [Theory]
    [InlineData("12345678910", PhoneNumberCheck.Characters, null, false, true)] // As in the vendor's own example.
    [InlineData("12345678910", PhoneNumberCheck.Possible, null, false, true)]
    [InlineData("12345678910", PhoneNumberCheck.Characters, null, true, false)]
    [InlineData("(0421) 5550100", PhoneNumberCheck.Possible, "DE", false, true)]
    [InlineData("+44 20 7946 00", PhoneNumberCheck.Valid, null, false, false)]
    [InlineData("+44 20 7946 0018", PhoneNumberCheck.Valid, null, true, true)]
    [InlineData("+1", PhoneNumberCheck.Characters, null, false, false)]
    [InlineData("+999 123 456 789", PhoneNumberCheck.Possible, null, false, false)]
    [InlineData("one two three", PhoneNumberCheck.Valid, null, false, false)]
    public void Phone_numbers_are_read_as_strictly_as_the_host_wants(string number, PhoneNumberCheck check, string? region, bool countryCode, bool readable)
    {
        var options = new RuleOptions { PhoneNumbers = { Check = check, DefaultRegion = region, RequireCountryCode = countryCode } };
        var draft = new CustomerDraft { AccountName = "a", OrganizationName = "b", PhoneNumber = number };

        StandardRules.ForCustomers(options).Check(draft).Any(v => v.Code == "phone-number.unreadable").Should().Be(!readable);
    }

    [Theory]
    [InlineData("a@b", true)]
    [InlineData("ada.lovelace+x@mail.example", true)]
    [InlineData("ä@bücher.example", true)]
    [InlineData("@b", false)]
    [InlineData("a@", false)]
    [InlineData("a@b@c", false)]
    [InlineData("a b@c", false)]
    [InlineData("a@.c", false)]
    [InlineData("a@c.", false)]
    [InlineData("a@c..d", false)]
    [InlineData("<a@c>", false)]
    public void An_e_mail_address_has_one_at_sign_with_something_on_both_sides(string email, bool readable)
    {
        var draft = Valid.Draft();
        draft.Contacts[0].Email = email;

        Valid.Rules.Check(draft).Any(v => v.Code == "email.unreadable").Should().Be(!readable);
    }
}
