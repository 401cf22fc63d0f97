using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Msp.Customers.Testing;
using Msp.Customers.Usage;
using NodaTime;

namespace Msp.Customers.Durability.Writer;

// One side of a race for the 100 credits of a customer. A line is "Reserve", "Commit" or "Consume" with the customer, or "Clock" with the
// seconds by which the clock differs from noon.
public sealed class CreditRace(IServiceProvider services) : Race
{
    private static readonly Instant Noon = new TestClock().Now;

    public static Customer Customer(string id) =>
        SampleData.Customer(
            id,
            d => (d.Id, d.TenantType, d.Quotas) = (id, TenantType.Commercial, [SampleData.Quota(q => (q.Credits, q.EndDate) = (100, null))])
        );

    protected override async Task<string> DoAsync(string[] words)
    {
        ArgumentNullException.ThrowIfNull(words);
        if (words[0] == "Clock")
        {
            services.GetRequiredService<TestClock>().Now = Noon + Duration.FromSeconds(int.Parse(words[1], CultureInfo.InvariantCulture));
            return Done;
        }

        using var scope = services.CreateScope();
        var (reservations, id) = (scope.ServiceProvider.GetRequiredService<CreditReservations>(), new CustomerId(words[1]));
        switch (words[0])
        {
            case "Reserve":
                return Answer(await reservations.ReserveAsync(All(id, "held"), Duration.FromSeconds(1)));
            case "Commit":
                await reservations.CommitAsync(id, "held");
                return Done;
            default:
                return Answer(await reservations.ConsumeAsync(All(id, "taken")));
        }
    }

    private static UsageDraft All(CustomerId id, string key) => SampleData.Usage(id, key, u => u.Credits = 100);

    private static string Answer(Authorization decision) => decision.IsGranted ? Done : decision.Refusal!.Code;
}
