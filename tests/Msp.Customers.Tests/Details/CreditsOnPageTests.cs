using Msp.Customers.AspNetCore;
using Msp.Customers.Usage;

namespace Msp.Customers.Tests.Details;

// The credits on the page, around the days on which they change.
public sealed class CreditsOnPageTests : IDisposable
{
    private readonly Host host = new(details: o => (o.ForecastDays, o.ForecastWindowDays) = (40, 10));
    private int posted;

    public void Dispose() => host.Dispose();

    [Theory]
    [InlineData(0, "InForce 10 days, consumed 0, remaining 100, expired 0, 0 %, exhausted False")]
    [InlineData(4, "InForce 6 days, consumed 25.5, remaining 74.5, expired 0, 25.5 %, exhausted False")]
    [InlineData(9, "InForce 1 days, consumed 25.5, remaining 74.5, expired 0, 25.5 %, exhausted False")]
    [InlineData(10, "Ended 0 days, consumed 25.5, remaining 0, expired 74.5, 25.5 %, exhausted False")]
    public async Task A_quota_has_its_balance_on_the_date_of_the_page(int day, string expected)
    {
        var customer = await AddAsync(Quota(0, 9));
        await UseAsync(customer, (4, 25.5m));
        host.Clock.AdvanceDays(day);

        (await QuotasAsync(customer)).Should().Equal(expected);
    }

    [Fact]
    public async Task A_fully_consumed_quota_is_exhausted_and_further_usage_is_overage()
    {
        var customer = await AddAsync(Quota(0, 9));
        await UseAsync(customer, (0, 60), (1, 60), (2, 5));
        host.Clock.AdvanceDays(1);

        var usage = await UsageAsync(customer);

        (await QuotasAsync(customer)).Should().Equal("InForce 9 days, consumed 100, remaining 0, expired 0, 100 %, exhausted True");
        (usage.Used, usage.Overage).Should().Be((120m, 20m), "usage with the date of tomorrow is not counted yet");
        (usage.Totals.Granted, usage.Totals.Consumed, usage.Totals.Remaining).Should().Be((100m, 100m, 0m));
    }

    [Fact]
    public async Task Usage_with_a_future_date_is_only_in_the_forecast()
    {
        var customer = await AddAsync(Quota(0, 9));
        await UseAsync(customer, (1, 130));

        var usage = await UsageAsync(customer);

        (usage.Used, usage.Overage, usage.LastDays.Sum(d => d.Credits)).Should().Be((0m, 0m, 0m));
        (usage.Forecast!.CreditsPerDay, usage.Forecast.RunsOutOn, usage.Forecast.ExpectedOverage)
            .Should()
            .Be((0m, Valid.Today.PlusDays(1), 30m));
    }

    [Fact]
    public async Task A_voided_quota_has_voided_credits_and_no_expired_credits()
    {
        var customer = await AddAsync(Quota(0, 9));
        await UseAsync(customer, (0, 40));
        customer.VoidQuota(1, Valid.Today.PlusDays(3));
        await host.Customers.UpdateAsync(customer);

        (await QuotasAsync(customer)).Should().Equal("InForce 3 days, consumed 40, remaining 60, expired 0, 40 %, exhausted False");
        host.Clock.AdvanceDays(3);
        (await QuotasAsync(customer)).Should().Equal("Ended 0 days, consumed 40, remaining 0, expired 0, 40 %, exhausted False");
        (await PageAsync(customer)).StorageAndCredits.Quotas[0].Balance!.Voided.Should().Be(60);
        (await UsageAsync(customer)).Totals.Voided.Should().Be(60);
    }

    [Fact]
    public async Task An_unlimited_quota_has_no_remaining_amount_and_runs_out_with_the_evaluation()
    {
        var customer = await AddAsync(new QuotaDraft { Unlimited = true, EffectiveDate = Valid.Today });
        await UseAsync(customer, (0, 500));

        (await QuotasAsync(customer)).Should().Equal("InForce  days, consumed 500, remaining , expired 0,  %, exhausted False");
        var usage = await UsageAsync(customer);
        (usage.Totals.Granted, usage.Totals.Consumed, usage.Used, usage.Overage).Should().Be((0m, 0m, 500m, 0m));
        usage.Forecast!.RunsOutOn.Should().Be(customer.EvaluationEndDate!.Value.PlusDays(1), "nothing is granted after the evaluation");
    }

