using Msp.Customers.ChangeLog;

namespace Msp.Customers.Tests.StandardRules;

public sealed class InvisibleTextTests
{
    private const string Invisible = "text.invisible-characters";

    [Theory]
    [InlineData("North\u00ADwind")]
    [InlineData("\uFF2Eorthwind")]
    [InlineData("NORTHWIND")]
    public async Task F17_A_name_with_the_same_normalized_form_is_a_duplicate(string name)
    {
        using var host = new Host();
        var draft = Valid.Draft();
        draft.OrganizationName = "Northwind";
        await host.Customers.RegisterAsync(draft);
        var other = Valid.Draft();
        (other.Id, other.OrganizationName, other.References) = (null, name, []);

        var found = await host.Customers.CheckAsync(other);

        found.Select(v => v.Code).Should().Contain("organization-name.duplicate");
    }

    [Fact]
    public async Task F17_A_stored_name_with_invisible_characters_can_be_kept_in_an_edit()
    {
        using var host = new Host(o => o.Rules.SetSeverity(Invisible, Severity.Warning));
        var before = Valid.Draft();
        before.AccountName = "North\u200Bwind";
        var (customer, warnings) = await host.Customers.RegisterAsync(before);
        warnings.Select(v => v.Code).Should().Equal(Invisible);
        var draft = customer.ToDraft();
        draft.Address = "Pier 1";

        (await host.Customers.EditAsync(customer, draft)).Should().BeEmpty();

        draft.AccountName = "North\u200Bwind Two";
        (await host.Customers.CheckAsync(customer, draft)).Select(v => (v.Code, v.Path)).Should().Equal((Invisible, "AccountName"));
    }

    [Fact]
    public async Task F17_Invisible_characters_in_a_plan_are_refused()
    {
        using var host = new Host();
        var draft = Valid.PlanDraft();
        (draft.Id, draft.Name, draft.Features, draft.AllowedRegions) = ("g\u200Bold", "Go\u202Eld", ["Back\u00ADup"], ["us\u2060-1"]);

        var saving = () => host.Plans.SaveAsync(ServicePlan.Create(draft));

        (await saving.Should().ThrowAsync<RuleViolationException>())
            .Which.Violations.Where(v => v.Code == Invisible)
            .Select(v => v.Path)
            .Should()
            .Equal("Id", "Name", "Features[0]", "AllowedRegions[0]");
    }

    [Fact]
    public void F17_Invisible_characters_in_ids_of_the_host_are_refused()
    {
        var msp = () => new MspId("acme\u200B");
        msp.Should().Throw<ArgumentException>();
        var by = () => new ChangeContext(new BusinessCalendar(SystemClock.Instance)) { By = "jo\u202E" };
        by.Should().Throw<ArgumentException>();
    }

    [Fact]
    public void F17_A_stored_invisible_name_does_not_prevent_another_edit()
    {
        var snapshot = Valid.Customer().ToSnapshot();
        snapshot.Details.Contacts[0].Name = "\u3164";
        var customer = Customer.FromSnapshot(snapshot);

        customer.AddContact(new ContactDraft { Name = "Ada Example" });
        var change = () => customer.AddContact(new ContactDraft { Name = "\u200B" });

        change.Should().Throw<RuleViolationException>().Which.Violations.Select(v => v.Code).Should().Equal("field.required");
    }
}
