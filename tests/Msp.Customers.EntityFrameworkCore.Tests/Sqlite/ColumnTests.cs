using Microsoft.EntityFrameworkCore;

namespace Msp.Customers.EntityFrameworkCore.Tests.Sqlite;

public sealed class ColumnTests : IDisposable
{
    private readonly TestStorage storage = new();

    public void Dispose() => storage.Dispose();

    [Theory]
    [InlineData("0.000001", 1)]
    [InlineData("1.5", 1_500_000)]
    [InlineData("999999999999.999999", 999_999_999_999_999_999)]
    [InlineData("1000000000000", 1_000_000_000_000_000_000)]
    public async Task Credits_are_stored_as_whole_numbers(string credits, long micros)
    {
        var amount = decimal.Parse(credits, System.Globalization.CultureInfo.InvariantCulture);
        var draft = Valid.Draft("Southwind");
        draft.Quotas[0].Credits = amount;
        var customer = Customer.Register(draft, CustomerTerms.Default, Valid.Today);
        await storage.SaveAsync(customer);
        await using var context = storage.Context();
        (
            await context
                .Database.SqlQuery<string>(
                    $"SELECT typeof(CreditMicros) || ' ' || CreditMicros AS Value FROM CreditQuotas WHERE CustomerId = {customer.Id.Value}"
                )
                .SingleAsync()
        )
            .Should()
            .Be($"integer {micros}");
        (await storage.FindAsync(customer.Id.Value))!.Quotas[0].Limit.Credits!.Value.Amount.Should().Be(amount);
    }
}
