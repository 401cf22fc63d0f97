namespace Msp.Customers.Tests.Seed;

public sealed class ServiceDetailsFieldsTests : IDisposable
{
    private readonly Portal portal = new();

    public void Dispose() => portal.Dispose();

    [Fact]
    public async Task Service_Plan_is_the_plan_that_the_customer_has_subscribed_to()
    {
        await portal.AddPlanAsync();

        (await portal.SavedAsync(d => d.ServicePlan = "gold")).ServicePlan.Should().Be(new PlanId("gold"));

        (await portal.RefusalAsync(d => d.ServicePlan = "platinum")).Should().Equal("plan.not-found at ServicePlan");
    }

    [Fact]
    public async Task Tenant_Type_is_Evaluation_by_default()
    {
        var customer = await portal.SavedAsync(_ => { });

        customer.TenantType.Should().Be(TenantType.Evaluation);
        customer.EvaluationEndDate.Should().Be(new LocalDate(2026, 3, 30), "an evaluation lasts 30 days, the first one counted");
    }

    [Theory]
    [InlineData(TenantType.Commercial)]
    [InlineData(TenantType.Sandbox)]
    public async Task Tenant_Type_is_the_selected_type(TenantType type)
    {
        var customer = await portal.SavedAsync(d => d.TenantType = type);

        customer.TenantType.Should().Be(type);
        customer.EvaluationEndDate.Should().BeNull();
    }

    [Fact]
    public async Task Storage_Region_is_the_region_selected_for_the_data_storage()
    {
        (await portal.SavedAsync(d => d.StorageRegions = ["EU-Central-1"]))
            .StorageRegions.Should()
            .Equal(new StorageRegion("eu-central-1"));

        await portal.AddPlanAsync(p => p.AllowedRegions.Add("us-east-1"));
        (await portal.RefusalAsync(d => (d.ServicePlan, d.StorageRegions) = ("gold", ["eu-central-1"])))
            .Should()
            .Equal("region.not-allowed at StorageRegions[0]");
    }

    [Fact]
    public async Task Credit_Quota_is_the_exact_credits_allocated_to_the_customer()
    {
        (await portal.SavedAsync(d => d.Quotas[0].Credits = 1.5m)).Quotas[0].Limit.Should().Be(QuotaLimit.Of(Credits.Of(1.5m)));

        (await portal.RefusalAsync(d => d.Quotas[0].Credits = 0)).Should().Equal("quota.credits-not-positive at Quotas[0].Credits");
    }

    [Fact]
    public async Task Quota_Effective_Date_is_the_first_day_on_which_the_quota_is_applicable()
    {
        var quota = (await portal.SavedAsync(d => d.Quotas[0].EffectiveDate = Valid.Today.PlusDays(2))).Quotas[0];

        quota.StateOn(Valid.Today.PlusDays(1)).Should().Be(PeriodState.NotStarted);
        quota.StateOn(Valid.Today.PlusDays(2)).Should().Be(PeriodState.InForce);
        (await portal.RefusalAsync(d => d.Quotas[0].EffectiveDate = null))
            .Should()
            .Equal("quota.effective-date-required at Quotas[0].EffectiveDate");
    }

    [Fact]
    public async Task Quota_End_Date_is_the_last_day_before_the_quota_expires()
    {
        var quota = (await portal.SavedAsync(d => d.Quotas[0].EndDate = Valid.Today.PlusDays(9))).Quotas[0];

        quota.StateOn(Valid.Today.PlusDays(9)).Should().Be(PeriodState.InForce);
        quota.StateOn(Valid.Today.PlusDays(10)).Should().Be(PeriodState.Ended);
        (await portal.RefusalAsync(d => d.Quotas[0].EndDate = Valid.Today.PlusDays(-1)))
            .Should()
            .Equal("quota.ends-before-it-starts at Quotas[0].EndDate");
    }

    [Fact]
    public async Task License_Expiry_Date_is_the_last_licensed_day()
    {
        var customer = await portal.SavedAsync(d => d.LicenseExpiryDate = Valid.Today.PlusDays(5));

        customer.IsLicensedOn(Valid.Today.PlusDays(5)).Should().BeTrue();
        customer.IsLicensedOn(Valid.Today.PlusDays(6)).Should().BeFalse();
        customer.DecideOn(Valid.Today.PlusDays(6), CustomerTerms.Default).ConsumedFirst.Should().BeNull();
    }
}
