using Msp.Customers.Usage;

namespace Msp.Customers.Testing.Tests.Defects;

// Appends entries until one is refused.
internal sealed class AppendsUntilRefused(TableUsage inner) : TableUsage(inner.Tables, inner.Msp)
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

internal sealed class IgnoresRefusals(TableUsage inner) : TableUsage(inner.Tables, inner.Msp)
{
    public override async Task<bool> AppendAsync(IReadOnlyList<UsageEntry> entries, CancellationToken cancellationToken)
    {
        await base.AppendAsync(entries, cancellationToken);
        return true;
    }
}

internal sealed class AppendsDuplicates(TableUsage inner) : TableUsage(inner.Tables, inner.Msp)
{
    protected override bool ContainsDuplicates(IReadOnlyList<UsageEntry> entries) => false;
}

internal sealed class AppendsDuplicateSequences(TableUsage inner) : TableUsage(inner.Tables, inner.Msp)
{
    protected override bool IsSequenceTaken(UsageEntry entry) => false;
}

internal sealed class AppendsOneKindPerKey(TableUsage inner) : TableUsage(inner.Tables, inner.Msp)
{
    protected override bool IsKeyTaken(UsageEntry entry) => Of(entry).Any(e => e.Key == entry.Key);
}

internal sealed class AppendsForUnknownCustomers(TableUsage inner) : TableUsage(inner.Tables, inner.Msp)
{
    protected override bool IsStored(CustomerId customer) => true;
}

internal sealed class OmitsReservations(TableUsage inner) : TableUsage(inner.Tables, inner.Msp)
{
    protected override bool IsOpen(UsageEntry reservation, List<UsageEntry> of) => false;
}

internal sealed class OmitsTimedOutReservations(TableUsage inner) : TableUsage(inner.Tables, inner.Msp)
{
    protected override bool IsOpen(UsageEntry reservation, List<UsageEntry> of) =>
        base.IsOpen(reservation, of) && reservation.HeldUntil > new TestClock().Now + Duration.FromMinutes(30);
}

internal sealed class ListsCommittedReservations(TableUsage inner) : TableUsage(inner.Tables, inner.Msp)
{
    protected override bool IsOpen(UsageEntry reservation, List<UsageEntry> of) => base.IsOpen(reservation, []);
}

internal sealed class SumsVoidsAsUsage(TableUsage inner) : TableUsage(inner.Tables, inner.Msp)
{
    protected override bool IsVoid(UsageEntry entry) => false;
}

internal sealed class SumsReservationsAsUsage(TableUsage inner) : TableUsage(inner.Tables, inner.Msp)
{
    protected override IEnumerable<DailyUsage> Days(List<UsageEntry> of) =>
        base.Days([.. of.Select(e => e.Kind == UsageEntryKind.Reservation ? e with { Kind = UsageEntryKind.Usage } : e)]);
}

internal sealed class IgnoresReversals(TableUsage inner) : TableUsage(inner.Tables, inner.Msp)
{
    protected override IEnumerable<DailyUsage> Days(List<UsageEntry> of) => base.Days(of.FindAll(e => e.Kind != UsageEntryKind.Reversal));
}

internal sealed class SumsIn64Bits(TableUsage inner) : TableUsage(inner.Tables, inner.Msp)
{
    protected override IEnumerable<DailyUsage> Days(List<UsageEntry> of) =>
        base.Days(of)
            .GroupBy(d => d.Date)
            .Select(day => new DailyUsage(
                day.Key,
                Credits.FromMicros(Math.Abs(day.Aggregate(0L, (sum, d) => unchecked(sum + d.Credits.Micros))) % Credits.Max.Micros)
            ));
}

internal sealed class SumsInFloatingPoint(TableUsage inner) : TableUsage(inner.Tables, inner.Msp)
{
    protected override IEnumerable<DailyUsage> Days(List<UsageEntry> of) =>
        base.Days(of).Select(d => new DailyUsage(d.Date, Credits.Of((decimal)Math.Round((float)d.Credits.Amount, 2))));
}

internal sealed class ComparesSequencesAsText(TableUsage inner) : TableUsage(inner.Tables, inner.Msp)
{
    protected override long LastSequence(List<UsageEntry> of) =>
        of.Select(e => e.Sequence).Where(s => s is not null).MaxBy(s => $"{s}", StringComparer.Ordinal) ?? 0;
}

internal sealed class OmitsLastDate(TableUsage inner) : TableUsage(inner.Tables, inner.Msp)
{
    protected override bool IsIn(EffectivePeriod period, LocalDate date) => period.Contains(date) && date != period.EndDate;
}

internal sealed class SortsKeysByUtf16(TableUsage inner) : TableUsage(inner.Tables, inner.Msp)
{
    protected override IEnumerable<UsageEntry> Ordered(IEnumerable<UsageEntry> entries) =>
        entries.OrderBy(e => e.Date).ThenBy(e => e.Key, StringComparer.Ordinal).ThenBy(e => e.Kind);
}

// Finds any combination of the customers and the keys.
internal sealed class FindsAcrossCustomers(TableUsage inner) : TableUsage(inner.Tables, inner.Msp)
{
    public override Task<IReadOnlyList<UsageEntry>> FindAsync(IReadOnlyCollection<UsageKey> keys, CancellationToken cancellationToken) =>
        base.FindAsync([.. keys.SelectMany(k => keys, (k, other) => new UsageKey(k.Customer, other.Key)).Distinct()], cancellationToken);
}

internal sealed class FindsFirstThousand(TableUsage inner) : TableUsage(inner.Tables, inner.Msp)
{
    public override Task<IReadOnlyList<UsageEntry>> FindAsync(IReadOnlyCollection<UsageKey> keys, CancellationToken cancellationToken) =>
        base.FindAsync([.. keys.Take(1_000)], cancellationToken);
}
