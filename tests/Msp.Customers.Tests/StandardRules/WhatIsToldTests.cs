using System.Globalization;
using System.Text.RegularExpressions;

namespace Msp.Customers.Tests.StandardRules;

// Names, addresses, phone numbers and e-mail addresses stay in the draft.
public sealed partial class WhatIsToldTests
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
    public async Task No_violation_and_no_refusal_repeats_personal_data()
    {
        foreach (var row in BadDrafts.Rows.Concat(BadChanges.Rows))
        {
            using var host = new Host(row.Configure);
            var found = await row.TryAsync(host);
            // A reference is an id in another system; here it is spelt like the name.
            found = [.. found.Where(v => v.Code != "reference.duplicate")];
            RandomId().Replace(string.Join('\n', found.Select(Text)).ToLowerInvariant(), "id").Should().NotContainAny(Personal, row.Code);
        }
    }

    [Fact]
    public async Task No_conflict_repeats_personal_data()
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
    public void Every_text_of_a_draft_that_is_wrong_in_every_way_stays_in_it()
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

    // Its digits can be those of a number by chance.
    [GeneratedRegex("[0-9a-f]{32}")]
    private static partial Regex RandomId();

    private static string Text(Violation violation) =>
        $"{violation}\n{string.Join('\n', violation.Values.Select(v => string.Create(CultureInfo.InvariantCulture, $"{v.Key}={v.Value}")))}";
}
