using Microsoft.EntityFrameworkCore;

namespace Msp.Customers.EntityFrameworkCore;

/// <summary>The ready-made context, for a host without its own context. The host sets the provider.</summary>
public class MspCustomersContext : DbContext
{
    /// <summary>Creates the context.</summary>
    /// <param name="options">The options, with the provider and its connection.</param>
    public MspCustomersContext(DbContextOptions options)
        : base(options) { }

    /// <summary>The customers of all MSPs.</summary>
    /// <remarks>
    /// Reads and writes through this set are not limited to one MSP, and rules do not check them. Use <see cref="CustomerRepository"/>
    /// instead.
    /// </remarks>
    public DbSet<Customer> Customers => Set<Customer>();

    /// <summary>The service plans of all MSPs.</summary>
    /// <remarks>
    /// Reads and writes through this set are not limited to one MSP, and rules do not check them. Use <see cref="PlanRepository"/> instead.
    /// </remarks>
    public DbSet<ServicePlan> ServicePlans => Set<ServicePlan>();

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.AddMspCustomersChecks();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.ApplyMspCustomers();
}
