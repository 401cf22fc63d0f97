using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Msp.Customers.ChangeLog;
using Msp.Customers.Usage;

namespace Msp.Customers.EntityFrameworkCore;

// Adds the invariants of the model to the tables as check constraints, for writes that bypass the library. Runs when the model is
// finalized, because a host can rename columns before.
internal sealed class ModelChecks(DatabaseDialect? dialect) : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var entity in modelBuilder.Metadata.GetEntityTypes())
        {
            if (StoreObjectIdentifier.Create(entity, StoreObjectType.Table) is { } table && ChecksOf(entity.ClrType) is { } add)
            {
                var checks = new TableChecks(entity, table);
                checks.AreDates(dialect);
                add(checks);
            }
        }
    }

    private static Action<TableChecks>? ChecksOf(Type type) =>
        type == typeof(Customer) ? OfCustomer
        : type == typeof(CreditQuota) ? OfQuota
        : type == typeof(QuotaSchedule) ? OfSchedule
        : type == typeof(Schedule) ? OfScheduleDates
        : type == typeof(CarryOver) ? OfCarryOver
        : type == typeof(CarryOverTerms) ? OfCarryOverTerms
        : type == typeof(Contact) ? OfContact
        : type == typeof(AccountDetails) ? OfAccount
        : type == typeof(StorageRegion) ? OfRegion
        : type == typeof(ExternalReference) ? OfReference
        : type == typeof(PlanFeature) ? OfFeature
        : type == typeof(ServicePlan) ? OfPlan
        : type == typeof(UsageRow) ? OfUsage
        : type == typeof(DailyUsageRow) ? OfDailyUsage
        : type == typeof(ChangeRow) ? OfChange
        : null;

    private static void OfCustomer(TableChecks customer)
    {
        customer.IsText(nameof(Customer.Id));
        customer.IsText(nameof(Customer.TimeZone));
        customer.IsText(nameof(Customer.ServicePlan));
        customer.IsBetween(nameof(Customer.Version), 0);
        customer.IsNamed<TenantType>(nameof(Customer.TenantType));
        customer.IsNamed<SuspensionReason>(nameof(Customer.SuspensionReason));
        customer.AreTogether(nameof(Customer.SuspendedOn), nameof(Customer.SuspensionReason));
        customer.AreTogether(nameof(Customer.ClosedOn), nameof(Customer.RetentionDate));
        customer.IsNotBefore(nameof(Customer.RetentionDate), nameof(Customer.ClosedOn));
        customer.IsNotBefore(nameof(Customer.EvaluationEndDate), nameof(Customer.RegisteredOn));
        customer.IsThereWhere(nameof(Customer.EvaluationEndDate), nameof(Customer.TenantType), TenantType.Evaluation);
        customer.IsBetween(nameof(Customer.LastQuotaNumber), 0);
        customer.IsBetween(nameof(Customer.LastScheduleNumber), 0);
        customer.IsBetween(nameof(Customer.LastContactNumber), 0);
    }

    private static void OfAccount(TableChecks account)
    {
        account.IsText(nameof(AccountDetails.AccountName));
        account.IsText(nameof(AccountDetails.OrganizationName));
    }

    private static void OfRegion(TableChecks region) => region.IsText(nameof(StorageRegion.Name));

    private static void OfReference(TableChecks reference)
    {
        reference.IsText(nameof(ExternalReference.System));
        reference.IsText(nameof(ExternalReference.Id));
    }

    private static void OfQuota(TableChecks quota)
    {
        quota.IsBetween(nameof(CreditQuota.Number), 1);
        quota.IsNotBefore(nameof(CreditQuota.EndDate), nameof(CreditQuota.EffectiveDate));
        quota.IsAmountUnless("credits", "isUnlimited", orZeroWith: nameof(CreditQuota.CarryOver), nameof(CarryOver.From));
    }

    private static void OfSchedule(TableChecks schedule)
    {
        schedule.IsBetween(nameof(QuotaSchedule.Number), 1);
        schedule.IsAmountUnless("credits", "isUnlimited");
        schedule.IsBetween(nameof(QuotaSchedule.Increment), 0, Credits.Max.Micros);
        schedule.IsBetween(nameof(QuotaSchedule.NextOccurrence), 0);
    }

    private static void OfScheduleDates(TableChecks dates)
    {
        dates.IsNamed<ScheduleUnit>(nameof(Schedule.Unit));
        dates.IsBetween(nameof(Schedule.Interval), 1, Schedule.MaxInterval);
        dates.IsNotBefore(nameof(Schedule.Until), nameof(Schedule.Start));
    }

    private static void OfCarryOver(TableChecks carryOver)
    {
        carryOver.IsBetween(nameof(CarryOver.From), 1);
        OfCarryOverTerms(carryOver);
    }

    private static void OfCarryOverTerms(TableChecks carryOver)
    {
        carryOver.IsBetween(nameof(CarryOver.MaxCredits), 1, Credits.Max.Micros);
        carryOver.IsBetween(nameof(CarryOver.MaxPercent), 1, (long)CarryOverTerms.PercentLimit * Credits.Scale);
    }

    private static void OfContact(TableChecks contact)
    {
        contact.IsBetween(nameof(Contact.Number), 1);
        contact.IsText(nameof(Contact.Name));
        contact.IsBetween(nameof(Contact.Roles), 0, Enum.GetValues<ContactRoles>().Sum(r => (int)r));
    }

    private static void OfPlan(TableChecks plan)
    {
        plan.IsText(nameof(ServicePlan.Id));
        plan.IsText(nameof(ServicePlan.Name));
        plan.IsNamed<Edition>(nameof(ServicePlan.Edition));
        plan.IsBetween(nameof(ServicePlan.Version), 0);
    }

    private static void OfFeature(TableChecks feature) => feature.IsText(nameof(PlanFeature.Name));

    private static void OfUsage(TableChecks usage)
    {
        usage.IsText(nameof(UsageRow.Key));
        usage.IsNamed<UsageEntryKind>(nameof(UsageRow.Kind));
        usage.IsBetween(nameof(UsageRow.CreditMicros), 0, Credits.Max.Micros);
        usage.IsBetween(nameof(UsageRow.RequestedMicros), 0, Credits.Max.Micros);
        usage.IsBetween(nameof(UsageRow.Sequence), 1);
        usage.IsThereWhere(nameof(UsageRow.HeldUntil), nameof(UsageRow.Kind), UsageEntryKind.Reservation);
    }

    // The dates are checked in every table.
    private static void OfDailyUsage(TableChecks day) { }

    private static void OfChange(TableChecks change)
    {
        change.IsNamed<ChangeSubject>(nameof(ChangeRow.Subject));
        change.IsNamed<ChangeKind>(nameof(ChangeRow.Kind));
    }
}
