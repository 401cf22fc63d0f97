using System.Diagnostics;
using System.Text.Json;
using Msp.Customers.Names;

namespace Msp.Customers.Tests.StandardRules;

// Drafts from the JSON of a request.
public sealed class JsonInputTests
{
    [Fact]
    public void Null_lists_are_empty_for_a_new_customer_or_plan()
    {
        var draft = Read(
            """
            {"AccountName":"A","OrganizationName":"B","StorageRegions":null,
             "Quotas":null,"Schedules":null,"Contacts":null,"References":null}
            """
        );

        Valid.Check(draft).Should().BeEmpty();
        Customer.Register(draft, CustomerTerms.Default, Valid.Today).Contacts.Should().BeEmpty();
        var plan = JsonSerializer.Deserialize<PlanDraft>("""{"Id":"p","Name":"P","Edition":2,"Features":null,"AllowedRegions":null}""")!;
        ServicePlan.Create(plan).Edition.Should().Be(Edition.Elite);
    }

    [Fact]
    public void F03_A_missing_list_keeps_the_stored_items_of_a_customer()
    {
        var customer = Valid.Customer();
        var before = JsonSerializer.Serialize(customer.ToDraft());

        customer.Edit(
            Read("""{"AccountName":"Northwind","OrganizationName":"Northwind Traders","LicenseExpiryDate":"2027-02-28","Contacts":[]}"""),
            CustomerTerms.Default
        );

        var expected = JsonSerializer.Deserialize<CustomerDraft>(before)!;
        (expected.Contacts, expected.Address, expected.PhoneNumber) = ([], null, null);
        customer.ToDraft().Should().BeEquivalentTo(expected);
    }

    [Fact]
    public void F03_A_missing_list_keeps_the_stored_items_of_a_plan()
    {
        var draft = Valid.PlanDraft();
        draft.AllowedRegions.Add("us-east-1");
        var plan = ServicePlan.Create(draft);

        plan.Edit(JsonSerializer.Deserialize<PlanDraft>("""{"Id":"gold","Name":"Gold","Edition":1,"AllowedRegions":[]}""")!);

        (plan.Features.Count, plan.AllowedRegions.Count).Should().Be((1, 0));
        plan.Edit(
            new PlanDraft
            {
                Id = "gold",
                Name = "Gold",
                Edition = Edition.Elite,
                Features = null,
            }
        );
        plan.Features.Should().ContainSingle();
    }

    [Fact]
    public void Null_items_are_reported_and_no_rule_fails_on_them()
    {
        var draft = Read(
            """
            {"AccountName":"A","OrganizationName":"B","StorageRegions":[null],
             "Quotas":[null,null],"Contacts":[null,{}],"References":[null,{"Id":"1"}]}
            """
        );

        CodesOf(draft)
            .Should()
            .BeEquivalentTo(
                "field.required StorageRegions[0]",
                "field.required Contacts[1].Name",
                "field.required References[1].System",
                "list.empty-item Quotas[0]",
                "list.empty-item Quotas[1]",
                "list.empty-item Contacts[0]",
                "list.empty-item References[0]"
            );
        var register = () => Customer.Register(draft, CustomerTerms.Default, Valid.Today);
        register.Should().Throw<Msp.Customers.RuleViolationException>();
    }

    [Fact]
    public void An_empty_object_violates_the_required_fields()
    {
        CodesOf(Read("{}")).Should().Equal("field.required AccountName", "field.required OrganizationName");
        JsonSerializer
            .Deserialize<PlanDraft>("{}")!
            .Check()
            .Select(v => $"{v.Code} {v.Path}")
            .Should()
            .Equal("field.required Id", "field.required Name", "plan.edition-required Edition");
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    [InlineData(int.MaxValue)]
    public void An_undefined_enum_value_is_reported(int number)
    {
        CodesOf(Read($$"""{"AccountName":"A","OrganizationName":"B","TenantType":{{number}}}"""))
            .Should()
            .Equal("tenant-type.invalid TenantType");
        JsonSerializer
            .Deserialize<PlanDraft>($$"""{"Id":"p","Name":"P","Edition":{{number}}}""")!
            .Check()
            .Select(v => v.Code)
            .Should()
            .Equal("plan.edition-required");
    }

    [Fact]
    public void A_list_at_its_limit_is_accepted_and_a_longer_list_is_refused()
    {
        var draft = Valid.Draft();
        draft.StorageRegions = [.. Enumerable.Range(0, TextLimits.MaxItems).Select(i => $"r{i}")];
        Valid.Check(draft).Should().BeEmpty();
        draft.StorageRegions.Add("one-more");
        CodesOf(draft).Should().Equal("list.too-long StorageRegions");
    }

    // A comparison of all pairs of 100,000 items takes minutes. Without it, half a minute is enough on any machine.
    [Fact]
    public void A_list_that_is_far_too_long_is_refused_quickly()
    {
        var draft = Valid.Draft();
        draft.Contacts =
        [
            .. Enumerable
                .Range(0, 100_000)
                .Select(i => new ContactDraft
                {
                    Number = i,
                    Name = "N",
                    Email = $"n{i:D6}@x.example",
                }),
        ];
        var started = Stopwatch.StartNew();

        CodesOf(draft).Should().Equal("list.too-long Contacts");

        started.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void Parse_errors_are_not_part_of_the_JSON_of_a_draft() =>
        JsonSerializer.Serialize(Valid.Draft()).Should().NotContain("ParseErrors");

    private static CustomerDraft Read(string json) => JsonSerializer.Deserialize<CustomerDraft>(json)!;

    private static IEnumerable<string> CodesOf(CustomerDraft draft) => Valid.Check(draft).Select(v => $"{v.Code} {v.Path}");
}
