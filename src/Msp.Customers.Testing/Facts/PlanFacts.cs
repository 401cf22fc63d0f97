using Msp.Customers.Names;

namespace Msp.Customers.Testing;

internal static class PlanFacts
{
    public static IEnumerable<ConformanceFact> All =>
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
        ];

    private static ConformanceFact Fact(string name, Func<Trial, Task> body) => new(name, ConformanceArea.Plans, body);

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
            await ReadsBackAsync(
                trial,
                SampleData.Plan(
                    $"{edition}",
                    d =>
                        (d.Edition, d.IsRetired, d.Features, d.AllowedRegions) = (
                            edition,
                            edition == Edition.Elite,
                            ["M365", "Endpoints"],
                            ["us-east-1", "eu-central-1"]
                        )
                )
            );
        }
    }

    private static Task NothingButName(Trial trial) => ReadsBackAsync(trial, SampleData.Plan("gold", d => d.Features = []));

    private static Task LongLists(Trial trial) =>
        ReadsBackAsync(
            trial,
            SampleData.Plan(
                "gold",
                d =>
                    (d.Features, d.AllowedRegions) = (
                        [.. Enumerable.Range(0, TextLimits.MaxItems).Select(n => $"f{n}")],
                        [.. Enumerable.Range(0, TextLimits.MaxItems).Select(n => $"r{n}")]
                    )
            )
        );

    private static async Task Texts(Trial trial)
    {
        foreach (
            var text in new[]
            {
                "\U0001F600",
                "\u6F22",
                "e\u0301 \u00E9",
                "\u05D0\u05D1 \u202E",
                "O'Hara \"x\" %_*?[a-z]\\;",
                "\u00DF \u0130",
            }
        )
        {
            var longest = string.Concat(Enumerable.Repeat(text, TextLimits.MaxNameLength / text.Length)).Trim();
            await ReadsBackAsync(trial, SampleData.Plan(text, d => (d.Name, d.Features) = (longest, [longest, "m365", "M365"])));
            Expect.Equal(1, await trial.Plans.CountAsync(new PlansByName(NameKey.Of(longest)), trial.Token), "find a plan by its name");
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
            plan.Edit(draft);
            await trial.Plans.UpdateAsync(plan, trial.Token);
            Expect.Same(plan.ToSnapshot(), await trial.FindAsync(plan.Id), "give a changed plan back as it was saved");
        }
    }

    private static async Task ChildOnly(Trial trial)
    {
        var id = (await trial.SavedAsync(SampleData.Plan())).Id;
        foreach (
            var change in new Action<PlanDraft>[]
            {
                d => d.Features.Add("M365"),
                d => d.AllowedRegions.Add("us-east-1"),
                d => d.Features = [],
            }
        )
        {
            var (first, second) = ((await trial.FindAsync(id))!, (await trial.FindAsync(id))!);
            Edit(first, change);
            await trial.Plans.UpdateAsync(first, trial.Token);
            Expect.Same(
                first.ToSnapshot(),
                await trial.FindAsync(id),
                "store the change of a plan's list alone, and the new version with it"
            );
            Edit(second, d => d.Features.Add("Second"));
            await Expect.RefusedAsync(
                trial,
                "the save of a reader from before a list of a plan was changed",
                () => trial.Plans.UpdateAsync(second, trial.Token)
            );
        }
    }

    private static async Task StaleSave(Trial trial)
    {
        var stale = await trial.SavedAsync(SampleData.Plan());
        var fresh = (await trial.FindAsync(stale.Id))!;
        Edit(fresh, d => d.IsRetired = true);
        await trial.Plans.UpdateAsync(fresh, trial.Token);
        Edit(stale, d => d.Name = "Other");
        await Expect.RefusedAsync(
            trial,
            "the save of a plan that someone else saved meanwhile",
            () => trial.Plans.UpdateAsync(stale, trial.Token)
        );
    }

    private static async Task Deleted(Trial trial)
    {
        var stale = await trial.SavedAsync(SampleData.Plan());
        var fresh = (await trial.FindAsync(stale.Id))!;
        Edit(fresh, d => d.IsRetired = true);
        await trial.Plans.UpdateAsync(fresh, trial.Token);
        await Expect.RefusedAsync(
            trial,
            "the deletion of a plan that someone else saved meanwhile",
            () => trial.Plans.DeleteAsync(stale, trial.Token)
        );
        await trial.Plans.DeleteAsync(fresh, trial.Token);
        Expect.Equal(null, await trial.FindAsync(stale.Id), "find nothing where a plan was deleted");
        await Expect.RefusedAsync(
            trial,
            "the deletion of a plan that is deleted already",
            () => trial.Plans.DeleteAsync(fresh, trial.Token)
        );
        await ReadsBackAsync(trial, SampleData.Plan("gold", d => d.Features = []));
    }

    private static async Task TakenId(Trial trial)
    {
        await trial.SavedAsync(SampleData.Plan());
        await Expect.RefusedAsync(
            trial,
            "a new plan whose id is taken",
            () => trial.Plans.AddAsync(SampleData.Plan("gold", d => d.Name = "Other"), trial.Token)
        );
        await ReadsBackAsync(trial, SampleData.Plan("Gold"));
        await ReadsBackAsync(trial, SampleData.Plan("g\u00F3ld"));
    }

    private static async Task OneWins(Trial trial)
    {
        var id = (await trial.SavedAsync(SampleData.Plan())).Id;
        var read = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => trial.FindAsync(id)));
        var won = await trial.RaceAsync(
            8,
            async (number, session) =>
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
            }
        );
        Expect.Equal(1, won.Count(w => w), "store one of many changes of the same version of a plan");
    }

    private static async Task NoLiveObject(Trial trial)
    {
        var plan = await trial.SavedAsync(SampleData.Plan());
        var saved = plan.ToSnapshot();
        Edit(plan, d => d.Features = []);
        Edit((await trial.Plans.GetByIdAsync(plan.Id, trial.Token))!, d => d.Features = []);
        Expect.Same(
            saved,
            await trial.Plans.GetByIdAsync(plan.Id, trial.Token),
            "give the plan that is stored, whatever was done to objects that were saved or read before"
        );
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

    private static void Edit(ServicePlan plan, Action<PlanDraft> change)
    {
        var draft = plan.ToDraft();
        change(draft);
        plan.Edit(draft);
    }
}
