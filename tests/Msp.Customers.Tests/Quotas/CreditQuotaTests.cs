namespace Msp.Customers.Tests.Quotas;

public sealed class CreditQuotaTests
{
    [Fact]
    public void A_quota_has_the_values_of_its_draft()
    {
        var quota = Registered(
            new QuotaDraft
            {
                Credits = 0.000001m,
                EffectiveDate = Valid.Today,
                EndDate = Valid.Today,
                Priority = -7,
            }
        );

        quota.Number.Should().Be(1);
        quota.Limit.Should().Be(QuotaLimit.Of(Credits.FromMicros(1)));
        quota.Period.Should().Be(new EffectivePeriod(Valid.Today, Valid.Today));
        quota.Priority.Should().Be(-7);
    }

    [Fact]
    public void An_unlimited_quota_has_no_amount()
    {
        var quota = Registered(new QuotaDraft { Unlimited = true, EffectiveDate = Valid.Today });

        quota.Limit.Should().Be(QuotaLimit.Unlimited);
        quota
            .ToDraft()
            .Should()
            .BeEquivalentTo(
                new QuotaDraft
                {
                    Number = 1,
                    Unlimited = true,
                    EffectiveDate = Valid.Today,
                }
            );
    }

    [Fact]
    public void A_quota_can_become_unlimited_and_limited_again()
    {
        var customer = Valid.Customer();
        customer.ChangeQuota(
            new QuotaDraft
            {
                Number = 1,
                Unlimited = true,
                EffectiveDate = Valid.Today,
            }
        );
        customer.Quotas[0].Limit.Should().Be(QuotaLimit.Unlimited);

        customer.ChangeQuota(
            new QuotaDraft
            {
                Number = 1,
                Credits = 5,
                EffectiveDate = Valid.Today,
            }
        );

        customer.Quotas[0].Limit.Should().Be(QuotaLimit.Of(Credits.Of(5)));
    }

    [Fact]
    public void The_text_of_a_quota_is_its_number_limit_and_period()
    {
        Registered(
                new QuotaDraft
                {
                    Credits = 1.50m,
                    EffectiveDate = Valid.Today,
                    EndDate = Valid.Today,
                }
            )
            .ToString()
            .Should()
            .Be("#1 1.5 2026-03-01..2026-03-01");
        Registered(new QuotaDraft { Unlimited = true, EffectiveDate = Valid.Today }).ToString().Should().Be("#1 unlimited 2026-03-01..");
    }

    [Fact]
    public void The_state_of_a_quota_depends_on_the_given_date()
    {
        var quota = Registered(
            new QuotaDraft
            {
                Credits = 1,
                EffectiveDate = Valid.Today,
                EndDate = Valid.Today,
            }
        );

        quota.StateOn(Valid.Today.PlusDays(-1)).Should().Be(PeriodState.NotStarted);
        quota.StateOn(Valid.Today).Should().Be(PeriodState.InForce);
        quota.StateOn(Valid.Today.PlusDays(1)).Should().Be(PeriodState.Ended);
    }

    private static CreditQuota Registered(QuotaDraft quota)
    {
        var draft = Valid.Draft();
        draft.Quotas = [quota];
        return Customer.Register(draft, CustomerTerms.Default, Valid.Today).Quotas[0];
    }
}
