using System.Text.Json;
using Msp.Customers.Usage;
using NodaTime.Testing;
using NodaTime.Text;

namespace Msp.Customers.Tests.Usage.CreditCases;

// Replays test cases of other credit engines. All applicable cases hold, except the one whose portability is "diverges".
public sealed class CreditCaseTests
{
    private static readonly BusinessCalendar Calendar = new(FakeClock.FromUtc(2026, 1, 1));

    // The cases that are not applicable, with the reason. All other cases are replayed.
    private static readonly Dictionary<string, string> NotApplicable = Reasons(
        (
            "a reset reduces a grant to a part of its remaining credits; here they are carried over to a quota with its own credits",
            "om-reset-rollover-cap om-mreset-second"
        ),
        ("prices and weights of usage belong to the host", "alga-weighted-1 alga-bucket-price alga-overage-money"),
        ("the order of creation has no effect here; other cases replay the rest of the order", "om-order-total"),
        ("the rows of a ledger show a balance that other cases replay", "oml-ledger-rows-1 oml-ledger-rows-3"),
        ("thresholds that recur beyond the last amount are not supported", "lago-alert-08 lago-alert-11 lago-alert-13"),
        (
            "policy of the other engine: level-based thresholds, or overage that starts as a balance",
            "om-threshold-04 om-threshold-08 om-threshold-09 om-threshold-10 om-rr-start-overage doc-stigg-overdraft"
        ),
        ("policy of the other engine: here a refusal stores nothing, and its key stays free", "tb-failed-id-stays-failed")
    );

    [Fact]
    public async Task Every_case_holds_or_is_listed_as_not_applicable()
    {
        var failed = new List<string>();
        foreach (var c in CreditCase.All.Where(c => !NotApplicable.ContainsKey(c.Id)))
        {
            if (!(IsAboutPosting(c) ? await Postings.HoldAsync(c) : Holds(c)))
            {
                failed.Add(c.Id);
            }
        }

        failed.Should().BeEmpty();
        CreditCase.All.Should().HaveCount(107);
        CreditCase.All.Count(c => !NotApplicable.ContainsKey(c.Id)).Should().Be(107 - NotApplicable.Count);
        NotApplicable.Keys.Should().BeSubsetOf(CreditCase.All.Select(c => c.Id));
    }

    private static bool IsAboutPosting(CreditCase c) =>
        c.Kind == "idempotency" || c.Given.TryGetProperty("parallelNeeds", out _) || c.Given.TryGetProperty("parallelVoids", out _);

    private static bool Holds(CreditCase c) =>
        c switch
        {
            { Given: var g } when g.TryGetProperty("servicePeriod", out _) => HoldsForGrants(c, Axis.Read(c.Query.GetProperty("at"))),
            { Given: var g } when g.TryGetProperty("queries", out var queries) => queries
                .EnumerateArray()
                .Index()
                .All(q =>
                    Grants
                        .At(c, Axis.Read(q.Item) + (c.Id == "oml-collect-asof" ? Duration.Epsilon : Duration.Zero))
                        .Balance.Totals.Remaining
                    == (c.Expect.TryGetProperty("available", out var available) ? available : c.Expect.GetProperty("balances"))[q.Index]
                        .GetDecimal()
                ),
            { Given: var g } when g.TryGetProperty("grants", out _) => HoldsForGrants(c, Axis.Read(c.Query.GetProperty("at"))),
            { Given: var g } when g.TryGetProperty("need", out var need) => HoldsForLots(c, need.GetDecimal()),
            { Kind: "correction" } => HoldsForLots(
                c,
                c.Given.GetProperty("consumedInOrder").EnumerateObject().Sum(p => p.Value.GetDecimal())
                    - c.Given.GetProperty("correct").GetDecimal()
            ),
            { Kind: "recurrence" } => HoldsForSchedule(c),
            { Kind: "threshold" } => HoldsForAlerts(c),
            { Kind: "rollover" } => Rollovers.Hold(c),
            { Policy: "inclusive-dates" } => HoldsForPeriods(c),
            { Policy: "inclusive-end-date" } => HoldsForDates(c),
            { Kind: "tz" } => HoldsForZones(c),
            { Id: "fx-expiry-date-int" } => Diverges(c),
            { Id: "oml-void-partial" } => After(granted: 100, used: 40, voided: true) is { Voided: 60, Remaining: 0, Consumed: 40 },
            { Id: "oml-expired-rows-2" } => After(granted: 10, used: 6, voided: false).Expired == 4,
            { Id: "alga-race-expire" } => After(granted: 600, used: 120, voided: false).Expired == 480,
            { Id: "doc-metronome-expiry" } => After(granted: 100, used: 63, voided: false) is { Expired: 37, Remaining: 0 },
            { Id: "alga-credit-expire-once" } => After(granted: 1, used: 0, voided: false).Expired == 1,
            _ => false,
        };

