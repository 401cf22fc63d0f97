using Microsoft.EntityFrameworkCore;

namespace Msp.Customers.StorageBenchmarks.Peers;

// The library's tables in a separate DbContext.
internal sealed class PlainContext(DbContextOptions<PlainContext> options) : DbContext(options)
{
    public DbSet<PlainCustomer> Customers => Set<PlainCustomer>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<PlainCustomer>(customer =>
        {
            customer.ToTable(Table.Customers.Name).HasKey(c => new { c.Msp, c.Id });
            customer.Property(c => c.Version).IsConcurrencyToken();
            customer.HasMany(c => c.StorageRegions).WithOne().HasForeignKey(p => new { p.Msp, p.CustomerId });
            customer.HasMany(c => c.Quotas).WithOne().HasForeignKey(p => new { p.Msp, p.CustomerId });
            customer.HasMany(c => c.Schedules).WithOne().HasForeignKey(p => new { p.Msp, p.CustomerId });
            customer.HasMany(c => c.Contacts).WithOne().HasForeignKey(p => new { p.Msp, p.CustomerId });
            customer.HasMany(c => c.References).WithOne().HasForeignKey(p => new { p.Msp, p.CustomerId });
        });
        modelBuilder
            .Entity<PlainRegion>()
            .ToTable(Table.Regions.Name)
            .HasKey(p => new
            {
                p.Msp,
                p.CustomerId,
                p.Name,
            });
        modelBuilder
            .Entity<PlainQuota>()
            .ToTable(Table.Quotas.Name)
            .HasKey(p => new
            {
                p.Msp,
                p.CustomerId,
                p.Number,
            });
        modelBuilder
            .Entity<PlainSchedule>()
            .ToTable(Table.Schedules.Name)
            .HasKey(p => new
            {
                p.Msp,
                p.CustomerId,
                p.Number,
            });
        modelBuilder
            .Entity<PlainContact>()
            .ToTable(Table.Contacts.Name)
            .HasKey(p => new
            {
                p.Msp,
                p.CustomerId,
                p.Number,
            });
        modelBuilder
            .Entity<PlainReference>()
            .ToTable(Table.References.Name)
            .HasKey(p => new
            {
                p.Msp,
                p.CustomerId,
                p.System,
                p.Id,
            });
        modelBuilder.Entity<PlainChange>().ToTable(Table.Changes.Name).HasKey(c => new { c.Msp, c.Id });
    }
}
