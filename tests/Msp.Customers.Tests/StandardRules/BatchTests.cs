using CsCheck;
using Msp.Customers.Rules;
using Msp.Customers.Storage;

namespace Msp.Customers.Tests.StandardRules;

public sealed class BatchTests
{
    // Few ids, names, references, plans and regions, so that they collide.
    private static readonly Gen<CustomerDraft> Draft =
        from id in Gen.Int[1, 12]
        from name in Gen.Int[1, 12]
        from references in Gen.Select(Gen.OneOf("psa", "crm", "PSA"), Gen.Int[1, 9]).Array[0, 3]
        from plan in Gen.OneOf(null, "gold", "old", "none")
        from regions in Gen.OneOf("eu-central-1", "us-east-1", "ap-south-1").Array[0, 2]
        select new CustomerDraft
        {
            Id = $"c-{id}",
            AccountName = "Any",
            OrganizationName = name % 2 == 0 ? $"Name  {name / 2}" : $"NAME {name / 2}",
            References =
            [
                .. references
                    .DistinctBy(r => (r.Item1.ToLowerInvariant(), r.Item2))
                    .Select(r => new ReferenceDraft { System = r.Item1, Id = $"{r.Item2}" }),
            ],
            ServicePlan = plan,
            StorageRegions = [.. regions.Distinct()],
        };

    private static readonly Gen<(CustomerDraft[] Stored, CustomerDraft[] Saved)> Save = Gen.Select(Draft.Array[0, 5], Draft.Array[1, 12]);

    [Fact]
    public void F15_In_a_batch_each_change_is_evaluated_with_the_changes_before_it() =>
        Save.Sample(
            save =>
            {
                using var host = new Host();
                var (customers, plans) = Stores(host, save.Stored);
                var all = save
                    .Saved.Select(
                        (d, i) =>
                            i % 3 == 0 && customers.GetByIdAsync(d.Id!).Result is { } stored
                                ? Edited(stored, d)
                                : Customer.Register(d, CustomerTerms.Default, Valid.Today)
                    )
                    .ToArray();
                Change<Customer> Of(int i, IReadOnlyList<Customer> previous) =>
                    new(all[i].OriginalVersion == 0 ? null : customers.GetByIdAsync(all[i].Id).Result, all[i], Valid.Today)
                    {
                        SavedWith = previous,
                    };

                var found = host.Customers.CheckRangeAsync(all).Result.Select(f => f.Select(Text)).ToList();
                var stored = customers.ListAsync().Result;
                var expected = all.Select((_, i) => Expected(Of(i, [.. all.Take(i)]), stored, all, plans));

                found.Select(f => f.Where(t => Codes.Any(t.StartsWith))).Should().BeEquivalentTo(expected, o => o.WithStrictOrdering());
            },
            iter: 1_000
        );

    private static readonly string[] Codes =
    [
        "customer.duplicate-id",
        "organization-name.duplicate",
        "reference.duplicate",
        "plan.",
        "region.not-allowed",
    ];

    // The same rules in a direct implementation.
    private static IEnumerable<string> Expected(Change<Customer> change, List<Customer> stored, Customer[] all, InMemoryPlanStore plans)
    {
        var (before, after) = (change.Before, change.After);
        var updated = all.Where(c => c.OriginalVersion > 0).DistinctBy(c => c.Id).ToDictionary(c => c.Id);
        if (change.IsNew && stored.Concat(change.SavedWith).Any(c => c.Id == after.Id))
        {
            yield return $"customer.duplicate-id Id {after.Id}";
        }

        var sameName =
            before?.Account.OrganizationKey == after.Account.OrganizationKey
                ? null
                : stored
                    .Where(c => updated.GetValueOrDefault(c.Id, c).Account.OrganizationKey == c.Account.OrganizationKey)
                    .Concat(change.SavedWith)
                    .FirstOrDefault(c => c.Account.OrganizationKey == after.Account.OrganizationKey && c.Id != after.Id);
        if (sameName is not null)
        {
            yield return $"organization-name.duplicate OrganizationName {sameName.Id}";
        }

        foreach (var (index, reference) in after.References.Index().Where(r => before?.References.Contains(r.Item) != true))
        {
            var kept = stored.Where(c => updated.GetValueOrDefault(c.Id, c).References.Contains(reference));
            if (kept.Concat(change.SavedWith).FirstOrDefault(c => c.Id != after.Id && c.References.Contains(reference)) is { } other)
            {
                yield return $"reference.duplicate References[{index}] {other.Id}";
            }
        }

        var plan = after.ServicePlan is null ? null : plans.GetByIdAsync(after.ServicePlan).Result;
        if (after.ServicePlan is not null && before?.ServicePlan != after.ServicePlan && plan is not { IsRetired: false })
        {
            yield return $"{(plan is null ? "plan.not-found" : "plan.retired")} ServicePlan {after.ServicePlan}";
        }

        foreach (var (index, region) in after.StorageRegions.Index())
        {
            if (plan?.Allows(region) == false && !(before?.ServicePlan == plan.Id && before.StorageRegions.Contains(region)))
            {
                yield return $"region.not-allowed StorageRegions[{index}] {region}";
            }
        }
    }

    private static string Text(Violation v) => $"{v.Code} {v.Path} {ValueOf(v, "OtherId", "Region", "ServicePlan", "Id")}";

    private static object? ValueOf(Violation v, params string[] names) =>
        names.Select(name => v.Values.GetValueOrDefault(name)).FirstOrDefault(value => value is not null);

    private static Customer Edited(Customer stored, CustomerDraft draft)
    {
        var copy = Customer.FromSnapshot(stored.ToSnapshot());
        draft.Id = null;
        copy.Edit(draft, CustomerTerms.Default);
        return copy;
    }

    private static (InMemoryCustomerStore Customers, InMemoryPlanStore Plans) Stores(Host host, CustomerDraft[] drafts)
    {
        var (customers, plans) = (host.Get<InMemoryCustomerStore>(), host.Get<InMemoryPlanStore>());
        foreach (var draft in drafts)
        {
            try
            {
                customers.AddAsync(Customer.Register(draft, CustomerTerms.Default, Valid.Today)).Wait();
            }
            catch (AggregateException e) when (e.InnerException is ConcurrencyException)
            {
                // An earlier customer already has the id, the name or a reference.
            }
        }

        foreach (var (id, retired) in new[] { ("gold", false), ("old", true) })
        {
            var draft = Valid.PlanDraft(id);
            (draft.IsRetired, draft.AllowedRegions) = (retired, ["eu-central-1"]);
            plans.AddAsync(ServicePlan.Create(draft)).Wait();
        }

        return (customers, plans);
    }
}
