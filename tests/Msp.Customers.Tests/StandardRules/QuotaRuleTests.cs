namespace Msp.Customers.Tests.StandardRules;

public sealed class QuotaRuleTests
{
    private static readonly LocalDate Today = Valid.Today;

    [Theory]
    [InlineData(0)]
    [InlineData(-1, "quota.ends-in-the-past Quotas[0].EndDate")]
    public async Task A_new_quota_may_end_today_and_not_yesterday(int days, params string[] found) =>
        (await FoundAsync(Quota(-5, days))).Should().Equal(found);

    [Fact]
    public async Task Today_is_the_date_in_the_time_zone_of_the_customer()
    {
        using var host = new Host();
        host.Clock.Reset(Instant.FromUtc(2026, 3, 1, 11, 0));
        var draft = Draft(Quota(-5, 0));
        (draft.Id, draft.TimeZone) = ("east", "Pacific/Kiritimati"); // 2026-03-02 there
        (await host.Customers.CheckAsync(Customer.Register(draft, host.Terms, Today)))
            .Select(v => v.Code)
            .Should()
            .Equal("quota.ends-in-the-past");
        draft.TimeZone = "Etc/GMT+12"; // 2026-02-28 there
        (await host.Customers.CheckAsync(Customer.Register(draft, host.Terms, Today))).Should().BeEmpty();
    }

    [Fact]
    public async Task An_ended_quota_does_not_prevent_other_changes()
    {
        using var host = new Host();
        var customer = await host.AddAsync(Draft(Quota(0, 0)));
        host.Clock.AdvanceDays(1);
        customer.AddQuota(Quota(1, 1));

        (await host.Customers.CheckAsync(customer)).Should().BeEmpty();
    }

    [Theory]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(11, "quota.ends-after-license Quotas[0].EndDate")]
    [InlineData(null, "quota.ends-after-license Quotas[0].EndDate")]
    public async Task A_quota_that_ends_after_the_last_licensed_day_is_a_warning(int? end, params string[] found) =>
        (await FoundAsync(d => d.LicenseExpiryDate = Today.PlusDays(10), Quota(0, end))).Should().Equal(found);

    [Theory]
    [InlineData(29)]
    [InlineData(30, "quota.ends-after-evaluation Quotas[0].EndDate")]
    [InlineData(null, "quota.ends-after-evaluation Quotas[0].EndDate")]
    public async Task A_quota_that_ends_after_the_last_day_of_the_evaluation_is_a_warning(int? end, params string[] found) =>
        (await FoundAsync(d => d.TenantType = TenantType.Evaluation, Quota(0, end))).Should().Equal(found);

    [Theory]
    [InlineData(0)]
    [InlineData(-1, "license.expired LicenseExpiryDate")]
    public async Task A_license_that_expired_before_today_is_a_warning(int days, params string[] found) =>
        (await FoundAsync(d => d.LicenseExpiryDate = Today.PlusDays(days))).Should().Equal(found);

    [Fact]
    public async Task A_license_that_expired_later_is_not_reported_on_other_changes()
    {
        using var host = new Host();
        var draft = Draft();
        draft.LicenseExpiryDate = Today;
        var customer = await host.AddAsync(draft);
        host.Clock.AdvanceDays(1);
        customer.AddContact(new() { Name = "Linus Example" });

        (await host.Customers.CheckAsync(customer)).Should().BeEmpty();
    }

    [Fact]
    public async Task Adjacent_quotas_do_not_overlap_and_each_later_overlapping_quota_is_reported_once()
    {
        (await FoundAsync(Quota(0, 4), Quota(5, 9))).Should().BeEmpty();
        (await FoundAsync(Quota(0, 4), Quota(4, 9))).Should().Equal("quota.overlaps Quotas[1]");
        (await FoundAsync(Quota(3, 3), Quota(0, null), Quota(0, 9))).Should().Equal("quota.overlaps Quotas[0]", "quota.overlaps Quotas[2]");
    }

    [Theory]
    [InlineData(CustomerStatus.Suspended)]
    [InlineData(CustomerStatus.Closed)]
    public async Task An_inactive_customer_keeps_its_quotas_and_receives_no_credits(CustomerStatus status)
    {
        using var host = new Host();
        var customer = await host.AddAsync(Draft(Quota(0, 9), Quota(10, 19)));
        if (status == CustomerStatus.Suspended)
        {
            customer.Suspend(SuspensionReason.NonPayment, Today);
        }
        else
        {
            customer.Close(Today, CustomerTerms.Default);
        }

        (await host.Customers.CheckAsync(customer)).Should().BeEmpty();
        var increased = customer.Quotas[1].ToDraft();
        increased.Credits = 500;
        customer.ChangeQuota(increased);
        customer.AddQuota(Quota(20, 29));

        var found = await host.Customers.CheckAsync(customer);
        found
            .Select(v => $"{v.Code} {v.Path}")
            .Should()
            .Equal("quota.requires-active-customer Quotas[1]", "quota.requires-active-customer Quotas[2]");
        found[0].Values["Status"].Should().Be(status);
    }

    private static QuotaDraft Quota(int start, int? end) =>
        new()
        {
            Credits = 1,
            EffectiveDate = Today.PlusDays(start),
            EndDate = end is { } e ? Today.PlusDays(e) : null,
        };

    private static CustomerDraft Draft(params QuotaDraft[] quotas)
    {
        var draft = Valid.Draft();
        (draft.TenantType, draft.LicenseExpiryDate, draft.Quotas) = (TenantType.Commercial, null, [.. quotas]);
        return draft;
    }

    private static Task<IEnumerable<string>> FoundAsync(params QuotaDraft[] quotas) => FoundAsync(_ => { }, quotas);

    private static async Task<IEnumerable<string>> FoundAsync(Action<CustomerDraft> change, params QuotaDraft[] quotas)
    {
        using var host = new Host();
        var draft = Draft(quotas);
        change(draft);
        return (await host.Customers.CheckAsync(Customer.Register(draft, host.Terms, Today))).Select(v => $"{v.Code} {v.Path}");
    }
}
