using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Msp.Customers.Names;

namespace Msp.Customers.EntityFrameworkCore;

internal sealed class CustomerMapping(bool uniqueOrganizationNames) : IEntityTypeConfiguration<Customer>
{
    private const string Msp = MspColumn.Name;
    private const string CustomerId = nameof(CustomerId);

    public void Configure(EntityTypeBuilder<Customer> customer)
    {
        customer.ToTable("Customers");
        customer.HasMsp();
        customer.HasKey(Msp, nameof(Customer.Id));
        customer.Property(c => c.Id).AsText().ValueGeneratedNever();
        customer.Property(c => c.TimeZone).HasMaxLength(TextLimits.MaxTimeZoneLength);
        customer.Property(c => c.ServicePlan).AsOptionalText();
        customer.Property(c => c.TenantType).HasConversion<string>().HasMaxLength(TextLimits.MaxTokenLength);
        customer.Property(c => c.LicenseExpiryDate).AsDate();
        customer.Property(c => c.RegisteredOn).AsDate();
        customer.Property(c => c.EvaluationEndDate).AsDate();
        customer.Property(c => c.SuspendedOn).AsDate();
        customer.Property(c => c.SuspensionReason).HasConversion<string>().HasMaxLength(TextLimits.MaxTokenLength);
        customer.Property(c => c.ClosedOn).AsDate();
        customer.Property(c => c.RetentionDate).AsDate();
        customer.Property(c => c.UsageClosedThrough).AsDate();
        customer.Property(c => c.LastQuotaNumber);
        customer.Property(c => c.LastScheduleNumber);
        customer.Property(c => c.LastContactNumber);
        customer.Property(c => c.Version).IsConcurrencyToken().UsePropertyAccessMode(PropertyAccessMode.Property);
        customer.Ignore(c => c.OriginalVersion).Ignore(c => c.Status).Ignore(c => c.PrimaryContact).Ignore(c => c.Timeline);

        customer.HasIndex(Msp, nameof(Customer.ServicePlan), nameof(Customer.Id));
        customer.HasIndex(Msp, nameof(Customer.LicenseExpiryDate), nameof(Customer.Id));
        customer.HasIndex(Msp, nameof(Customer.EvaluationEndDate));
        customer.HasIndex(Msp, nameof(Customer.RetentionDate));
        customer.HasIndex(Msp, nameof(Customer.RegisteredOn), nameof(Customer.Id));
        Account(customer);
        Quotas(customer);
        Schedules(customer);
        Contacts(customer);
        Regions(customer);
        References(customer);
    }

    private void Account(EntityTypeBuilder<Customer> customer)
    {
        customer.OwnsOne(
            c => c.Account,
            account =>
            {
                account.WithOwner().HasForeignKey(Msp, CustomerId);

                // These columns belong to the owner. Without this, a naming convention would rename them a second time.
                account.OwnedEntityType.FindProperty(Msp)!.RemoveAnnotation(RelationalAnnotationNames.ColumnName);
                account
                    .Property(a => a.AccountName)
                    .HasColumnName(nameof(AccountDetails.AccountName))
                    .HasMaxLength(TextLimits.MaxNameLength);
                account
                    .Property(a => a.OrganizationName)
                    .HasColumnName(nameof(AccountDetails.OrganizationName))
                    .HasMaxLength(TextLimits.MaxNameLength);
                account.Property(a => a.Address).HasColumnName(nameof(AccountDetails.Address)).HasMaxLength(TextLimits.MaxAddressLength);
                account
                    .Property(a => a.PhoneNumber)
                    .HasColumnName(nameof(AccountDetails.PhoneNumber))
                    .HasMaxLength(TextLimits.MaxPhoneNumberLength);
                account.Property(a => a.AccountKey).AsText().HasColumnName(nameof(AccountDetails.AccountKey));
                account.Property(a => a.OrganizationKey).AsText().HasColumnName(nameof(AccountDetails.OrganizationKey));
                account
                    .Property(a => a.SearchText)
                    .HasColumnName(nameof(AccountDetails.SearchText))
                    .HasMaxLength((2 * TextLimits.MaxKeyLength) + 1);
                account.HasIndex(Msp, nameof(AccountDetails.AccountKey), CustomerId);

                // A list by name of few among many customers does not read the others.
                ListedWhere("Closed", $"{nameof(Customer.ClosedOn)} IS NOT NULL");
                ListedWhere("Suspended", $"{nameof(Customer.SuspendedOn)} IS NOT NULL");
                foreach (var type in Enum.GetValues<TenantType>())
                {
                    ListedWhere($"{type}", $"{nameof(Customer.TenantType)} = '{type}'");
                }

                void ListedWhere(string name, string condition) =>
                    account
                        .HasIndex([Msp, nameof(AccountDetails.AccountKey), CustomerId], $"{nameof(AccountDetails.AccountKey)}_{name}")
                        .HasAnnotation(IndexFilters.Annotation, condition);

                account.HasIndex(Msp, nameof(AccountDetails.OrganizationKey)).IsUnique(uniqueOrganizationNames);
            }
        );
        customer.Navigation(c => c.Account).IsRequired();
    }

