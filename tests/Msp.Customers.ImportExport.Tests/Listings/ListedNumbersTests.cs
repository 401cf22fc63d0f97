using System.Globalization;
using CsCheck;

namespace Msp.Customers.ImportExport.Tests.Listings;

// A number is read as it is written, digit by digit, with an exponent or without.
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
                    $"{mantissa.ToString("0.############################", CultureInfo.InvariantCulture)}{(upper ? 'E' : 'e')}{(shift > 0 && upper ? "+" : "")}{shift}"
                );
            }
        );

    [Fact]
    public async Task An_exponent_loses_nothing() =>
        await Numbers.SampleAsync(async c => (await ReadAsync(c.Written)).Should().Be(c.Number, c.Written), iter: 1_000, threads: 1);

    [Theory]
    [InlineData("1.5", "1.5")]
    [InlineData("1.50", "1.5")]
    [InlineData("0.1", "0.1")]
    [InlineData("1.0E7", "10000000")]
    [InlineData("5e-6", "0.000005")]
    [InlineData("1000000000000000000000e-18", "1000")]
    [InlineData("\"2.5\"", "2.5")]
    public async Task What_serializers_write_is_read(string written, string number) =>
        (await ReadAsync(written)).Should().Be(decimal.Parse(number, CultureInfo.InvariantCulture));

    private static async Task<decimal> ReadAsync(string written)
    {
        using var desk = new Desk();
        await desk.ListAsync(
            """{ "id": "c-1", "accountName": "A", "customerName": "B" }""",
            $$"""{ "customerID": "c-1", "quota": {{written}}, "quotaStartDate": "2026-03-01" }"""
        );
        return (await desk.OneAsync()).ToDraft().Quotas.Single().Credits!.Value;
    }
}