    private static bool HoldsForGrants(CreditCase c, Instant at)
    {
        var (balance, before, idOf) = Grants.At(c, at);
        return Expected(c, "balance", balance.Totals.Remaining)
            && Expected(c, "overage", balance.Overage)
            && Expected(c, "uncovered", balance.Overage)
            && Expected(c, "usage", balance.Used - (before?.Used ?? 0))
            && Expected(c, "grantUsage", balance.Covered - (before?.Covered ?? 0))
            && Each(c, "balances", id => balance.Quotas.Where(q => idOf(q.Quota) == id).Sum(q => q.Remaining!.Value));
    }

    private static bool HoldsForLots(CreditCase c, decimal need)
    {
        var lots = new Lots(c);
        var balance = lots.Consume(need);
        QuotaBalance? Of(string id) => balance.Quotas.SingleOrDefault(q => lots.IdOf(q.Quota) == id);
        return Each(c, "consumed", id => Of(id)?.Consumed ?? 0)
            && Each(c, "remaining", id => Of(id)?.Remaining ?? 0)
            && Expected(c, "uncovered", balance.Overage)
            && Expected(c, "balance", balance.Totals.Remaining)
            && Expected(c, "consumedAfter", balance.Covered);
    }

    private static bool HoldsForSchedule(CreditCase c)
    {
        var interval = PeriodPattern.NormalizingIso.Parse(c.Given.GetProperty("interval").GetString()!).Value;
        var start = Date(c.Given, "anchorDate") ?? Date(c.Given, "anchor") ?? Date(c.Given, "from")!.Value;
        var times = c.Given.TryGetProperty("unit", out var unit) ? unit.GetInt32() : 1;
        var schedule =
            interval.Years > 0 ? new Schedule(start, ScheduleUnit.Year, interval.Years * times)
            : interval.Months > 0 ? new Schedule(start, ScheduleUnit.Month, interval.Months * times)
            : new Schedule(start, ScheduleUnit.Day, interval.Days * times);
        if (c.Expect.TryGetProperty("wholePeriods", out var whole))
        {
            return schedule.NumberOn(Date(c.Given, "to")!.Value) == whole.GetInt32();
        }

        if (c.Query.ValueKind != JsonValueKind.Object)
        {
            return schedule.Occurrence(c.Given.TryGetProperty("n", out var n) ? n.GetInt32() : 1) == Date(c.Expect, "date");
        }

        var requested = Date(c.Query, "date") ?? Date(c.Query, "at")!.Value;
        var number = schedule.NumberOn(requested);
        if (c.Expect.TryGetProperty("fires", out var fires))
        {
            return (schedule.Occurrence(number) == requested) == fires.GetBoolean();
        }

        // The occurrence on the requested date counts only if the boundary is inclusive.
        var isAtOccurrence = c.Given.TryGetProperty("anchor", out var text) && c.Query.GetProperty("at").GetString() == text.GetString();
        number -= isAtOccurrence && c.Given.GetProperty("boundary").GetString() == "exclusive" ? 1 : 0;
        return c.Expect.TryGetProperty("from", out _)
            ? schedule.Occurrence(number) == Date(c.Expect, "from") && schedule.Occurrence(number + 1) == Date(c.Expect, "to")
            : schedule.Occurrence(number) == Date(c.Expect, "at");
    }

    // A decreasing balance is the remaining part of a quota: 800 left of 1,000 are 20 percent used.
    private static bool HoldsForAlerts(CreditCase c)
    {
        var falls = c.Given.GetProperty("direction").GetString() == "decreasing";
        var full = falls ? c.Given.GetProperty("previous").GetDecimal() : 100;
        var quotas = AnyUsage.Of([new QuotaDraft { Credits = full, EffectiveDate = Valid.Today }]);
        Balance At(string name)
        {
            var value = c.Given.GetProperty(name).GetDecimal();
            return Balance.On(
                Valid.Today,
                quotas,
                [new DailyUsage(Valid.Today, Credits.Of(falls ? full - value : value))],
                ConsumptionPolicy.Default
            );
        }

        decimal Percent(decimal threshold) => (falls ? full - threshold : threshold) / full * 100;
        var thresholds = c.Given.GetProperty("thresholds").EnumerateArray().Select(t => t.GetDecimal()).ToList();
        var reached = Alert
            .Between(At("previous"), At("current"), new AlertThresholds { PercentUsed = [.. thresholds.Select(Percent)], DaysLeft = [] })
            .Where(a => a.Kind == AlertKind.PercentReached)
            .Select(a => a.Threshold!.Value);
        return reached.Order().SequenceEqual(c.Expect.GetProperty("crossed").EnumerateArray().Select(t => Percent(t.GetDecimal())).Order());
    }

    private static bool HoldsForPeriods(CreditCase c)
    {
        if (c.Given.TryGetProperty("start", out _))
        {
            return new EffectivePeriod(Date(c.Given, "start")!.Value, Date(c.Given, "end")).Contains(Date(c.Query, "date")!.Value)
                == c.Expect.GetProperty("contains").GetBoolean();
        }

        var (a, b) = (Period(c.Given.GetProperty("a")), Period(c.Given.GetProperty("b")));
        if (c.Expect.TryGetProperty("union", out var union))
        {
            return a.Touches(b) && Period(union) == new EffectivePeriod(a.EffectiveDate, b.EndDate);
        }

        var both = AnyUsage.Of([
            .. new[] { a, b }.Select(p => new QuotaDraft
            {
                Unlimited = true,
                EffectiveDate = p.EffectiveDate,
                EndDate = p.EndDate,
            }),
        ]);
        return new QuotaTimeline(both).Overlaps().Single().Shared == Period(c.Expect.GetProperty("intersection"));
    }

