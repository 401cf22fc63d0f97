using Msp.Customers.Usage;

namespace Msp.Customers.Testing.Tests.Defects;

// Appends up to the first that is refused.
internal sealed class AppendsHalf(TableUsage sound) : TableUsage(sound.Tables, sound.Msp)
{
    public override async Task<bool> AppendAsync(IReadOnlyList<UsageEntry> entries, CancellationToken cancellationToken)
    {
        foreach (var entry in entries)
        {
            if (!await base.AppendAsync([entry], cancellationToken))
            {
                return false;
            }
        }

        return true;
    }
}

internal sealed class SwallowsTakenKeys(TableUsage sound) : TableUsage(sound.Tables, sound.Msp)
{
    public override async Task<bool> AppendAsync(IReadOnlyList<UsageEntry> entries, CancellationToken cancellationToken)
    {
        await base.AppendAsync(entries, cancellationToken);
        return true;
    }
}

internal sealed class AppendsOneTwice(TableUsage sound) : TableUsage(sound.Tables, sound.Msp)
{
    protected override bool ContainsDuplicates(IReadOnlyList<UsageEntry> entries) => false;
}

internal sealed class ForgetsSequences(TableUsage sound) : TableUsage(sound.Tables, sound.Msp)
{
    protected override bool IsSequenceTaken(UsageEntry entry) => false;
}

internal sealed class OneKindAKey(TableUsage sound) : TableUsage(sound.Tables, sound.Msp)
{
    protected override bool IsKeyTaken(UsageEntry entry) => Of(entry).Any(e => e.Key == entry.Key);
}

internal sealed class AppendsForAnyone(TableUsage sound) : TableUsage(sound.Tables, sound.Msp)
{
    protected override bool IsStored(CustomerId customer) => true;
}

internal sealed class ForgetsReservations(TableUsage sound) : TableUsage(sound.Tables, sound.Msp)
{
    protected override bool IsOpen(UsageEntry reservation, List<UsageEntry> of) => false;
}

internal sealed class ReadsAClock(TableUsage sound) : TableUsage(sound.Tables, sound.Msp)
{
    protected override bool IsOpen(UsageEntry reservation, List<UsageEntry> of) =>
        base.IsOpen(reservation, of) && reservation.HeldUntil > new TestClock().Now + Duration.FromMinutes(30);
}

internal sealed class ListsWhatIsCommitted(TableUsage sound) : TableUsage(sound.Tables, sound.Msp)
{
    protected override bool IsOpen(UsageEntry reservation, List<UsageEntry> of) => base.IsOpen(reservation, []);
}

internal sealed class SumsVoidsAsUsage(TableUsage sound) : TableUsage(sound.Tables, sound.Msp)
{
    protected override bool IsVoid(UsageEntry entry) => false;
}

internal sealed class CountsReservations(TableUsage sound) : TableUsage(sound.Tables, sound.Msp)
{
    protected override IEnumerable<DailyUsage> Days(List<UsageEntry> of) =>
        base.Days([.. of.Select(e => e.Kind == UsageEntryKind.Reservation ? e with { Kind = UsageEntryKind.Usage } : e)]);
}

internal sealed class ForgetsReversals(TableUsage sound) : TableUsage(sound.Tables, sound.Msp)
{
    protected override IEnumerable<DailyUsage> Days(List<UsageEntry> of) => base.Days(of.FindAll(e => e.Kind != UsageEntryKind.Reversal));
}

internal sealed class SumsIn64Bits(TableUsage sound) : TableUsage(sound.Tables, sound.Msp)
{
    protected override IEnumerable<DailyUsage> Days(List<UsageEntry> of) =>
        base.Days(of)
            .GroupBy(d => d.Date)
            .Select(day => new DailyUsage(
                day.Key,
                Credits.FromMicros(Math.Abs(day.Aggregate(0L, (sum, d) => unchecked(sum + d.Credits.Micros))) % Credits.Max.Micros)
            ));
}

internal sealed class SumsInFloatingPoint(TableUsage sound) : TableUsage(sound.Tables, sound.Msp)
{
    protected override IEnumerable<DailyUsage> Days(List<UsageEntry> of) =>
        base.Days(of).Select(d => new DailyUsage(d.Date, Credits.Of((decimal)Math.Round((float)d.Credits.Amount, 2))));
}

internal sealed class SequencesAsText(TableUsage sound) : TableUsage(sound.Tables, sound.Msp)
{
    protected override long LastSequence(List<UsageEntry> of) =>
        of.Select(e => e.Sequence).Where(s => s is not null).MaxBy(s => $"{s}", StringComparer.Ordinal) ?? 0;
}

internal sealed class LeavesOutTheLastDay(TableUsage sound) : TableUsage(sound.Tables, sound.Msp)
{
    protected override bool IsIn(EffectivePeriod period, LocalDate date) => period.Contains(date) && date != period.EndDate;
}

internal sealed class KeysInUtf16(TableUsage sound) : TableUsage(sound.Tables, sound.Msp)
{
    protected override IEnumerable<UsageEntry> Ordered(IEnumerable<UsageEntry> entries) =>
        entries.OrderBy(e => e.Date).ThenBy(e => e.Key, StringComparer.Ordinal).ThenBy(e => e.Kind);
}

// Looks for customers and for keys, and not for which belong together.
internal sealed class FindsAcross(TableUsage sound) : TableUsage(sound.Tables, sound.Msp)
{
    public override Task<IReadOnlyList<UsageEntry>> FindAsync(IReadOnlyCollection<UsageKey> keys, CancellationToken cancellationToken) =>
        base.FindAsync([.. keys.SelectMany(k => keys, (k, other) => new UsageKey(k.Customer, other.Key)).Distinct()], cancellationToken);
}

internal sealed class FindsAThousand(TableUsage sound) : TableUsage(sound.Tables, sound.Msp)
{
    public override Task<IReadOnlyList<UsageEntry>> FindAsync(IReadOnlyCollection<UsageKey> keys, CancellationToken cancellationToken) =>
        base.FindAsync([.. keys.Take(1_000)], cancellationToken);
}
