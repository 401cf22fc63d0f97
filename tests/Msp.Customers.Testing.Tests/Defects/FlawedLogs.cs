using Msp.Customers.ChangeLog;

namespace Msp.Customers.Testing.Tests.Defects;

// Writes another entry than it was given, or none.
internal sealed class Misnotes(TableLog sound, Func<ChangeEntry, ChangeEntry?> entryOf) : TableLog(sound.Tables, sound.Msp)
{
    public override void Note(ChangeEntry entry)
    {
        if (entryOf(entry) is { } noted)
        {
            base.Note(noted);
        }
    }
}

// Takes entries of the same instant for one.
internal sealed class NotesInstantsOnce(TableLog sound) : TableLog(sound.Tables, sound.Msp)
{
    public override void Note(ChangeEntry entry)
    {
        if (
            !Tables.Log.Exists(n =>
                n.Msp == Mine && (n.Entry.ChangedAt, n.Entry.Kind, n.Entry.Subject) == (entry.ChangedAt, entry.Kind, entry.Subject)
            )
        )
        {
            base.Note(entry);
        }
    }
}

internal sealed class KeepsWhatIsDeleted(TableLog sound, Func<Noted, bool> keeps) : TableLog(sound.Tables, sound.Msp)
{
    protected override bool Goes(Noted noted, ChangeEntry deletion) => !keeps(noted) && base.Goes(noted, deletion);
}

internal sealed class ListsOfAnySubject(TableLog sound) : TableLog(sound.Tables, sound.Msp)
{
    protected override bool IsOf(ChangeEntry entry, ChangeSubject subject, string id) => entry.SubjectId == id;
}

internal sealed class ListsIdsWithoutCase(TableLog sound) : TableLog(sound.Tables, sound.Msp)
{
    protected override bool IsOf(ChangeEntry entry, ChangeSubject subject, string id) =>
        entry.Subject == subject && entry.SubjectId.Equals(id, StringComparison.OrdinalIgnoreCase);
}

internal sealed class ListsWrittenIds(TableLog sound) : TableLog(sound.Tables, sound.Msp)
{
    protected override bool IsOf(ChangeEntry entry, ChangeSubject subject, string id) => base.IsOf(entry, subject, Halves.Written(id));
}

internal sealed class ListsLatestFirst(TableLog sound) : TableLog(sound.Tables, sound.Msp)
{
    protected override IEnumerable<ChangeEntry> Listed(IEnumerable<ChangeEntry> entries) => entries.Reverse();
}

// Orders by the clock, which may stand, and by the version, which starts anew.
internal sealed class WaitsInOrderOfVersion(TableLog sound) : TableLog(sound.Tables, sound.Msp)
{
    protected override IEnumerable<ChangeEntry> Waiting(IEnumerable<Noted> noted, int max) =>
        base.Waiting(noted, int.MaxValue).OrderBy(e => e.ChangedAt).ThenBy(e => e.Version).Take(max);
}

internal sealed class TellsLatestFirst(TableLog sound) : TableLog(sound.Tables, sound.Msp)
{
    protected override IEnumerable<ChangeEntry> Waiting(IEnumerable<Noted> noted, int max) =>
        base.Waiting(noted, int.MaxValue).Reverse().Take(max);
}

internal sealed class TellsAllAtOnce(TableLog sound) : TableLog(sound.Tables, sound.Msp)
{
    protected override IEnumerable<ChangeEntry> Waiting(IEnumerable<Noted> noted, int max) => base.Waiting(noted, int.MaxValue);
}

internal sealed class TellsOfTheFirstHundred(TableLog sound) : TableLog(sound.Tables, sound.Msp)
{
    protected override IEnumerable<Noted> Behind(List<Noted> noted, ChangeEntry? after) =>
        base.Behind(noted, after).TakeWhile(n => noted.IndexOf(n) < 100);
}

internal sealed class ReadsFromTheFirstAgain(TableLog sound) : TableLog(sound.Tables, sound.Msp)
{
    protected override IEnumerable<Noted> Behind(List<Noted> noted, ChangeEntry? after) => noted;
}

// Reads nothing where the entry is gone.
internal sealed class LosesItsPlace(TableLog sound) : TableLog(sound.Tables, sound.Msp)
{
    protected override IEnumerable<Noted> Behind(List<Noted> noted, ChangeEntry? after) =>
        after is null || noted.Exists(n => n.Entry.Id == after.Id) ? base.Behind(noted, after) : [];
}

