using Microsoft.EntityFrameworkCore;
using Msp.Customers.EntityFrameworkCore;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Creates and upgrades the tables of the ready-made context.</summary>
public static class MspCustomersMigrationExtensions
{
    /// <summary>
    /// Applies the migrations of <see cref="MspCustomersContext"/> that its database does not have yet, and after an upgrade folds the stored names anew.
    /// Hosts that start at the same time migrate one after the other.
    /// </summary>
    /// <param name="services">The host's services, after <c>UseSqlite</c>, <c>UsePostgreSql</c> or <c>UseEntityFrameworkCore</c>.</param>
    /// <param name="cancellationToken">Cancels the migration. A migration that is not complete is rolled back.</param>
    /// <returns>After an upgrade, the customers whose organization name is that of another; empty otherwise. <see cref="NameUpgradeExtensions.UpgradeMspCustomersNamesAsync"/> says what a host does about them.</returns>
    /// <exception cref="InvalidOperationException">The database is of a newer version, or the services have no ready-made context.</exception>
    public static async Task<IReadOnlyList<DuplicateName>> MigrateMspCustomersAsync(
        this IServiceProvider services,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(services);
        var scope = services.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var context = scope.ServiceProvider.GetRequiredService<MspCustomersContext>();
            var applied = await context.Database.GetAppliedMigrationsAsync(cancellationToken).ConfigureAwait(false);
            var isUpgrade =
                applied.Any() && (await context.Database.GetPendingMigrationsAsync(cancellationToken).ConfigureAwait(false)).Any();
            await context.Database.MigrateAsync(cancellationToken).ConfigureAwait(false);
            return isUpgrade ? await context.UpgradeMspCustomersNamesAsync(cancellationToken).ConfigureAwait(false) : [];
        }
    }
}
