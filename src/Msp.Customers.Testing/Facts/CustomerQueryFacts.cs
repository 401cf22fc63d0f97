using Msp.Customers.Names;
using Msp.Customers.Storage;
using Msp.Customers.Usage;

namespace Msp.Customers.Testing;

// Runs each named query on generated customers and compares the result with the result in memory.
internal static class CustomerQueryFacts
{
    private const int Population = 30;

    public static IEnumerable<ConformanceFact> All =>
        [
            Fact(
                "CustomersMatching by name returns the same customers as the in-memory store",
                (customers, generated) =>
                    [
                        .. customers.Take(10).Select(c => new CustomerFilter { Name = c.Account.AccountName }),
                        .. customers.Take(10).Select(c => new CustomerFilter { Name = $" {c.Account.OrganizationName} " }),
                        .. Names(generated).Select(n => new CustomerFilter { Name = n }),
                    ]
            ),
            Fact(
                "CustomersMatching by text returns the same customers as the in-memory store",
                (customers, generated) =>
                    [
                        new CustomerFilter { Text = "" },
                        .. Names(generated).Select(n => new CustomerFilter { Text = n }),
                        .. customers.Take(9).Select(c => new CustomerFilter { Text = c.Account.OrganizationName[^1..] }),
                    ]
            ),
            Fact(
                "CustomersMatching by plan returns the same customers as the in-memory store",
                (_, _) =>
                    [
                        .. new[] { "gold", "Gold", "GOLD", "silver\U0001F600", "silver\uFFFD" }.Select(p => new CustomerFilter
                        {
                            ServicePlan = new PlanId(p),
                        }),
                    ]
            ),
            Fact(
                "CustomersMatching by region returns the same customers as the in-memory store",
                (_, _) =>
                    [
                        .. new[] { "eu-central-1", "EU-Central-1", "us-east-1", "ap-south-1", "ap-south", "none" }.Select(
                            r => new CustomerFilter { Region = new StorageRegion(r) }
                        ),
                    ]
            ),
            Fact(
                "CustomersMatching by tenant type returns the same customers as the in-memory store",
                (_, _) => [.. Enum.GetValues<TenantType>().Select(t => new CustomerFilter { TenantType = t })]
            ),
            Fact(
                "CustomersMatching by status returns the same customers as the in-memory store",
                (_, _) => [.. Enum.GetValues<CustomerStatus>().Select(s => new CustomerFilter { Status = s })]
            ),
            Fact(
                "CustomersMatching by end of license returns the same customers as the in-memory store",
                (customers, generated) => [.. Dates(customers, generated).Select(d => new CustomerFilter { LicenseExpiringBefore = d })]
            ),
            Fact(
                "CustomersMatching by end of quota returns the same customers as the in-memory store",
                (customers, generated) => [.. Dates(customers, generated).Select(d => new CustomerFilter { QuotaEndingBefore = d })]
            ),
            Fact(
                "CustomersMatching by quota in force returns the same customers as the in-memory store",
                (customers, generated) => [.. Dates(customers, generated).Select(d => new CustomerFilter { QuotaInForceOn = d })]
            ),
            Fact(
                "CustomersMatching by end of evaluation returns the same customers as the in-memory store",
                (customers, generated) =>
                    [
                        .. customers
                            .Select(c => c.EvaluationEndDate)
                            .OfType<NodaTime.LocalDate>()
                            .Where(d => d < SupportedDates.Last)
                            .SelectMany(d => new[] { d, d.PlusDays(1) })
                            .Concat(Dates(customers, generated))
                            .Select(d => new CustomerFilter { EvaluationEndingBefore = d }),
                    ]
            ),
            Fact(
                "CustomersMatching by due renewal returns the same customers as the in-memory store",
                (customers, generated) =>
                    [
                        .. customers
                            .SelectMany(c => c.Schedules)
                            .Select(s => s.NextRenewal)
                            .OfType<NodaTime.LocalDate>()
                            .Where(d => d > SupportedDates.First)
                            .SelectMany(d => new[] { d.PlusDays(-1), d })
                            .Concat(Dates(customers, generated))
                            .Select(d => new CustomerFilter { RenewalDueOnOrBefore = d }),
                    ]
            ),
            Fact(
                "CustomersMatching by end of retention returns the same customers as the in-memory store",
                (customers, generated) =>
                    [
                        .. customers
                            .Select(c => c.RetentionDate)
                            .OfType<NodaTime.LocalDate>()
                            .Where(d => d < SupportedDates.Last)
                            .SelectMany(d => new[] { d, d.PlusDays(1) })
                            .Concat(Dates(customers, generated))
                            .Select(d => new CustomerFilter { RetentionOverOn = d }),
                    ]
            ),
            Fact(
                "CustomersMatching by several conditions returns the same customers as the in-memory store",
                (customers, generated) =>
                    [
                        .. customers.Select(c => new CustomerFilter
                        {
                            Text = generated.Chance(50) ? c.Account.AccountName[..1] : null,
                            Status = generated.Chance(50) ? c.Status : null,
                            TenantType = generated.Chance(50) ? c.TenantType : null,
                            ServicePlan = generated.Chance(50) ? c.ServicePlan : null,
                            LicenseExpiringBefore = generated.Chance(30) ? generated.Date() : null,
                            QuotaInForceOn = generated.Chance(30) ? generated.Date() : null,
                        }),
                    ]
            ),
            Fact(
                "CustomersByReference returns the same customers as the in-memory store",
                (customers, _) =>
                    [
                        new CustomersByReference([]),
                        .. customers.SelectMany(c => c.References).Take(12).Select(r => new CustomersByReference(r)),
                        new CustomersByReference(new ExternalReference("psa", "B0")),
                        new CustomersByReference(new ExternalReference("crm", "b0")),
                        .. Several(customers, c => c.References, new ExternalReference("crm", "b0"))
                            .Select(r => new CustomersByReference(r)),
                    ]
            ),
            Fact(
                "CustomersByOrganization returns the same customers as the in-memory store",
                (customers, generated) =>
                    [
                        new CustomersByOrganization([]),
                        .. customers.Take(10).Select(c => new CustomersByOrganization(c.Account.OrganizationKey)),
                        .. Names(generated).Select(n => new CustomersByOrganization(NameKey.Of(n))),
                        .. Several(customers, c => [c.Account.OrganizationKey], NameKey.Of(generated.Name()))
                            .Select(n => new CustomersByOrganization(n)),
                    ]
            ),
            Fact(
                "CustomersById returns the same customers as the in-memory store",
                (customers, _) =>
                    [
                        new CustomersById([]),
                        .. customers.Take(10).Select(c => new CustomersById(c.Id)),
                        new CustomersById(new CustomerId("0")),
                        .. Several(customers, c => [c.Id], new CustomerId("0")).Select(ids => new CustomersById(ids)),
                    ]
            ),
            new("UsageTermsById returns the same terms as the in-memory store", ConformanceArea.Customers, UsageTerms),
        ];