    private static void Quotas(EntityTypeBuilder<Customer> customer) =>
        customer.OwnsMany(
            c => c.Quotas,
            quota =>
            {
                quota.ToTable("CreditQuotas");
                quota.Property<string>(Msp);
                quota.WithOwner().HasForeignKey(Msp, CustomerId);
                quota.HasKey(Msp, CustomerId, nameof(CreditQuota.Number));
                quota.Property(q => q.Number).ValueGeneratedNever();
                quota.Property(q => q.EffectiveDate).AsDate();
                quota.Property(q => q.EndDate).AsDate();
                quota.Property(q => q.VoidedFrom).AsDate();
                quota.Property(q => q.Priority);
                quota.Property<Credits>("credits").AsMicros().HasColumnName("CreditMicros");
                quota.Property<bool>("isUnlimited").HasColumnName("IsUnlimited");
                quota.OwnsOne(
                    q => q.CarryOver,
                    carryOver =>
                    {
                        carryOver.Property(c => c.From).HasColumnName("CarryOverFrom");
                        carryOver.Property(c => c.MaxCredits).AsMicros().HasColumnName("CarryOverMaxMicros");
                        carryOver.Property(c => c.MaxPercent).AsMillionths().HasColumnName("CarryOverMaxPercentMillionths");
                        carryOver.Property(c => c.Compounds).HasColumnName("CarryOverCompounds");
                    }
                );
                quota.Ignore(q => q.Limit).Ignore(q => q.Period).Ignore(q => q.UsablePeriod);

                // Without the MSP as the first column: SQLite would prefer these indexes to the key when it reads the quotas of one
                // customer.
                quota.HasIndex(Msp, nameof(CreditQuota.EndDate));
                quota
                    .HasIndex(Msp, nameof(CreditQuota.VoidedFrom))
                    .HasAnnotation(IndexFilters.Annotation, $"{nameof(CreditQuota.VoidedFrom)} IS NOT NULL");
                quota.HasIndex(Msp, nameof(CreditQuota.EffectiveDate), nameof(CreditQuota.EndDate));
            }
        );