    [Fact]
    public async Task F06_The_decision_and_the_forecast_of_the_page_consider_the_end_of_the_evaluation()
    {
        var customer = await AddAsync(new QuotaDraft { Credits = 1_000, EffectiveDate = Valid.Today });
        await UseAsync(customer, (0, 30));

        var page = await PageAsync(customer);
        page.StorageAndCredits.Decision.IsUsable.Should().BeTrue();
        (page.StorageAndCredits.Usage!.Forecast!.RunsOutOn, page.StorageAndCredits.Usage.Forecast.ExpectedOverage)
            .Should()
            .Be((new LocalDate(2026, 3, 31), 0));

        await UseAsync(customer, (25, 30));
        host.Clock.AdvanceDays(30);
        page = await PageAsync(customer);
        page.StorageAndCredits.Decision.IsUsable.Should().BeFalse();
        page.StorageAndCredits.Usage!.Forecast!.RunsOutOn.Should().Be(new LocalDate(2026, 4, 1), "the day after that of the page");
    }

    [Fact]
    public async Task All_usage_without_a_quota_is_overage()
    {
        var customer = await AddAsync();
        await UseAsync(customer, (0, 10));

        (await QuotasAsync(customer)).Should().BeEmpty();
        var usage = await UsageAsync(customer);
        (usage.Used, usage.Overage, usage.Forecast!.RunsOutOn).Should().Be((10m, 10m, Valid.Today.PlusDays(1)));
    }

    [Fact]
    public async Task Quotas_are_ordered_by_number_and_not_by_consumption()
    {
        var customer = await AddAsync(Quota(0, 9), Quota(0, 4), Quota(5, 9));
        await UseAsync(customer, (0, 30));

        (await PageAsync(customer))
            .StorageAndCredits.Quotas.Select(q => (q.Number, q.Balance!.Quota.Number, q.Balance.Consumed, q.Balance.Remaining))
            .Should()
            .Equal((1, 1, 0, 100), (2, 2, 30, 70), (3, 3, 0, 0));
    }

    [Fact]
    public async Task Carried_over_credits_do_not_expire_and_belong_to_the_next_quota()
    {
        var customer = await AddAsync(Quota(0, 9));
        var next = Quota(10, 19);
        next.CarryOver = new CarryOverDraft { From = 1, MaxCredits = 30 };
        customer.AddQuota(next);
        await host.Customers.UpdateAsync(customer);
        await UseAsync(customer, (0, 40));
        host.Clock.AdvanceDays(10);

        (await QuotasAsync(customer))
            .Should()
            .Equal(
                "Ended 0 days, consumed 40, remaining 0, expired 30, 40 %, exhausted False",
                "InForce 10 days, consumed 0, remaining 130, expired 0, 0 %, exhausted False"
            );
        (await UsageAsync(customer)).Totals.CarriedOver.Should().Be(30);
    }

    private static QuotaDraft Quota(int start, int end) =>
        new()
        {
            Credits = 100,
            EffectiveDate = Valid.Today.PlusDays(start),
            EndDate = Valid.Today.PlusDays(end),
        };

    private Task<Customer> AddAsync(params QuotaDraft[] quotas)
    {
        var draft = Valid.Draft();
        draft.Quotas = [.. quotas];
        return host.AddAsync(draft);
    }

    private async Task UseAsync(Customer customer, params (int Day, decimal Credits)[] usage)
    {
        foreach (var (day, credits) in usage)
        {
            await host.Get<UsageLedger>()
                .PostAsync([
                    new UsageDraft
                    {
                        Customer = customer.Id.Value,
                        Key = $"key {++posted}",
                        Date = Valid.Today.PlusDays(day),
                        Credits = credits,
                    },
                ]);
        }
    }

    private async Task<IEnumerable<string>> QuotasAsync(Customer customer) =>
        (await PageAsync(customer)).StorageAndCredits.Quotas.Select(q =>
            string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"{q.State} {q.DaysLeft} days, consumed {q.Balance!.Consumed:0.##}, remaining {q.Balance.Remaining:0.##}, "
                    + $"expired {q.Balance.Expired:0.##}, {q.Balance.PercentUsed:0.##} %, exhausted {q.Balance.IsExhausted}"
            )
        );

    private async Task<UsageDetails> UsageAsync(Customer customer) => (await PageAsync(customer)).StorageAndCredits.Usage!;

    private async Task<CustomerDetails> PageAsync(Customer customer) => (await host.Get<CustomerDetailsReader>().ReadAsync(customer.Id))!;
}
