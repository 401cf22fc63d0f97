using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Msp.Customers.EntityFrameworkCore;

/// <summary>Adds a row writer to the options of a context.</summary>
internal static class RowWriterOptions
{
    /// <summary>Configures the stores to write sums of usage by a row writer, and optionally many new rows.</summary>
    /// <param name="db">The options of the context.</param>
    /// <param name="writer">The row writer of the provider.</param>
    /// <param name="forNewRows">
    /// Whether many new customers, plans or usage entries are written by it too. They bypass the change tracker: interceptors and events of
    /// <c>SaveChanges</c> do not receive them. Rules, change log and results do not differ from other saves.
    /// </param>
    /// <returns>The options.</returns>
    public static DbContextOptionsBuilder UseRowWriter(this DbContextOptionsBuilder db, RowWriter writer, bool forNewRows)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(writer);
        forNewRows |= db.Options.FindExtension<RowWriterExtension>()?.ForNewRows == true;
        ((IDbContextOptionsBuilderInfrastructure)db).AddOrUpdateExtension(new RowWriterExtension(writer, forNewRows));
        return db;
    }

    internal static RowWriter? SumWriter(this DbContext context) => Extension(context)?.Writer;

    internal static RowWriter? NewRowWriter(this DbContext context) =>
        Extension(context) is { ForNewRows: true } extension ? extension.Writer : null;

    private static RowWriterExtension? Extension(DbContext context) =>
        context.GetService<IDbContextOptions>().FindExtension<RowWriterExtension>();

    private sealed class RowWriterExtension(RowWriter writer, bool forNewRows) : IDbContextOptionsExtension
    {
        public RowWriter Writer { get; } = writer;

        public bool ForNewRows { get; } = forNewRows;

        public DbContextOptionsExtensionInfo Info => new ExtensionInfo(this);

        public void ApplyServices(IServiceCollection services) { }

        public void Validate(IDbContextOptions options) { }
    }

    // The extension adds no services, so that contexts with and without it share the services of the provider.
    private sealed class ExtensionInfo(RowWriterExtension extension) : DbContextOptionsExtensionInfo(extension)
    {
        public override bool IsDatabaseProvider => false;

        public override string LogFragment => "";

        public override int GetServiceProviderHashCode() => 0;

        public override bool ShouldUseSameServiceProvider(DbContextOptionsExtensionInfo other) => other is ExtensionInfo;

        public override void PopulateDebugInfo(IDictionary<string, string> debugInfo) { }
    }
}
