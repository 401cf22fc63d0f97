using Msp.Customers.Usage;

namespace Msp.Customers.Tests.Usage.Posting;

public sealed class UsageLedgerTests
{
    private static readonly QuotaDraft Ten = new()
    {
        Credits = 10,
        EffectiveDate = Valid.Today,
        EndDate = Valid.Today.PlusDays(9),
    };

    [Fact]
    public async Task The_same_key_with_the_same_content_has_the_same_result()
    {
        var host = await UsageHost.OfAsync(Ten);
        var first = await host.PostAsync(host.Draft("a", 3), host.Draft("b", 4, day: 1));

        var again = await host.PostAsync(host.Draft("b", 4, day: 1), host.Draft("c", 1), host.Draft("a", 3));

        again
            .Should()
            .Equal(
                first[1] with
                {
                    IsReplay = true,
                },
                new UsageReceipt(host.Id, "c", UsageEntryKind.Usage, Valid.Today, Credits.Of(1), false),
                first[0] with
                {
                    IsReplay = true,
                }
            );
        (await host.EntriesAsync()).Should().HaveCount(3);
    }

    [Theory]
    [InlineData(17_720_640_000_000_017, 17_720_640_000_000_010)]
    [InlineData(-13, -20)]
    [InlineData(-20, -20)]
    public async Task The_time_of_posting_is_rounded_down_to_a_microsecond(long ticks, long kept)
    {
        var host = await UsageHost.OfAsync(Ten);
        host.Clock.Reset(Instant.FromUnixTimeTicks(ticks));

        await host.PostAsync(host.Draft("a", 3));

        (await host.EntriesAsync()).Should().ContainSingle().Which.RecordedAt.Should().Be(Instant.FromUnixTimeTicks(kept));
    }

