using Msp.Customers.ChangeLog;
using Msp.Customers.Names;
using NodaTime;

namespace Msp.Customers.Testing;

// Each stored save adds one entry with who made the change, why, and the changed members.
internal static class ChangeFacts
{
    public static IEnumerable<ConformanceFact> All =>
        [
            Fact("A new customer leaves one entry, with its author, the reason and every member", Added),
            Fact("A change of a customer leaves one entry, with each changed member's old and new value", Changed),
            Fact("A change of a part of a customer alone leaves one entry, of that part", ChildOnly),
            Fact("A deletion of a customer leaves one entry without values, and none of the earlier ones", Deleted),
            Fact("A new plan and a change of it leave one entry each", PlanChanged),
            Fact("A deletion of a plan leaves one entry without values, and none of the earlier ones", PlanDeleted),
            Fact("A customer and a plan of the same id have entries of their own", SameId),
            Fact("Ids of changes are compared exactly", ExactIds),
            Fact("Entries with text at its limits read back as they were written", Texts),
            Fact("An entry of thousands of members is kept whole", ManyMembers),
            Fact("An entry of a change whose author and reason nobody said has neither", Nobody),
            Fact("An entry contains the time of the change, in whole microseconds", Instants),
            Fact("The changes of a customer are listed in the order in which they were made", InOrder),
            Fact("A range leaves one entry for each customer", Ranges),
        ];

    private static ConformanceFact Fact(string name, Func<Trial, Task> body) => new(name, ConformanceArea.Changes, body);

    // Reads in a new session, as another process does.
    internal static async Task<List<ChangeEntry>> ListAsync(Trial trial, object id, ChangeSubject subject = ChangeSubject.Customer)
    {
        await using var session = await trial.OpenAsync();
        return await Trial.ChangesOf(session).ListAsync(subject, id.ToString()!, trial.Token).ToListAsync(trial.Token);
    }

    // The listed entries equal the expected ones, except for the id and the time, which the log generates.
    internal static async Task NotedAsync(Trial trial, string what, params ChangeEntry[] expected)
    {
        var found = await ListAsync(trial, expected[0].SubjectId, expected[0].Subject);
        Expect.Items(expected.Select(e => (e.Kind, e.Version)), found.Select(e => (e.Kind, e.Version)), $"note {what} in one entry each");
        foreach (var (wanted, given) in expected.Zip(found))
        {
            Expect.Same(wanted with { Id = given.Id, ChangedAt = given.ChangedAt }, given, $"note {what}");
        }

        Expect.Equal(found.Count, found.Select(e => e.Id).Distinct().Count(), "give each entry an id of its own");
    }

    internal static ChangeContext Context(string? by = "user-7", string? reason = "ticket 4711") =>
        new(new BusinessCalendar(new TestClock())) { By = by, Reason = reason };

    internal static void SetContext(Trial trial, ChangeContext like) =>
        (trial.ChangeContext.By, trial.ChangeContext.Reason) = (like.By, like.Reason);

    private static async Task Added(Trial trial)
    {
        SetContext(trial, Context());
        var customer = await trial.SavedAsync(SampleData.Customer("Northwind", d => d.Schedules.Add(SampleData.Schedule())));
        await NotedAsync(trial, "a new customer, with every member", Context().Entry(null, customer.ToSnapshot()));
    }

    private static async Task Changed(Trial trial)
    {
        var customer = await trial.SavedAsync(SampleData.Customer());
        var before = customer.ToSnapshot();
        CustomerWriteFacts.Edit(
            customer,
            d =>
                (d.AccountName, d.Address, d.PhoneNumber, d.ServicePlan, d.StorageRegions) = (
                    "Southwind",
                    null,
                    "+49 421 555 0199",
                    "gold",
                    []
                )
        );
        customer.Suspend(SuspensionReason.Fraud, SampleData.Today);
        await trial.PlansOfAsync([customer]);
        SetContext(trial, Context());
        await trial.Customers.UpdateAsync(customer, trial.Token);
        await NotedAsync(
            trial,
            "a change, with old and new values",
            Context(null, null).Entry(null, before),
            Context().Entry(before, customer.ToSnapshot())
        );
    }

