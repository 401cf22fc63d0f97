using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Msp.Customers.Names;

namespace Msp.Customers.EntityFrameworkCore;

internal sealed class UsageMapping : IEntityTypeConfiguration<UsageRow>
{
    public void Configure(EntityTypeBuilder<UsageRow> usage)
    {
        usage.ToTable("UsageEntries");
        usage.HasKey(u => new
        {
            u.Msp,
            u.CustomerId,
            u.Key,
            u.Kind,
        });
        usage.Property(u => u.Msp).HasMaxLength(TextLimits.MaxIdLength);
        usage.Property(u => u.CustomerId).AsText();
        usage.Property(u => u.Key).HasMaxLength(TextLimits.MaxIdLength);
        usage.Property(u => u.Kind).HasConversion<string>().HasMaxLength(TextLimits.MaxTokenLength);
        usage.Property(u => u.Date).AsDate();
        usage.HasOne<Customer>().WithMany().HasForeignKey(u => new { u.Msp, u.CustomerId }).OnDelete(DeleteBehavior.Cascade);

        // Every decision sums the usage of a customer by day. The index contains all columns of the sums.
        usage.HasIndex(u => new
        {
            u.Msp,
            u.CustomerId,
            u.Date,
            u.Kind,
            u.CreditMicros,
        });
        usage
            .HasIndex(u => new
            {
                u.Msp,
                u.CustomerId,
                u.Sequence,
            })
            .IsUnique();
    }
}
