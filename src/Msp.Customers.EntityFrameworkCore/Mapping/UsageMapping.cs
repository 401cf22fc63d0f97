using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Msp.Customers.Names;
using Msp.Customers.Usage;

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

        // Statements list the entries of a customer by day.
        usage.HasIndex(u => new
        {
            u.Msp,
            u.CustomerId,
            u.Date,
        });

        // Few entries have a sequence number or are reservations. The other entries are not in these indexes.
        usage
            .HasIndex(u => new
            {
                u.Msp,
                u.CustomerId,
                u.Sequence,
            })
            .IsUnique()
            .HasAnnotation(IndexFilters.Annotation, $"{nameof(UsageRow.Sequence)} IS NOT NULL");
        usage
            .HasIndex(u => new
            {
                u.Msp,
                u.CustomerId,
                u.Kind,
            })
            .HasAnnotation(IndexFilters.Annotation, $"{nameof(UsageRow.Kind)} = '{nameof(UsageEntryKind.Reservation)}'");
    }
}