    private static async Task ChildOnly(Trial trial)
    {
        var customer = await trial.SavedAsync(SampleData.Customer());
        List<ChangeEntry> expected = [Context(null, null).Entry(null, customer.ToSnapshot())];
        foreach (
            var change in new Action<Customer>[]
            {
                c => c.RemoveContact(2),
                c => c.VoidQuota(1, SampleData.Today),
                c => c.AddSchedule(SampleData.Schedule()),
            }
        )
        {
            var before = customer.ToSnapshot();
            change(customer);
            await trial.Customers.UpdateAsync(customer, trial.Token);
            expected.Add(Context(null, null).Entry(before, customer.ToSnapshot()));
        }

        await NotedAsync(trial, "changes of parts alone", [.. expected]);
    }

    private static async Task Deleted(Trial trial)
    {
        var (customer, other) = (await trial.SavedAsync(SampleData.Customer()), await trial.SavedAsync(SampleData.Customer("Southwind")));
        await trial.EditAsync(customer.Id, c => c.RemoveContact(2));
        SetContext(trial, Context());
        await trial.Customers.DeleteAsync((await trial.FindAsync(customer.Id))!, trial.Token);
        await NotedAsync(
            trial,
            "a deletion, and nothing of what was deleted",
            Context().Deletion(ChangeSubject.Customer, customer.Id.Value, 2)
        );
        await NotedAsync(trial, "another customer than the deleted one", Context(null, null).Entry(null, other.ToSnapshot()));
    }

    private static async Task PlanChanged(Trial trial)
    {
        SetContext(trial, Context());
        var plan = await trial.SavedAsync(SampleData.Plan());
        var before = plan.ToSnapshot();
        plan.Edit(SampleData.PlanDraft("gold", d => (d.Name, d.Features, d.AllowedRegions) = ("Gold", ["M365"], ["us-east-1"])));
        await trial.Plans.UpdateAsync(plan, trial.Token);
        await NotedAsync(trial, "a new plan and its change", Context().Entry(null, before), Context().Entry(before, plan.ToSnapshot()));
    }

    private static async Task PlanDeleted(Trial trial)
    {
        SetContext(trial, Context());
        await trial.Plans.DeleteAsync(await trial.SavedAsync(SampleData.Plan()), trial.Token);
        await NotedAsync(
            trial,
            "a deletion of a plan, and nothing of what was deleted",
            Context().Deletion(ChangeSubject.ServicePlan, "gold", 1)
        );
    }

    private static async Task SameId(Trial trial)
    {
        var (customer, plan) = (
            await trial.SavedAsync(SampleData.Customer("Northwind", d => d.Id = "gold")),
            await trial.SavedAsync(SampleData.Plan())
        );
        await NotedAsync(trial, "a customer beside a plan of the same id", Context(null, null).Entry(null, customer.ToSnapshot()));
        await trial.Customers.DeleteAsync(customer, trial.Token);
        await NotedAsync(trial, "a plan beside a customer of the same id", Context(null, null).Entry(null, plan.ToSnapshot()));
    }

    private static async Task ExactIds(Trial trial)
    {
        foreach (var id in new[] { "ada", "Ada", "\u00E1da", "a\u0301da", "\uFFFD" })
        {
            var customer = await trial.SavedAsync(
                SampleData.Customer($"Customer {string.Join('-', id.Select(c => (int)c))}", d => d.Id = id)
            );
            await NotedAsync(
                trial,
                "customers whose ids differ in case or accents apart",
                Context(null, null).Entry(null, customer.ToSnapshot())
            );
        }

        foreach (var id in new[] { "ADA", "ada\0", "\uD83D" })
        {
            Expect.Equal(0, (await ListAsync(trial, id)).Count, "list nothing for an id in another case, or that no storage can hold");
        }
    }

