using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Msp.Customers.DependencyInjection;
using Msp.Customers.EntityFrameworkCore.Storage;

namespace Msp.Customers.EntityFrameworkCore.DependencyInjection;

/// <summary>Chooses Entity Framework Core as the storage.</summary>
public static class EntityFrameworkCoreStorage
{
    /// <summary>Keeps customers and plans in the ready-made context.</summary>
    /// <param name="builder">The builder from <c>AddMspCustomers</c>.</param>
    /// <param name="configure">Names the provider and its connection, such as <c>db => db.UseSqlite("Data Source=customers.db")</c>.</param>
    /// <returns>The builder.</returns>
    public static MspCustomersBuilder UseEntityFrameworkCore(this MspCustomersBuilder builder, Action<DbContextOptionsBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddDbContext<MspCustomersContext>(configure);
        return builder.UseDbContext<MspCustomersContext>();
    }

    /// <summary>Keeps customers and plans in a context that the host has registered and whose model has <c>ApplyMspCustomers</c>.</summary>
    /// <typeparam name="TContext">The host's context.</typeparam>
    /// <param name="builder">The builder from <c>AddMspCustomers</c>.</param>
    /// <returns>The builder.</returns>
    public static MspCustomersBuilder UseDbContext<TContext>(this MspCustomersBuilder builder)
        where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.UseRepositories<ContextCustomers<TContext>, ContextPlans<TContext>>();
    }
}
