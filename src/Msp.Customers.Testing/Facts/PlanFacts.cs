using Msp.Customers.Names;
using Msp.Customers.Plans;
using Msp.Customers.Queries;
using Msp.Customers.Storage;

namespace Msp.Customers.Testing.Facts;

internal static class PlanFacts
{
    public static IEnumerable<StorageFact> All =>
    [
        Fact("A plan reads back as it was saved, in every edition, offered or retired", EveryMember),
        Fact("A plan with nothing but its name reads back as it was saved", NothingButName),
        Fact("A plan with 5,000 features and regions reads back as it was saved", LongLists),
        Fact("Plans with text at its limits read back as they were saved", Texts),
        Fact("Thirty generated plans read back as they were saved, and can be changed into each other", Many),
        Fact("A change of a plan's features or regions alone counts as a change", ChildOnly),
        Fact("A stale save of a plan is refused and changes nothing", StaleSave),
        Fact("A plan is deleted once, and a stale deletion is refused", Deleted),
        Fact("A plan whose id is taken is refused, and ids in another case are other plans", TakenId),
        Fact("Of many who change the same version of a plan at once, one is stored", OneWins),
        Fact("What is read of a plan is nobody else's object", NoLiveObject),
        Fact("A range of plans is added, saved and deleted whole", Ranges),
        Fact("All plans are listed in order of id by code point, and counted", InOrderOfId),
        Fact("PlansOffered, PlansNamed, PlansWithNames, PlanAsStored and PlansAsStored answer as memory does", Queries),
        Fact("PlanOffersOf answers as memory does", Offers),
    ];

    private static StorageFact Fact(string name, Func<Trial, Task> body) => new(name, StorageSubject.Plans, body);

    private static async Task ReadsBackAsync(Trial trial, ServicePlan plan)
    {
        var saved = plan.ToSnapshot();
        Expect.Same(saved, await trial.Plans.AddAsync(plan, trial.Token), "return the plan that it was given to save");
        Expect.Same(saved, await trial.FindAsync(plan.Id));
    }

    private static async Task EveryMember(Trial trial)
    {
        foreach (var edition in Enum.GetValues<Edition>())
        {
            await ReadsBackAsync(trial, Valid.Plan($"{edition}", d =>
                (d.Edition, d.IsRetired, d.Features, d.AllowedRegions) = (edition, edition == Edition.Elite, ["M365", "Endpoints"], ["us-east-1", "eu-central-1"])));
        }
    }

    private static Task NothingButName(Trial trial) => ReadsBackAsync(trial, Valid.Plan("gold", d => d.Features = []));

    private static Task LongLists(Trial trial) => ReadsBackAsync(trial, Valid.Plan("gold", d =>
        (d.Features, d.AllowedRegions) = ([.. Enumerable.Range(0, TextForm.MaxItems).Select(n => $"f{n}")], [.. Enumerable.Range(0, TextForm.MaxItems).Select(n => $"r{n}")])));

    private static async Task Texts(Trial trial)
    {
        foreach (var text in new[] { "\U0001F600", "\u6F22", "e\u0301 \u00E9", "\u05D0\u05D1 \u202E", "O'Hara \"x\" %_*?[a-z]\\;", "\u00DF \u0130" })
        {
            var longest = string.Concat(Enumerable.Repeat(text, TextForm.MaxNameLength / text.Length)).Trim();
            await ReadsBackAsync(trial, Valid.Plan(text, d => (d.Name, d.Features) = (longest, [longest, "m365", "M365"])));
            Expect.Equal(1, await trial.Plans.CountAsync(new PlansNamed(NameKey.Of(longest)), trial.Token), "find a plan by its name");
        }
    }

    private static async Task Many(Trial trial)
    {
        var plans = new Generated(9).Plans(30);
        foreach (var plan in plans)
        {
            await ReadsBackAsync(trial, plan);
        }

        foreach (var (plan, other) in plans.Zip(plans.Skip(1)))
        {
            var draft = other.ToDraft();
            draft.Id = plan.Id.Value;
            plan.Edit(draft, Valid.PlanRules);
            await trial.Plans.UpdateAsync(plan, trial.Token);
            Expect.Same(plan.ToSnapshot(), await trial.FindAsync(plan.Id), "give a changed plan back as it was saved");
        }
    }

