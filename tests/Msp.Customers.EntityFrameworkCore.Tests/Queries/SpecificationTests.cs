using CsCheck;
using Microsoft.EntityFrameworkCore;
using Msp.Customers.Names;
using Msp.Customers.Storage;

namespace Msp.Customers.EntityFrameworkCore.Tests.Queries;

public sealed class SpecificationTests : IDisposable
{
    private readonly TestStorage storage = new();

    public void Dispose() => storage.Dispose();

    [Fact]
    public async Task Every_specification_of_customers_returns_the_same_from_the_database_and_from_memory() =>
        await Gen.Select(Some.Customers(12), Some.Date, Some.Name)
            .SampleAsync(
                async (customers, date, name) =>
                {
                    using var both = await BothStores.CreateAsync(storage, customers);
                    var one = customers[0];
                    foreach (var specification in Specifications(one, date, name))
                    {
                        await both.AssertSameResultAsync(specification);
                    }

                    (await both.AssertSameResultAsync(new CustomersMatching(new CustomerFilter { Name = one.Account.AccountName })))
                        .Should()
                        .Contain(c => c.Id == one.Id);
                    (await both.AssertSameResultAsync(new CustomersByOrganization(one.Account.OrganizationKey))).Should().ContainSingle();
                    (await both.AssertSameResultAsync(new CustomersById(one.Id))).Should().ContainSingle();
                    (await both.AssertSameResultAsync(new CustomersById([one.Id, customers[^1].Id, new CustomerId("no one's")])))
                        .Should()
                        .Contain(c => c.Id == one.Id);
                    (await both.AssertSameResultAsync(new CustomersByOrganization([one.Account.OrganizationKey, NameKey.Of(name)])))
                        .Should()
                        .Contain(c => c.Id == one.Id);
                    await both.AssertSameResultAsync(
                        new CustomersByReference(customers.SelectMany(c => c.References).Where((_, i) => i % 3 != 0))
                    );
                    await both.AssertSameResultAsync(
                        new CustomersByReference(customers.Take(2).SelectMany(c => c.References.SelectMany(r => Crossed(r, customers[^1]))))
                    );
                    foreach (var reference in one.References)
                    {
                        (await both.AssertSameResultAsync(new CustomersByReference(reference))).Should().ContainSingle();
                    }
                },
                iter: 60,
                threads: 1
            );

    [Fact]
    public async Task Every_specification_of_plans_returns_the_same_from_the_database_and_from_memory() =>
        await Some
            .Plan.Array[1, 8]
            .SampleAsync(
                async drawn =>
                {
                    await using var context = storage.Context();
                    await context.ServicePlans.ExecuteDeleteAsync();
                    var (database, memory) = (new DbContextPlanStore<MspCustomersContext>(context), new InMemoryPlanStore());
                    foreach (var (index, plan) in drawn.Index())
                    {
                        var draft = plan.ToDraft();
                        draft.Id = $"{(index % 2 == 0 ? "\U0001F600" : "\uFFFD")}{index}";
                        await database.AddAsync(ServicePlan.Create(draft));
                        await memory.AddAsync(ServicePlan.Create(draft));
                    }

                    foreach (
                        var specification in new Specification<ServicePlan>[]
                        {
                            new PlansOffered(),
                            new PlansByName(drawn[0].NameKey),
                            new PlansById(new PlanId("\uFFFD1")),
                            new PlansById([new PlanId("\uFFFD1"), new PlanId("\U0001F6000"), new PlanId("none")]),
                            new PlansByName([drawn[0].NameKey, drawn[^1].NameKey]),
                        }
                    )
                    {
                        (await database.ListAsync(specification))
                            .Select(p => p.Id)
                            .Should()
                            .Equal((await memory.ListAsync(specification)).Select(p => p.Id));
                    }

                    (await database.ListAsync()).Select(p => p.Id).Should().Equal((await memory.ListAsync()).Select(p => p.Id));
                },
                iter: 100,
                threads: 1
            );

    // Combines the system of one stored reference with the id of another.
    private static IEnumerable<ExternalReference> Crossed(ExternalReference reference, Customer other) =>
        other.References.SelectMany(r =>
            new[] { new ExternalReference(reference.System, r.Id), new ExternalReference(r.System, reference.Id) }
        );

    private static IEnumerable<ISpecification<Customer>> Specifications(Customer one, LocalDate date, string name)
    {
        yield return new CustomersMatching(new CustomerFilter { Name = name });
        yield return new CustomersByOrganization(NameKey.Of(name));
        yield return new CustomersMatching(new CustomerFilter { Text = name });
        yield return new CustomersMatching(new CustomerFilter { Text = one.Account.OrganizationName });
        yield return new CustomersMatching(new CustomerFilter { ServicePlan = one.ServicePlan ?? new PlanId("gold") });
        yield return new CustomersMatching(new CustomerFilter { Region = new StorageRegion("EU-central-1") });
        foreach (var type in Enum.GetValues<TenantType>())
        {
            yield return new CustomersMatching(new CustomerFilter { TenantType = type });
        }

        foreach (var status in Enum.GetValues<CustomerStatus>())
        {
            yield return new CustomersMatching(new CustomerFilter { Status = status });
        }

        foreach (
            var day in new[]
            {
                date,
                one.LicenseExpiryDate ?? date,
                one.Quotas.Select(q => q.EndDate).FirstOrDefault() ?? date,
                one.Quotas.Select(q => q.EffectiveDate).FirstOrDefault(date),
            }
        )
        {
            yield return new CustomersMatching(new CustomerFilter { LicenseExpiringBefore = day });
            yield return new CustomersMatching(new CustomerFilter { QuotaEndingBefore = day });
            yield return new CustomersMatching(new CustomerFilter { QuotaInForceOn = day });
        }
    }
}
