using Msp.Customers.Calendars;
using Msp.Customers.Plans;
using Msp.Customers.Quotas;

namespace Msp.Customers.Tests.Seed;

public sealed class ServiceDetailsFieldsTests : IDisposable
{
    private static readonly LocalDate Today = new(2026, 3, 1);
    private readonly Portal portal = new();

    public void Dispose() => portal.Dispose();

    [Fact]
    public async Task Service_Plan_is_the_plan_that_the_customer_has_subscribed_to()
    {
        await portal.AddPlanAsync(Valid.PlanDraft("gold"));

        (await SavedAsync(d => d.ServicePlan = "gold")).ServicePlan.Should().Be(new PlanId("gold"));

        (await RefusalAsync(d => d.ServicePlan = "platinum")).Should().Equal("plan.unknown at ServicePlan");
    }

    [Fact]
    public async Task Tenant_Type_is_Evaluation_by_default()
    {
        var customer = await SavedAsync(_ => { });

        customer.TenantType.Should().Be(TenantType.Evaluation);
        customer.EvaluationEndDate.Should().Be(new LocalDate(2026, 3, 30), "an evaluation lasts 30 days, the first one counted");
    }

    [Theory]
    [InlineData(TenantType.Commercial)]
    [InlineData(TenantType.Sandbox)]
    public async Task Tenant_Type_is_what_was_chosen(TenantType type)
    {
        var customer = await SavedAsync(d => d.TenantType = type);

        customer.TenantType.Should().Be(type);
        customer.EvaluationEndDate.Should().BeNull();
    }

    [Fact]
    public async Task Storage_Region_is_the_region_selected_for_the_data_storage()
    {
        (await SavedAsync(d => d.StorageRegions = ["EU-Central-1"])).StorageRegions.Should().Equal(new StorageRegion("eu-central-1"));

        var plan = Valid.PlanDraft();
        plan.AllowedRegions.Add("us-east-1");
        await portal.AddPlanAsync(plan);
        (await RefusalAsync(d => (d.ServicePlan, d.StorageRegions) = (plan.Id, ["eu-central-1"]))).Should().Equal("region.not-allowed at StorageRegions[0]");
    }

    [Fact]
    public async Task Credit_Quota_is_the_exact_credits_allocated_to_the_customer()
    {
        (await SavedAsync(d => d.Quotas[0].Credits = 1.5m)).Quotas[0].Limit.Should().Be(QuotaLimit.Of(Credits.Of(1.5m)));

        (await RefusalAsync(d => d.Quotas[0].Credits = 0)).Should().Equal("quota.credits-not-positive at Quotas[0].Credits");
    }

    [Fact]
    public async Task Quota_Effective_Date_is_the_first_day_on_which_the_quota_is_applicable()
    {
        var quota = (await SavedAsync(d => d.Quotas[0].EffectiveDate = Today.PlusDays(2))).Quotas[0];

        quota.StateOn(Today.PlusDays(1)).Should().Be(PeriodState.NotStarted);
        quota.StateOn(Today.PlusDays(2)).Should().Be(PeriodState.InForce);
        (await RefusalAsync(d => d.Quotas[0].EffectiveDate = null)).Should().Equal("quota.effective-date-missing at Quotas[0].EffectiveDate");
    }

    [Fact]
    public async Task Quota_End_Date_is_the_last_day_before_the_quota_expires()
    {
        var quota = (await SavedAsync(d => d.Quotas[0].EndDate = Today.PlusDays(9))).Quotas[0];

        quota.StateOn(Today.PlusDays(9)).Should().Be(PeriodState.InForce);
        quota.StateOn(Today.PlusDays(10)).Should().Be(PeriodState.Ended);
        (await RefusalAsync(d => d.Quotas[0].EndDate = Today.PlusDays(-1))).Should().Equal("quota.ends-before-it-starts at Quotas[0].EndDate");
    }

    [Fact]
    public async Task License_Expiry_Date_is_the_last_licensed_day()
    {
        var customer = await SavedAsync(d => d.LicenseExpiryDate = Today.PlusDays(5));

        customer.IsLicensedOn(Today.PlusDays(5)).Should().BeTrue();
        customer.IsLicensedOn(Today.PlusDays(6)).Should().BeFalse();
        customer.DecideOn(Today.PlusDays(6)).PaysFirst.Should().BeNull();
    }

    private async Task<Customer> SavedAsync(Action<CustomerDraft> fill)
    {
        var draft = Valid.Draft();
        fill(draft);
        await portal.AddAsync(draft);
        return (await portal.CustomersPageAsync()).Should().ContainSingle().Subject;
    }

    private Task<IEnumerable<string>> RefusalAsync(Action<CustomerDraft> fill)
    {
        var draft = Valid.Draft("Second");
        fill(draft);
        return Portal.RefusalAsync(() => portal.AddAsync(draft));
    }
}
