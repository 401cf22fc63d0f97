using System.Globalization;
using System.Text.RegularExpressions;

namespace Msp.Customers.Tests.StandardRules;

// Violations and exceptions contain no names, addresses, phone numbers or email addresses.
public sealed partial class ViolationPersonalDataTests
{
    // The personal data of Valid.Draft and of the rows of bad input.
    private static readonly string[] Personal =
    [
        "northwind",
        "contoso",
        "traders",
        "harbour",
        "bremen",
        "0100",
        "0101",
        "555",
        "example",
        "grace",
        "@",
        "ask ",
        "xxxxx",
    ];

    [Fact]
    public async Task No_violation_contains_personal_data()
    {
        foreach (var row in BadDrafts.Rows.Concat(BadChanges.Rows))
        {
            using var host = new Host(row.Configure);
            var found = await row.TryAsync(host);
            // A reference is an id in an external system. In these rows, it equals the name.
            found = [.. found.Where(v => v.Code != "reference.duplicate")];
            RandomId().Replace(string.Join('\n', found.Select(Text)).ToLowerInvariant(), "id").Should().NotContainAny(Personal, row.Code);
        }
    }

    [Fact]
    public async Task No_conflict_contains_personal_data()
    {
        using var host = new Host();
        var customer = await host.AddAsync(Valid.Draft());
        var other = (await host.Customers.GetByIdAsync(customer.Id))!;
        customer.RemoveContact(1);
        await host.Customers.UpdateAsync(customer);
        other.RemoveContact(2);

        var conflict = (
            await host.Customers.Awaiting(c => c.UpdateAsync(other)).Should().ThrowAsync<Msp.Customers.ConcurrencyException>()
        ).Which;

        conflict.ToString().ToLowerInvariant().Should().NotContainAny(["northwind", "traders", "harbour", "grace", "@"]);
    }

    [Fact]
    public void The_violations_of_an_invalid_draft_do_not_contain_its_text()
    {
        const string Secret = "\u0001secret\uD800";
        var draft = new CustomerDraft
        {
            AccountName = Secret + new string('s', 300),
            OrganizationName = Secret,
            Address = Secret,
            PhoneNumber = Secret,
            TimeZone = Secret,
            ServicePlan = Secret,
            StorageRegions = [Secret],
            References = [new() { System = Secret, Id = Secret }],
            Contacts =
            [
                new ContactDraft
                {
                    Name = Secret,
                    Email = Secret,
                    PhoneNumber = Secret,
                },
                new ContactDraft { Name = Secret, Email = Secret },
            ],
        };
        var register = () => Customer.Register(draft, CustomerTerms.Default, Valid.Today);

        var refused = register.Should().Throw<RuleViolationException>().Which;

        refused.Violations.Should().HaveCountGreaterThan(20);
        (refused.Message + string.Join('\n', refused.Violations.Select(Text))).Should().NotContain("secret");
    }

    // The digits of an id can contain those of a phone number by chance.
    [GeneratedRegex("[0-9a-f]{32}")]
    private static partial Regex RandomId();

    private static string Text(Violation violation)
    {
        var values = violation.Values.Select(v => string.Create(CultureInfo.InvariantCulture, $"{v.Key}={v.Value}"));
        return $"{violation}\n{string.Join('\n', values)}";
    }
}
