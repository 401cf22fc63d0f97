using Msp.Customers.ChangeLog;

namespace Msp.Customers.Testing.Tests.Defects;

internal static class LogDefects
{
    private const string Deletion = "A deletion of a customer leaves one entry without values, and none of the earlier ones";
    private const string Aside = "A change entry that cannot be read is set aside, and the others are delivered";
    private static readonly Flaw First = new() { NotesFirst = true };
    private static readonly Flaw Later = new() { NotesLater = true };

    public static IEnumerable<Defect> All =>
        [
            Notes(
                "forgets the reason of a change",
                "A new customer leaves one entry, with its author, the reason and every member",
                e => e with { Reason = null }
            ),
            Notes(
                "forgets the author of a change",
                "A new customer leaves one entry, with its author, the reason and every member",
                e => e with { By = null }
            ),
            Notes(
                "notes new values only",
                "A change of a customer leaves one entry, with each changed member's old and new value",
                e => e with { Members = [.. e.Members.Select(m => m with { Old = null })] }
            ),
            Notes(
                "notes members of the root's row only",
                "A change of a part of a customer alone leaves one entry, of that part",
                e => e with { Members = [.. e.Members.Where(m => !m.Path.Contains('['))] }
            ),
            Notes("notes no deletion", Deletion, e => e.Kind == ChangeKind.Deleted ? null : e),
            Log("keeps the entries of what is deleted", Deletion, l => new KeepsWhatIsDeleted(l, _ => true)),
            Notes(
                "notes no changes of plans",
                "A new plan and a change of it leave one entry each",
                e => e.Subject == ChangeSubject.ServicePlan ? null : e
            ),
            Log(
                "keeps the entries of deleted plans",
                "A deletion of a plan leaves one entry without values, and none of the earlier ones",
                l => new KeepsWhatIsDeleted(l, n => n.Entry.Subject == ChangeSubject.ServicePlan)
            ),
            Log(
                "lists the changes of whatever has the id",
                "A customer and a plan of the same id have entries of their own",
                l => new ListsOfAnySubject(l)
            ),
            Log("reads ids of changes as a driver writes them", "Ids of changes are compared exactly", l => new ListsWrittenIds(l)),
            Log("tells ids of changes apart without case", "Ids of changes are compared exactly", l => new ListsIdsWithoutCase(l)),
            Notes(
                "truncates reasons to 255",
                "Entries with text at its limits read back as they were written",
                e => e with { Reason = e.Reason?.Length > 255 ? e.Reason[..255] : e.Reason }
            ),
            Notes(
                "keeps 1,000 members of an entry",
                "An entry of thousands of members is kept whole",
                e => e with { Members = [.. e.Members.Take(1_000)] }
            ),
            Notes(
                "writes an empty author for none",
                "An entry of a change whose author and reason nobody said has neither",
                e => e with { By = e.By ?? "" }
            ),
            Notes(
                "keeps seconds of instants",
                "An entry contains the time of the change, in whole microseconds",
                e => e with { ChangedAt = Instant.FromUnixTimeSeconds(e.ChangedAt.ToUnixTimeSeconds()) }
            ),
            Log(
                "lists the latest change first",
                "The changes of a customer are listed in the order in which they were made",
                l => new ListsLatestFirst(l)
            ),
            Log("takes entries of the same instant for one", "A range leaves one entry for each customer", l => new NotesInstantsOnce(l)),
            Log(
                "takes entries of many for one",
                "A hundred customers added at once leave an entry each, and none where they are not stored",
                l => new NotesInstantsOnce(l)
            ),
            new(
                "notes many before it looks",
                "A hundred customers added at once leave an entry each, and none where they are not stored",
                First
            ),
            new("notes a save before it looks", "A stale save or deletion leaves no entry, and takes none away", First),
            new("notes a new customer before it looks", "A new customer that is refused leaves no entry", First),
            new("notes a plan before it looks", "A save of a plan that is refused leaves no entry", First),
            new(
                "notes what is cancelled",
                "A save that was cancelled before it began leaves no entry",
                new Flaw { Customers = c => new NotesWhatIsCancelled(c) }
            ),
            new(
                "notes a range before it looks",
                "A range that is refused leaves an entry of each customer that is stored, and no other",
                First
            ),
            new(
                "notes what is cancelled on its way",
                "A save that is cancelled on its way leaves a change with its entry, or neither",
                First
            ),
            new(
                "notes a change in a transaction of its own",
                "A save that is cancelled on its way leaves a change with its entry, or neither",
                Later
            ),
            new("notes a change after it is to be seen", "A reader of a change also reads its entry", Later),
            new("notes every save", "A customer that did not change leaves no entry", new Flaw { Customers = c => new NotesEverySave(c) }),
            new("notes all of many who race", "Of many who change the same version at once, one leaves an entry", First),
            new("notes every try", "Of many who change a customer at once and try again, each leaves its entry", First),
            Log(
                "forgets what is delivered",
                "Each change waits to be delivered until it is marked, and no longer",
                l => new ForgetsWhatIsDelivered(l)
            ),
            Log(
                "tells the latest change first",
                "Changes of one customer are pending in the order in which they were made, and at most as many as requested are returned",
                l => new TellsLatestFirst(l)
            ),
            Log(
                "tells all changes at once",
                "Changes of one customer are pending in the order in which they were made, and at most as many as requested are returned",
                l => new TellsAllAtOnce(l)
            ),
            Log("deletes what is delivered", "What is delivered stays listed", l => new DeletesWhatIsDelivered(l)),
            Log("demands what is marked", "An entry that is gone or was marked before is passed over", l => new DemandsWhatIsMarked(l)),
            Log(
                "keeps what waited of a deleted customer",
                "A deletion waits to be delivered, and no longer what was noted of the customer before",
                l => new KeepsWhatIsDeleted(l, n => !n.IsDelivered)
            ),
            Log(
                "tells changes in order of version",
                "Of a customer that is deleted and stored again, the deletion is delivered first",
                l => new WaitsInOrderOfVersion(l)
            ),
            Log(
                "tells of the first hundred changes",
                "More changes than fit in one batch are all delivered, each once",
                l => new TellsOfTheFirstHundred(l)
            ),
            Log(
                "reads the first changes again",
                "Changes are read on behind an entry, each once and in order, whether it was marked since or not",
                l => new ReadsFromTheFirstAgain(l)
            ),
            Log(
                "reads on by the clock",
                "Changes are read on behind an entry, each once and in order, whether it was marked since or not",
                l => new ReadsOnByTime(l)
            ),
            Log(
                "reads on by a count",
                "Changes are read on behind an entry, each once and in order, whether it was marked since or not",
                l => new ReadsOnByCount(l)
            ),
            Log(
                "loses its place with a deleted entry",
                "Where the entry is gone behind which changes are read on, none of those that wait is left out",
                l => new LosesItsPlace(l)
            ),
            Log(
                "delivers the first hundred beside what fails",
                "A delivery that fails for some tries each of them once, and delivers all others",
                l => new TellsOfTheFirstHundred(l)
            ),
            Log("throws for an entry that cannot be read", Aside, l => new ThrowsForDamaged(l)),
            Log("leaves out an entry that cannot be read", Aside, l => new LeavesOutDamaged(l)),
            Log("ends before an entry that cannot be read", Aside, l => new EndsBeforeDamaged(l)),
            Log("returns an entry that cannot be read as one without members", Aside, l => new HidesDamage(l)),
            Log(
                "tells the changes of any MSP",
                "Nothing of another MSP's changes is listed, waits to be delivered or is marked",
                l => new TableLog(l.Tables, MspId.Default)
            ),
            Log(
                "marks the changes of any MSP",
                "Nothing of another MSP's changes is listed, waits to be delivered or is marked",
                l => new MarksAnyMsp(l)
            ),
        ];

    private static Defect Log(string name, string fact, Func<TableLog, TableLog> log) => new(name, fact, new Flaw { Log = log });

    private static Defect Notes(string name, string fact, Func<ChangeEntry, ChangeEntry?> entryOf) =>
        Log(name, fact, l => new Misnotes(l, entryOf));
}
