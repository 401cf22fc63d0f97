using Msp.Customers.Usage;

namespace Msp.Customers.Tests.Quotas;

public sealed class VoidedQuotaTests
{
    [Fact]
    public void F12_A_void_on_an_earlier_date_replaces_a_later_one_and_a_later_date_changes_nothing()
    {
        var customer = Valid.Customer();

        customer.VoidQuota(1, Valid.Today.PlusDays(20)).Should().BeTrue();
        customer.VoidQuota(1, Valid.Today.PlusDays(5)).Should().BeTrue();
        var version = customer.Version;

        customer.VoidQuota(1, Valid.Today.PlusDays(5)).Should().BeFalse();
        customer.VoidQuota(1, Valid.Today.PlusDays(6)).Should().BeFalse();
        (customer.Quotas[0].VoidedFrom, customer.Version).Should().Be((Valid.Today.PlusDays(5), version));
    }

    [Fact]
    public void F12_A_void_after_the_end_date_changes_nothing_even_if_the_end_date_is_extended_later()
    {
        var customer = Valid.Customer();
        var quota = customer.Quotas[0].ToDraft();

        customer.VoidQuota(1, quota.EndDate!.Value.PlusDays(1)).Should().BeFalse();
        quota.EndDate = quota.EndDate.Value.PlusDays(90);
        customer.ChangeQuota(quota);

        (customer.Quotas[0].VoidedFrom, customer.Quotas[0].UsablePeriod).Should().Be((null, customer.Quotas[0].Period));
    }

    [Fact]
    public void F12_An_edit_can_move_a_void_only_to_an_earlier_date()
    {
        var customer = Valid.Customer();
        customer.VoidQuota(1, Valid.Today.PlusDays(20));
        void Edit(LocalDate? from)
        {
            var draft = customer.ToDraft();
            draft.Quotas[0].VoidedFrom = from;
            customer.Edit(draft, CustomerTerms.Default);
        }

        Edit(Valid.Today.PlusDays(5));
        Edit(null);

        customer.Quotas[0].VoidedFrom.Should().Be(Valid.Today.PlusDays(5));
        var later = () => Edit(Valid.Today.PlusDays(6));
        later
            .Should()
            .Throw<RuleViolationException>()
            .Which.Violations.Select(v => $"{v.Code} {v.Path}")
            .Should()
            .Equal("quota.already-voided Quotas[0].VoidedFrom");
    }

    [Fact]
    public void F14_A_quota_can_consist_only_of_carried_over_credits()
    {
        var quotas = CreditQuota.From(
            new QuotaDraft
            {
                Number = 1,
                Credits = 100,
                EffectiveDate = new LocalDate(2026, 3, 1),
                EndDate = new LocalDate(2026, 3, 31),
            },
            new QuotaDraft
            {
                Credits = 0,
                EffectiveDate = new LocalDate(2026, 4, 1),
                EndDate = new LocalDate(2026, 4, 30),
                CarryOver = new CarryOverDraft { From = 1, MaxPercent = 50 },
            }
        );
        DailyUsage[] usage =
        [
            new(new LocalDate(2026, 3, 5), Msp.Customers.Credits.Of(70)),
            new(new LocalDate(2026, 4, 5), Msp.Customers.Credits.Of(35)),
        ];

        var balance = Balance.On(new LocalDate(2026, 4, 30), quotas, usage, ConsumptionPolicy.Default);

        var april = balance.Quotas.Single(q => q.Quota.Number == 2);
        (april.Granted, april.CarriedIn, april.Consumed, april.Remaining, balance.Overage).Should().Be((30, 30, 30, 0, 5));
    }

    [Fact]
    public void F14_A_quota_without_credits_and_carry_over_is_refused()
    {
        var none = () => CreditQuota.From(new QuotaDraft { Credits = 0, EffectiveDate = Valid.Today });
        var negative = () =>
            CreditQuota.From(
                new QuotaDraft
                {
                    Credits = 1,
                    EffectiveDate = Valid.Today,
                    EndDate = Valid.Today,
                },
                new QuotaDraft
                {
                    Credits = -1,
                    EffectiveDate = Valid.Today.PlusDays(1),
                    CarryOver = new CarryOverDraft { From = 1 },
                }
            );

        none.Should().Throw<RuleViolationException>().Which.Violations[0].Code.Should().Be("quota.credits-not-positive");
        negative
            .Should()
            .Throw<RuleViolationException>()
            .Which.Violations.Select(v => v.Code)
            .Should()
            .Contain("quota.credits-not-positive");
    }
}
