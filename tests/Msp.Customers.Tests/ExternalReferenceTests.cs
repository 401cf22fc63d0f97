namespace Msp.Customers.Tests;

public sealed class ExternalReferenceTests
{
    [Fact]
    public void A_system_is_case_insensitive_and_an_id_is_case_sensitive()
    {
        new ExternalReference(" PSA ", " A1 ").Should().Be(new ExternalReference("psa", "A1"));
        new ExternalReference("psa", "a1").Should().NotBe(new ExternalReference("psa", "A1"));
        new ExternalReference("PSA", "A1").ToString().Should().Be("psa:A1");
    }

    [Fact]
    public void A_customer_has_distinct_references_ordered_by_system_and_id()
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
    public void An_edit_keeps_unchanged_references_as_the_same_objects()
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
    public void A_missing_or_invalid_part_is_refused(string? system, string id)
    {
        var build = () => new ExternalReference(system!, id);

        build.Should().Throw<ArgumentException>();
    }
}