    private static async Task Texts(Trial trial)
    {
        foreach (
            var (number, text) in new[]
            {
                "\U0001F600",
                "\u6F22",
                "e\u0301 \u00E9",
                "\u05D0\u202E",
                "'\"%_*\\;--\r\n",
                "\uFFFD \u00DF",
            }.Index()
        )
        {
            var context = Context(Longest(Seen(text), TextLimits.MaxIdLength), Longest(text, ChangeContext.MaxReasonLength));
            SetContext(trial, context);
            var customer = await trial.SavedAsync(
                SampleData.Customer($"Customer {number}", d => d.Address = Longest(text, TextLimits.MaxAddressLength))
            );
            await NotedAsync(trial, "a customer with text at its limits", context.Entry(null, customer.ToSnapshot()));
        }

        // The id of a user cannot contain control characters or invisible characters.
        static string Seen(string text) => text.ReplaceLineEndings("").Replace("\u202E", "", StringComparison.Ordinal);

        static string Longest(string text, int length) => string.Concat(Enumerable.Repeat(text, length / text.Length)).Trim();
    }

    private static async Task ManyMembers(Trial trial)
    {
        var customer = await trial.SavedAsync(
            SampleData.Customer("Northwind", d => d.Contacts = [.. Enumerable.Range(0, 1_000).Select(n => SampleData.Contact($"p{n}"))])
        );
        await NotedAsync(
            trial,
            "a customer with 1,000 contacts, with every member",
            Context(null, null).Entry(null, customer.ToSnapshot())
        );
    }

    private static async Task Nobody(Trial trial)
    {
        SetContext(trial, Context());
        await trial.SavedAsync(SampleData.Customer("Southwind"));
        SetContext(trial, Context(null, null));
        var customer = await trial.SavedAsync(SampleData.Customer());
        await NotedAsync(trial, "a change without an author and a reason as that", Context(null, null).Entry(null, customer.ToSnapshot()));
    }

    private static async Task Instants(Trial trial)
    {
        Instant Now() => trial.ChangeContext.Deletion(ChangeSubject.Customer, "none", 0).ChangedAt;
        var before = Now();
        var entry = (await ListAsync(trial, (await trial.SavedAsync(SampleData.Customer())).Id)).Single();
        var after = Now();
        Expect.That(
            before <= entry.ChangedAt && entry.ChangedAt <= after,
            $"note when a change was made, between {before:uuuu-MM-ddTHH:mm:ss.ffffff} and {after:uuuu-MM-ddTHH:mm:ss.ffffff}",
            $"{entry.ChangedAt:uuuu-MM-ddTHH:mm:ss.fffffffff}"
        );
        Expect.Equal(
            entry.ChangedAt,
            (await trial.Changes.ListPendingAsync(1, cancellationToken: trial.Token)).Single().ChangedAt,
            "tell the same instant wherever an entry is read"
        );
    }

    private static async Task InOrder(Trial trial)
    {
        var customer = await trial.SavedAsync(SampleData.Customer());
        for (var n = 1; n < 12; n++)
        {
            await trial.EditAsync(customer.Id, c => CustomerWriteFacts.Edit(c, d => d.Address = $"{c.Version} Harbour Road"));
        }

        var found = await ListAsync(trial, customer.Id);
        Expect.Items(
            Enumerable.Range(1, 12).Select(n => (long)n),
            found.Select(e => e.Version),
            "list changes in the order in which they were made"
        );
        Expect.Items(
            found.Skip(2).Select(e => $"{e.Version - 2} Harbour Road"),
            found.Skip(2).Select(e => e.Members.Single().Old),
            "note as the old value what the change before made of it"
        );
    }

    private static async Task Ranges(Trial trial)
    {
        var customers = await CustomerListFacts.ThreeAsync(trial);
        var more = new Generated(16).Customers(10);
        await trial.PlansOfAsync(more);
        await trial.Customers.AddRangeAsync(more, trial.Token);
        customers.ForEach(c => c.AddContact(SampleData.Contact("Linus")));
        await trial.Customers.UpdateRangeAsync(customers, trial.Token);
        await trial.Customers.DeleteRangeAsync(customers.Take(2), trial.Token);
        foreach (var customer in more)
        {
            await NotedAsync(trial, "each customer of a range that is added", Context(null, null).Entry(null, customer.ToSnapshot()));
        }

        Expect.Items(
            [1L, 2L],
            (await ListAsync(trial, customers[2].Id)).Select(e => e.Version),
            "note each customer of a range that is saved in one entry"
        );
        foreach (var deleted in customers.Take(2))
        {
            await NotedAsync(
                trial,
                "each customer of a range that is deleted",
                Context(null, null).Deletion(ChangeSubject.Customer, deleted.Id.Value, 2)
            );
        }
    }
}
