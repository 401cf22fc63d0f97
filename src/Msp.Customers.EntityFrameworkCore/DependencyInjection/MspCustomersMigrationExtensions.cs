using Microsoft.EntityFrameworkCore;
using Msp.Customers.EntityFrameworkCore;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Creates and upgrades the tables of the ready-made context.</summary>
public static class MspCustomersMigrationExtensions
{
    /// <summary>
    /// Applies the pending migrations of <see cref="MspCustomersContext"/>, and normalizes the stored names again after an upgrade.
    /// </summary>
    /// <param name="services">The host's services, after <c>UseSqlite</c>, <c>UsePostgreSql</c> or <c>UseEntityFrameworkCore</c>.</param>
    /// <param name="cancellationToken">Cancels the call. A migration that is not complete is rolled back.</param>
    /// <returns>
    /// After an upgrade, the customers whose organization name equals that of another customer; empty otherwise.
    /// <see cref="NameUpgradeExtensions.UpgradeMspCustomersNamesAsync"/> describes how a host handles them.
    /// </returns>
    /// <exception cref="InvalidOperationException">
    /// The database is of a newer version, or the services have no ready-made context.
    /// </exception>
    /// <remarks>Hosts that start at the same time migrate one after the other.</remarks>
    public static async Task<IReadOnlyList<DuplicateOrganizationName>> MigrateMspCustomersAsync(
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
