using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Msp.Customers;
using Msp.Customers.ChangeLog;
using Msp.Customers.EntityFrameworkCore;
using Msp.Customers.Rules;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers Entity Framework Core as the storage.</summary>
public static class EntityFrameworkCoreBuilderExtensions
{
    /// <summary>Stores customers, plans and usage in the ready-made context.</summary>
    /// <param name="builder">The builder from <c>AddMspCustomers</c>.</param>
    /// <param name="configure">
    /// Sets the provider with its connection, and the dialect, such as <c>db => db.UseSqlServer(connection).UseDialect(dialect)</c>.
    /// </param>
    /// <returns>The builder.</returns>
    /// <remarks>
    /// For SQLite and PostgreSQL, call <c>UseSqlite</c> and <c>UsePostgreSql</c> of their packages instead. Contexts are pooled: a scope
    /// can receive a context that another scope has returned. The tables have a unique index on organization names. A host that removes the
    /// rule <c>organization-name.duplicate</c>, or makes it a warning, maps a context of its own and calls
    /// <see cref="UseDbContext{TContext}"/>.
    /// </remarks>
    public static MspCustomersBuilder UseEntityFrameworkCore(this MspCustomersBuilder builder, Action<DbContextOptionsBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        builder.Services.AddDbContextPool<MspCustomersContext>(configure);
        return builder.UseDbContext<MspCustomersContext>();
    }

    /// <summary>
    /// Stores customers, plans and usage in a context that the host has registered. Its model must call <c>ApplyMspCustomers</c>, and its
    /// options must contain a dialect: <c>UseSqliteDialect</c>, <c>UsePostgreSqlDialect</c> or <c>UseDialect</c>.
    /// </summary>
    /// <typeparam name="TContext">The type of the host's context.</typeparam>
    /// <param name="builder">The builder from <c>AddMspCustomers</c>.</param>
    /// <returns>The builder.</returns>
    public static MspCustomersBuilder UseDbContext<TContext>(this MspCustomersBuilder builder)
        where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<MspCustomersOptions>, ContextCheck<TContext>>());
        builder.Services.TryAddScoped(s =>
        {
            var (context, rules) = (s.GetRequiredService<TContext>(), Rules(s));
            ContextCheck<TContext>.Ensure(context, rules);
            return new DbContextCustomerStore<TContext>(context, s.GetService<MspId>(), s.GetService<ChangeContext>())
            {
                TakesAnyPlan = !rules.IsError(PlanChoiceRule.NotFound.Code),
            };
        });
        builder.Services.TryAddScoped(s => new DbContextPlanStore<TContext>(
            s.GetRequiredService<TContext>(),
            s.GetService<MspId>(),
            s.GetService<ChangeContext>()
        )
        {
            DeletesPlansInUse = !Rules(s).IsError(PlanDeletionRule.PlanInUse.Code),
        });
        builder.Services.TryAddScoped<DbContextUsageStore<TContext>>();
        builder.Services.TryAddScoped<DbContextChangeLog<TContext>>();
        return builder
            .UseRepositories<DbContextCustomerStore<TContext>, DbContextPlanStore<TContext>>()
            .UseUsageStore(services => services.GetRequiredService<DbContextUsageStore<TContext>>())
            .UseChangeLog(services => services.GetRequiredService<DbContextChangeLog<TContext>>());
    }

    private static RuleOptions Rules(IServiceProvider services) => services.GetRequiredService<IOptions<MspCustomersOptions>>().Value.Rules;
}
