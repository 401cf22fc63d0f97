using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Msp.Customers.EntityFrameworkCore;

/// <summary>Adds a row writer to the options of a context.</summary>
internal static class RowWriterOptions
{
    /// <summary>Configures the stores to write many new customers, plans or usage entries by a row writer.</summary>
    /// <param name="db">The options of the context.</param>
    /// <param name="writer">The row writer of the provider.</param>
    /// <returns>The options.</returns>
    /// <remarks>
    /// The rows bypass the change tracker: interceptors and events of <c>SaveChanges</c> do not receive them. Rules, change log and results
    /// do not differ from other saves.
    /// </remarks>
    public static DbContextOptionsBuilder UseRowWriter(this DbContextOptionsBuilder db, RowWriter writer)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(writer);
        ((IDbContextOptionsBuilderInfrastructure)db).AddOrUpdateExtension(new RowWriterExtension(writer));
        return db;
    }

    internal static RowWriter? RowWriter(this DbContext context) =>
        context.GetService<IDbContextOptions>().FindExtension<RowWriterExtension>()?.Writer;

    private sealed class RowWriterExtension(RowWriter writer) : IDbContextOptionsExtension
    {
        public RowWriter Writer { get; } = writer;

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
