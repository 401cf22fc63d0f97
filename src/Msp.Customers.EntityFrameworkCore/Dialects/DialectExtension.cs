using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Metadata.Conventions.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Msp.Customers.EntityFrameworkCore;

// Adds a dialect to the options of a context, for the stores and for its model.
internal sealed class DialectExtension(DatabaseDialect dialect) : IDbContextOptionsExtension
{
    public DatabaseDialect Dialect { get; } = dialect;

    public DbContextOptionsExtensionInfo Info => new ExtensionInfo(this);

    public static DatabaseDialect Of(DbContext context) => Find(context) ?? throw new InvalidOperationException(Missing(context.GetType()));

    public static string Missing(Type context) =>
        $"The options of {context.Name} contain no dialect. Call UseSqliteDialect() or UsePostgreSqlDialect() on them, or UseDialect(...) "
        + "for another database.";

    public static DatabaseDialect? Find(DbContext context) =>
        context.GetService<IDbContextOptions>().FindExtension<DialectExtension>()?.Dialect;

    public void ApplyServices(IServiceCollection services)
    {
        services.AddSingleton(Dialect);
        new EntityFrameworkServicesBuilder(services).TryAdd<IConventionSetPlugin, Conventions>();
    }

    public void Validate(IDbContextOptions options) { }

    private sealed class Conventions(DatabaseDialect dialect) : IConventionSetPlugin
    {
        public ConventionSet ModifyConventions(ConventionSet conventionSet)
        {
            conventionSet.Add(new IndexFilters());
            if (dialect.CodePointCollation is { } collation)
            {
                conventionSet.Add(new TextOrder(collation));
            }

            return conventionSet;
        }
    }

    // The dialect takes part in the model, so that contexts with different dialects share neither services nor models.
    private sealed class ExtensionInfo(DialectExtension extension) : DbContextOptionsExtensionInfo(extension)
    {
        public override bool IsDatabaseProvider => false;

        public override string LogFragment => "";

        private DatabaseDialect Dialect => ((DialectExtension)Extension).Dialect;

        public override int GetServiceProviderHashCode() => Dialect.GetType().GetHashCode();

        public override bool ShouldUseSameServiceProvider(DbContextOptionsExtensionInfo other) =>
            other is ExtensionInfo { Dialect: var theirs } && theirs.GetType() == Dialect.GetType();

        public override void PopulateDebugInfo(IDictionary<string, string> debugInfo) =>
            debugInfo["Msp.Customers:Dialect"] = Dialect.GetType().GetHashCode().ToString(CultureInfo.InvariantCulture);
    }
}
