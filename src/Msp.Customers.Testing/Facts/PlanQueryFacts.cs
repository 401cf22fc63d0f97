using Msp.Customers.Names;
using Msp.Customers.Rules;
using Msp.Customers.Storage;

namespace Msp.Customers.Testing;

// Lists and queries of plans.
internal static class PlanQueryFacts
{
    public static IEnumerable<ConformanceFact> All =>
        [
            Fact("All plans are listed in order of id by code point, and counted", InOrderOfId),
            Fact("PlansOffered, PlansByName and PlansById return the same plans as the in-memory store", Queries),
            Fact("PlanOffersById returns the same offers as the in-memory store", Offers),
        ];

    private static ConformanceFact Fact(string name, Func<Trial, Task> body) => new(name, ConformanceArea.Plans, body);

    private static async Task InOrderOfId(Trial trial)
    {
        foreach (var id in new[] { "b", "B", "\u00E4", "\U0001F600", "\uFFFD", "10", "9" })
        {
            await trial.SavedAsync(SampleData.Plan(id));
        }

        Expect.Items(
            ["10", "9", "B", "b", "\u00E4", "\uFFFD", "\U0001F600"],
            (await trial.Plans.ListAsync(trial.Token)).Select(p => p.Id.Value),
            "list all plans in order of id by code point"
        );
        Expect.Equal((7, true), (await trial.Plans.CountAsync(trial.Token), await trial.Plans.AnyAsync(trial.Token)), "count the plans");
        Expect.Equal(null, await trial.Plans.GetByIdAsync("", trial.Token), "return null for text that is not a valid id");
    }

    private static async Task Queries(Trial trial)
    {
        var (memory, plans) = await FillAsync(trial);
        ISpecification<ServicePlan>[] specifications =
        [
            new PlansOffered(),
            new PlansByName(NameKey.Of("PLAN")),
            .. plans.Select(p => new PlansByName(p.NameKey)),
            .. plans.Select(p => new PlansById(p.Id)),
            new PlansById(new PlanId("0")),
            new PlansByName([]),
            new PlansByName([NameKey.Of("PLAN"), .. plans.Take(7).Select(p => p.NameKey)]),
            new PlansById([]),
            new PlansById([.. plans.Take(7).Select(p => p.Id), new PlanId("0")]),
        ];
        foreach (var specification in specifications)
        {
            var expected = (await memory.ListAsync(specification, trial.Token)).Select(p => p.Id).ToList();
            Expect.Items(
                expected,
                (await trial.Plans.ListAsync(specification, trial.Token)).Select(p => p.Id),
                $"return the same plans as the in-memory store for {specification.GetType().Name}"
            );
            Expect.Equal(
                expected.Count,
                await trial.Plans.CountAsync(specification, trial.Token),
                $"count the same plans as the in-memory store for {specification.GetType().Name}"
            );
        }
    }

    private static async Task Offers(Trial trial)
    {
        var (memory, plans) = await FillAsync(trial);
        foreach (var ids in new PlanId[][] { [], [new PlanId("0"), .. plans.Take(7).Select(p => p.Id)], [.. plans.Select(p => p.Id)] })
        {
            var specification = new PlanOffersById(ids);
            Expect.Items(
                (await memory.ListAsync(specification, trial.Token)).Select(Text).Order(StringComparer.Ordinal),
                (await trial.Plans.ListAsync(specification, trial.Token)).Select(Text).Order(StringComparer.Ordinal),
                "return the id, retirement and regions of each stored plan for PlanOffersById"
            );
        }

        static string Text(PlanOffer plan) =>
            $"{plan.Id}{(plan.IsRetired ? ", retired" : "")}: "
            + $"{string.Join(' ', plan.AllowedRegions.Select(r => r.Name).Order(StringComparer.Ordinal))}";
    }

    private static async Task<(InMemoryPlanStore Memory, IReadOnlyList<ServicePlan> Plans)> FillAsync(Trial trial)
    {
        var (memory, plans) = (new InMemoryPlanStore(), new GeneratedData(11).Plans(30));
        await memory.AddRangeAsync(plans.Select(p => ServicePlan.FromSnapshot(p.ToSnapshot())), trial.Token);
        await trial.Plans.AddRangeAsync(plans, trial.Token);
        return (memory, plans);
    }
}
