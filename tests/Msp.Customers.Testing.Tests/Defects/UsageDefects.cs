using Msp.Customers.Usage;

namespace Msp.Customers.Testing.Tests.Defects;

internal static class UsageDefects
{
    public static IEnumerable<Defect> All =>
        [
            Usage(
                "appends a part of a batch",
                "A batch with a key that is already used is refused, and none of its entries is stored",
                u => new AppendsUntilRefused(u)
            ),
            Usage(
                "appends a part of a batch with an unknown customer",
                "A batch with a customer that is not stored is refused, and none of its entries is stored",
                u => new AppendsUntilRefused(u)
            ),
            Usage(
                "appends the same key twice",
                "A batch with the same customer, key and kind twice is refused, and none of its entries is stored",
                u => new AppendsDuplicates(u)
            ),
            Usage(
                "appends the same sequence number twice",
                "A batch with the same customer and sequence number twice is refused, and none of its entries is stored",
                u => new AppendsDuplicates(u)
            ),
            Usage(
                "ignores a duplicate key",
                "An entry with a customer, key and kind that are already used is refused",
                u => new IgnoresRefusals(u)
            ),
            Usage(
                "allows duplicate sequence numbers",
                "An entry with a sequence number that is already used is refused, and an entry without one is not",
                u => new AppendsDuplicateSequences(u)
            ),
            new(
                "grants the last credits twice",
                "Concurrent requests for the last credits are granted no more than the remaining credits",
                new Flaw { ChecksInSeparateStep = true }
            ),
            Usage(
                "allows one entry per key",
                "The same key can be used for another customer and for another kind",
                u => new AppendsOneKindPerKey(u)
            ),
            Usage(
                "appends for customers that are not stored",
                "A deletion of a customer deletes its usage and keeps the usage of others",
                u => new AppendsForUnknownCustomers(u)
            ),
            Usage("lists no reservations", "A reservation without usage is listed, also after it timed out", u => new OmitsReservations(u)),
            Usage(
                "grants reserved credits",
                "Reserved credits are not granted to others until they are committed, released or timed out",
                u => new OmitsReservations(u)
            ),
            Usage(
                "lists no timed-out reservations",
                "A reservation without usage is listed, also after it timed out",
                u => new OmitsTimedOutReservations(u)
            ),
            Usage(
                "lists no timed-out reservations when clocks differ",
                "Credits of a reservation that timed out on one clock but not on another are granted once",
                u => new OmitsTimedOutReservations(u)
            ),
            Usage(
                "lists committed reservations",
                "A committed or released reservation is not listed",
                u => new ListsCommittedReservations(u)
            ),
            Usage("sums voids as usage", "Voids are summed by date, separately from usage and after it", u => new SumsVoidsAsUsage(u)),
            Usage(
                "counts voids as used credits",
                "Voided credits are subtracted from the remaining credits and are not granted",
                u => new SumsVoidsAsUsage(u)
            ),
            Usage("sums reservations as usage", "Reservations are not summed as usage", u => new SumsReservationsAsUsage(u)),
            Usage("ignores reversals", "Usage is summed by date, without reversed usage", u => new IgnoresReversals(u)),
            Usage("sums in 64 bits", "Sums beyond 64 bits and beyond the largest amount of credits are exact", u => new SumsIn64Bits(u)),
            Usage("sums in floating point", "The sum of thousands of small amounts is exact", u => new SumsInFloatingPoint(u)),
            Usage(
                "compares sequence numbers as text",
                "The last sequence number is the highest one of all kinds",
                u => new ComparesSequencesAsText(u)
            ),
            Usage(
                "omits the last date of a period",
                "A list of a period contains its first and last date, and a list of an open period all later dates",
                u => new OmitsLastDate(u)
            ),
            Usage(
                "sorts keys by UTF-16 code unit",
                "Entries are listed in order of date, then of key by code point, then of kind",
                u => new SortsKeysByUtf16(u)
            ),
            Usage(
                "finds across customers",
                "FindAsync returns the entries of exactly the requested pairs of customer and key",
                u => new FindsAcrossCustomers(u)
            ),
            Usage(
                "finds only the first thousand keys",
                "Three thousand entries of several customers are appended in one call",
                u => new FindsFirstThousand(u)
            ),
            new(
                "compares keys without case",
                "Keys that differ only in case or accents are different keys",
                new Flaw { UsageKey = key => key.ToUpperInvariant() }
            ),
            new(
                "replaces unpaired surrogates in keys",
                "A key or customer id that cannot be stored finds nothing",
                new Flaw { UsageKey = UnpairedSurrogates.Replace }
            ),
            new(
                "keeps the usage of deleted customers",
                "A deletion of a customer deletes its usage and keeps the usage of others",
                new Flaw { KeepsUsageOfDeleted = true }
            ),
            new(
                "checks the key before the transaction",
                "Of many concurrent appends of the same key, one succeeds",
                new Flaw { ChecksInSeparateStep = true }
            ),
            new(
                "posts concurrent usage twice",
                "Concurrent posts of the same batches store each item once",
                new Flaw { ChecksInSeparateStep = true }
            ),
            EntryDefect(
                "rounds used credits",
                "Entries of every kind are read back as they were appended, with every member",
                e => e with { Credits = Credits.Of(decimal.Round(e.Credits.Amount, 2)) }
            ),
            EntryDefect(
                "stores instants in milliseconds",
                "Entries with the first and the last date, instant, amount and sequence number are read back exactly",
                e => e with { RecordedAt = Instant.FromUnixTimeMilliseconds(e.RecordedAt.ToUnixTimeMilliseconds()) }
            ),
            EntryDefect(
                "does not store the requested credits",
                "Entries of every kind are read back as they were appended, with every member",
                e => e with { Requested = e.Credits }
            ),
            EntryDefect(
                "stores sequence numbers in 32 bits",
                "Entries with the first and the last date, instant, amount and sequence number are read back exactly",
                e => e with { Sequence = e.Sequence is { } sequence ? Math.Min(sequence, int.MaxValue) : null }
            ),
            EntryDefect(
                "does not store the instant of usage",
                "Posting the same usage again is a replay and stores nothing",
                e => e with { OccurredAt = null }
            ),
        ];

    private static Defect Usage(string name, string fact, Func<TableUsage, IUsageStore> usage) =>
        new(name, fact, new Flaw { Usage = usage });

    private static Defect EntryDefect(string name, string fact, Func<UsageEntry, UsageEntry> change) =>
        new(name, fact, new Flaw { ChangeStoredEntry = change });
}
