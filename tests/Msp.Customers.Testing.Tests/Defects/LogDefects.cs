using Msp.Customers.ChangeLog;

namespace Msp.Customers.Testing.Tests.Defects;

internal static class LogDefects
{
    private const string Deletion = "A deletion of a customer replaces its change log entries with one entry without values";
    private const string Unreadable = "A change log entry that cannot be read is marked as unreadable, and other entries are returned";
    private static readonly Flaw First = new() { LogsFirst = true };
    private static readonly Flaw Later = new() { LogsLater = true };

    public static IEnumerable<Defect> All =>
        [
            EntryDefect(
                "does not store the reason of a change",
                "A new customer adds one change log entry with By, Reason and every member",
                e => e with { Reason = null }
            ),
            EntryDefect(
                "does not store By of a change",
                "A new customer adds one change log entry with By, Reason and every member",
                e => e with { By = null }
            ),
            EntryDefect(
                "logs only new values",
                "A change of a customer adds one change log entry with the old and new value of each changed member",
                e => e with { Members = [.. e.Members.Select(m => m with { Old = null })] }
            ),
            EntryDefect(
                "logs only members of the root row",
                "A change of only a contact, quota or schedule adds one change log entry with its members",
                e => e with { Members = [.. e.Members.Where(m => !m.Path.Contains('['))] }
            ),
            EntryDefect("logs no deletions", Deletion, e => e.Kind == ChangeKind.Deleted ? null : e),
            Log("keeps the entries of deleted customers", Deletion, l => new KeepsEntriesOnDeletion(l, _ => true)),
            EntryDefect(
                "logs no changes of plans",
                "A new plan and a change of a plan add one change log entry each",
                e => e.Subject == ChangeSubject.ServicePlan ? null : e
            ),
            Log(
                "keeps the entries of deleted plans",
                "A deletion of a plan replaces its change log entries with one entry without values",
                l => new KeepsEntriesOnDeletion(l, n => n.Entry.Subject == ChangeSubject.ServicePlan)
            ),
            Log(
                "lists the entries of any subject with the id",
                "A customer and a plan with the same id have separate change log entries",
                l => new IgnoresSubject(l)
            ),
            Log(
                "replaces unpaired surrogates in ids of entries",
                "Change log entries are listed only for the exact id",
                l => new ReplacesSurrogatesInIdsOfEntries(l)
            ),
            Log(
                "compares ids of entries without case",
                "Change log entries are listed only for the exact id",
                l => new IgnoresCaseOfIds(l)
            ),
            EntryDefect(
                "truncates reasons to 255 characters",
                "A change log entry with text of the maximum length is read back unchanged",
                e => e with { Reason = e.Reason?.Length > 255 ? e.Reason[..255] : e.Reason }
            ),
            EntryDefect(
                "stores 1,000 members of an entry",
                "A change log entry with thousands of members is stored completely",
                e => e with { Members = [.. e.Members.Take(1_000)] }
            ),
            EntryDefect(
                "stores an empty By instead of null",
                "A change without By and Reason adds a change log entry without them",
                e => e with { By = e.By ?? "" }
            ),
            EntryDefect(
                "stores the time of a change in seconds",
                "A change log entry contains the time of the change in microseconds",
                e => e with { ChangedAt = Instant.FromUnixTimeSeconds(e.ChangedAt.ToUnixTimeSeconds()) }
            ),
            Log(
                "lists the latest entry first",
                "The change log entries of a customer are listed in the order of the changes",
                l => new ListsLatestFirst(l)
            ),
            Log(
                "merges entries of the same time",
                "A range that is added, updated or deleted adds one change log entry for each customer",
                l => new MergesEntriesOfSameTime(l)
            ),
            Log(
                "merges entries of many customers",
                "Adding a hundred customers adds a change log entry for each stored customer and for no other",
                l => new MergesEntriesOfSameTime(l)
            ),
            new(
                "logs many customers before it checks them",
                "Adding a hundred customers adds a change log entry for each stored customer and for no other",
                First
            ),
            new(
                "logs an update before it checks the version",
                "A stale update or deletion adds no change log entry and deletes none",
                First
            ),
            new("logs a new customer before it checks the id", "A new customer that is refused adds no change log entry", First),
            new("logs a plan before it checks the id", "A write of a plan that is refused adds no change log entry", First),
            new(
                "logs canceled writes",
                "A write with a canceled token adds no change log entry",
                new Flaw { Customers = c => new LogsCanceledWrites(c) }
            ),
            new(
                "logs a range before it checks the ids",
                "A range that is refused adds a change log entry for each stored customer and for no other",
                First
            ),
            new(
                "logs a change before a write that is canceled",
                "A write that is canceled while it runs stores both the change and its change log entry, or neither",
                First
            ),
            new(
                "logs a change in a separate transaction",
                "A write that is canceled while it runs stores both the change and its change log entry, or neither",
                Later
            ),
            new("logs a change after it is visible", "A change and its change log entry become visible together", Later),
            new(
                "logs updates without changes",
                "An update without changes adds no change log entry",
                new Flaw { Customers = c => new LogsUnchangedUpdates(c) }
            ),
            new("logs all concurrent changes", "Of many concurrent changes of the same version, one adds a change log entry", First),
            new("logs every attempt", "Concurrent changes that are retried after a conflict add one change log entry each", First),
            Log(
                "does not mark entries as delivered",
                "A change log entry is pending until it is marked as delivered",
                l => new IgnoresMarks(l)
            ),
            Log(
                "returns the latest pending entry first",
                "Pending entries of a customer are returned in the order of the changes, and at most the requested number",
                l => new ReturnsLatestPendingFirst(l)
            ),
            Log(
                "returns more pending entries than requested",
                "Pending entries of a customer are returned in the order of the changes, and at most the requested number",
                l => new IgnoresMax(l)
            ),
            Log("deletes delivered entries", "A delivered entry is still listed", l => new DeletesDelivered(l)),
            Log(
                "throws for an entry that no longer exists",
                "Marking an entry that no longer exists or that is already marked has no effect",
                l => new ThrowsForMissingEntries(l)
            ),
            Log(
                "keeps pending entries of a deleted customer",
                "After the deletion of a customer, only the entry of the deletion is pending",
                l => new KeepsEntriesOnDeletion(l, n => !n.IsDelivered)
            ),
            Log(
                "returns pending entries in order of version",
                "The entry of a deletion comes before the entries of a new customer with the same id",
                l => new SortsPendingByVersion(l)
            ),
            Log(
                "returns only the first hundred pending entries",
                "More entries than fit in one batch are all delivered, each exactly once",
                l => new ReturnsFirstHundredPending(l)
            ),
            Log(
                "ignores the entry to continue after",
                "Pages of pending entries contain each entry once and in order, also when entries are marked between pages",
                l => new IgnoresAfter(l)
            ),
            Log(
                "continues by time",
                "Pages of pending entries contain each entry once and in order, also when entries are marked between pages",
                l => new ContinuesByTime(l)
            ),
            Log(
                "continues by the number of entries",
                "Pages of pending entries contain each entry once and in order, also when entries are marked between pages",
                l => new ContinuesByCount(l)
            ),
            Log(
                "returns nothing after an entry that no longer exists",
                "A page of pending entries after an entry that no longer exists omits no later entry",
                l => new ReturnsNothingAfterMissingEntry(l)
            ),
            Log(
                "delivers only the first hundred entries when some fail",
                "A delivery in which some entries fail tries each entry once and delivers all others",
                l => new ReturnsFirstHundredPending(l)
            ),
            Log("throws for an entry that cannot be read", Unreadable, l => new ThrowsForUnreadable(l)),
            Log("omits an entry that cannot be read", Unreadable, l => new OmitsUnreadable(l)),
            Log("ends before an entry that cannot be read", Unreadable, l => new EndsBeforeUnreadable(l)),
            Log("returns an entry that cannot be read as readable", Unreadable, l => new ReportsUnreadableAsReadable(l)),
            Log(
                "returns the entries of any MSP",
                "Change log entries of another MSP are not listed, pending or marked",
                l => new TableLog(l.Tables, MspId.Default)
            ),
            Log(
                "marks the entries of any MSP",
                "Change log entries of another MSP are not listed, pending or marked",
                l => new MarksEntriesOfAnyMsp(l)
            ),
        ];

    private static Defect Log(string name, string fact, Func<TableLog, TableLog> log) => new(name, fact, new Flaw { Log = log });

    private static Defect EntryDefect(string name, string fact, Func<ChangeEntry, ChangeEntry?> entryOf) =>
        Log(name, fact, l => new ReplacesEntries(l, entryOf));
}
