using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Msp.Customers.EntityFrameworkCore;

/// <summary>Says in a context's options how many new rows are written.</summary>
internal static class RowWriterOptions
{
    /// <summary>Has the repositories write many new customers, plans or usage entries through a writer, past the change tracker: interceptors and events of <c>SaveChanges</c> do not see them. Rules, change log and results are those of any other save.</summary>
    /// <param name="db">The options of the context.</param>
    /// <param name="writer">The provider's way.</param>
    /// <returns>The options.</returns>
    public static DbContextOptionsBuilder UseRowWriter(this DbContextOptionsBuilder db, RowWriter writer)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(writer);
        ((IDbContextOptionsBuilderInfrastructure)db).AddOrUpdateExtension(new Extension(writer));
        return db;
    }

    internal static RowWriter? RowWriter(this DbContext context) =>
        context.GetService<IDbContextOptions>().FindExtension<Extension>()?.Writer;

    private sealed class Extension(RowWriter writer) : IDbContextOptionsExtension
    {
        public RowWriter Writer { get; } = writer;

        public DbContextOptionsExtensionInfo Info => new ExtensionInfo(this);

        public void ApplyServices(IServiceCollection services) { }

        public void Validate(IDbContextOptions options) { }
    }

    // It adds no services, so that contexts with and without it share those of the provider.
    private sealed class ExtensionInfo(Extension extension) : DbContextOptionsExtensionInfo(extension)
    {
        public override bool IsDatabaseProvider => false;

        public override string LogFragment => "";

        public override int GetServiceProviderHashCode() => 0;

        public override bool ShouldUseSameServiceProvider(DbContextOptionsExtensionInfo other) => other is ExtensionInfo;

        public override void PopulateDebugInfo(IDictionary<string, string> debugInfo) { }
    }
}
