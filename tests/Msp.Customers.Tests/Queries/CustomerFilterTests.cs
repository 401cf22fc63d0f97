using CsCheck;
using Msp.Customers.Names;
using Msp.Customers.Storage;

namespace Msp.Customers.Tests.Queries;

public sealed class CustomerFilterTests
{
    [Fact]
    public void A_filter_matches_the_customers_that_meet_all_of_its_conditions() =>
        Gen.Select(Any.Customer.List[0, 8], Any.NearDate, Gen.Int[0, 4095])
            .Sample(
                (customers, date, chosen) =>
                {
                    foreach (var customer in customers.Where((_, i) => i % 2 == 1))
                    {
                        customer.Suspend(SuspensionReason.Other, Valid.Today);
                    }

                    foreach (var customer in customers.Where((_, i) => i % 3 == 2))
                    {
                        customer.Close(LocalDate.Max(customer.RegisteredOn, date), CustomerTerms.Default);
                    }

                    var parts = new (Func<CustomerFilter, CustomerFilter> Set, Func<Customer, bool> Meets)[]
                    {
                        (f => f with { Name = " na" }, c => NamesOf(c).Contains(NameKey.Of("na"))),
                        (f => f with { Text = "A" }, c => NamesOf(c).Any(n => n.Value.Contains('a'))),
                        (f => f with { ServicePlan = new PlanId("gold") }, c => c.ServicePlan == new PlanId("gold")),
                        (f => f with { TenantType = TenantType.Commercial }, c => c.TenantType == TenantType.Commercial),
                        (
                            f => f with { Region = new StorageRegion("us-east-1") },
                            c => c.StorageRegions.Contains(new StorageRegion("us-east-1"))
                        ),
                        (f => f with { Status = CustomerStatus.Active }, c => c.Status == CustomerStatus.Active),
                        (f => f with { QuotaEndingBefore = date }, c => c.Quotas.Any(q => q.UsablePeriod is not { } p || p.EndDate < date)),
                        (f => f with { QuotaInForceOn = date }, c => c.Quotas.Any(q => q.StateOn(date) == PeriodState.InForce)),
                        (f => f with { LicenseExpiringBefore = date }, c => !c.IsLicensedOn(date)),
                        (f => f with { EvaluationEndingBefore = date }, c => c.EvaluationEndDate is { } last && last < date),
                        (f => f with { RenewalDueOnOrBefore = date }, c => c.Schedules.Any(s => IsDue(s, date))),
                        (f => f with { RetentionOverOn = date }, c => c.Status == CustomerStatus.Closed && c.RetentionDate < date),
                    };
                    var wanted = parts.Where((_, i) => (chosen & (1 << i)) != 0).ToList();
                    var filter = wanted.Aggregate(new CustomerFilter(), (all, part) => part.Set(all));

                    var matching = new CustomersMatching(filter);

                    return customers.TrueForAll(c => matching.IsSatisfiedBy(c) == wanted.TrueForAll(w => w.Meets(c)));
                },
                iter: 600
            );

    [Fact]
    public void An_unsupported_date_is_refused_before_the_query()
    {
        foreach (var date in new[] { new LocalDate(0, 12, 31), new LocalDate(5786, 1, 1, CalendarSystem.HebrewCivil) })
        {
            CustomerFilter[] filters =
            [
                new() { QuotaEndingBefore = date },
                new() { QuotaInForceOn = date },
                new() { LicenseExpiringBefore = date },
                new() { EvaluationEndingBefore = date },
                new() { RenewalDueOnOrBefore = date },
                new() { RetentionOverOn = date },
            ];
            filters.Should().AllSatisfy(f => f.Invoking(filter => new CustomersMatching(filter)).Should().Throw<RuleViolationException>());
        }
    }

    [Fact]
    public void F48_All_violations_of_an_invalid_filter_are_reported_together()
    {
        var filter = new CustomerFilter
        {
            Status = (CustomerStatus)9,
            TenantType = (TenantType)9,
            Name = new string('x', CustomerPageRequest.MaxTextLength + 1),
            RetentionOverOn = new LocalDate(0, 12, 31),
        };

        FluentActions
            .Invoking(() => new CustomersMatching(filter))
            .Should()
            .Throw<RuleViolationException>()
            .Which.Violations.Select(v => $"{v.Code} {v.Path}")
            .Should()
            .BeEquivalentTo(
                "page.invalid-filter-value Status",
                "page.invalid-filter-value TenantType",
                "page.filter-too-long Name",
                "page.filter-date-out-of-range RetentionOverOn"
            );
        FluentActions.Invoking(() => new CustomersMatching(null!)).Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public void Text_that_cannot_be_stored_finds_no_customer()
    {
        foreach (var text in new[] { "\0", "north\0", "\uD83D", "\uDE00n" })
        {
            new CustomersMatching(new CustomerFilter { Text = text }).IsSatisfiedBy(Valid.Customer("Northwind")).Should().BeFalse();
            new CustomersMatching(new CustomerFilter { Name = text }).IsSatisfiedBy(Valid.Customer("Northwind")).Should().BeFalse();
        }
    }

    [Fact]
    public async Task A_page_without_a_filter_contains_all_customers()
    {
        var store = new InMemoryCustomerStore();
        var customer = await store.AddAsync(Valid.Customer());
        customer.Close(Valid.Today, CustomerTerms.Default);
        await store.UpdateAsync(customer);
        await store.AddAsync(Valid.Customer("Contoso"));

        (await store.PageAsync(new CustomerPageRequest())).Items.Should().HaveCount(2);
    }

    private static NameKey[] NamesOf(Customer customer) => [customer.Account.AccountKey, customer.Account.OrganizationKey];

    // Calculated from the dates of the schedule, which can have no further occurrence before the last supported day.
    private static bool IsDue(QuotaSchedule schedule, LocalDate date)
    {
        try
        {
            var next = schedule.ToDraft().NextRenewal ?? schedule.Dates.Occurrence(schedule.NextOccurrence);
            return next <= date && !(schedule.Dates.Until < next);
        }
        catch (ArgumentOutOfRangeException)
        {
            return false;
        }
    }
}