    private static async Task ChildOnly(Trial trial)
    {
        var id = (await trial.SavedAsync(Valid.Plan())).Id;
        foreach (var change in new Action<PlanDraft>[] { d => d.Features.Add("M365"), d => d.AllowedRegions.Add("us-east-1"), d => d.Features = [] })
        {
            var (first, second) = ((await trial.FindAsync(id))!, (await trial.FindAsync(id))!);
            Edit(first, change);
            await trial.Plans.UpdateAsync(first, trial.Token);
            Expect.Same(first.ToSnapshot(), await trial.FindAsync(id), "store the change of a plan's list alone, and the new version with it");
            Edit(second, d => d.Features.Add("Second"));
            await Expect.RefusedAsync(trial, "the save of whoever read a plan before its list was changed", () => trial.Plans.UpdateAsync(second, trial.Token));
        }
    }

    private static async Task StaleSave(Trial trial)
    {
        var stale = await trial.SavedAsync(Valid.Plan());
        var fresh = (await trial.FindAsync(stale.Id))!;
        Edit(fresh, d => d.IsRetired = true);
        await trial.Plans.UpdateAsync(fresh, trial.Token);
        Edit(stale, d => d.Name = "Other");
        await Expect.RefusedAsync(trial, "the save of a plan that someone else saved meanwhile", () => trial.Plans.UpdateAsync(stale, trial.Token));
    }

    private static async Task Deleted(Trial trial)
    {
        var stale = await trial.SavedAsync(Valid.Plan());
        var fresh = (await trial.FindAsync(stale.Id))!;
        Edit(fresh, d => d.IsRetired = true);
        await trial.Plans.UpdateAsync(fresh, trial.Token);
        await Expect.RefusedAsync(trial, "the deletion of a plan that someone else saved meanwhile", () => trial.Plans.DeleteAsync(stale, trial.Token));
        await trial.Plans.DeleteAsync(fresh, trial.Token);
        Expect.Equal(null, await trial.FindAsync(stale.Id), "find nothing where a plan was deleted");
        await Expect.RefusedAsync(trial, "the deletion of a plan that is deleted already", () => trial.Plans.DeleteAsync(fresh, trial.Token));
        await ReadsBackAsync(trial, Valid.Plan("gold", d => d.Features = []));
    }

    private static async Task TakenId(Trial trial)
    {
        await trial.SavedAsync(Valid.Plan());
        await Expect.RefusedAsync(trial, "a new plan whose id is taken", () => trial.Plans.AddAsync(Valid.Plan("gold", d => d.Name = "Other"), trial.Token));
        await ReadsBackAsync(trial, Valid.Plan("Gold"));
        await ReadsBackAsync(trial, Valid.Plan("g\u00F3ld"));
    }

