namespace Msp.Customers.Tests;

// Text that can be logged contains no personal data.
public sealed class PersonalDataTests
{
    private static readonly string[] Personal = ["Northwind", "NORTHWIND", "Harbour", "+49", "421 ", "Ada", "Grace", "northwind.example"];

    [Fact]
    public void The_text_of_a_customer_is_its_id()
    {
        var draft = Valid.Draft();
        draft.Id = "4711";
        var customer = Customer.Register(draft, CustomerTerms.Default, Valid.Today);

        customer.ToString().Should().Be("Customer 4711");
    }

    [Fact]
    public void The_text_of_account_details_and_contacts_contains_no_personal_data()
    {
        var customer = Valid.Customer();

        customer.Account.ToString().Should().Be("AccountDetails");
        customer.Contacts[0].ToString().Should().Be("Contact #1");
    }

    [Fact]
    public void The_text_of_drafts_snapshots_and_decisions_contains_no_personal_data()
    {
        var customer = Valid.Customer();
        var draft = Valid.Draft();
        object[] all =
        [
            draft,
            draft.Contacts[0],
            customer.ToSnapshot(),
            customer.DecideOn(Valid.Today, CustomerTerms.Default),
            .. customer.DecideOn(Valid.Today, CustomerTerms.Default).Explain(),
            customer.Timeline,
        ];

        string.Join('\n', all).Should().NotContainAny(Personal);
    }

    [Fact]
    public async Task Violations_contain_no_personal_data()
    {
        var draft = Valid.Draft();
        draft.AccountName += "\0";
        draft.OrganizationName = new string('x', 300) + draft.OrganizationName;
        draft.Address += "\t";
        draft.PhoneNumber = "Ada +49 421";
        draft.Contacts[0].Email = "ada";
        draft.Contacts.Add(
            new ContactDraft
            {
                Name = "Ada\uD83D",
                Email = "GRACE@northwind.example",
                PhoneNumber = "421 ext Ada",
                IsPrimary = true,
            }
        );
        using var host = new Host();

        var refused = (await host.Customers.Awaiting(c => c.RegisterAsync(draft)).Should().ThrowAsync<RuleViolationException>()).Which;
        refused.Violations.Should().HaveCountGreaterThan(6);
        refused.Message.Should().NotContainAny(Personal);
        refused
            .Violations.SelectMany(v => v.Values.Values)
            .Select(v => v.ToString())
            .Should()
            .NotContain(v => Personal.Any(p => v!.Contains(p)));
    }
}
