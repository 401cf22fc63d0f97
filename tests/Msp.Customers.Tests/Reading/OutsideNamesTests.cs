using System.Globalization;
using Msp.Customers.Parsing;

namespace Msp.Customers.Tests.Reading;

public sealed class OutsideNamesTests
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
    public void Names_are_read_in_any_case_and_numbers_by_the_map(string text, TenantType expected) =>
        Read(text).Should().Be((expected, 0));

    [Fact]
    public void A_number_stands_for_what_the_other_system_means_by_it()
    {
        Read(2L).Should().Be((TenantType.Evaluation, 0));
        Read(0L).Should().Be((null, 1), "the library's own number 0 is not the other system's");
        Read((long?)null).Should().Be((null, 0));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("3")]
    [InlineData("Commercial, Sandbox")]
    [InlineData("Kommerziell")]
    public void What_is_not_known_is_a_violation_and_no_value(string text) => Read(text).Should().Be((null, 1));

    // The runner replaces such text in the data of a theory.
    [Fact]
    public void An_unpaired_surrogate_is_not_known() => Read("\uDC00").Should().Be((null, 1));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void Nothing_is_no_value_and_no_violation(string? text) => Read(text).Should().Be((null, 0));

    [Fact]
    public void One_unknown_value_does_not_end_the_reading_of_the_rest()
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
    public void The_violation_tells_what_is_known_and_not_what_was_written()
    {
        var unreadable = new List<Violation>();
        Vendor.Read("Ada Example", "TenantType", unreadable);

        unreadable.Single().Message.Should().Be("The value is not known. Known values: Evaluation, Commercial, Sandbox, 1, 2, Trial.");
    }

    [Fact]
    public void Letters_are_compared_alike_under_every_culture()
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