    internal static async Task<InMemoryCustomerStore> FillAsync(Trial trial, IReadOnlyList<Customer> customers)
    {
        var memory = new InMemoryCustomerStore();
        foreach (var customer in customers)
        {
            await memory.AddAsync(Customer.FromSnapshot(customer.ToSnapshot()), trial.Token);
        }

        await trial.AddPlansAsync(customers);
        await trial.Customers.AddRangeAsync(customers, trial.Token);
        return memory;
    }

    private static ConformanceFact Fact(string name, Func<IReadOnlyList<Customer>, GeneratedData, IReadOnlyList<CustomerFilter>> filters) =>
        Fact(
            name,
            (customers, generated) =>
                (IReadOnlyList<ISpecification<Customer>>)[.. filters(customers, generated).Select(f => new CustomersMatching(f))]
        );

    private static ConformanceFact Fact(
        string name,
        Func<IReadOnlyList<Customer>, GeneratedData, IReadOnlyList<ISpecification<Customer>>> specifications
    ) =>
        new(
            name,
            ConformanceArea.Customers,
            async trial =>
            {
                var generated = new GeneratedData(4);
                var customers = generated.Customers(Population);
                var memory = await FillAsync(trial, customers);
                foreach (var (index, specification) in specifications(customers, generated).Index())
                {
                    var expected = (await memory.ListAsync(specification, trial.Token)).Select(c => c.Id).ToList();
                    var expectation = $"return the same customers as the in-memory store for {specification.GetType().Name} {index + 1}";
                    Expect.Items(expected, (await trial.Customers.ListAsync(specification, trial.Token)).Select(c => c.Id), expectation);
                    Expect.Equal(
                        expected.Count,
                        await trial.Customers.CountAsync(specification, trial.Token),
                        $"{expectation} in CountAsync"
                    );
                    Expect.Equal(
                        expected.Count > 0,
                        await trial.Customers.AnyAsync(specification, trial.Token),
                        $"{expectation} in AnyAsync"
                    );
                    Expect.Equal(
                        expected.FirstOrDefault(),
                        (await trial.Customers.FirstOrDefaultAsync(specification, trial.Token))?.Id,
                        $"{expectation} in FirstOrDefaultAsync"
                    );
                }
            }
        );

    // The keys of no customer, some customers and all customers, with one key that is not stored.
    private static IEnumerable<TKey[]> Several<TKey>(
        IReadOnlyList<Customer> customers,
        Func<Customer, IEnumerable<TKey>> keys,
        TKey unknown
    ) => new[] { 0, 1, 7, customers.Count }.Select(count => customers.Take(count).Reverse().SelectMany(keys).Append(unknown).ToArray());

    private static IEnumerable<string> Names(GeneratedData generated) => Enumerable.Range(0, 12).Select(_ => generated.Name()).Distinct();

    private static IEnumerable<NodaTime.LocalDate> Dates(IReadOnlyList<Customer> customers, GeneratedData generated) =>
        Enumerable
            .Range(0, 6)
            .Select(_ => generated.Date())
            .Concat(
                customers
                    .SelectMany(c => c.Quotas)
                    .Take(4)
                    .SelectMany(q => new[] { q.EffectiveDate, q.EndDate ?? generated.Date(), q.VoidedFrom ?? generated.Date() })
            )
            .Append(SupportedDates.First)
            .Append(SupportedDates.Last)
            .Distinct();

    private static async Task UsageTerms(Trial trial)
    {
        var customers = new GeneratedData(5).Customers(Population);
        var memory = await FillAsync(trial, customers);
        foreach (var ids in new[] { [], customers.Select(c => c.Id).ToList(), [customers[0].Id, new CustomerId("unknown")] })
        {
            var specification = new UsageTermsById(ids);
            Expect.Items(
                (await memory.ListAsync(specification, trial.Token)).OrderBy(t => t.Id),
                (await trial.Customers.ListAsync(specification, trial.Token)).OrderBy(t => t.Id),
                "return the time zone and the closed usage date of each stored customer for UsageTermsById"
            );
        }
    }
}
