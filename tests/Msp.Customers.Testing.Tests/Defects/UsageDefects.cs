using Msp.Customers.Usage;

namespace Msp.Customers.Testing.Tests.Defects;

internal static class UsageDefects
{
    public static IEnumerable<Defect> All =>
        [
            Usage("appends half a batch", "Entries of which one key is taken are appended none", u => new AppendsHalf(u)),
            Usage(
                "appends half a batch of which a customer is unknown",
                "Entries of which one customer is not stored are appended none",
                u => new AppendsHalf(u)
            ),
            Usage(
                "appends one key twice",
                "Entries of which two have the same customer, key and kind are appended none",
                u => new AppendsOneTwice(u)
            ),
            Usage(
                "appends one sequence number twice",
                "Entries of which two have the same customer and sequence number are appended none",
                u => new AppendsOneTwice(u)
            ),
            Usage("swallows a taken key", "An entry whose customer, key and kind are taken is refused", u => new SwallowsTakenKeys(u)),
            Usage(
                "forgets that sequence numbers are unique",
                "An entry whose sequence number is taken is refused, and entries without a sequence number are not",
                u => new ForgetsSequences(u)
            ),
            new(
                "grants the last credits twice",
                "Of many who ask for the last credits at once, no more are granted than there are",
                new Flaw { LooksBeforeItWrites = true }
            ),
            Usage("has one entry a key", "The same key is another entry for another customer and of another kind", u => new OneKindAKey(u)),
            Usage(
                "appends for anyone",
                "A customer that is deleted takes its usage with it, and leaves that of others",
                u => new AppendsForAnyone(u)
            ),
            Usage("forgets reservations", "A reservation that has not ended is listed whatever the time", u => new ForgetsReservations(u)),
            Usage(
                "authorizes what is reserved",
                "Reserved credits are held from others until they are committed, released or timed out",
                u => new ForgetsReservations(u)
            ),
            Usage("reads a clock", "A reservation that has not ended is listed whatever the time", u => new ReadsAClock(u)),
            Usage(
                "reads a clock where clocks differ",
                "Credits of a reservation that timed out by one clock and not by another are granted once",
                u => new ReadsAClock(u)
            ),
            Usage(
                "lists what is committed",
                "A reservation that was committed or released holds nothing",
                u => new ListsWhatIsCommitted(u)
            ),
            Usage("sums voids as usage", "What is voided is added up by day apart from usage, and after it", u => new SumsVoidsAsUsage(u)),
            Usage("voids as usage", "Credits are voided of what is left, and no more are granted", u => new SumsVoidsAsUsage(u)),
            Usage("counts reservations as usage", "Reservations are not usage", u => new CountsReservations(u)),
            Usage("forgets what was taken back", "Usage is added up by day, less what was taken back", u => new ForgetsReversals(u)),
            Usage("sums in 64 bits", "Sums beyond 64 bits, and beyond one amount of credits, are exact", u => new SumsIn64Bits(u)),
            Usage("sums in floating point", "Thousands of the smallest amounts add up exactly", u => new SumsInFloatingPoint(u)),
            Usage(
                "compares sequence numbers as text",
                "The last sequence number is the highest, whatever kind has it",
                u => new SequencesAsText(u)
            ),
            Usage(
                "leaves out a period's last day",
                "A period lists both its days and no other, and an open one all that follow",
                u => new LeavesOutTheLastDay(u)
            ),
            Usage(
                "lists keys in UTF-16",
                "Entries are listed in order of day, then of key by code point, then of kind",
                u => new KeysInUtf16(u)
            ),
            Usage(
                "finds across customers",
                "Entries are found under exactly the customers and keys that are asked for",
                u => new FindsAcross(u)
            ),
            Usage("finds a thousand keys", "Three thousand entries of several customers are appended all", u => new FindsAThousand(u)),
            new(
                "tells keys apart without case",
                "Keys that differ only in case or accents are different keys",
                new Flaw { UsageKey = key => key.ToUpperInvariant() }
            ),
            new(
                "reads keys as a driver writes them",
                "A key or customer that no storage can hold finds nothing",
                new Flaw { UsageKey = Halves.Written }
            ),
            new(
                "keeps the usage of deleted customers",
                "A customer that is deleted takes its usage with it, and leaves that of others",
                new Flaw { KeepsUsageOfDeleted = true }
            ),
            new(
                "looks for the key before it writes",
                "Of many who append the same key at once, one does",
                new Flaw { LooksBeforeItWrites = true }
            ),
            new(
                "posts twice what races",
                "Many who post the same batches at once post each item once",
                new Flaw { LooksBeforeItWrites = true }
            ),
            Keeps(
                "rounds used credits",
                "Entries of every kind read back as they were appended, with every member",
                e => e with { Credits = Credits.Of(decimal.Round(e.Credits.Amount, 2)) }
            ),
            Keeps(
                "keeps instants in milliseconds",
                "Entries at the first and the last day, instant, amount and sequence number read back exactly",
                e => e with { RecordedAt = Instant.FromUnixTimeMilliseconds(e.RecordedAt.ToUnixTimeMilliseconds()) }
            ),
            Keeps(
                "forgets how many credits were asked for",
                "Entries of every kind read back as they were appended, with every member",
                e => e with { Requested = e.Credits }
            ),
            Keeps(
                "keeps sequence numbers in 32 bits",
                "Entries at the first and the last day, instant, amount and sequence number read back exactly",
                e => e with { Sequence = e.Sequence is { } sequence ? Math.Min(sequence, int.MaxValue) : null }
            ),
            Keeps("forgets at which instant usage was", "Usage that is posted again is a replay, however often", e => e with { At = null }),
        ];

    private static Defect Usage(string name, string fact, Func<TableUsage, IUsageStore> usage) =>
        new(name, fact, new Flaw { Usage = usage });

    private static Defect Keeps(string name, string fact, Func<UsageEntry, UsageEntry> keeps) =>
        new(name, fact, new Flaw { KeepsEntry = keeps });
}
