using LegacyBilling;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Msp.Customers.Testing;
using NodaTime;

namespace Msp.Customers.Durability.Writer;

// The library as a host registers it, with a fixed clock, so that the stored content is predictable.
public static class Host
{
    public const string Sqlite = "sqlite";
    public const string PostgreSql = "postgresql";
    public const string Legacy = "legacy";

    public static ServiceProvider Over(string provider, string connection, params IInterceptor[] interceptors) =>
        provider == Legacy
            ? OverLegacy(connection)
            : Over(
                (DbContextOptionsBuilder db) =>
                    (
                        provider switch
                        {
                            Sqlite => db.UseMspCustomersSqlite(connection),
                            PostgreSql => db.UseMspCustomersPostgreSql(connection),
                            _ => throw new ArgumentOutOfRangeException(nameof(provider)),
                        }
                    ).AddInterceptors(interceptors)
            );

    public static ServiceProvider Over(Action<DbContextOptionsBuilder> use) => Over(msp => msp.UseEntityFrameworkCore(use));

    // The tables of the sample, which existed before the library was added.
    public static ServiceProvider OverLegacy(string connection) =>
        Over(msp =>
        {
            msp.Services.AddSingleton(new BillingDatabase(connection));
            msp.UseRepositories<ClientStore, TariffStore>();
        });

    private static ServiceProvider Over(Action<MspCustomersBuilder> choose)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TestClock>();
        services.AddSingleton<IClock>(s => s.GetRequiredService<TestClock>());

        // Active customers are deleted too, and regions are removed.
        choose(
            services
                .AddMspCustomers(o =>
                    o.Rules.Remove("deletion.customer-not-closed").Remove("deletion.quota-not-ended").Remove("region.removed")
                )
                .AddUsage()
        );
        return services.BuildServiceProvider(validateScopes: true);
    }
}
