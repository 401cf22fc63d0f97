namespace Msp.Customers.Tests;

public sealed class ExternalReferenceTests
{
    [Fact]
    public void A_system_is_known_in_any_case_of_letters_and_an_id_in_one_only()
    {
        new ExternalReference(" PSA ", " A1 ").Should().Be(new ExternalReference("psa", "A1"));
        new ExternalReference("psa", "a1").Should().NotBe(new ExternalReference("psa", "A1"));
        new ExternalReference("PSA", "A1").ToString().Should().Be("psa:A1");
    }

    [Fact]
    public void A_customer_has_its_references_once_each_in_order_of_system_and_id()
    {
        var draft = Valid.Draft();
        draft.References =
        [
            new() { System = "psa", Id = "2" },
            new() { System = "CRM", Id = "\U0001F600" },
            new() { System = "crm", Id = "\uFFFD" },
            new() { System = "PSA", Id = "2" },
        ];

        Customer
            .Register(draft, CustomerTerms.Default, Valid.Today)
            .References.Select(r => r.ToString())
            .Should()
            .Equal("crm:\uFFFD", "crm:\U0001F600", "psa:2");
    }

    [Fact]
    public void References_that_stay_are_kept_as_they_are_and_others_come_and_go()
    {
        var customer = Valid.Customer();
        var kept = customer.References[0];
        var draft = customer.ToDraft();
        draft.References.Insert(0, new ReferenceDraft { System = "crm", Id = "7" });
        customer.Edit(draft, CustomerTerms.Default);
        customer.References.Should().Equal(new ExternalReference("crm", "7"), kept);
        customer.References[1].Should().BeSameAs(kept);

        draft.References.RemoveAt(1);
        customer.Edit(draft, CustomerTerms.Default);

        customer.References.Should().Equal(new ExternalReference("crm", "7"));
    }

    [Theory]
    [InlineData(null, "1")]
    [InlineData("psa", " ")]
    [InlineData("psa", "1\n2")]
    public void A_part_that_is_missing_or_cannot_be_stored_is_refused(string? system, string id)
    {
        var build = () => new ExternalReference(system!, id);

        build.Should().Throw<ArgumentException>();
    }
}
