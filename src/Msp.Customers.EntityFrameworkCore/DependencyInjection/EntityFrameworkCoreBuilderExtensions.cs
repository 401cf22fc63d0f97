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
    /// <param name="configure">Sets the provider and its connection, such as <c>db => db.UseSqlite("Data Source=customers.db")</c>.</param>
    /// <param name="uniqueOrganizationNames">
    /// Whether the database has a unique index on organization names; true by default. Pass false when the rule
    /// <c>organization-name.duplicate</c> is removed or a warning.
    /// </param>
    /// <returns>The builder.</returns>
    /// <remarks>Contexts are pooled: a scope can receive a context that another scope has returned.</remarks>
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

    /// <summary>
    /// Stores customers, plans and usage in a context that the host has registered. Its model must call <c>ApplyMspCustomers</c>.
    /// </summary>
    /// <typeparam name="TContext">The type of the host's context.</typeparam>
    /// <param name="builder">The builder from <c>AddMspCustomers</c>.</param>
    /// <returns>The builder.</returns>
    public static MspCustomersBuilder UseDbContext<TContext>(this MspCustomersBuilder builder)
        where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<MspCustomersOptions>, NamesIndexCheck<TContext>>());
        builder.Services.TryAddScoped(s =>
        {
            var (context, rules) = (s.GetRequiredService<TContext>(), Rules(s));
            NamesIndexCheck<TContext>.Ensure(context, rules);
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
