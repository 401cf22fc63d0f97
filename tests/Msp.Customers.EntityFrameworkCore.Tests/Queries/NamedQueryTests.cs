using CsCheck;
using Microsoft.EntityFrameworkCore;
using Msp.Customers.EntityFrameworkCore.Storage;
using Msp.Customers.Names;
using Msp.Customers.Plans;
using Msp.Customers.Queries;
using Msp.Customers.Storage;

namespace Msp.Customers.EntityFrameworkCore.Tests.Queries;

public sealed class NamedQueryTests : IDisposable
{
    private readonly TestStorage storage = new();

    public void Dispose() => storage.Dispose();

    [Fact]
    public async Task Every_named_query_of_customers_agrees_with_memory() =>
        await Gen.Select(Some.Customers(12), Some.Date, Some.Name)
            .SampleAsync(
                async (customers, date, name) =>
                {
                    using var both = await BothStores.HoldAsync(storage, customers);
                    var one = customers[0];
                    foreach (var question in Questions(one, date, name))
                    {
                        await both.AgreeOnAsync(question);
                    }

                    (await both.AgreeOnAsync(new CustomersNamed(one.Account.AccountName))).Should().Contain(c => c.Id == one.Id);
                    (await both.AgreeOnAsync(new CustomersOfOrganization(one.Account.OrganizationKey))).Should().ContainSingle();
                    (await both.AgreeOnAsync(new CustomerAsStored(one.Id))).Should().ContainSingle();
                    (await both.AgreeOnAsync(new CustomersAsStored([one.Id, customers[^1].Id, new CustomerId("no one's")])))
                        .Should()
                        .Contain(c => c.Id == one.Id);
                    (await both.AgreeOnAsync(new CustomersOfOrganizations([one.Account.OrganizationKey, NameKey.Of(name)])))
                        .Should()
                        .Contain(c => c.Id == one.Id);
                    await both.AgreeOnAsync(
                        new CustomersWithReferences(customers.SelectMany(c => c.References).Where((_, i) => i % 3 != 0))
                    );
                    await both.AgreeOnAsync(
                        new CustomersWithReferences(
                            customers.Take(2).SelectMany(c => c.References.SelectMany(r => Crossed(r, customers[^1])))
                        )
                    );
                    foreach (var reference in one.References)
                    {
                        (await both.AgreeOnAsync(new CustomerWithReference(reference))).Should().ContainSingle();
                    }
                },
                iter: 60,
                threads: 1
            );

    [Fact]
    public async Task Every_named_query_of_plans_agrees_with_memory() =>
        await Some
            .Plan.Array[1, 8]
            .SampleAsync(
                async drawn =>
                {
                    await using var context = storage.Context();
                    await context.ServicePlans.ExecuteDeleteAsync();
                    var (database, memory) = (new ContextPlans<MspCustomersContext>(context), new InMemoryPlanStore());
                    foreach (var (index, plan) in drawn.Index())
                    {
                        var draft = plan.ToDraft();
                        draft.Id = $"{(index % 2 == 0 ? "\U0001F600" : "\uFFFD")}{index}";
                        await database.AddAsync(ServicePlan.Create(draft, Valid.PlanRules));
                        await memory.AddAsync(ServicePlan.Create(draft, Valid.PlanRules));
                    }

                    foreach (
                        var question in new Specification<ServicePlan>[]
                        {
                            new PlansOffered(),
                            new PlansNamed(drawn[0].NameKey),
                            new PlanAsStored(new PlanId("\uFFFD1")),
                            new PlansAsStored([new PlanId("\uFFFD1"), new PlanId("\U0001F6000"), new PlanId("none")]),
                            new PlansWithNames([drawn[0].NameKey, drawn[^1].NameKey]),
                        }
                    )
                    {
                        (await database.ListAsync(question))
                            .Select(p => p.Id)
                            .Should()
                            .Equal((await memory.ListAsync(question)).Select(p => p.Id));
                    }

                    var offers = new PlanOffersOf([new PlanId("\uFFFD1"), new PlanId("\U0001F6000"), new PlanId("none")]);
                    (await database.ListAsync(offers)).Should().BeEquivalentTo(await memory.ListAsync(offers));
                    (await database.ListAsync()).Select(p => p.Id).Should().Equal((await memory.ListAsync()).Select(p => p.Id));
                },
                iter: 100,
                threads: 1
            );

    // Systems and ids that are there, and do not all belong together.
    private static IEnumerable<ExternalReference> Crossed(ExternalReference reference, Customer other) =>
        other.References.SelectMany(r =>
            new[] { new ExternalReference(reference.System, r.Id), new ExternalReference(r.System, reference.Id) }
        );

    private static IEnumerable<ISpecification<Customer>> Questions(Customer one, LocalDate date, string name)
    {
        yield return new CustomersNamed(name);
        yield return new CustomersOfOrganization(NameKey.Of(name));
        yield return new CustomersMatching(name);
        yield return new CustomersMatching(one.Account.OrganizationName);
        yield return new CustomersOnPlan(one.ServicePlan ?? new PlanId("gold"));
        yield return new CustomersInRegion(new StorageRegion("EU-central-1"));
        foreach (var type in Enum.GetValues<TenantType>())
        {
            yield return new CustomersOfTenantType(type);
        }

        foreach (var status in Enum.GetValues<CustomerStatus>())
        {
            yield return new CustomersWithStatus(status);
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
            yield return new CustomersWithLicenseExpiringBefore(day);
            yield return new CustomersWithQuotaEndingBefore(day);
            yield return new CustomersWithQuotaInForceOn(day);
        }
    }
}