    private static async Task OneWins(Trial trial)
    {
        var id = (await trial.SavedAsync(Valid.Plan())).Id;
        var read = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => trial.FindAsync(id)));
        var won = await trial.RaceAsync(8, async (number, session) =>
        {
            try
            {
                Edit(read[number]!, d => d.Features.Add($"f{number}"));
                await session.Plans.UpdateAsync(read[number]!, trial.Token);
                return true;
            }
            catch (ConcurrencyException)
            {
                return false;
            }
        });
        Expect.Equal(1, won.Count(w => w), "store one of many changes of the same version of a plan");
    }

    private static async Task NoLiveObject(Trial trial)
    {
        var plan = await trial.SavedAsync(Valid.Plan());
        var saved = plan.ToSnapshot();
        Edit(plan, d => d.Features = []);
        Edit((await trial.Plans.GetByIdAsync(plan.Id, trial.Token))!, d => d.Features = []);
        Expect.Same(saved, await trial.Plans.GetByIdAsync(plan.Id, trial.Token), "give the plan that is stored, whatever was done to objects that were saved or read before");
    }

    private static async Task Ranges(Trial trial)
    {
        var plans = new Generated(10).Plans(10);
        await trial.Plans.AddRangeAsync(plans, trial.Token);
        foreach (var plan in plans)
        {
            Edit(plan, d => d.IsRetired = !d.IsRetired);
        }

        await trial.Plans.UpdateRangeAsync(plans, trial.Token);
        foreach (var plan in plans)
        {
            Expect.Same(plan.ToSnapshot(), await trial.FindAsync(plan.Id), "store each plan of a range");
        }

        Expect.Equal(9, await trial.Plans.DeleteRangeAsync(plans.Skip(1), trial.Token), "say how many plans it deleted");
        Expect.Items([plans[0].Id], (await trial.Plans.ListAsync(trial.Token)).Select(p => p.Id), "delete a range of plans and no other");
    }

    private static async Task InOrderOfId(Trial trial)
    {
        foreach (var id in new[] { "b", "B", "\u00E4", "\U0001F600", "\uFFFD", "10", "9" })
        {
            await trial.SavedAsync(Valid.Plan(id));
        }

        Expect.Items(["10", "9", "B", "b", "\u00E4", "\uFFFD", "\U0001F600"], (await trial.Plans.ListAsync(trial.Token)).Select(p => p.Id.Value), "list all plans in order of id by code point");
        Expect.Equal((7, true), (await trial.Plans.CountAsync(trial.Token), await trial.Plans.AnyAsync(trial.Token)), "count the plans");
        Expect.Equal(null, await trial.Plans.GetByIdAsync("", trial.Token), "find no plan by text that cannot be an id");
    }

    private static async Task<(InMemoryPlanStore Memory, IReadOnlyList<ServicePlan> Plans)> FillAsync(Trial trial)
    {
        var (memory, plans) = (new InMemoryPlanStore(), new Generated(11).Plans(30));
        await memory.AddRangeAsync(plans.Select(p => ServicePlan.FromSnapshot(p.ToSnapshot())), trial.Token);
        await trial.Plans.AddRangeAsync(plans, trial.Token);
        return (memory, plans);
    }

    private static async Task Offers(Trial trial)
    {
        var (memory, plans) = await FillAsync(trial);
        foreach (var ids in new PlanId[][] { [], [new PlanId("0"), .. plans.Take(7).Select(p => p.Id)], [.. plans.Select(p => p.Id)] })
        {
            var question = new PlanOffersOf(ids);
            Expect.Items(
                (await memory.ListAsync(question, trial.Token)).Select(Text).Order(StringComparer.Ordinal),
                (await trial.Plans.ListAsync(question, trial.Token)).Select(Text).Order(StringComparer.Ordinal),
                "answer PlanOffersOf with each plan that is stored, whether it is retired, and its regions");
        }

        static string Text(PlanOffer plan) =>
            $"{plan.Id}{(plan.IsRetired ? ", retired" : "")}: {string.Join(' ', plan.AllowedRegions.Select(r => r.Name).Order(StringComparer.Ordinal))}";
    }

    private static async Task Queries(Trial trial)
    {
        var (memory, plans) = await FillAsync(trial);
        ISpecification<ServicePlan>[] questions =
        [
            new PlansOffered(), new PlansNamed(NameKey.Of("PLAN")), .. plans.Select(p => new PlansNamed(p.NameKey)), .. plans.Select(p => new PlanAsStored(p.Id)), new PlanAsStored(new PlanId("0")),
            new PlansWithNames([]), new PlansWithNames([NameKey.Of("PLAN"), .. plans.Take(7).Select(p => p.NameKey)]), new PlansAsStored([]), new PlansAsStored([.. plans.Take(7).Select(p => p.Id), new PlanId("0")]),
        ];
        foreach (var question in questions)
        {
            var expected = (await memory.ListAsync(question, trial.Token)).Select(p => p.Id).ToList();
            Expect.Items(expected, (await trial.Plans.ListAsync(question, trial.Token)).Select(p => p.Id), $"answer {question.GetType().Name} over generated plans as memory does");
            Expect.Equal(expected.Count, await trial.Plans.CountAsync(question, trial.Token), $"count what {question.GetType().Name} answers");
        }
    }

    private static void Edit(ServicePlan plan, Action<PlanDraft> change)
    {
        var draft = plan.ToDraft();
        change(draft);
        plan.Edit(draft, Valid.PlanRules);
    }
}
