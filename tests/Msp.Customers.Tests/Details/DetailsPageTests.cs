using Msp.Customers.AspNetCore;

namespace Msp.Customers.Tests.Details;

// The parts of the page that need no provider.
public sealed class DetailsPageTests : IDisposable
{
    private readonly Host host = new();

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task The_page_shows_plan_quotas_gaps_contacts_and_references_as_of_today()
    {
        await host.AddPlanAsync();
        var draft = Valid.Draft();
        draft.ServicePlan = "gold";
        draft.Contacts[1].IsPrimary = !(draft.Contacts[0].IsPrimary = false);
        draft.Quotas = [Quota(0, 0), Quota(2, 5), new() { Unlimited = true, EffectiveDate = Valid.Today.PlusDays(9) }];
        var customer = await host.AddAsync(draft);
        host.Clock.AdvanceDays(2);

        var page = await PageAsync(customer);

        page.Date.Should().Be(Valid.Today.PlusDays(2));
        (page.Status, page.Plan.Id, page.Plan.Plan!.Name, page.Plan.IsLicensed)
            .Should()
            .Be((CustomerStatus.Active, new PlanId("gold"), "Plan gold", true));
        (page.Plan.TenantType, page.Plan.EvaluationEndDate, page.Plan.LicenseExpiryDate)
            .Should()
            .Be((TenantType.Evaluation, Valid.Today.PlusDays(29), customer.LicenseExpiryDate));
        page.StorageAndCredits.Quotas.Select(q => $"{q.Number} {q.State} {q.DaysLeft}")
            .Should()
            .Equal("1 Ended 0", "2 InForce 4", "3 NotStarted ");
        page.StorageAndCredits.Decision.ConsumedFirst!.Number.Should().Be(2);
        page.StorageAndCredits.QuotaGaps.Select(g => $"{g}").Should().Equal("2026-03-02..2026-03-02", "2026-03-07..2026-03-09");
        page.Contacts.Select(c => c.Number).Should().Equal([2, 1], "the primary contact comes first");
        page.References.Should().ContainSingle();
    }

    [Fact]
    public async Task The_date_of_the_page_is_today_in_the_customers_time_zone()
    {
        var draft = Valid.Draft();
        draft.TimeZone = "Pacific/Kiritimati";
        var customer = await host.AddAsync(draft);

        (await PageAsync(customer)).Date.Should().Be(Valid.Today.PlusDays(1));
    }

    [Fact]
    public async Task A_customer_without_plan_quota_and_license_has_a_page()
    {
        var customer = await host.AddAsync(new CustomerDraft { AccountName = "A", OrganizationName = "B" });

        var page = await PageAsync(customer);

        (page.Plan.Id, page.Plan.Plan, page.Plan.LicenseExpiryDate, page.Plan.IsLicensed).Should().Be((null, null, null, true));
        page.StorageAndCredits.Decision.IsUsable.Should().BeFalse();
    }

    private static QuotaDraft Quota(int start, int end) =>
        new()
        {
            Credits = 1,
            EffectiveDate = Valid.Today.PlusDays(start),
            EndDate = Valid.Today.PlusDays(end),
        };

    private async Task<CustomerDetails> PageAsync(Customer customer) => (await host.Get<CustomerDetailsReader>().ReadAsync(customer.Id))!;
}
