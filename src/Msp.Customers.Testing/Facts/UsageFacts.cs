using System.Text;
using Msp.Customers.Names;
using Msp.Customers.Usage;
using NodaTime;

namespace Msp.Customers.Testing;

// Single entries that are appended or refused.
internal static class UsageFacts
{
    private static readonly Instant Noon = SampleData.Today.At(LocalTime.Noon).InUtc().ToInstant();

    public static IEnumerable<ConformanceFact> All =>
        [
            Fact("Entries of every kind are read back as they were appended, with every member", EveryMember),
            Fact("Entries with the first and the last date, instant, amount and sequence number are read back exactly", Limits),
            Fact("Keys of the maximum length are read back and found", Texts),
            Fact("An entry with a customer, key and kind that are already used is refused", TakenKey),
            Fact("The same key can be used for another customer and for another kind", SameKey),
            Fact("Keys that differ only in case or accents are different keys", ExactKeys),
            Fact("An entry with a sequence number that is already used is refused, and an entry without one is not", TakenSequence),
            Fact("Two customers can use the same sequence number", SameSequence),
            Fact("A change of a customer keeps its usage", KeptOnChange),
            Fact("A deletion of a customer deletes its usage and keeps the usage of others", DeletedWithCustomer),
        ];

    private static ConformanceFact Fact(string name, Func<Trial, Task> body) => new(name, ConformanceArea.Usage, body);

    internal static async Task<CustomerId> CustomerAsync(Trial trial, string id = "c-1") =>
        (await trial.SavedAsync(SampleData.Customer($"Customer {Convert.ToHexString(Encoding.UTF8.GetBytes(id))}", d => d.Id = id))).Id;

    internal static async Task AppendAsync(Trial trial, params UsageEntry[] entries) =>
        Expect.That(
            await trial.Usage.AppendAsync(entries, trial.Token),
            "append entries with unused keys and sequence numbers for stored customers",
            "they were refused"
        );

    // Reads all entries in a new session, as another process does.
    internal static async Task<List<UsageEntry>> ListAsync(Trial trial, CustomerId customer, EffectivePeriod? period = null)
    {
        await using var session = await trial.OpenAsync();
        var listed = new List<UsageEntry>();
        await foreach (
            var entry in Trial
                .UsageOf(session)
                .ListAsync(customer, period ?? new EffectivePeriod(SupportedDates.First, SupportedDates.Last), trial.Token)
        )
        {
            listed.Add(entry);
        }

        return listed;
    }

    internal static async Task RefusedAsync(Trial trial, CustomerId customer, string what, params UsageEntry[] entries)
    {
        var before = await ListAsync(trial, customer);
        Expect.That(!await trial.Usage.AppendAsync(entries, trial.Token), $"refuse {what}", "it was appended");
        Expect.Items(before, await ListAsync(trial, customer), $"store nothing when it refuses {what}");
    }

    private static async Task ReadsBackAsync(Trial trial, params UsageEntry[] entries)
    {
        await AppendAsync(trial, entries);
        Expect.Items(
            InAnyOrder(entries),
            InAnyOrder(await ListAsync(trial, entries[0].Customer)),
            "list the entries as they were appended"
        );
        var found = await trial.Usage.FindAsync([.. entries.Select(e => new UsageKey(e.Customer, e.Key)).Distinct()], trial.Token);
        Expect.Items(InAnyOrder(entries), InAnyOrder(found), "find the entries as they were appended");
    }

    internal static IEnumerable<UsageEntry> InAnyOrder(IEnumerable<UsageEntry> entries) =>
        entries.OrderBy(e => e.Customer).ThenBy(e => e.Key, StringComparer.Ordinal).ThenBy(e => e.Kind);

    private static async Task EveryMember(Trial trial)
    {
        var entry = SampleData.UsageEntry(await CustomerAsync(trial)) with
        {
            Credits = Credits.Of(1.234567m),
            Requested = Credits.Of(2.5m),
            OccurredAt = Noon + Duration.FromMilliseconds(1),
            Sequence = 2,
        };
        await ReadsBackAsync(
            trial,
            entry with
            {
                Kind = UsageEntryKind.Reservation,
                HeldUntil = Noon + Duration.FromHours(1),
                Sequence = 1,
            },
            entry,
            entry with
            {
                Kind = UsageEntryKind.Reversal,
                Sequence = null,
            },
            SampleData.UsageEntry(entry.Customer, "plain")
        );
    }

    private static async Task Limits(Trial trial)
    {
        var entry = SampleData.UsageEntry(await CustomerAsync(trial));
        var (first, last) = (Instant.FromUtc(1, 1, 1, 0, 0), Instant.FromUtc(9999, 12, 31, 23, 59, 59) + Duration.FromTicks(9_999_990));
        await ReadsBackAsync(
            trial,
            entry with
            {
                Key = "a",
                Date = SupportedDates.First,
                OccurredAt = first,
                RecordedAt = first,
                Credits = Credits.Zero,
                Requested = Credits.Zero,
                Sequence = 1,
            },
            entry with
            {
                Key = "b",
                Date = SupportedDates.Last,
                OccurredAt = last,
                RecordedAt = last,
                Credits = Credits.Max,
                Requested = Credits.Max,
                Sequence = long.MaxValue,
            },
            entry with
            {
                Key = "c",
                Kind = UsageEntryKind.Reservation,
                RecordedAt = Noon + Duration.FromTicks(10),
                Credits = Credits.FromMicros(1),
                HeldUntil = last,
                Sequence = 2,
            }
        );
    }

