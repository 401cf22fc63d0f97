using Msp.Customers.Names;

namespace Msp.Customers.Testing;

internal static class PlanFacts
{
    public static IEnumerable<ConformanceFact> All =>
        [
            Fact("A plan of every edition, offered or retired, is read back as it was stored", EveryMember),
            Fact("A plan without features and regions is read back as it was stored", RequiredMembersOnly),
            Fact("A plan with 5,000 features and 5,000 regions is read back as it was stored", LongLists),
            Fact("A plan with text of the maximum length is read back as it was stored", Texts),
            Fact("Thirty generated plans are read back as they were stored, before and after a change", Many),
            Fact("A change of only the features or regions of a plan is stored with a new version", PartOnly),
            Fact("A stale update of a plan is refused and changes nothing", StaleUpdate),
            Fact("A stale or second deletion of a plan is refused", Deleted),
            Fact("A new plan with an id that is already used is refused, and an id in another case is a different plan", TakenId),
            Fact("Of many concurrent changes of the same version of a plan, one is stored", OneStored),
            Fact("A change of an object after it was stored or read does not change the stored plan", ChangedAfterWriteOrRead),
            Fact("A range of plans is added, updated and deleted completely", Ranges),
        ];

    private static ConformanceFact Fact(string name, Func<Trial, Task> body) => new(name, ConformanceArea.Plans, body);

    private static async Task ReadsBackAsync(Trial trial, ServicePlan plan)
    {
        var saved = plan.ToSnapshot();
        Expect.Same(saved, await trial.Plans.AddAsync(plan, trial.Token), "return the added plan");
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

    private static Task RequiredMembersOnly(Trial trial) => ReadsBackAsync(trial, SampleData.Plan("gold", d => d.Features = []));

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
        var plans = new GeneratedData(9).Plans(30);
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
            Expect.Same(plan.ToSnapshot(), await trial.FindAsync(plan.Id), "return an updated plan as it was stored");
        }
    }

    private static async Task PartOnly(Trial trial)
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
            Expect.Same(first.ToSnapshot(), await trial.FindAsync(id), "store a change of only a list of a plan, with the new version");
            Edit(second, d => d.Features.Add("Second"));
            await Expect.RefusedAsync(
                trial,
                "an update of a plan that was read before a list was changed",
                () => trial.Plans.UpdateAsync(second, trial.Token)
            );
        }
    }

    private static async Task StaleUpdate(Trial trial)
    {
        var stale = await trial.SavedAsync(SampleData.Plan());
        var fresh = (await trial.FindAsync(stale.Id))!;
        Edit(fresh, d => d.IsRetired = true);
        await trial.Plans.UpdateAsync(fresh, trial.Token);
        Edit(stale, d => d.Name = "Other");
        await Expect.RefusedAsync(trial, "a stale update of a plan", () => trial.Plans.UpdateAsync(stale, trial.Token));
    }

    private static async Task Deleted(Trial trial)
    {
        var stale = await trial.SavedAsync(SampleData.Plan());
        var fresh = (await trial.FindAsync(stale.Id))!;
        Edit(fresh, d => d.IsRetired = true);
        await trial.Plans.UpdateAsync(fresh, trial.Token);
        await Expect.RefusedAsync(trial, "a stale deletion of a plan", () => trial.Plans.DeleteAsync(stale, trial.Token));
        await trial.Plans.DeleteAsync(fresh, trial.Token);
        Expect.Equal(null, await trial.FindAsync(stale.Id), "return null for a deleted plan");
        await Expect.RefusedAsync(trial, "a second deletion of a plan", () => trial.Plans.DeleteAsync(fresh, trial.Token));
        await ReadsBackAsync(trial, SampleData.Plan("gold", d => d.Features = []));
    }

    private static async Task TakenId(Trial trial)
    {
        await trial.SavedAsync(SampleData.Plan());
        await Expect.RefusedAsync(
            trial,
            "a new plan with an id that is already used",
            () => trial.Plans.AddAsync(SampleData.Plan("gold", d => d.Name = "Other"), trial.Token)
        );
        await ReadsBackAsync(trial, SampleData.Plan("Gold"));
        await ReadsBackAsync(trial, SampleData.Plan("g\u00F3ld"));
    }

    private static async Task OneStored(Trial trial)
    {
        var id = (await trial.SavedAsync(SampleData.Plan())).Id;
        var read = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => trial.FindAsync(id)));
        var stored = await trial.RunConcurrentlyAsync(
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
        Expect.Equal(1, stored.Count(w => w), "store one of many concurrent changes of the same version of a plan");
    }

    private static async Task ChangedAfterWriteOrRead(Trial trial)
    {
        var plan = await trial.SavedAsync(SampleData.Plan());
        var saved = plan.ToSnapshot();
        Edit(plan, d => d.Features = []);
        Edit((await trial.Plans.GetByIdAsync(plan.Id, trial.Token))!, d => d.Features = []);
        Expect.Same(
            saved,
            await trial.Plans.GetByIdAsync(plan.Id, trial.Token),
            "return the stored plan when an object is changed after it was stored or read"
        );
    }

    private static async Task Ranges(Trial trial)
    {
        var plans = new GeneratedData(10).Plans(10);
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

        Expect.Equal(9, await trial.Plans.DeleteRangeAsync(plans.Skip(1), trial.Token), "return the number of deleted plans");
        Expect.Items(
            [plans[0].Id],
            (await trial.Plans.ListAsync(trial.Token)).Select(p => p.Id),
            "delete the plans of a range and no others"
        );
    }

    private static void Edit(ServicePlan plan, Action<PlanDraft> change)
    {
        var draft = plan.ToDraft();
        change(draft);
        plan.Edit(draft);
    }
}