// Goes on by the clock, which may stand.
internal sealed class ReadsOnByTime(TableLog sound) : TableLog(sound.Tables, sound.Msp)
{
    protected override IEnumerable<Noted> Behind(List<Noted> noted, ChangeEntry? after) =>
        noted.Where(n => after is null || n.Entry.ChangedAt > after.ChangedAt);
}

// Counts what waits, so that what was marked since is counted too.
internal sealed class ReadsOnByCount(TableLog sound) : TableLog(sound.Tables, sound.Msp)
{
    private int read;

    protected override IEnumerable<Noted> Behind(List<Noted> noted, ChangeEntry? after)
    {
        read = after is null ? 0 : read;
        var behind = noted.Where(n => !n.IsDelivered).Skip(read).ToList();
        read += 2;
        return behind;
    }
}

internal sealed class ForgetsWhatIsDelivered(TableLog sound) : TableLog(sound.Tables, sound.Msp)
{
    protected override void Mark(HashSet<Guid> entries) { }
}

internal sealed class DeletesWhatIsDelivered(TableLog sound) : TableLog(sound.Tables, sound.Msp)
{
    protected override void Mark(HashSet<Guid> entries) => Tables.Log.RemoveAll(n => entries.Contains(n.Entry.Id));
}

internal sealed class MarksAnyMsp(TableLog sound) : TableLog(sound.Tables, sound.Msp)
{
    protected override void Mark(HashSet<Guid> entries) =>
        Tables.Log.FindAll(n => entries.Contains(n.Entry.Id)).ForEach(n => n.IsDelivered = true);
}

internal sealed class DemandsWhatIsMarked(TableLog sound) : TableLog(sound.Tables, sound.Msp)
{
    protected override void Mark(HashSet<Guid> entries)
    {
        if (entries.Any(id => !Tables.Log.Exists(n => n.Entry.Id == id)))
        {
            throw new InvalidOperationException("0 rows.");
        }

        base.Mark(entries);
    }
}

// Notes also what is saved without a change.
internal sealed class NotesEverySave(IRepositoryBase<Customer> inner) : Decorated<Customer>(inner)
{
    public override async Task<int> UpdateAsync(Customer entity, CancellationToken cancellationToken = default)
    {
        if (entity.Version == entity.OriginalVersion)
        {
            ((TableCustomers)Inner).Log.Note(
                new ChangeContext(new BusinessCalendar(new TestClock())).Entry(entity.ToSnapshot(), entity.ToSnapshot())
            );
        }

        return await Inner.UpdateAsync(entity, cancellationToken);
    }
}

// Notes before it asks whether it is to save at all.
internal sealed class NotesWhatIsCancelled(IRepositoryBase<Customer> inner) : Decorated<Customer>(inner)
{
    public override async Task<int> UpdateAsync(Customer entity, CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            ((TableCustomers)Inner).Log.Note(
                new ChangeContext(new BusinessCalendar(new TestClock())).Entry(entity.ToSnapshot(), entity.ToSnapshot())
            );
        }

        return await Inner.UpdateAsync(entity, cancellationToken);
    }
}

internal sealed class ThrowsForDamaged(TableLog sound) : TableLog(sound.Tables, sound.Msp)
{
    protected override IEnumerable<ChangeEntry> Waiting(IEnumerable<Noted> noted, int max) =>
        base.Waiting(noted, max).Select(e => e.IsReadable ? e : throw new FormatException("No JSON."));
}

internal sealed class LeavesOutDamaged(TableLog sound) : TableLog(sound.Tables, sound.Msp)
{
    protected override IEnumerable<ChangeEntry> Waiting(IEnumerable<Noted> noted, int max) =>
        base.Waiting(noted, max).Where(e => e.IsReadable);
}

internal sealed class EndsBeforeDamaged(TableLog sound) : TableLog(sound.Tables, sound.Msp)
{
    protected override IEnumerable<ChangeEntry> Waiting(IEnumerable<Noted> noted, int max) =>
        base.Waiting(noted, max).TakeWhile(e => e.IsReadable);
}

internal sealed class HidesDamage(TableLog sound) : TableLog(sound.Tables, sound.Msp)
{
    protected override IEnumerable<ChangeEntry> Waiting(IEnumerable<Noted> noted, int max) =>
        base.Waiting(noted, max).Select(e => e with { IsReadable = true });
}
