using CsCheck;
using Msp.Customers.Plans;
using Msp.Customers.Queries;
using Msp.Customers.Storage;

namespace Msp.Customers.Tests.Queries;

public sealed class CustomerFilterTests
{
    [Fact]
    public void A_filter_keeps_what_meets_each_of_its_conditions_as_the_named_query_does() =>
        Gen.Select(Any.Customer.List[0, 8], Any.NearDate, Gen.Int[0, 511])
            .Sample(
                (customers, date, chosen) =>
                {
                    foreach (var customer in customers.Where((_, i) => i % 2 == 1))
                    {
                        customer.Suspend(SuspensionReason.Other, Valid.Today);
                    }

                    var parts = new (CustomerFilter Filter, ISpecification<Customer> Query)[]
                    {
                        (new() { Name = "na" }, new CustomersNamed("na")),
                        (new() { Text = "A" }, new CustomersMatching("A")),
                        (new() { ServicePlan = new PlanId("gold") }, new CustomersOnPlan(new PlanId("gold"))),
                        (new() { TenantType = TenantType.Commercial }, new CustomersOfTenantType(TenantType.Commercial)),
                        (new() { Region = new StorageRegion("us-east-1") }, new CustomersInRegion(new StorageRegion("us-east-1"))),
                        (new() { Status = CustomerStatus.Active }, new CustomersWithStatus(CustomerStatus.Active)),
                        (new() { QuotaEndingBefore = date }, new CustomersWithQuotaEndingBefore(date)),
                        (new() { LicenseExpiringBefore = date }, new CustomersWithLicenseExpiringBefore(date)),
                        (new() { QuotaInForceOn = date }, new CustomersWithQuotaInForceOn(date)),
                    };
                    var wanted = parts.Where((_, i) => (chosen & (1 << i)) != 0).ToList();
                    var filter = wanted.Aggregate(new CustomerFilter(), (all, part) => Join(all, part.Filter));

                    var page = new CustomersPage(new CustomerPageRequest { Filter = filter });

                    return customers.TrueForAll(c => page.IsSatisfiedBy(c) == wanted.TrueForAll(w => w.Query.IsSatisfiedBy(c)));
                },
                iter: 300
            );

    [Fact]
    public void A_date_that_no_database_stores_is_refused_before_any_store_is_asked()
    {
        foreach (var date in new[] { new LocalDate(0, 12, 31), new LocalDate(5786, 1, 1, CalendarSystem.HebrewCivil) })
        {
            Func<object>[] questions =
            [
                () => new CustomersWithQuotaEndingBefore(date),
                () => new CustomersWithLicenseExpiringBefore(date),
                () => new CustomersWithQuotaInForceOn(date),
                () => new CustomersPage(new CustomerPageRequest { Filter = new CustomerFilter { QuotaEndingBefore = date } }),
                () => new CustomersPage(new CustomerPageRequest { Filter = new CustomerFilter { LicenseExpiringBefore = date } }),
                () => new CustomersPage(new CustomerPageRequest { Filter = new CustomerFilter { QuotaInForceOn = date } }),
            ];
            questions.Should().AllSatisfy(ask => ask.Should().Throw<ArgumentOutOfRangeException>());
        }
    }

    [Fact]
    public async Task Without_a_filter_everybody_is_on_the_page()
    {
        var store = new InMemoryCustomerStore();
        var customer = await store.AddAsync(Valid.Customer());
        customer.Close(Valid.Today, CustomerTerms.Default);
        await store.UpdateAsync(customer);
        await store.AddAsync(Valid.Customer("Contoso"));

        (await store.PageAsync(new CustomerPageRequest())).Items.Should().HaveCount(2);
    }

    private static CustomerFilter Join(CustomerFilter a, CustomerFilter b) =>
        new()
        {
            Name = a.Name ?? b.Name,
            Text = a.Text ?? b.Text,
            ServicePlan = a.ServicePlan ?? b.ServicePlan,
            TenantType = a.TenantType ?? b.TenantType,
            Region = a.Region ?? b.Region,
            Status = a.Status ?? b.Status,
            QuotaEndingBefore = a.QuotaEndingBefore ?? b.QuotaEndingBefore,
            LicenseExpiringBefore = a.LicenseExpiringBefore ?? b.LicenseExpiringBefore,
            QuotaInForceOn = a.QuotaInForceOn ?? b.QuotaInForceOn,
        };
}