    private static async Task Texts(Trial trial)
    {
        string[] texts = ["\U0001F600", "\u6F22", "e\u0301", "\u05D0\u202E", "'\"%_*\\;--", "\uFFFD", "a b"];
        var id = await CustomerAsync(trial, "\U0001F600'%");
        await ReadsBackAsync(
            trial,
            [
                .. texts.Select(t =>
                    SampleData.UsageEntry(id, string.Concat(Enumerable.Repeat(t, TextLimits.MaxIdLength / t.Length)).Trim())
                ),
                .. texts.Select(t => SampleData.UsageEntry(id, t)),
            ]
        );
    }

    private static async Task TakenKey(Trial trial)
    {
        var entry = SampleData.UsageEntry(await CustomerAsync(trial));
        await AppendAsync(trial, entry);
        await RefusedAsync(
            trial,
            entry.Customer,
            "an entry with a customer, key and kind that are already used",
            entry with
            {
                Date = SampleData.Today.PlusDays(1),
                Credits = Credits.Of(2),
            }
        );
        await RefusedAsync(trial, entry.Customer, "the same entry again", entry);
    }

    private static async Task SameKey(Trial trial)
    {
        var entry = SampleData.UsageEntry(await CustomerAsync(trial));
        UsageEntry[] kinds =
        [
            .. Enum.GetValues<UsageEntryKind>()
                .Select(kind => entry with { Kind = kind, HeldUntil = kind == UsageEntryKind.Reservation ? Noon : null }),
        ];
        foreach (var kind in kinds)
        {
            await AppendAsync(trial, kind);
        }

        Expect.Items(kinds, await ListAsync(trial, entry.Customer), "store an entry of each kind under the same key");
        await ReadsBackAsync(trial, entry with { Customer = await CustomerAsync(trial, "C-1") });
    }

    private static async Task ExactKeys(Trial trial)
    {
        var id = await CustomerAsync(trial);
        await ReadsBackAsync(
            trial,
            [
                .. new[] { "ada", "Ada", "\u00E1da", "a\u0301da", "\uFF41da", "ada1" }.Select(
                    (key, n) => SampleData.UsageEntry(id, key) with { Credits = Credits.Of(n) }
                ),
            ]
        );
        Expect.Equal(
            0,
            (await trial.Usage.FindAsync([new UsageKey(id, "ADA")], trial.Token)).Count,
            "find nothing under a key in another case"
        );
    }

    private static async Task TakenSequence(Trial trial)
    {
        var entry = SampleData.UsageEntry(await CustomerAsync(trial));
        await AppendAsync(trial, entry with { Sequence = 1 }, entry with { Key = "k-2" }, entry with { Key = "k-3" });
        await RefusedAsync(
            trial,
            entry.Customer,
            "an entry with a sequence number that is already used",
            entry with
            {
                Key = "k-4",
                Sequence = 1,
            }
        );
        await AppendAsync(trial, entry with { Key = "k-4", Sequence = 2 });
    }

    private static async Task SameSequence(Trial trial)
    {
        await AppendAsync(
            trial,
            SampleData.UsageEntry(await CustomerAsync(trial)) with
            {
                Sequence = 1,
            },
            SampleData.UsageEntry(await CustomerAsync(trial, "c-2")) with
            {
                Sequence = 1,
            }
        );
    }

    private static async Task KeptOnChange(Trial trial)
    {
        var entry = SampleData.UsageEntry(await CustomerAsync(trial));
        await AppendAsync(trial, entry);
        await trial.EditAsync(entry.Customer, c => CustomerWriteFacts.Edit(c, d => (d.AccountName, d.Quotas) = ("Renamed", [])));
        Expect.Items([entry], await ListAsync(trial, entry.Customer), "keep the usage of a customer that is updated");
    }

    private static async Task DeletedWithCustomer(Trial trial)
    {
        var (one, other) = (SampleData.UsageEntry(await CustomerAsync(trial)), SampleData.UsageEntry(await CustomerAsync(trial, "c-2")));
        await AppendAsync(trial, one with { Sequence = 1 }, other);
        await trial.Customers.DeleteAsync((await trial.FindAsync(one.Customer))!, trial.Token);
        Expect.Items([], await ListAsync(trial, one.Customer), "delete the usage of a customer that is deleted");
        Expect.Items([other], await ListAsync(trial, other.Customer), "keep the usage of other customers when a customer is deleted");
        await RefusedAsync(trial, one.Customer, "an entry of a customer that is no longer stored", one with { Key = "late" });
        await CustomerAsync(trial);
        await AppendAsync(trial, one with { Sequence = 1 });
    }
}