    [Theory]
    [InlineData(4, 0)]
    [InlineData(3, 1)]
    [InlineData(-3, 0)]
    public async Task The_same_key_with_different_content_is_a_conflict_that_contains_the_key(int credits, int day)
    {
        var host = await UsageHost.OfAsync(Ten);
        await host.PostAsync(host.Draft("a", 3));

        var refused = await host.Invoking(h => h.PostAsync(h.Draft("new", 1), h.Draft("a", credits, day)))
            .Should()
            .ThrowAsync<RuleViolationException>();

        refused
            .Which.Violations.Should()
            .ContainSingle()
            .Which.Should()
            .Match<Violation>(v =>
                v.Code == "usage.key-conflict" && v.Path == "Usage[1].Key" && v.Values["Key"].Equals("a") && v.Message.Contains("key a ")
            );
        (await host.EntriesAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task A_repeated_key_in_a_batch_is_posted_once_or_is_a_conflict()
    {
        var host = await UsageHost.OfAsync(Ten);

        var posting = await host.PostAsync(host.Draft("a", 3), host.Draft(" a ", 3));
        var refused = await host.Invoking(h => h.PostAsync(h.Draft("b", 3), h.Draft("b", 2))).Should().ThrowAsync<RuleViolationException>();

        posting.Select(r => r.IsReplay).Should().Equal(false, true);
        refused.Which.Violations.Select(v => (v.Code, v.Path)).Should().Equal(("usage.key-conflict", "Usage[1].Key"));
        (await host.EntriesAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task A_replay_is_accepted_on_a_closed_day_and_new_usage_is_not()
    {
        var host = await UsageHost.OfAsync(Ten);
        await host.PostAsync(host.Draft("a", 3));
        await host.ChangeAsync(c => c.CloseUsageThrough(Valid.Today.PlusDays(5)));

        var replay = await host.PostAsync(host.Draft("a", 3));
        var late = await host.Invoking(h => h.PostAsync(h.Draft("b", 3))).Should().ThrowAsync<RuleViolationException>();

        replay.Single().IsReplay.Should().BeTrue();
        late.Which.Violations.Single().Code.Should().Be("usage.date-closed");
    }

    [Fact]
    public async Task Two_customers_can_use_the_same_key()
    {
        using var host = new Host();
        var (one, other) = (await host.AddAsync(Valid.Draft()), await host.AddAsync(Valid.Draft("Contoso")));
        UsageDraft Of(Customer customer, decimal credits) =>
            new()
            {
                Customer = customer.Id.Value,
                Key = "k",
                Date = Valid.Today,
                Credits = credits,
            };

        var posting = await host.Get<UsageLedger>().PostAsync([Of(one, 1), Of(other, 2)]);

        posting.Select(r => (r.Customer, r.Credits.Amount, r.IsReplay)).Should().Equal((one.Id, 1, false), (other.Id, 2, false));
        (await host.Get<CustomerCredits>().BalanceAsync(other.Id))!.Used.Should().Be(2);
    }

    [Fact]
    public async Task The_date_of_an_instant_is_determined_once_in_the_time_zone_of_the_customer()
    {
        var host = await UsageHost.OfAsync(null, "Pacific/Kiritimati", Ten);
        var usage = new UsageDraft
        {
            Customer = host.Id.Value,
            Key = "a",
            OccurredAt = Instant.FromUtc(2026, 3, 1, 10, 0),
            Credits = 2,
        };

        var posted = await host.PostAsync(usage);
        await host.ChangeAsync(c =>
        {
            var draft = c.ToDraft();
            draft.TimeZone = "Europe/Berlin";
            c.Edit(draft, CustomerTerms.Default);
        });
        var again = await host.PostAsync(usage);

        posted.Single().Date.Should().Be(new LocalDate(2026, 3, 2));
        again.Should().Equal(posted[0] with { IsReplay = true });
    }

    [Fact]
    public async Task All_violations_of_all_items_are_reported_at_once_and_nothing_is_posted()
    {
        var host = await UsageHost.OfAsync(Ten);
        UsageDraft?[] usage =
        [
            host.Draft("good", 1),
            new()
            {
                Customer = "nobody",
                Key = "k",
                Credits = -0.0000001m,
            },
            null,
        ];

        var refused = await host.Ledger.Invoking(l => l.PostAsync(usage!)).Should().ThrowAsync<RuleViolationException>();

        refused
            .Which.Violations.Select(v => $"{v.Code} {v.Path}")
            .Should()
            .BeEquivalentTo(
                "usage.credits-negative Usage[1].Credits",
                "usage.credits-too-precise Usage[1].Credits",
                "usage.date-required Usage[1].Date",
                "usage.customer-not-found Usage[1].Customer",
                "field.required Usage[2].Customer",
                "field.required Usage[2].Key",
                "usage.credits-required Usage[2].Credits",
                "usage.date-required Usage[2].Date"
            );
        (await host.EntriesAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task A_batch_that_is_too_large_is_refused()
    {
        var host = await UsageHost.OfAsync(Ten);

        await host
            .Ledger.Invoking(l => l.PostAsync(new UsageDraft[UsageLedger.MaxBatch + 1]))
            .Should()
            .ThrowAsync<ArgumentOutOfRangeException>();
    }

    [Fact]
    public async Task Late_usage_returns_its_adjustment()
    {
        var host = await UsageHost.OfAsync(Ten);
        (await host.AdjustmentsAsync(host.PostAsync(host.Draft("a", 8, day: 5)))).Should().BeEmpty();

        var adjustment = (await host.AdjustmentsAsync(host.PostAsync(host.Draft("b", 4, day: 2))))[host.Id];

        adjustment.ConsumedDifference.Should().Equal(new QuotaCredits(1, 2));
        adjustment.OverageDifference.Should().Equal(new DailyOverage(Valid.Today.PlusDays(5), 2));
    }

    [Fact]
    public async Task Usage_of_a_past_day_returns_its_adjustment_also_without_later_usage()
    {
        var host = await UsageHost.OfAsync(Ten);
        host.Clock.Advance(Duration.FromDays(1));

        var late = await host.AdjustmentsAsync(host.PostAsync(host.Draft("a", 4)));
        var onTime = await host.AdjustmentsAsync(host.PostAsync(host.Draft("b", 3, day: 1)));
        var additional = await host.AdjustmentsAsync(host.PostAsync(host.Draft("c", 1, day: 1)));
        var both = await host.AdjustmentsAsync(host.PostAsync(host.Draft("d", 1, day: 1), host.Draft("e", 1)));

        late[host.Id].ConsumedDifference.Should().Equal(new QuotaCredits(1, 4));
        onTime.Should().BeEmpty();
        additional.Should().BeEmpty();
        both.Should().ContainKey(host.Id);
    }

    [Fact]
    public async Task Posting_more_than_a_partial_grant_with_its_key_is_a_conflict()
    {
        var host = await UsageHost.OfAsync(new UsageOptions { Overage = OveragePolicy.GrantAvailable }, null, Ten);
        await host.Reservations.ConsumeAsync(host.Draft("a", 12));

        await host.Invoking(h => h.PostAsync(h.Draft("a", 12))).Should().ThrowAsync<RuleViolationException>();
        (await host.PostAsync(host.Draft("a", 10))).Single().IsReplay.Should().BeTrue();
    }

    [Fact]
    public async Task Reversed_usage_is_not_counted_and_a_second_reversal_changes_nothing()
    {
        var host = await UsageHost.OfAsync(Ten);
        await host.PostAsync(host.Draft("a", 8), host.Draft("b", 4, day: 1));

        var reversal = await host.Ledger.ReverseAsync(host.Id, "a");
        var adjustment = (await host.Ledger.GetAdjustmentsAsync([reversal]))[host.Id];
        var again = await host.Ledger.ReverseAsync(host.Id, " a ");

        reversal.Should().Be(new UsageReceipt(host.Id, "a", UsageEntryKind.Reversal, Valid.Today, Credits.Of(8), false));
        adjustment.ConsumedDifference.Should().Equal(new QuotaCredits(1, -6));
        adjustment.OverageDifference.Should().Equal(new DailyOverage(Valid.Today.PlusDays(1), -2));
        again.IsReplay.Should().BeTrue();
        (await host.BalanceAsync(Valid.Today.PlusDays(1))).Used.Should().Be(4);
        (await host.PostAsync(host.Draft("a", 8))).Single().IsReplay.Should().BeTrue("the key stays in use");
    }

    [Fact]
    public async Task The_usage_of_a_day_can_exceed_the_largest_amount()
    {
        var host = await UsageHost.OfAsync(Ten);
        await host.PostAsync([.. Enumerable.Range(0, 20).Select(n => host.Draft($"k{n}", Credits.Max.Amount))]);

        (await host.BalanceAsync()).Used.Should().Be(20 * Credits.Max.Amount);
        (await host.AdjustmentsAsync(host.Ledger.ReverseAsync(host.Id, "k7")))[host.Id]
            .OverageDifference.Single()
            .Credits.Should()
            .Be(-Credits.Max.Amount);
    }

    [Fact]
    public async Task Usage_is_deleted_with_its_customer()
    {
        var host = await UsageHost.OfAsync(Ten);
        await host.PostAsync(host.Draft("a", 8));

        await host.DeleteAsync();
        await host.RegisterAgainAsync();

        (await host.EntriesAsync()).Should().BeEmpty();
        (await host.PostAsync(host.Draft("a", 1))).Single().IsReplay.Should().BeFalse();
    }
}