    private static bool HoldsForDates(CreditCase c)
    {
        var lot = c.Given.GetProperty("lots")[0];
        var quotas = AnyUsage.Of([
            new QuotaDraft
            {
                Credits = lot.GetProperty("amount").GetDecimal(),
                EffectiveDate = new LocalDate(2026, 1, 1),
                EndDate = Date(lot, "endDate"),
            },
        ]);
        if (c.Expect.TryGetProperty("available", out var available))
        {
            var day = Calendar.DateOf(Axis.Read(c.Query.GetProperty("at")), c.Given.GetProperty("timeZone").GetString());
            return Balance.On(day, quotas, [], ConsumptionPolicy.Default).Totals.Remaining == available.GetDecimal();
        }

        var usage = c.Given.GetProperty("usage")[0];
        var used = Balance.On(
            quotas[0].EndDate!.Value.PlusDays(5),
            quotas,
            [new DailyUsage(Date(usage, "workDate")!.Value, Credits.Of(usage.GetProperty("amount").GetDecimal()))],
            ConsumptionPolicy.Default
        );
        return quotas[0].Limit.Credits!.Value.Amount - used.Quotas[0].Consumed
            == c.Expect.GetProperty("remaining").GetProperty("b").GetDecimal();
    }

    private static bool HoldsForZones(CreditCase c)
    {
        var zone = c.Given.GetProperty("timeZone").GetString()!;
        if (c.Expect.TryGetProperty("dayExists", out _))
        {
            // The other engine throws. Here, a day that the time zone skipped is empty.
            var day = Date(c.Query, "date")!.Value;
            return Calendar.IntervalOf(new EffectivePeriod(day, day), zone).Duration == Duration.Zero;
        }

        if (c.Expect.TryGetProperty("instants", out var instants))
        {
            return c
                .Given.GetProperty("localDates")
                .EnumerateArray()
                .Select(d => Calendar.StartOf(Iso(d.GetString()!), zone))
                .SequenceEqual(instants.EnumerateArray().Select(Axis.Read));
        }

        var times = c
            .Given.GetProperty("localTimes")
            .EnumerateArray()
            .Select(t => LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(t.GetString()!).Value);
        var months = times
            .Select(t => Calendar.DateOf(t.InZoneLeniently(DateTimeZoneProviders.Tzdb[zone]).ToInstant(), zone))
            .CountBy(d => $"{d.Year}-{d.Month:D2}")
            .ToDictionary();
        return c.Expect.GetProperty("countByMonth").EnumerateObject().All(m => months[m.Name] == m.Value.GetInt32());
    }

    // The end date of the other engine is the first day without credits. Here, it is the last day with credits.
    private static bool Diverges(CreditCase c)
    {
        var end = Date(c.Given, "expiryDate")!.Value;
        return Date(c.Expect, "lastUsableDate") != end && new EffectivePeriod(Valid.Today, end).Contains(end);
    }

    private static QuotaBalance After(decimal granted, decimal used, bool voided)
    {
        var quotas = AnyUsage.Of([
            new QuotaDraft
            {
                Credits = granted,
                EffectiveDate = Valid.Today,
                EndDate = Valid.Today.PlusDays(9),
                VoidedFrom = voided ? Valid.Today.PlusDays(5) : null,
            },
        ]);
        DailyUsage[] usage = used == 0 ? [] : [new DailyUsage(Valid.Today, Credits.Of(used))];
        return Balance.On(Valid.Today.PlusDays(20), quotas, usage, ConsumptionPolicy.Default).Quotas[0];
    }

    private static bool Expected(CreditCase c, string name, decimal actual) =>
        !c.Expect.TryGetProperty(name, out var expected) || expected.ValueKind != JsonValueKind.Number || expected.GetDecimal() == actual;

    private static bool Each(CreditCase c, string name, Func<string, decimal> actual) =>
        !c.Expect.TryGetProperty(name, out var expected)
        || expected.ValueKind != JsonValueKind.Object
        || expected.EnumerateObject().All(p => actual(p.Name) == p.Value.GetDecimal());

    private static EffectivePeriod Period(JsonElement pair) => new(Iso(pair[0].GetString()!), Iso(pair[1].GetString()!));

    private static LocalDate? Date(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? Iso(value.GetString()!) : null;

    private static LocalDate Iso(string text) => LocalDatePattern.Iso.Parse(text[..10]).Value;

    private static Dictionary<string, string> Reasons(params (string Reason, string Ids)[] reasons) =>
        reasons.SelectMany(r => r.Ids.Split(' ').Select(id => (id, r.Reason))).ToDictionary(r => r.id, r => r.Reason);
}
