using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Msp.Customers.Names;

namespace Msp.Customers.EntityFrameworkCore;

internal sealed class DailyUsageMapping : IEntityTypeConfiguration<DailyUsageRow>
{
    public void Configure(EntityTypeBuilder<DailyUsageRow> day)
    {
        day.ToTable("DailyUsage");
        day.HasKey(d => new
        {
            d.Msp,
            d.CustomerId,
            d.Date,
            d.IsVoid,
        });
        day.Property(d => d.Msp).HasMaxLength(TextLimits.MaxIdLength);
        day.Property(d => d.CustomerId).AsText();
        day.Property(d => d.Date).AsDate();
        day.HasOne<Customer>().WithMany().HasForeignKey(d => new { d.Msp, d.CustomerId }).OnDelete(DeleteBehavior.Cascade);
    }
}
