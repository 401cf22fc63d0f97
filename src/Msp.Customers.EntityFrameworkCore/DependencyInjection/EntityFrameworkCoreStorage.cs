using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Msp.Customers.DependencyInjection;
using Msp.Customers.EntityFrameworkCore.Storage;

namespace Msp.Customers.EntityFrameworkCore.DependencyInjection;

/// <summary>Chooses Entity Framework Core as the storage.</summary>
public static class EntityFrameworkCoreStorage
{
    /// <summary>Keeps customers, plans and usage in the ready-made context. Contexts are pooled: a scope takes one that another has given back.</summary>
    /// <param name="builder">The builder from <c>AddMspCustomers</c>.</param>
    /// <param name="configure">Names the provider and its connection, such as <c>db => db.UseSqlite("Data Source=customers.db")</c>.</param>
    /// <param name="uniqueOrganizationNames">Whether the database keeps two customers from having the same organization name; true by default. Pass false where the rule <c>organization-name.taken</c> is removed or a warning.</param>
    /// <returns>The builder.</returns>
    public static MspCustomersBuilder UseEntityFrameworkCore(
        this MspCustomersBuilder builder,
        Action<DbContextOptionsBuilder> configure,
        bool uniqueOrganizationNames = true
    )
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        if (uniqueOrganizationNames)
        {
            builder.Services.AddDbContextPool<MspCustomersContext>(configure);
        }
        else
        {
            builder.Services.AddDbContextPool<MspCustomersContext, SharedNamesContext>(configure);
        }

        return builder.UseDbContext<MspCustomersContext>();
    }

    /// <summary>Keeps customers, plans and usage in a context that the host has registered and whose model has <c>ApplyMspCustomers</c>.</summary>
    /// <typeparam name="TContext">The host's context.</typeparam>
    /// <param name="builder">The builder from <c>AddMspCustomers</c>.</param>
    /// <returns>The builder.</returns>
    public static MspCustomersBuilder UseDbContext<TContext>(this MspCustomersBuilder builder)
        where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddScoped<ContextUsage<TContext>>();
        builder.Services.TryAddScoped<ContextChangeLog<TContext>>();
        return builder
            .UseRepositories<ContextCustomers<TContext>, ContextPlans<TContext>>()
            .UseUsageStore(services => services.GetRequiredService<ContextUsage<TContext>>())
            .UseChangeLog(services => services.GetRequiredService<ContextChangeLog<TContext>>());
    }
}
