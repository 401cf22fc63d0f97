using Msp.Customers.Names;
using Msp.Customers.Plans;
using Msp.Customers.Queries;
using Msp.Customers.Storage;

namespace Msp.Customers.Testing.Facts;

// Each named query, asked of generated customers, against its answer in memory.
internal static class CustomerQueryFacts
{
    private const int Population = 30;

    public static IEnumerable<StorageFact> All =>
        [
            Fact(
                "CustomersNamed answers as memory does",
                (customers, more) =>
                    [
                        .. customers.Take(10).Select(c => new CustomersNamed(c.Account.AccountName)),
                        .. customers.Take(10).Select(c => new CustomersNamed($" {c.Account.OrganizationName} ")),
                        .. Names(more).Select(n => new CustomersNamed(n)),
                    ]
            ),
            Fact(
                "CustomersOfOrganization answers as memory does",
                (customers, more) =>
                    [
                        .. customers.Take(10).Select(c => new CustomersOfOrganization(c.Account.OrganizationKey)),
                        .. Names(more).Select(n => new CustomersOfOrganization(NameKey.Of(n))),
                    ]
            ),
            Fact(
                "CustomersMatching answers as memory does",
                (customers, more) =>
                    [
                        new CustomersMatching(""),
                        .. Names(more).Select(n => new CustomersMatching(n)),
                        .. customers.Take(9).Select(c => new CustomersMatching(c.Account.OrganizationName[^1..])),
                    ]
            ),
            Fact(
                "CustomersOnPlan answers as memory does",
                (_, _) =>
                    [
                        .. new[] { "gold", "Gold", "GOLD", "silver\U0001F600", "silver\uFFFD" }.Select(p => new CustomersOnPlan(
                            new PlanId(p)
                        )),
                    ]
            ),
            Fact(
                "CustomersInRegion answers as memory does",
                (_, _) =>
                    [
                        .. new[] { "eu-central-1", "EU-Central-1", "us-east-1", "ap-south-1", "ap-south", "none" }.Select(
                            r => new CustomersInRegion(new StorageRegion(r))
                        ),
                    ]
            ),
            Fact(
                "CustomersOfTenantType answers as memory does",
                (_, _) => [.. Enum.GetValues<TenantType>().Select(t => new CustomersOfTenantType(t))]
            ),
            Fact(
                "CustomersWithStatus answers as memory does",
                (_, _) => [.. Enum.GetValues<CustomerStatus>().Select(s => new CustomersWithStatus(s))]
            ),
            Fact(
                "CustomersWithLicenseExpiringBefore answers as memory does",
                (customers, more) => [.. Dates(customers, more).Select(d => new CustomersWithLicenseExpiringBefore(d))]
            ),
            Fact(
                "CustomersWithQuotaEndingBefore answers as memory does",
                (customers, more) => [.. Dates(customers, more).Select(d => new CustomersWithQuotaEndingBefore(d))]
            ),
            Fact(
                "CustomersWithQuotaInForceOn answers as memory does",
                (customers, more) => [.. Dates(customers, more).Select(d => new CustomersWithQuotaInForceOn(d))]
            ),
            Fact(
                "CustomerWithReference answers as memory does",
                (customers, _) =>
                    [
                        .. customers.SelectMany(c => c.References).Take(12).Select(r => new CustomerWithReference(r)),
                        new CustomerWithReference(new ExternalReference("psa", "B0")),
                        new CustomerWithReference(new ExternalReference("crm", "b0")),
                    ]
            ),
            Fact(
                "CustomersWithReferences answers as memory does",
                (customers, _) =>
                    [
                        new CustomersWithReferences([]),
                        .. Several(customers, c => c.References, new ExternalReference("crm", "b0"))
                            .Select(r => new CustomersWithReferences(r)),
                    ]
            ),
            Fact(
                "CustomersOfOrganizations answers as memory does",
                (customers, more) =>
                    [
                        new CustomersOfOrganizations([]),
                        .. Several(customers, c => [c.Account.OrganizationKey], NameKey.Of(more.Name()))
                            .Select(n => new CustomersOfOrganizations(n)),
                    ]
            ),
            Fact(
                "CustomersAsStored answers as memory does",
                (customers, _) =>
                    [
                        new CustomersAsStored([]),
                        .. Several(customers, c => [c.Id], new CustomerId("0")).Select(ids => new CustomersAsStored(ids)),
                    ]
            ),
            Fact(
                "CustomerAsStored answers as memory does",
                (customers, _) => [.. customers.Take(10).Select(c => new CustomerAsStored(c.Id)), new CustomerAsStored(new CustomerId("0"))]
            ),
            new("UsageTermsOf answers as memory does", StorageSubject.Customers, UsageTerms),
        ];

