using Msp.Customers.Usage;

namespace Msp.Customers.Tests.Usage;

public sealed class UsageLedgerTests
{
    private static readonly QuotaDraft Ten = new()
    {
        Credits = 10,
        EffectiveDate = Valid.Today,
        EndDate = Valid.Today.PlusDays(9),
    };

    [Fact]
    public async Task The_same_key_with_the_same_content_is_the_same_result()
    {
        var books = await Books.OfAsync(Ten);
        var first = await books.PostAsync(books.Draft("a", 3), books.Draft("b", 4, day: 1));

        var again = await books.PostAsync(books.Draft("b", 4, day: 1), books.Draft("c", 1), books.Draft("a", 3));

        again
            .Receipts.Should()
            .Equal(
                first.Receipts[1] with
                {
                    IsReplay = true,
                },
                new UsageReceipt(books.Id, "c", Valid.Today, Credits.Of(1), false),
                first.Receipts[0] with
                {
                    IsReplay = true,
                }
            );
        (await books.EntriesAsync()).Should().HaveCount(3);
    }

    [Theory]
    [InlineData(17_720_640_000_000_017, 17_720_640_000_000_010)]
    [InlineData(-13, -20)]
    [InlineData(-20, -20)]
    public async Task The_time_of_posting_is_kept_to_the_microsecond_before(long ticks, long kept)
    {
        var books = await Books.OfAsync(Ten);
        books.Clock.Reset(Instant.FromUnixTimeTicks(ticks));

        await books.PostAsync(books.Draft("a", 3));

        (await books.EntriesAsync()).Should().ContainSingle().Which.RecordedAt.Should().Be(Instant.FromUnixTimeTicks(kept));
    }

