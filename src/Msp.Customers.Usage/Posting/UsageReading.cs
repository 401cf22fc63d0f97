using Msp.Customers.Storage;
using NodaTime;

namespace Msp.Customers.Usage;

// Reads drafts: first their keys, then the violations of all new drafts, then their days.
internal sealed class UsageReading(IReadRepositoryBase<Customer> customers, IUsageStore store, BusinessCalendar calendar)
{
    public async Task<UsageRead> ReadAsync(IReadOnlyList<UsageDraft> drafts, CancellationToken cancellationToken)
    {
        var keys = drafts.Select(d => d is null ? null : UsageKey.Of(d)).ToList();
        var stored = (await store.FindAsync([.. keys.OfType<UsageKey>().Distinct()], cancellationToken).ConfigureAwait(false)).ToLookup(e =>
            e.Identity
        );
        var unread = keys.OfType<UsageKey>().Where(k => !stored.Contains(k)).Select(k => k.Customer).Distinct().ToList();
        var terms = await TermsAsync(unread, cancellationToken).ConfigureAwait(false);
        var read = new UsageRead();
        foreach (var (index, draft) in drafts.Index())
        {
            var found = Take(draft ?? new UsageDraft(), keys[index], stored, terms, read);
            read.Violations.AddRange(found.Select(v => v with { Path = $"Usage[{index}].{v.Path}" }));
        }

        RuleViolationException.ThrowIfAnyError(read.Violations);
        return read;
    }

    // Reads one draft whose key is not stored, and returns an entry or throws.
    public async Task<UsageEntry> ReadNewAsync(UsageDraft draft, CancellationToken cancellationToken)
    {
        var key = UsageKey.Of(draft);
        var terms = await TermsAsync(key is null ? [] : [key.Customer], cancellationToken).ConfigureAwait(false);
        var found = Violations(draft, key, terms, out var date);
        RuleViolationException.ThrowIfAnyError(found);
        return Entry(draft, key!, date!.Value);
    }

    // Reads a key without a draft. A text that is not a valid key is refused like that of a draft, and is not repeated in the message.
    public static UsageKey KeyOf(CustomerId customer, string key)
    {
        ArgumentNullException.ThrowIfNull(customer);
        ArgumentNullException.ThrowIfNull(key);
        var draft = new UsageDraft { Customer = customer.Value, Key = key };
        return UsageKey.Of(draft)
            ?? throw new RuleViolationException([
                .. draft.Check().Where(v => v.Path is nameof(UsageDraft.Customer) or nameof(UsageDraft.Key)),
            ]);
    }

    public async Task DemandOpenAsync(UsageEntry entry, CancellationToken cancellationToken)
    {
        var terms = await TermsAsync([entry.Customer], cancellationToken).ConfigureAwait(false);
        var violation = terms.TryGetValue(entry.Customer, out var of)
            ? of.ClosedThrough >= entry.Date
                ? Closed(nameof(UsageEntry.Date), of, entry.Date)
                : null
            : UsageRefusal.CustomerNotFound.Violated(nameof(UsageEntry.Customer), ("Customer", entry.Customer));
        RuleViolationException.ThrowIfAnyError(violation is null ? [] : [violation]);
    }

    private IReadOnlyList<Violation> Take(
        UsageDraft draft,
        UsageKey? key,
        ILookup<UsageKey, UsageEntry> stored,
        Dictionary<CustomerId, UsageTerms> terms,
        UsageRead read
    )
    {
        if (key is not null && stored.Contains(key))
        {
            return Again(stored[key].FirstOrDefault(e => e.Kind == UsageEntryKind.Usage));
        }

        var found = Violations(draft, key, terms, out var date);
        if (key is not null && read.FreshUnder(key) is { } earlier)
        {
            return Again(earlier);
        }

        if (found.Count == 0)
        {
            read.Add(Entry(draft, key!, date!.Value));
        }

        return found;

        IReadOnlyList<Violation> Again(UsageEntry? entry)
        {
            if (entry?.Matches(draft, entry.Credits) != true)
            {
                return [UsageRefusal.KeyConflict.Violated(nameof(UsageDraft.Key), ("Key", key.Key))];
            }

            read.Receipts.Add(UsageReceipt.Of(entry, isReplay: true));
            return [];
        }
    }

    private List<Violation> Violations(UsageDraft draft, UsageKey? key, Dictionary<CustomerId, UsageTerms> terms, out LocalDate? date)
    {
        List<Violation> found = [.. draft.Check()];
        date = null;
        if (key is null)
        {
            return found;
        }

        if (!terms.TryGetValue(key.Customer, out var of))
        {
            found.Add(UsageRefusal.CustomerNotFound.Violated(nameof(UsageDraft.Customer), ("Customer", key.Customer)));
        }
        else if (found.Count == 0)
        {
            date = draft.Date ?? calendar.DateOf(draft.At!.Value, of.TimeZone);
            if (of.ClosedThrough >= date)
            {
                found.Add(Closed(draft.Date is null ? nameof(UsageDraft.At) : nameof(UsageDraft.Date), of, date.Value));
            }
        }

        return found;
    }

    private UsageEntry Entry(UsageDraft draft, UsageKey key, LocalDate date) =>
        new()
        {
            Customer = key.Customer,
            Key = key.Key,
            Kind = UsageEntryKind.Usage,
            Date = date,
            At = draft.At is { } at ? Microseconds.Floor(at) : null,
            Credits = Credits.Of(draft.Credits!.Value),
            Requested = Credits.Of(draft.Credits.Value),
            RecordedAt = Microseconds.Floor(calendar.Now),
        };

    private static Violation Closed(string path, UsageTerms of, LocalDate date) =>
        UsageRefusal.DateClosed.Violated(path, ("ClosedThrough", of.ClosedThrough!.Value), ("Date", date));

    private async Task<Dictionary<CustomerId, UsageTerms>> TermsAsync(List<CustomerId> ids, CancellationToken cancellationToken) =>
        (await customers.ListAsync(ids, some => new UsageTermsById(some), cancellationToken).ConfigureAwait(false)).ToDictionary(of =>
            of.Id
        );
}
