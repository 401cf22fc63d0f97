using System.Globalization;
using Msp.Customers.Parsing;

namespace Msp.Customers.Tests.Parsing;

public sealed class ExternalNamesTests
{
    private static readonly ExternalNames<TenantType> Vendor = new(
        ("1", TenantType.Sandbox),
        ("2", TenantType.Evaluation),
        ("Trial", TenantType.Evaluation)
    );

    [Theory]
    [InlineData("Commercial", TenantType.Commercial)]
    [InlineData("COMMERCIAL", TenantType.Commercial)]
    [InlineData(" evaluation ", TenantType.Evaluation)]
    [InlineData("tRIAL", TenantType.Evaluation)]
    [InlineData("1", TenantType.Sandbox)]
    public void Names_and_mapped_values_are_read_in_any_case(string text, TenantType expected) => Read(text).Should().Be((expected, 0));

    [Fact]
    public void A_number_has_the_meaning_of_the_external_system()
    {
        Read(2L).Should().Be((TenantType.Evaluation, 0));
        Read(0L).Should().Be((null, 1), "0 is a number of the library and not of the external system");
        Read((long?)null).Should().Be((null, 0));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("3")]
    [InlineData("Commercial, Sandbox")]
    [InlineData("Kommerziell")]
    public void An_unknown_value_is_null_with_a_violation(string text) => Read(text).Should().Be((null, 1));

    // The runner replaces such text in the data of a theory.
    [Fact]
    public void An_unpaired_surrogate_is_an_unknown_value() => Read("\uDC00").Should().Be((null, 1));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void Missing_or_blank_text_is_null_without_a_violation(string? text) => Read(text).Should().Be((null, 0));

    [Fact]
    public void An_unknown_value_does_not_stop_the_reading_of_later_values()
    {
        var unreadable = new List<Violation>();

        Vendor.Read("Sandbox", "[0]", unreadable).Should().Be(TenantType.Sandbox);
        Vendor.Read("?", "[1]", unreadable).Should().BeNull();
        Vendor.Read("Commercial", "[2]", unreadable).Should().Be(TenantType.Commercial);

        unreadable
            .Should()
            .ContainSingle()
            .Which.ToString()
            .Should()
            .Be("value.invalid at [1]: The value is not known. Known values: Evaluation, Commercial, Sandbox, 1, 2, Trial.");
    }

    [Fact]
    public void The_violation_lists_the_known_values_and_not_the_text()
    {
        var unreadable = new List<Violation>();
        Vendor.Read("Ada Example", "TenantType", unreadable);

        unreadable.Single().Message.Should().Be("The value is not known. Known values: Evaluation, Commercial, Sandbox, 1, 2, Trial.");
    }

    [Fact]
    public void Names_are_compared_the_same_way_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
            Read("EVALUATION").Should().Be((TenantType.Evaluation, 0));
            Read("trial").Should().Be((TenantType.Evaluation, 0));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static (TenantType? Value, int Unreadable) Read(string? text)
    {
        var unreadable = new List<Violation>();
        return (Vendor.Read(text, "TenantType", unreadable), unreadable.Count);
    }

    private static (TenantType? Value, int Unreadable) Read(long? number)
    {
        var unreadable = new List<Violation>();
        return (Vendor.Read(number, "TenantType", unreadable), unreadable.Count);
    }
}
