using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Msp.Customers.ChangeLog;
using Msp.Customers.Usage;

namespace Msp.Customers.EntityFrameworkCore.Tests.Mapping;

// Writes to the tables without the library.
public sealed class CheckTests : IDisposable
{
    // The name of each check, and an update that it refuses.
    private static readonly Dictionary<string, string> Refused = new()
    {
        ["CK_Customers_TenantType"] = "\"TenantType\" = 'evaluation', \"EvaluationEndDate\" = NULL",
        ["CK_Customers_SuspensionReason"] = "\"SuspendedOn\" = '2026-03-01', \"SuspensionReason\" = '1'",
        ["CK_Customers_SuspendedOn"] = "\"SuspendedOn\" = '2026-03-01'",
        ["CK_Customers_ClosedOn"] = "\"ClosedOn\" = '2026-03-01'",
        ["CK_Customers_RetentionDate_ClosedOn"] = "\"ClosedOn\" = '2026-03-01', \"RetentionDate\" = '2026-02-28'",
        ["CK_Customers_EvaluationEndDate"] = "\"EvaluationEndDate\" = NULL",
        ["CK_Customers_EvaluationEndDate_RegisteredOn"] = "\"EvaluationEndDate\" = '2026-02-28'",
        ["CK_Customers_LastQuotaNumber"] = "\"LastQuotaNumber\" = -1",
        ["CK_Customers_LastScheduleNumber"] = "\"LastScheduleNumber\" = -1",
        ["CK_Customers_LastContactNumber"] = "\"LastContactNumber\" = -1",
        ["CK_CreditQuotas_Number"] = "\"Number\" = 0",
        ["CK_CreditQuotas_EndDate_EffectiveDate"] = "\"EndDate\" = '2026-02-28'",
        ["CK_CreditQuotas_CreditMicros"] = "\"CreditMicros\" = 0",
        ["CK_CreditQuotas_CarryOverFrom"] = "\"CarryOverFrom\" = 0",
        ["CK_CreditQuotas_CarryOverMaxMicros"] = "\"CarryOverMaxMicros\" = 0",
        ["CK_CreditQuotas_CarryOverMaxPercentMillionths"] = "\"CarryOverMaxPercentMillionths\" = 1000000001",
        ["CK_QuotaSchedules_Number"] = "\"Number\" = 0",
        ["CK_QuotaSchedules_CreditMicros"] = "\"CreditMicros\" = -1",
        ["CK_QuotaSchedules_IncrementMicros"] = "\"IncrementMicros\" = -1",
        ["CK_QuotaSchedules_NextOccurrence"] = "\"NextOccurrence\" = -1",
        ["CK_QuotaSchedules_Unit"] = "\"Unit\" = 'Fortnight'",
        ["CK_QuotaSchedules_Interval"] = "\"Interval\" = 1001",
        ["CK_QuotaSchedules_Until_Start"] = "\"Until\" = '2026-02-28'",
        ["CK_QuotaSchedules_CarryOverMaxMicros"] = "\"CarryOverMaxMicros\" = 1000000000000000001",
        ["CK_QuotaSchedules_CarryOverMaxPercentMillionths"] = "\"CarryOverMaxPercentMillionths\" = 0",
        ["CK_CustomerContacts_Number"] = "\"Number\" = 0",
        ["CK_CustomerContacts_Roles"] = "\"Roles\" = 16",
        ["CK_ServicePlans_Edition"] = "\"Edition\" = 'Basic'",
        ["CK_UsageEntries_Kind"] = "\"Kind\" = 'usage'",
        ["CK_UsageEntries_CreditMicros"] = "\"CreditMicros\" = -1",
        ["CK_UsageEntries_RequestedMicros"] = "\"RequestedMicros\" = -1",
        ["CK_UsageEntries_HeldUntil"] = "\"HeldUntil\" = '2026-03-01 00:00:00'",
        ["CK_ChangeLog_Subject"] = "\"Subject\" = 'Contact'",
        ["CK_ChangeLog_Kind"] = "\"Kind\" = 'added'",
        ["CK_Customers_Id_Text"] = "\"Id\" = ' '",
        ["CK_Customers_TimeZone_Text"] = "\"TimeZone\" = ' '",
        ["CK_Customers_ServicePlan_Text"] = "\"ServicePlan\" = ' '",
        ["CK_Customers_AccountName_Text"] = "\"AccountName\" = ' '",
        ["CK_Customers_OrganizationName_Text"] = "\"OrganizationName\" = ' '",
        ["CK_CustomerContacts_Name_Text"] = "\"Name\" = ' '",
        ["CK_CustomerStorageRegions_Name_Text"] = "\"Name\" = ' '",
        ["CK_CustomerReferences_System_Text"] = "\"System\" = ' '",
        ["CK_CustomerReferences_Id_Text"] = "\"Id\" = ' '",
        ["CK_ServicePlans_Id_Text"] = "\"Id\" = ' '",
        ["CK_ServicePlans_Name_Text"] = "\"Name\" = ' '",
        ["CK_ServicePlanFeatures_Name_Text"] = "\"Name\" = ' '",
        ["CK_ServicePlanRegions_Name_Text"] = "\"Name\" = ' '",
        ["CK_UsageEntries_Key_Text"] = "\"Key\" = ' '",
        ["CK_Customers_Version"] = "\"Version\" = -1",
        ["CK_ServicePlans_Version"] = "\"Version\" = -1",
        ["CK_Customers_LicenseExpiryDate_Date"] = $"\"LicenseExpiryDate\" = '{TestDatabase.InvalidDate}'",
        ["CK_Customers_RegisteredOn_Date"] = $"\"RegisteredOn\" = '{TestDatabase.InvalidDate}'",
        ["CK_Customers_EvaluationEndDate_Date"] = $"\"EvaluationEndDate\" = '{TestDatabase.InvalidLateDate}'",
        ["CK_Customers_SuspendedOn_Date"] = $"\"SuspensionReason\" = 'Other', \"SuspendedOn\" = '{TestDatabase.InvalidDate}'",
        ["CK_Customers_ClosedOn_Date"] = $"\"RetentionDate\" = '2026-03-01', \"ClosedOn\" = '{TestDatabase.InvalidDate}'",
        ["CK_Customers_RetentionDate_Date"] = $"\"ClosedOn\" = '2026-03-01', \"RetentionDate\" = '{TestDatabase.InvalidLateDate}'",
        ["CK_Customers_UsageClosedThrough_Date"] = $"\"UsageClosedThrough\" = '{TestDatabase.InvalidDate}'",
        ["CK_CreditQuotas_EffectiveDate_Date"] = $"\"EffectiveDate\" = '{TestDatabase.InvalidDate}'",
        ["CK_CreditQuotas_EndDate_Date"] = $"\"EndDate\" = '{TestDatabase.InvalidLateDate}'",
        ["CK_CreditQuotas_VoidedFrom_Date"] = $"\"VoidedFrom\" = '{TestDatabase.InvalidDate}'",
        ["CK_QuotaSchedules_Start_Date"] = $"\"Start\" = '{TestDatabase.InvalidDate}'",
        ["CK_QuotaSchedules_Until_Date"] = $"\"Until\" = '{TestDatabase.InvalidLateDate}'",
        ["CK_QuotaSchedules_NextRenewal_Date"] = $"\"NextRenewal\" = '{TestDatabase.InvalidDate}'",
        ["CK_UsageEntries_Date_Date"] = $"\"Date\" = '{TestDatabase.InvalidDate}'",
        ["CK_DailyUsage_Date_Date"] = $"\"Date\" = '{TestDatabase.InvalidDate}'",
        ["CK_UsageEntries_Sequence"] = "\"Sequence\" = 0",
    };

