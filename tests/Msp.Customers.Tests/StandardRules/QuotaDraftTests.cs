namespace Msp.Customers.Tests.StandardRules;

public sealed class QuotaDraftTests
{
    public static TheoryData<string, string?> Amounts =>
        new()
        {
            { "0.000001", null },
            { "0.1000000000", null },
            { "1000000000000", null },
            { "0", "quota.credits-not-positive" },
            { "-0.000001", "quota.credits-not-positive" },
            { "0.0000001", "quota.credits-too-precise" },
            { "1000000000000.000001", "quota.credits-too-large" },
            { "79228162514264337593543950335", "quota.credits-too-large" },
            { "-79228162514264337593543950335", "quota.credits-not-positive" },
        };

    [Theory]
    [MemberData(nameof(Amounts))]
    public void Credits_are_above_zero_up_to_a_trillion_with_at_most_six_decimal_places(string amount, string? code)
    {
        var credits = decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture);

        CodesOf(q => q.Credits = credits).Should().Equal(code is null ? [] : [code]);
    }

    [Fact]
    public void Both_violations_of_the_same_credits_are_reported() =>
        CodesOf(q => q.Credits = -0.0000001m).Should().Equal("quota.credits-not-positive", "quota.credits-too-precise");

    [Fact]
    public void An_unlimited_quota_has_no_credits_and_a_limited_quota_requires_them()
    {
        CodesOf(q => (q.Credits, q.Unlimited) = (null, true)).Should().BeEmpty();
        CodesOf(q => (q.Credits, q.Unlimited) = (null, false)).Should().Equal("quota.credits-required");
        CodesOf(q => (q.Credits, q.Unlimited) = (0, true)).Should().Equal("quota.credits-and-unlimited", "quota.credits-not-positive");
    }

    [Fact]
    public void A_quota_may_end_on_the_day_it_starts_and_not_the_day_before()
    {
        CodesOf(q => q.EndDate = Valid.Today).Should().BeEmpty();
        CodesOf(q => q.EndDate = Valid.Today.PlusDays(-1)).Should().Equal("quota.ends-before-it-starts");
        CodesOf(q => q.EndDate = null).Should().BeEmpty();
    }

    [Fact]
    public void A_quota_can_have_the_first_and_the_last_supported_day() =>
        CodesOf(q => (q.EffectiveDate, q.EndDate) = (SupportedDates.First, SupportedDates.Last)).Should().BeEmpty();

    [Fact]
    public void A_date_of_another_calendar_is_reported_once_and_not_compared()
    {
        var coptic = new LocalDate(1742, 1, 1, CalendarSystem.Coptic);

        CodesOf(q => (q.EffectiveDate, q.EndDate) = (Valid.Today, coptic)).Should().Equal("date.out-of-range");
        CodesOf(q => (q.EffectiveDate, q.EndDate) = (coptic, Valid.Today)).Should().Equal("date.out-of-range");
        CodesOf(q => q.EffectiveDate = new LocalDate(0, 12, 31)).Should().Equal("date.out-of-range");
    }

    [Fact]
    public void A_carry_over_cap_is_from_a_millionth_to_the_largest_amount_or_1000_percent()
    {
        foreach (var (credits, percent) in new[] { (0.000001m, 0.000001m), (Credits.Max.Amount, 1_000m) })
        {
            var draft = Valid.Draft();
            draft.Schedules =
            [
                new QuotaScheduleDraft
                {
                    Start = Valid.Today,
                    Unit = ScheduleUnit.Month,
                    Credits = 1,
                    CarryOver = new CarryOverTermsDraft { MaxCredits = credits, MaxPercent = percent },
                },
            ];
            Valid.Check(draft).Should().BeEmpty();

            (draft.Schedules[0].CarryOver!.MaxCredits, draft.Schedules[0].CarryOver!.MaxPercent) = (
                credits - 0.0000001m,
                percent + 0.0000001m
            );
            Valid
                .Check(draft)
                .Select(v => $"{v.Code} {v.Path}")
                .Should()
                .Equal(
                    "quota.invalid-carry-over-cap Schedules[0].CarryOver.MaxCredits",
                    "quota.invalid-carry-over-cap Schedules[0].CarryOver.MaxPercent"
                );
        }
    }

    private static IEnumerable<string> CodesOf(Action<QuotaDraft> change)
    {
        var draft = Valid.Draft();
        change(draft.Quotas[0]);
        return Valid.Check(draft).Select(v => v.Code);
    }
}
