using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Msp.Customers.Names;

namespace Msp.Customers.EntityFrameworkCore;

internal sealed class PlanMapping : IEntityTypeConfiguration<ServicePlan>
{
    private const string Msp = MspColumn.Name;
    private const string PlanId = nameof(PlanId);

    public void Configure(EntityTypeBuilder<ServicePlan> plan)
    {
        plan.ToTable("ServicePlans");
        plan.HasMsp();
        plan.HasKey(Msp, nameof(ServicePlan.Id));
        plan.Property(p => p.Id).AsText().ValueGeneratedNever();
        plan.Property(p => p.Name).HasMaxLength(TextLimits.MaxNameLength);
        plan.Property(p => p.NameKey).AsText();
        plan.Property(p => p.Edition).HasConversion<string>().HasMaxLength(TextLimits.MaxTokenLength);
        plan.Property(p => p.IsRetired);
        plan.Property(p => p.Version).IsConcurrencyToken().UsePropertyAccessMode(PropertyAccessMode.Property);
        plan.Ignore(p => p.OriginalVersion);
        plan.HasIndex(Msp, nameof(ServicePlan.NameKey));
        plan.OwnsMany(
            p => p.Features,
            feature =>
            {
                feature.ToTable("ServicePlanFeatures");
                feature.Property<string>(Msp);
                feature.WithOwner().HasForeignKey(Msp, PlanId);
                feature.Property(f => f.Name).HasMaxLength(TextLimits.MaxNameLength).ValueGeneratedNever();
                feature.HasKey(Msp, PlanId, nameof(PlanFeature.Name));
            }
        );
        plan.OwnsMany(
            p => p.AllowedRegions,
            region =>
            {
                region.ToTable("ServicePlanRegions");
                region.Property<string>(Msp);
                region.WithOwner().HasForeignKey(Msp, PlanId);
                region.Property(r => r.Name).HasMaxLength(TextLimits.MaxTokenLength).ValueGeneratedNever();
                region.HasKey(Msp, PlanId, nameof(StorageRegion.Name));
            }
        );
    }
}
