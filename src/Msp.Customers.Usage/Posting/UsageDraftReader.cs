using Msp.Customers.Storage;
using NodaTime;

namespace Msp.Customers.Usage;

// Converts drafts to entries. It reads the stored entries of their keys, checks the new drafts, and determines the days of the new entries.
internal sealed class UsageDraftReader(IReadRepositoryBase<Customer> customers, IUsageStore store, BusinessCalendar calendar)
{
    public async Task<UsageBatch> ReadAsync(IReadOnlyList<UsageDraft> drafts, CancellationToken cancellationToken)
    {
        var keys = drafts.Select(d => d is null ? null : UsageKey.Of(d)).ToList();
        var stored = (await store.FindAsync([.. keys.OfType<UsageKey>().Distinct()], cancellationToken).ConfigureAwait(false)).ToLookup(e =>
            e.Identity
        );
        var customersToRead = keys.OfType<UsageKey>().Where(k => !stored.Contains(k)).Select(k => k.Customer).Distinct().ToList();
        var terms = await TermsAsync(customersToRead, cancellationToken).ConfigureAwait(false);
        var batch = new UsageBatch();
        foreach (var (index, draft) in drafts.Index())
        {
            var found = ReadDraft(draft ?? new UsageDraft(), keys[index], stored, terms, batch);
            batch.Violations.AddRange(found.Select(v => v with { Path = $"Usage[{index}].{v.Path}" }));
        }

        RuleViolationException.ThrowIfAnyError(batch.Violations);
        return batch;
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

    // Returns a key without a draft. An invalid key is refused like that of a draft, and is not repeated in the message.
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
        var violation = terms.TryGetValue(entry.Customer, out var usageTerms)
            ? usageTerms.ClosedThrough >= entry.Date
                ? Closed(nameof(UsageEntry.Date), usageTerms, entry.Date)
                : null
            : UsageRefusal.CustomerNotFound.Violated(nameof(UsageEntry.Customer), ("Customer", entry.Customer));
        RuleViolationException.ThrowIfAnyError(violation is null ? [] : [violation]);
    }

    private IReadOnlyList<Violation> ReadDraft(
        UsageDraft draft,
        UsageKey? key,
        ILookup<UsageKey, UsageEntry> stored,
        Dictionary<CustomerId, UsageTerms> terms,
        UsageBatch batch
    )
    {
        if (key is not null && stored.Contains(key))
        {
            return Replay(stored[key].FirstOrDefault(e => e.Kind == UsageEntryKind.Usage));
        }

        var found = Violations(draft, key, terms, out var date);
        if (key is not null && batch.FindNew(key) is { } earlier)
        {
            return Replay(earlier);
        }

        if (found.Count == 0)
        {
            batch.Add(Entry(draft, key!, date!.Value));
        }

        return found;

        IReadOnlyList<Violation> Replay(UsageEntry? entry)
        {
            if (entry?.Matches(draft, entry.Credits) != true)
            {
                return [UsageRefusal.KeyConflict.Violated(nameof(UsageDraft.Key), ("Key", key.Key))];
            }

            batch.Receipts.Add(UsageReceipt.Of(entry, isReplay: true));
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

        if (!terms.TryGetValue(key.Customer, out var usageTerms))
        {
            found.Add(UsageRefusal.CustomerNotFound.Violated(nameof(UsageDraft.Customer), ("Customer", key.Customer)));
        }
        else if (found.Count == 0)
        {
            date = draft.Date ?? calendar.DateOf(draft.OccurredAt!.Value, usageTerms.TimeZone);
            if (usageTerms.ClosedThrough >= date)
            {
                found.Add(Closed(draft.Date is null ? nameof(UsageDraft.OccurredAt) : nameof(UsageDraft.Date), usageTerms, date.Value));
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
            OccurredAt = draft.OccurredAt is { } at ? Microseconds.Floor(at) : null,
            Credits = Credits.Of(draft.Credits!.Value),
            Requested = Credits.Of(draft.Credits.Value),
            RecordedAt = Microseconds.Floor(calendar.Now),
        };

    private static Violation Closed(string path, UsageTerms usageTerms, LocalDate date) =>
        UsageRefusal.DateClosed.Violated(path, ("ClosedThrough", usageTerms.ClosedThrough!.Value), ("Date", date));

    private async Task<Dictionary<CustomerId, UsageTerms>> TermsAsync(List<CustomerId> ids, CancellationToken cancellationToken) =>
        (await customers.ListAsync(ids, part => new UsageTermsById(part), cancellationToken).ConfigureAwait(false)).ToDictionary(t => t.Id);
}
