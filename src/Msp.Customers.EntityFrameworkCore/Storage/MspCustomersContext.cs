using Microsoft.EntityFrameworkCore;

namespace Msp.Customers.EntityFrameworkCore;

/// <summary>The ready-made context, for a host without one of its own. The host names the provider.</summary>
public class MspCustomersContext : DbContext
{
    /// <summary>Makes the context.</summary>
    /// <param name="options">The provider and its connection.</param>
    public MspCustomersContext(DbContextOptions options)
        : base(options) { }

    /// <summary>The customers of all MSPs, unchecked: read and save through the repository, which keeps to one MSP and asks the rules.</summary>
    public DbSet<Customer> Customers => Set<Customer>();

    /// <summary>The service plans of all MSPs, unchecked: read and save through the repository, which keeps to one MSP and asks the rules.</summary>
    public DbSet<ServicePlan> ServicePlans => Set<ServicePlan>();

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.AddMspCustomersChecks();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.ApplyMspCustomers();
}

// A type of its own, since Entity Framework Core keeps one model for each type of context.
internal sealed class SharedNamesContext(DbContextOptions<SharedNamesContext> options) : MspCustomersContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.ApplyMspCustomers(uniqueOrganizationNames: false);
}