    private static void Schedules(EntityTypeBuilder<Customer> customer) =>
        customer.OwnsMany(
            c => c.Schedules,
            schedule =>
            {
                schedule.ToTable("QuotaSchedules");
                schedule.Property<string>(Msp);
                schedule.WithOwner().HasForeignKey(Msp, CustomerId);
                schedule.HasKey(Msp, CustomerId, nameof(QuotaSchedule.Number));
                schedule.Property(s => s.Number).ValueGeneratedNever();
                schedule.OwnsOne(
                    s => s.Dates,
                    dates =>
                    {
                        dates.Property(d => d.Start).AsDate().HasColumnName(nameof(Schedule.Start));
                        dates
                            .Property(d => d.Unit)
                            .HasConversion<string>()
                            .HasMaxLength(TextLimits.MaxTokenLength)
                            .HasColumnName(nameof(Schedule.Unit));
                        dates.Property(d => d.Interval).HasColumnName(nameof(Schedule.Interval));
                        dates.Property(d => d.Until).AsDate().HasColumnName(nameof(Schedule.Until));
                    }
                );
                schedule.Navigation(s => s.Dates).IsRequired();
                schedule.Property<Credits>("credits").AsMicros().HasColumnName("CreditMicros");
                schedule.Property<bool>("isUnlimited").HasColumnName("IsUnlimited");
                schedule.Property(s => s.Increment).AsMicros().HasColumnName("IncrementMicros");
                schedule.Property(s => s.Priority);
                schedule.OwnsOne(
                    s => s.CarryOver,
                    carryOver =>
                    {
                        carryOver.Property(c => c.MaxCredits).AsMicros().HasColumnName("CarryOverMaxMicros");
                        carryOver.Property(c => c.MaxPercent).AsMillionths().HasColumnName("CarryOverMaxPercentMillionths");
                        carryOver.Property(c => c.Compounds).HasColumnName("CarryOverCompounds");
                    }
                );
                schedule.Property(s => s.NextOccurrence);
                schedule.Property(s => s.NextRenewal).AsDate();
                schedule.Property(s => s.LastQuota);
                schedule.Ignore(s => s.InitialLimit);
                schedule.HasIndex(Msp, nameof(QuotaSchedule.NextRenewal));
            }
        );

    private static void Contacts(EntityTypeBuilder<Customer> customer) =>
        customer.OwnsMany(
            c => c.Contacts,
            contact =>
            {
                contact.ToTable("CustomerContacts");
                contact.Property<string>(Msp);
                contact.WithOwner().HasForeignKey(Msp, CustomerId);
                contact.HasKey(Msp, CustomerId, nameof(Contact.Number));
                contact.Property(c => c.Number).ValueGeneratedNever();
                contact.Property(c => c.Name).HasMaxLength(TextLimits.MaxNameLength);
                contact.Property(c => c.Email).HasMaxLength(TextLimits.MaxEmailLength);
                contact.Property(c => c.PhoneNumber).HasMaxLength(TextLimits.MaxPhoneNumberLength);
                contact.Property(c => c.Roles).HasConversion<int>();
                contact.Property(c => c.IsPrimary);
            }
        );

    private static void Regions(EntityTypeBuilder<Customer> customer) =>
        customer.OwnsMany(
            c => c.StorageRegions,
            region =>
            {
                region.ToTable("CustomerStorageRegions");
                region.Property<string>(Msp);
                region.WithOwner().HasForeignKey(Msp, CustomerId);
                region.Property(r => r.Name).HasMaxLength(TextLimits.MaxTokenLength).ValueGeneratedNever();
                region.HasKey(Msp, CustomerId, nameof(StorageRegion.Name));
                region.HasIndex(Msp, nameof(StorageRegion.Name));
            }
        );

    private static void References(EntityTypeBuilder<Customer> customer) =>
        customer.OwnsMany(
            c => c.References,
            reference =>
            {
                reference.ToTable("CustomerReferences");
                reference.Property<string>(Msp);
                reference.WithOwner().HasForeignKey(Msp, CustomerId);
                reference.Property(r => r.System).HasMaxLength(TextLimits.MaxTokenLength).ValueGeneratedNever();
                reference.Property(r => r.Id).HasMaxLength(TextLimits.MaxNameLength).ValueGeneratedNever();
                reference.HasKey(Msp, CustomerId, nameof(ExternalReference.System), nameof(ExternalReference.Id));
                reference.HasIndex(Msp, nameof(ExternalReference.System), nameof(ExternalReference.Id)).IsUnique();
            }
        );
}
