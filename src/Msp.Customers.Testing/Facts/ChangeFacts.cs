using Msp.Customers.ChangeLog;
using Msp.Customers.Names;
using NodaTime;
using static Msp.Customers.Testing.LoggedChanges;

namespace Msp.Customers.Testing;

// Each stored write adds one entry with By, Reason and the changed members.
internal static class ChangeFacts
{
    public static IEnumerable<ConformanceFact> All =>
        [
            Fact("A new customer adds one change log entry with By, Reason and every member", Added),
            Fact("A change of a customer adds one change log entry with the old and new value of each changed member", Changed),
            Fact("A change of only a contact, quota or schedule adds one change log entry with its members", PartOnly),
            Fact("A deletion of a customer replaces its change log entries with one entry without values", Deleted),
            Fact("A new plan and a change of a plan add one change log entry each", PlanChanged),
            Fact("A deletion of a plan replaces its change log entries with one entry without values", PlanDeleted),
            Fact("A customer and a plan with the same id have separate change log entries", SameId),
            Fact("Change log entries are listed only for the exact id", ExactIds),
            Fact("A change log entry with text of the maximum length is read back unchanged", Texts),
            Fact("A change log entry with thousands of members is stored completely", ManyMembers),
            Fact("A change without By and Reason adds a change log entry without them", WithoutContext),
            Fact("A change log entry contains the time of the change in microseconds", Instants),
            Fact("The change log entries of a customer are listed in the order of the changes", InOrder),
            Fact("A range that is added, updated or deleted adds one change log entry for each customer", Ranges),
        ];

    private static ConformanceFact Fact(string name, Func<Trial, Task> body) => new(name, ConformanceArea.Changes, body);

    private static async Task Added(Trial trial)
    {
        SetContext(trial, LoggedChanges.Context());
        var customer = await trial.SavedAsync(SampleData.Customer("Northwind", d => d.Schedules.Add(SampleData.Schedule())));
        await ExpectEntriesAsync(trial, "a new customer", LoggedChanges.Context().Entry(null, customer.ToSnapshot()));
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
        await trial.AddPlansAsync([customer]);
        SetContext(trial, LoggedChanges.Context());
        await trial.Customers.UpdateAsync(customer, trial.Token);
        await ExpectEntriesAsync(
            trial,
            "a change of a customer",
            Context(null, null).Entry(null, before),
            Context().Entry(before, customer.ToSnapshot())
        );
    }

    private static async Task PartOnly(Trial trial)
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

