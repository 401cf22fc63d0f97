using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Msp.Customers;
using Msp.Customers.EntityFrameworkCore;

namespace Microsoft.EntityFrameworkCore;

/// <summary>Maps customers, service plans and usage into a host's own context.</summary>
public static class MspCustomersModelBuilderExtensions
{
    /// <summary>Adds the tables of customers, service plans, usage and the change log to a model. Call it in <c>OnModelCreating</c>; what is configured afterwards, such as a table's name or schema, wins.</summary>
    /// <param name="model">The model of the host's context.</param>
    /// <param name="uniqueOrganizationNames">Whether the database keeps two customers from having the same organization name; true by default. Pass false where the rule <c>organization-name.duplicate</c> is removed or a warning.</param>
    /// <param name="schema">The schema of the tables; the context's own when omitted. SQLite has no schemas.</param>
    /// <param name="tablePrefix">What the name of each table begins with, such as <c>msp_</c>, for a host that has a table of such a name already; nothing by default.</param>
    /// <returns>The model.</returns>
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
            .ApplyConfiguration(new ChangeMapping())
            .OrderTextByCodePoint();
        if (schema is not null || tablePrefix.Length > 0)
        {
            var tables = model
                .Model.GetEntityTypes()
                .Where(e => e.ClrType.IsOurs())
                .Select(e => (Entity: e, Name: e.GetTableName()))
                .ToList();
            tables.ForEach(table => table.Entity.SetTableName(tablePrefix + table.Name));
            tables.ForEach(table => table.Entity.SetSchema(schema ?? table.Entity.GetSchema()));
        }

        return model;
    }

    /// <summary>Has the tables check what the model guarantees, whoever writes to them: no end before the start, no negative credits, no name that is none or empty, no date that is none or of the year 0. Call it in <c>ConfigureConventions</c>.</summary>
    /// <param name="configuration">The conventions of the host's context.</param>
    /// <returns>The conventions.</returns>
    public static ModelConfigurationBuilder AddMspCustomersChecks(this ModelConfigurationBuilder configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        configuration.Conventions.Add(services => new ModelChecks(services.GetService<IDatabaseProvider>()?.Name));
        return configuration;
    }

    internal static bool HasUniqueOrganizationNames(this IModel model) =>
        model
            .FindEntityType(typeof(Customer))!
            .FindNavigation(nameof(Customer.Account))!
            .TargetEntityType.GetIndexes()
            .Any(i => i.IsUnique);
}