    internal static async Task<InMemoryCustomerStore> FillAsync(Trial trial, IReadOnlyList<Customer> customers)
    {
        var memory = new InMemoryCustomerStore();
        foreach (var customer in customers)
        {
            await memory.AddAsync(Customer.FromSnapshot(customer.ToSnapshot()), trial.Token);
        }

        await trial.Customers.AddRangeAsync(customers, trial.Token);
        return memory;
    }

    private static StorageFact Fact(
        string name,
        Func<IReadOnlyList<Customer>, Generated, IReadOnlyList<ISpecification<Customer>>> questions
    ) =>
        new(
            name,
            StorageSubject.Customers,
            async trial =>
            {
                var more = new Generated(4);
                var customers = more.Customers(Population);
                var memory = await FillAsync(trial, customers);
                foreach (var (index, question) in questions(customers, more).Index())
                {
                    var expected = (await memory.ListAsync(question, trial.Token)).Select(c => c.Id).ToList();
                    var answer = $"answer question {index + 1} of {question.GetType().Name} over generated customers as memory does";
                    Expect.Items(expected, (await trial.Customers.ListAsync(question, trial.Token)).Select(c => c.Id), answer);
                    Expect.Equal(expected.Count, await trial.Customers.CountAsync(question, trial.Token), $"{answer}, counted");
                    Expect.Equal(expected.Count > 0, await trial.Customers.AnyAsync(question, trial.Token), $"{answer}, asked for any");
                    Expect.Equal(
                        expected.FirstOrDefault(),
                        (await trial.Customers.FirstOrDefaultAsync(question, trial.Token))?.Id,
                        $"{answer}, asked for the first"
                    );
                }
            }
        );

    // The keys of none, some and all, with one that is not stored.
    private static IEnumerable<TKey[]> Several<TKey>(
        IReadOnlyList<Customer> customers,
        Func<Customer, IEnumerable<TKey>> keys,
        TKey unknown
    ) => new[] { 0, 1, 7, customers.Count }.Select(count => customers.Take(count).Reverse().SelectMany(keys).Append(unknown).ToArray());

    private static IEnumerable<string> Names(Generated more) => Enumerable.Range(0, 12).Select(_ => more.Name()).Distinct();

    private static IEnumerable<NodaTime.LocalDate> Dates(IReadOnlyList<Customer> customers, Generated more) =>
        Enumerable
            .Range(0, 6)
            .Select(_ => more.Date())
            .Concat(
                customers
                    .SelectMany(c => c.Quotas)
                    .Take(4)
                    .SelectMany(q => new[] { q.EffectiveDate, q.EndDate ?? more.Date(), q.VoidedFrom ?? more.Date() })
            )
            .Append(Calendars.SupportedDates.First)
            .Append(Calendars.SupportedDates.Last)
            .Distinct();

    private static async Task UsageTerms(Trial trial)
    {
        var customers = new Generated(5).Customers(Population);
        var memory = await FillAsync(trial, customers);
        foreach (var ids in new[] { [], customers.Select(c => c.Id).ToList(), [customers[0].Id, new CustomerId("unknown")] })
        {
            var question = new UsageTermsOf(ids);
            Expect.Items(
                (await memory.ListAsync(question, trial.Token)).OrderBy(t => t.Id),
                (await trial.Customers.ListAsync(question, trial.Token)).OrderBy(t => t.Id),
                "answer UsageTermsOf with the zone and the settled day of each customer that is stored"
            );
        }
    }
}
