using CsCheck;

namespace Msp.Customers.Tests;

public sealed class QuotaDecisionTests
{
    private static readonly CustomerTerms WithoutLicense = new(CreditsEndWithLicense: false);

    private const string NotEnded = "The last day of the evaluation is 2026-03-30, so it has not ended on 2026-03-01.";

    [Fact]
    public void A_quota_in_force_on_a_licensed_day_is_usable_and_every_date_is_explained()
    {
        var decision = Decide(Valid.Today, license: Valid.Today, Quota(1, 0, 0), Quota(2, -9, -1), Quota(3, 1, null), Quota(4, -1, null));

        decision.IsUsable.Should().BeTrue();
        decision.ConsumedFirst!.Number.Should().Be(1);
        decision.Next!.Number.Should().Be(3);
        decision
            .Explain()
            .Should()
            .Equal(
                "Quota 2 has ended: its last usable day was 2026-02-28.",
                "Quota 1 is in force: 2026-03-01 is between 2026-03-01 and 2026-03-01, both usable days.",
                "Quota 4 is in force: its first usable day was 2026-02-28 and it has no end.",
                "Quota 3 has not started: its first usable day is 2026-03-02.",
                "The license covers every day up to and including 2026-03-01, so 2026-03-01 is licensed.",
                NotEnded,
                "Quota 1 is consumed first on 2026-03-01."
            );
    }

    [Fact]
    public void A_quota_in_force_is_not_usable_on_an_unlicensed_day()
    {
        var decision = Decide(Valid.Today, license: Valid.Today.PlusDays(-1), Quota(1, 0, 9));

        (decision.IsUsable, decision.IsLicensed, decision.ConsumedFirst).Should().Be((false, false, null));
        decision.InForce.Should().ContainSingle();
        decision
            .Explain()
            .Should()
            .Equal(
                "Quota 1 is in force: 2026-03-01 is between 2026-03-01 and 2026-03-10, both usable days.",
                "The license covers every day up to and including 2026-02-28, so 2026-03-01 is not licensed.",
                NotEnded,
                "No quota is usable on 2026-03-01, because the license does not cover it."
            );
    }

    [Fact]
    public void A_quota_is_usable_without_a_license_if_the_terms_allow_it()
    {
        var decision = Customer([Quota(1, 0, 9)], Valid.Today.PlusDays(-1)).DecideOn(Valid.Today, WithoutLicense);

        (decision.IsUsable, decision.IsLicensed).Should().Be((true, false));
        decision.Explain()[^1].Should().Be("Quota 1 is consumed first on 2026-03-01.");
    }

    [Fact]
    public void F06_No_quota_is_usable_after_the_evaluation_unless_the_terms_allow_it()
    {
        var customer = Customer([Quota(1, 0, null)], license: null);
        var (last, after) = (customer.DecideOn(Valid.Today.PlusDays(29), CustomerTerms.Default), Valid.Today.PlusDays(30));
        var decision = customer.DecideOn(after, CustomerTerms.Default);

        (last.IsUsable, last.HasEvaluationEnded).Should().Be((true, false));
        (decision.IsUsable, decision.HasEvaluationEnded, decision.EvaluationEndDate).Should().Be((false, true, new LocalDate(2026, 3, 30)));
        decision.InForce.Should().ContainSingle("an evaluation that has ended ends no quota by itself");
        decision
            .Explain()
            .Should()
            .EndWith([
                "The last day of the evaluation is 2026-03-30, so it has ended on 2026-03-31.",
                "No quota is usable on 2026-03-31, because the evaluation has ended.",
            ]);
        customer.DecideOn(after, new CustomerTerms(CreditsEndWithEvaluation: false)).IsUsable.Should().BeTrue();
    }

    [Fact]
    public void The_explanation_names_the_next_quota_between_two_quotas() =>
        Decide(Valid.Today, license: null, Quota(1, -9, -1), Quota(2, 5, 9))
            .Explain()
            .Should()
            .EndWith(["The license has no end.", NotEnded, "No quota is in force on 2026-03-01; quota 2 is next, from 2026-03-06."]);

    [Fact]
    public void The_explanation_reports_that_no_quota_follows() =>
        Decide(Valid.Today, license: null)
            .Explain()
            .Should()
            .Equal("The license has no end.", NotEnded, "No quota is in force on 2026-03-01 and none follows.");

    [Fact]
    public void An_unsupported_date_is_refused()
    {
        var decide = () => Valid.Customer().DecideOn(new LocalDate(0, 12, 31), CustomerTerms.Default);

        decide.Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void A_decision_depends_only_on_the_timeline_the_license_and_the_evaluation() =>
        Gen.Select(Any.Customer, Any.NearDate, Gen.Bool, Gen.Bool)
            .Sample(
                (customer, date, licenseMustCover, evaluationMustCover) =>
                {
                    var decision = customer.DecideOn(
                        date,
                        new CustomerTerms(CreditsEndWithLicense: licenseMustCover, CreditsEndWithEvaluation: evaluationMustCover)
                    );
                    var licensed = customer.LicenseExpiryDate is not { } last || date <= last;
                    var running = customer.EvaluationEndDate is not { } end || date <= end;
                    var usable =
                        customer.Quotas.Any(q => q.Period.Contains(date))
                        && (licensed || !licenseMustCover)
                        && (running || !evaluationMustCover);
                    return decision.IsUsable == usable
                        && decision.IsLicensed == licensed
                        && decision.ConsumedFirst == (usable ? customer.Timeline.ConsumedFirstOn(date) : null)
                        && decision.HasEvaluationEnded == !running
                        && decision.Explain().Count == customer.Quotas.Count + (customer.TenantType == TenantType.Evaluation ? 3 : 2);
                }
            );

    private static QuotaDraft Quota(decimal credits, int start, int? end) =>
        new()
        {
            Credits = credits,
            EffectiveDate = Valid.Today.PlusDays(start),
            EndDate = end is { } days ? Valid.Today.PlusDays(days) : null,
        };

    private static QuotaDecision Decide(LocalDate date, LocalDate? license, params QuotaDraft[] quotas) =>
        Customer(quotas, license).DecideOn(date, CustomerTerms.Default);

    private static Customer Customer(QuotaDraft[] quotas, LocalDate? license)
    {
        var draft = Valid.Draft();
        draft.Quotas = quotas;
        draft.LicenseExpiryDate = license;
        return Customers.Customer.Register(draft, CustomerTerms.Default, Valid.Today);
    }
}