        await ExpectEntriesAsync(trial, "each change of only a part", [.. expected]);
    }

    private static async Task Deleted(Trial trial)
    {
        var (customer, other) = (await trial.SavedAsync(SampleData.Customer()), await trial.SavedAsync(SampleData.Customer("Southwind")));
        await trial.EditAsync(customer.Id, c => c.RemoveContact(2));
        SetContext(trial, LoggedChanges.Context());
        await trial.Customers.DeleteAsync((await trial.FindAsync(customer.Id))!, trial.Token);
        await ExpectEntriesAsync(
            trial,
            "a deletion, and delete the earlier entries",
            Context().Deletion(ChangeSubject.Customer, customer.Id.Value, 2)
        );
        await ExpectEntriesAsync(trial, "a customer that is not deleted", Context(null, null).Entry(null, other.ToSnapshot()));
    }

    private static async Task PlanChanged(Trial trial)
    {
        SetContext(trial, LoggedChanges.Context());
        var plan = await trial.SavedAsync(SampleData.Plan());
        var before = plan.ToSnapshot();
        plan.Edit(SampleData.PlanDraft("gold", d => (d.Name, d.Features, d.AllowedRegions) = ("Gold", ["M365"], ["us-east-1"])));
        await trial.Plans.UpdateAsync(plan, trial.Token);
        await ExpectEntriesAsync(
            trial,
            "a new plan and its change",
            Context().Entry(null, before),
            Context().Entry(before, plan.ToSnapshot())
        );
    }

    private static async Task PlanDeleted(Trial trial)
    {
        SetContext(trial, LoggedChanges.Context());
        await trial.Plans.DeleteAsync(await trial.SavedAsync(SampleData.Plan()), trial.Token);
        await ExpectEntriesAsync(
            trial,
            "a deletion of a plan, and delete the earlier entries",
            Context().Deletion(ChangeSubject.ServicePlan, "gold", 1)
        );
    }

    private static async Task SameId(Trial trial)
    {
        var (customer, plan) = (
            await trial.SavedAsync(SampleData.Customer("Northwind", d => d.Id = "gold")),
            await trial.SavedAsync(SampleData.Plan())
        );
        await ExpectEntriesAsync(trial, "a customer with the same id as a plan", Context(null, null).Entry(null, customer.ToSnapshot()));
        await trial.Customers.DeleteAsync(customer, trial.Token);
        await ExpectEntriesAsync(trial, "a plan with the same id as a customer", Context(null, null).Entry(null, plan.ToSnapshot()));
    }

    private static async Task ExactIds(Trial trial)
    {
        foreach (var id in new[] { "ada", "Ada", "\u00E1da", "a\u0301da", "\uFFFD" })
        {
            var customer = await trial.SavedAsync(
                SampleData.Customer($"Customer {string.Join('-', id.Select(c => (int)c))}", d => d.Id = id)
            );
            await ExpectEntriesAsync(
                trial,
                "each customer whose id differs in case or accents",
                Context(null, null).Entry(null, customer.ToSnapshot())
            );
        }

        foreach (var id in new[] { "ADA", "ada\0", "\uD83D" })
        {
            Expect.Equal(0, (await ListAsync(trial, id)).Count, "list no entries for an id in another case or an id that cannot be stored");
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
            await ExpectEntriesAsync(trial, "a customer with text of the maximum length", context.Entry(null, customer.ToSnapshot()));
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
        await ExpectEntriesAsync(trial, "a customer with 1,000 contacts", Context(null, null).Entry(null, customer.ToSnapshot()));
    }

    private static async Task WithoutContext(Trial trial)
    {
        SetContext(trial, LoggedChanges.Context());
        await trial.SavedAsync(SampleData.Customer("Southwind"));
        SetContext(trial, LoggedChanges.Context(null, null));
        var customer = await trial.SavedAsync(SampleData.Customer());
        await ExpectEntriesAsync(trial, "a change without By and Reason", Context(null, null).Entry(null, customer.ToSnapshot()));
    }

    private static async Task Instants(Trial trial)
    {
        Instant Now() => trial.ChangeContext.Deletion(ChangeSubject.Customer, "none", 0).ChangedAt;
        var before = Now();
        var entry = (await ListAsync(trial, (await trial.SavedAsync(SampleData.Customer())).Id)).Single();
        var after = Now();
        Expect.That(
            before <= entry.ChangedAt && entry.ChangedAt <= after,
            $"store the time of a change, between {before:uuuu-MM-ddTHH:mm:ss.ffffff} and {after:uuuu-MM-ddTHH:mm:ss.ffffff}",
            $"{entry.ChangedAt:uuuu-MM-ddTHH:mm:ss.fffffffff}"
        );
        Expect.Equal(
            entry.ChangedAt,
            (await trial.Changes.ListPendingAsync(1, cancellationToken: trial.Token)).Single().ChangedAt,
            "return the same time for a listed and a pending entry"
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
            "list entries in the order of the changes"
        );
        Expect.Items(
            found.Skip(2).Select(e => $"{e.Version - 2} Harbour Road"),
            found.Skip(2).Select(e => e.Members.Single().Old),
            "store the new value of a change as the old value of the next change"
        );
    }

    private static async Task Ranges(Trial trial)
    {
        var customers = await CustomerListFacts.AddThreeAsync(trial);
        var added = new GeneratedData(16).Customers(10);
        await trial.AddPlansAsync(added);
        await trial.Customers.AddRangeAsync(added, trial.Token);
        customers.ForEach(c => c.AddContact(SampleData.Contact("Linus")));
        await trial.Customers.UpdateRangeAsync(customers, trial.Token);
        await trial.Customers.DeleteRangeAsync(customers.Take(2), trial.Token);
        foreach (var customer in added)
        {
            await ExpectEntriesAsync(trial, "each customer of an added range", Context(null, null).Entry(null, customer.ToSnapshot()));
        }

        Expect.Items(
            [1L, 2L],
            (await ListAsync(trial, customers[2].Id)).Select(e => e.Version),
            "add one change log entry for each customer of an updated range"
        );
        foreach (var deleted in customers.Take(2))
        {
            await ExpectEntriesAsync(
                trial,
                "each customer of a deleted range",
                Context(null, null).Deletion(ChangeSubject.Customer, deleted.Id.Value, 2)
            );
        }
    }
}
