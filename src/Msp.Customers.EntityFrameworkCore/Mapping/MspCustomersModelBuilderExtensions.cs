using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Msp.Customers;
using Msp.Customers.EntityFrameworkCore;

namespace Microsoft.EntityFrameworkCore;

/// <summary>Maps customers, service plans and usage into a host's own context.</summary>
public static class MspCustomersModelBuilderExtensions
{
    /// <summary>
    /// Adds the tables of customers, service plans, usage and the change log to a model. Call it in <c>OnModelCreating</c>.
    /// </summary>
    /// <param name="model">The model of the host's context.</param>
    /// <param name="uniqueOrganizationNames">
    /// Whether the database has a unique index on organization names; true by default. Pass false when the rule
    /// <c>organization-name.duplicate</c> is removed or a warning. The start of the host fails when the index and the rule disagree.
    /// </param>
    /// <param name="schema">The schema of the tables; the default schema of the context when omitted. SQLite has no schemas.</param>
    /// <param name="tablePrefix">
    /// The prefix of the table names, such as <c>msp_</c>, for a host that already has a table of such a name; no prefix by default.
    /// </param>
    /// <returns>The model.</returns>
    /// <remarks>Later configuration, such as the name or the schema of a table, overrides this call.</remarks>
    public static ModelBuilder ApplyMspCustomers(
        this ModelBuilder model,
        bool uniqueOrganizationNames = true,
        string? schema = null,
        string tablePrefix = ""
    )
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(tablePrefix);
        model
            .ApplyConfiguration(new CustomerMapping(uniqueOrganizationNames))
            .ApplyConfiguration(new PlanMapping())
            .ApplyConfiguration(new UsageMapping())
            .ApplyConfiguration(new DailyUsageMapping())
            .ApplyConfiguration(new ChangeMapping());
        if (schema is not null || tablePrefix.Length > 0)
        {
            var tables = model
                .Model.GetEntityTypes()
                .Where(e => TextOrder.IsOurs(e.ClrType))
                .Select(e => (Entity: e, Name: e.GetTableName()))
                .ToList();
            tables.ForEach(table => table.Entity.SetTableName(tablePrefix + table.Name));
            tables.ForEach(table => table.Entity.SetSchema(schema ?? table.Entity.GetSchema()));
        }

        return model;
    }

    /// <summary>Adds check constraints for the invariants of the model to the tables. Call it in <c>ConfigureConventions</c>.</summary>
    /// <param name="configuration">The conventions of the host's context.</param>
    /// <returns>The conventions.</returns>
    /// <remarks>
    /// The constraints apply to writes that bypass the library too. They refuse an end before its start, negative credits, an empty text, a
    /// name that an enumeration does not define, and a date that is not a valid date or is in the year 0.
    /// </remarks>
    public static ModelConfigurationBuilder AddMspCustomersChecks(this ModelConfigurationBuilder configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        configuration.Conventions.Add(services => new ModelChecks(services.GetService<DatabaseDialect>()));
        return configuration;
    }

    internal static bool HasUniqueOrganizationNames(this IModel model) =>
        model
            .FindEntityType(typeof(Customer))!
            .FindNavigation(nameof(Customer.Account))!
            .TargetEntityType.GetIndexes()
            .Any(i => i.IsUnique);
}
