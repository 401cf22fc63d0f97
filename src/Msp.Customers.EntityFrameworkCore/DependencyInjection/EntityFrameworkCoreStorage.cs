using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Msp.Customers.ChangeLog;
using Msp.Customers.DependencyInjection;
using Msp.Customers.EntityFrameworkCore.Storage;
using Msp.Customers.StandardRules;

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
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<MspCustomersOptions>, NamesIndexCheck<TContext>>());
        builder.Services.TryAddScoped(s =>
        {
            var (context, rules) = (s.GetRequiredService<TContext>(), Rules(s));
            NamesIndexCheck<TContext>.Ensure(context, rules);
            return new ContextCustomers<TContext>(context, s.GetService<MspId>(), s.GetService<ChangeAuthor>())
            {
                TakesAnyPlan = !rules.IsError(PlanChoice.Unknown.Code),
            };
        });
        builder.Services.TryAddScoped(s => new ContextPlans<TContext>(
            s.GetRequiredService<TContext>(),
            s.GetService<MspId>(),
            s.GetService<ChangeAuthor>()
        )
        {
            DeletesPlansInUse = !Rules(s).IsError(PlanDeletion.InUse.Code),
        });
        builder.Services.TryAddScoped<ContextUsage<TContext>>();
        builder.Services.TryAddScoped<ContextChangeLog<TContext>>();
        return builder
            .UseRepositories<ContextCustomers<TContext>, ContextPlans<TContext>>()
            .UseUsageStore(services => services.GetRequiredService<ContextUsage<TContext>>())
            .UseChangeLog(services => services.GetRequiredService<ContextChangeLog<TContext>>());
    }

    private static RuleOptions Rules(IServiceProvider services) => services.GetRequiredService<IOptions<MspCustomersOptions>>().Value.Rules;
}
