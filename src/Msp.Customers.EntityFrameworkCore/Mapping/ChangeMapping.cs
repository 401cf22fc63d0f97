using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Msp.Customers.ChangeLog;
using Msp.Customers.Names;

namespace Msp.Customers.EntityFrameworkCore;

// There is no foreign key, because the entry of a deletion stays after the deletion of its aggregate.
internal sealed class ChangeMapping : IEntityTypeConfiguration<ChangeRow>
{
    public void Configure(EntityTypeBuilder<ChangeRow> change)
    {
        change.ToTable("ChangeLog");
        change.HasKey(c => new { c.Msp, c.Id });
        change.Property(c => c.Msp).HasMaxLength(TextLimits.MaxIdLength);
        change.Property(c => c.Id).ValueGeneratedNever();
        change.Property(c => c.Subject).HasConversion<string>().HasMaxLength(TextLimits.MaxTokenLength);
        change.Property(c => c.SubjectId).HasMaxLength(TextLimits.MaxIdLength);
        change.Property(c => c.Kind).HasConversion<string>().HasMaxLength(TextLimits.MaxTokenLength);
        change.Property(c => c.By).HasMaxLength(TextLimits.MaxIdLength);
        change.Property(c => c.Reason).HasMaxLength(ChangeContext.MaxReasonLength);
        change.HasIndex(c => new
        {
            c.Msp,
            c.Subject,
            c.SubjectId,
            c.ChangedAt,
            c.Version,
        });
        change.HasIndex(c => new
        {
            c.Msp,
            c.IsDelivered,
            c.ChangedAt,
            c.Rank,
            c.Version,
            c.Id,
        });
    }
}
