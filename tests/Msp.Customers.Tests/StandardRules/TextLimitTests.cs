using Msp.Customers.Rules;

namespace Msp.Customers.Tests.StandardRules;

public sealed class TextLimitTests
{
    private static readonly Dictionary<string, (int Max, Action<CustomerDraft, string> Set)> Texts = new()
    {
        ["Id"] = (128, (d, t) => d.Id = t),
        ["AccountName"] = (256, (d, t) => d.AccountName = t),
        ["OrganizationName"] = (256, (d, t) => d.OrganizationName = t),
        ["Address"] = (1024, (d, t) => d.Address = t),
        ["PhoneNumber"] = (30, (d, t) => d.PhoneNumber = t),
        ["ServicePlan"] = (128, (d, t) => d.ServicePlan = t),
        ["StorageRegions[0]"] = (64, (d, t) => d.StorageRegions[0] = t),
        ["Contacts[1].Name"] = (256, (d, t) => d.Contacts[1].Name = t),
        ["Contacts[1].PhoneNumber"] = (30, (d, t) => d.Contacts[1].PhoneNumber = t),
        ["References[0].System"] = (64, (d, t) => d.References[0].System = t),
        ["References[0].Id"] = (256, (d, t) => d.References[0].Id = t),
    };

    public static TheoryData<string> Paths => [.. Texts.Keys];

    [Theory]
    [MemberData(nameof(Paths))]
    public void A_text_at_its_limit_is_accepted_and_a_longer_text_is_refused(string path)
    {
        var (max, set) = Texts[path];
        var (fits, tooLong) = (Valid.Draft(), Valid.Draft());
        set(fits, new string('1', max));
        set(tooLong, new string('1', max + 1));

        Customer.Register(fits, CustomerTerms.Default, Valid.Today).Should().NotBeNull();
        var violation = Valid.Check(tooLong).Should().ContainSingle().Subject;
        (violation.Code, violation.Path).Should().Be(("field.too-long", path));
        violation.Values["MaxLength"].Should().Be(max);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void A_control_character_is_refused_in_every_text(string path) =>
        CodesOf(path, "12\u001b345").Should().Contain("field.control-characters");

    [Theory]
    [MemberData(nameof(Paths))]
    public void An_unpaired_surrogate_is_refused_in_every_text(string path)
    {
        CodesOf(path, "12345\uD83D").Should().Contain("field.unpaired-surrogate");
        CodesOf(path, "\uDE0012345").Should().Contain("field.unpaired-surrogate");
    }

    [Fact]
    public void A_surrogate_pair_is_accepted() => CodesOf("AccountName", "North 😀 wind").Should().BeEmpty();

    [Theory]
    [InlineData("\uFFFE")]
    [InlineData("\uFFFF")]
    [InlineData("\uFDD0")]
    [InlineData("\U0001FFFE")]
    public void A_noncharacter_code_point_is_accepted(string text)
    {
        var draft = Valid.Draft();
        (draft.AccountName, draft.OrganizationName) = ($"North{text}wind", text);

        Customer.Register(draft, CustomerTerms.Default, Valid.Today).Account.OrganizationName.Should().Be(text);
    }

    [Fact]
    public void An_address_can_have_line_breaks_and_no_other_control_characters()
    {
        CodesOf("Address", "1 Harbour Road\r\nBremen\n").Should().BeEmpty();
        CodesOf("Address", "1 Harbour Road\tBremen").Should().Equal("field.control-characters");
        CodesOf("AccountName", "North\nwind").Should().Equal("field.control-characters");
    }

    [Fact]
    public void White_space_around_a_text_is_removed()
    {
        var draft = Valid.Draft("  Northwind\u00A0");
        draft.Address = " ";

        var account = Customer.Register(draft, CustomerTerms.Default, Valid.Today).Account;

        (account.AccountName, account.Address).Should().Be(("Northwind", null));
    }

    [Fact]
    public void A_time_zone_must_be_known()
    {
        var draft = Valid.Draft();
        foreach (
            var (zone, codes) in new (string?, string[])[]
            {
                (null, []),
                (" ", []),
                (" Europe/Berlin ", []),
                ("Pacific/Apia", []),
                ("europe/berlin", ["time-zone.invalid"]),
                ("W. Europe Standard Time", ["time-zone.invalid"]),
                (new string('x', 64), ["time-zone.invalid"]),
                (new string('x', 65), ["field.too-long"]),
            }
        )
        {
            draft.TimeZone = zone;
            Valid.Check(draft).Select(v => v.Code).Should().Equal(codes);
        }
    }

    [Fact]
    public void An_email_address_has_at_most_254_characters()
    {
        var draft = Valid.Draft();
        draft.Contacts[0].Email = new string('a', 254 - "@a.example".Length) + "@a.example";
        Valid.Check(draft).Should().BeEmpty();
        draft.Contacts[0].Email = "a" + draft.Contacts[0].Email;

        Valid.Check(draft).Select(v => v.Code).Should().Equal("field.too-long");
    }

    [Fact]
    public void Fields_are_required_only_if_the_host_requires_them()
    {
        var bare = new CustomerDraft { AccountName = "Northwind", OrganizationName = "Northwind Traders" };
        Valid.Check(bare).Should().BeEmpty();

        var all = (RequiredFields)Enum.GetValues<RequiredFields>().Cast<int>().Sum();
        Valid
            .Check(bare, new RuleOptions { RequiredFields = all })
            .Select(v => $"{v.Code} {v.Path}")
            .Should()
            .Equal(
                "detail.required Address",
                "detail.required PhoneNumber",
                "detail.required ServicePlan",
                "detail.required StorageRegions",
                "detail.required Quotas",
                "detail.required LicenseExpiryDate",
                "detail.required Contacts"
            );
    }

    [Fact]
    public void The_texts_of_a_plan_have_the_same_limits()
    {
        var draft = new PlanDraft
        {
            Id = new string('p', 128),
            Name = new string('n', 256),
            Edition = Edition.Business,
        };
        (draft.Features, draft.AllowedRegions) = ([new string('f', 256)], [new string('r', 64)]);
        ServicePlan.Create(draft).Features.Should().ContainSingle();
        (draft.Id, draft.Name, draft.Features[0], draft.AllowedRegions[0]) = (
            draft.Id + "p",
            draft.Name + "n",
            draft.Features[0] + "f",
            "r\0"
        );

        draft
            .Check()
            .Select(v => $"{v.Code} {v.Path}")
            .Should()
            .Equal("field.too-long Id", "field.too-long Name", "field.too-long Features[0]", "field.control-characters AllowedRegions[0]");
    }

    private static IEnumerable<string> CodesOf(string path, string text)
    {
        var draft = Valid.Draft();
        draft.Contacts[0] = new ContactDraft { Name = "Ada Example" };
        Texts[path].Set(draft, text);
        return Valid.Check(draft).Select(v => v.Code);
    }
}