    private readonly TestStorage storage = new();

    public void Dispose() => storage.Dispose();

    [Fact]
    public async Task The_tables_refuse_values_that_the_model_does_not_allow()
    {
        await FillAsync();
        await using var context = storage.Context();
        foreach (var (name, change) in Refused)
        {
            var update = $"UPDATE \"{name.Split('_')[1]}\" SET {change}";
            (await context.Awaiting(c => c.Database.ExecuteSqlRawAsync(update)).Should().ThrowAsync<DbException>(update))
                .Which.Message.Should()
                .Contain(name);
        }
    }

    [Fact]
    public void Every_check_constraint_is_tested()
    {
        using var context = storage.Context();
        context
            .GetService<IDesignTimeModel>()
            .Model.GetEntityTypes()
            .SelectMany(e => e.GetCheckConstraints())
            .Select(c => c.Name)
            .Should()
            .BeEquivalentTo(Refused.Keys);
    }

    [Fact]
    public async Task An_unlimited_quota_has_no_credits()
    {
        await FillAsync();
        await using var context = storage.Context();
        await context
            .Awaiting(c => c.Database.ExecuteSqlRawAsync("UPDATE \"CreditQuotas\" SET \"IsUnlimited\" = TRUE"))
            .Should()
            .ThrowAsync<DbException>();
        (await context.Database.ExecuteSqlRawAsync("UPDATE \"CreditQuotas\" SET \"IsUnlimited\" = TRUE, \"CreditMicros\" = 0"))
            .Should()
            .Be(1);
    }

    private async Task FillAsync()
    {
        var draft = Valid.Draft();
        draft.Schedules.Add(
            new QuotaScheduleDraft
            {
                Start = Valid.Today,
                Unit = ScheduleUnit.Month,
                Credits = 1,
            }
        );
        var customer = Customer.Register(draft, CustomerTerms.Default, Valid.Today);
        var plan = Valid.PlanDraft();
        plan.AllowedRegions = ["eu-central-1"];
        await using var context = storage.Context();
        await new DbContextCustomerStore<MspCustomersContext>(
            context,
            null,
            new ChangeContext(new BusinessCalendar(storage.Clock))
        ).AddAsync(customer);
        await new DbContextPlanStore<MspCustomersContext>(context).AddAsync(ServicePlan.Create(plan));
        await new DbContextUsageStore<MspCustomersContext>(context).AppendAsync([
            new UsageEntry
            {
                Customer = customer.Id,
                Key = "k",
                Kind = UsageEntryKind.Usage,
                Date = Valid.Today,
                Credits = Credits.Of(1),
                Requested = Credits.Of(1),
                RecordedAt = Instant.FromUtc(2026, 3, 1, 0, 0),
            },
        ]);
    }
}