    [Theory]
    [InlineData(4, 0)]
    [InlineData(3, 1)]
    [InlineData(-3, 0)]
    public async Task The_same_key_with_other_content_is_a_conflict_that_names_it(int credits, int day)
    {
        var books = await Books.OfAsync(Ten);
        await books.PostAsync(books.Draft("a", 3));

        var refused = await books
            .Invoking(b => b.PostAsync(b.Draft("new", 1), b.Draft("a", credits, day)))
            .Should()
            .ThrowAsync<RuleViolationException>();

        refused
            .Which.Violations.Should()
            .ContainSingle()
            .Which.Should()
            .Match<Violation>(v =>
                v.Code == "usage.key-conflict" && v.Path == "Usage[1].Key" && v.Values["Key"].Equals("a") && v.Message.Contains("key a ")
            );
        (await books.EntriesAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task A_key_told_twice_in_one_batch_is_posted_once_or_a_conflict()
    {
        var books = await Books.OfAsync(Ten);

        var posting = await books.PostAsync(books.Draft("a", 3), books.Draft(" a ", 3));
        var refused = await books
            .Invoking(b => b.PostAsync(b.Draft("b", 3), b.Draft("b", 2)))
            .Should()
            .ThrowAsync<RuleViolationException>();

        posting.Receipts.Select(r => r.IsReplay).Should().Equal(false, true);
        refused.Which.Violations.Select(v => (v.Code, v.Path)).Should().Equal(("usage.key-conflict", "Usage[1].Key"));
        (await books.EntriesAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task The_key_is_asked_before_anything_else()
    {
        var books = await Books.OfAsync(Ten);
        await books.PostAsync(books.Draft("a", 3));
        await books.ChangeAsync(c => c.CloseUsageThrough(Valid.Today.PlusDays(5)));

        var replay = await books.PostAsync(books.Draft("a", 3));
        var late = await books.Invoking(b => b.PostAsync(b.Draft("b", 3))).Should().ThrowAsync<RuleViolationException>();

        replay.Receipts.Single().IsReplay.Should().BeTrue();
        late.Which.Violations.Single().Code.Should().Be("usage.date-closed");
    }

    [Fact]
    public async Task One_customer_s_key_is_free_for_another()
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

        posting.Receipts.Select(r => (r.Customer, r.Credits.Amount, r.IsReplay)).Should().Equal((one.Id, 1, false), (other.Id, 2, false));
        (await host.Get<CustomerCredits>().BalanceAsync(other.Id))!.Used.Should().Be(2);
    }

    [Fact]
    public async Task An_instant_is_dated_once_in_the_customer_s_zone()
    {
        var books = await Books.OfAsync(null, "Pacific/Kiritimati", Ten);
        var usage = new UsageDraft
        {
            Customer = books.Id.Value,
            Key = "a",
            At = Instant.FromUtc(2026, 3, 1, 10, 0),
            Credits = 2,
        };

        var posted = await books.PostAsync(usage);
        await books.ChangeAsync(c =>
        {
            var draft = c.ToDraft();
            draft.TimeZone = "Europe/Berlin";
            c.Edit(draft, CustomerTerms.Default);
        });
        var again = await books.PostAsync(usage);

        posted.Receipts.Single().Date.Should().Be(new LocalDate(2026, 3, 2));
        again.Receipts.Should().Equal(posted.Receipts[0] with { IsReplay = true });
    }

    [Fact]
    public async Task All_violations_of_all_items_are_told_at_once_and_nothing_is_posted()
    {
        var books = await Books.OfAsync(Ten);
        UsageDraft?[] usage =
        [
            books.Draft("good", 1),
            new()
            {
                Customer = "nobody",
                Key = "k",
                Credits = -0.0000001m,
            },
            null,
        ];

        var refused = await books.Ledger.Invoking(l => l.PostAsync(usage!)).Should().ThrowAsync<RuleViolationException>();

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
        (await books.EntriesAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task A_batch_too_large_is_refused()
    {
        var books = await Books.OfAsync(Ten);

        await books
            .Ledger.Invoking(l => l.PostAsync(new UsageDraft[UsageLedger.MaxBatch + 1]))
            .Should()
            .ThrowAsync<ArgumentOutOfRangeException>();
    }

    [Fact]
    public async Task Usage_that_comes_late_tells_what_it_moved()
    {
        var books = await Books.OfAsync(Ten);
        (await books.PostAsync(books.Draft("a", 8, day: 5))).Adjustments.Should().BeEmpty();

        var late = await books.PostAsync(books.Draft("b", 4, day: 2));

        var move = late.Adjustments[books.Id];
        move.Consumed.Should().Equal(new QuotaCredits(1, 2));
        move.Overage.Should().Equal(new DailyOverage(Valid.Today.PlusDays(5), 2));
        (await books.Ledger.PostAsync([books.Draft("c", 1, day: 1)], includeAdjustments: false)).Adjustments.Should().BeEmpty();
    }

    [Fact]
    public async Task Usage_of_a_day_that_is_past_tells_what_it_moved_also_where_nothing_was_used_since()
    {
        var books = await Books.OfAsync(Ten);
        books.Clock.Advance(Duration.FromDays(1));

        var late = await books.PostAsync(books.Draft("a", 4));
        var onTime = await books.PostAsync(books.Draft("b", 3, day: 1));
        var besides = await books.PostAsync(books.Draft("c", 1, day: 1));
        var both = await books.PostAsync(books.Draft("d", 1, day: 1), books.Draft("e", 1));

        late.Adjustments[books.Id].Consumed.Should().Equal(new QuotaCredits(1, 4));
        onTime.Adjustments.Should().BeEmpty();
        besides.Adjustments.Should().BeEmpty();
        both.Adjustments.Should().ContainKey(books.Id);
    }

    [Fact]
    public async Task A_fact_under_a_key_of_which_a_part_was_granted_is_a_conflict()
    {
        var books = await Books.OfAsync(new UsageOptions { Overage = OveragePolicy.AllowPartial }, null, Ten);
        await books.Reservations.ConsumeAsync(books.Draft("a", 12));

        await books.Invoking(b => b.PostAsync(b.Draft("a", 12))).Should().ThrowAsync<RuleViolationException>();
        (await books.PostAsync(books.Draft("a", 10))).Receipts.Single().IsReplay.Should().BeTrue();
    }

    [Fact]
    public async Task What_is_taken_back_is_gone_and_taking_it_back_again_changes_nothing()
    {
        var books = await Books.OfAsync(Ten);
        await books.PostAsync(books.Draft("a", 8), books.Draft("b", 4, day: 1));

        var reversal = await books.Ledger.ReverseAsync(books.Id, "a");
        var again = await books.Ledger.ReverseAsync(books.Id, " a ");

        reversal.Receipts.Single().Should().Be(new UsageReceipt(books.Id, "a", Valid.Today, Credits.Of(8), false));
        reversal.Adjustments[books.Id].Consumed.Should().Equal(new QuotaCredits(1, -6));
        reversal.Adjustments[books.Id].Overage.Should().Equal(new DailyOverage(Valid.Today.PlusDays(1), -2));
        again.Receipts.Single().IsReplay.Should().BeTrue();
        (await books.BalanceAsync(Valid.Today.PlusDays(1))).Used.Should().Be(4);
        (await books.PostAsync(books.Draft("a", 8))).Receipts.Single().IsReplay.Should().BeTrue("the key is used up");
    }

    [Fact]
    public async Task A_day_may_sum_up_to_more_than_an_amount_holds()
    {
        var books = await Books.OfAsync(Ten);
        await books.PostAsync([.. Enumerable.Range(0, 20).Select(n => books.Draft($"k{n}", Credits.Max.Amount))]);

        (await books.BalanceAsync()).Used.Should().Be(20 * Credits.Max.Amount);
        (await books.Ledger.ReverseAsync(books.Id, "k7")).Adjustments[books.Id].Overage.Single().Credits.Should().Be(-Credits.Max.Amount);
    }

    [Fact]
    public async Task Usage_goes_with_its_customer()
    {
        var books = await Books.OfAsync(Ten);
        await books.PostAsync(books.Draft("a", 8));

        await books.DeleteAsync();
        await books.RegisterAgainAsync();

        (await books.EntriesAsync()).Should().BeEmpty();
        (await books.PostAsync(books.Draft("a", 1))).Receipts.Single().IsReplay.Should().BeFalse();
    }
}
