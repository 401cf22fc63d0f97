using System.Globalization;
using CsCheck;

namespace Msp.Customers.ImportExport.Tests.Listings;

// Numbers are read exactly, with or without an exponent.
public sealed class ListedNumbersTests
{
    private static readonly Gen<(decimal Number, string Written)> Numbers = Gen.Select(Any.Amount, Gen.Int[-8, 8], Gen.Bool)
        .Select(
            (number, shift, upper) =>
            {
                var mantissa = number;
                for (var n = 0; n < Math.Abs(shift); n++)
                {
                    mantissa = shift > 0 ? mantissa / 10 : mantissa * 10;
                }

                return (
                    number,
                    $"{mantissa.ToString("0.############################", CultureInfo.InvariantCulture)}"
                        + $"{(upper ? 'E' : 'e')}{(shift > 0 && upper ? "+" : "")}{shift}"
                );
            }
        );

    [Fact]
    public async Task A_number_with_an_exponent_is_read_exactly() =>
        await Numbers.SampleAsync(async c => (await ReadAsync(c.Written)).Should().Be(c.Number, c.Written), iter: 1_000, threads: 1);

    [Theory]
    [InlineData("1.5", "1.5")]
    [InlineData("1.50", "1.5")]
    [InlineData("0.1", "0.1")]
    [InlineData("1.0E7", "10000000")]
    [InlineData("5e-6", "0.000005")]
    [InlineData("1000000000000000000000e-18", "1000")]
    [InlineData("\"2.5\"", "2.5")]
    public async Task Numbers_in_the_formats_of_serializers_are_read(string written, string number) =>
        (await ReadAsync(written)).Should().Be(decimal.Parse(number, CultureInfo.InvariantCulture));

    private static async Task<decimal> ReadAsync(string written)
    {
        using var host = new TestHost();
        await host.ImportListingsAsync(
            """{ "id": "c-1", "accountName": "A", "customerName": "B" }""",
            $$"""{ "customerID": "c-1", "quota": {{written}}, "quotaStartDate": "2026-03-01" }"""
        );
        return (await host.OneAsync()).ToDraft().Quotas.Single().Credits!.Value;
    }
}
