using NodaTime;

namespace Msp.Customers.Usage;

/// <summary>One entry of a customer's usage. Nothing that was appended is ever changed or deleted. Instants are of whole microseconds, which every database keeps.</summary>
public sealed record UsageEntry
{
    /// <summary>The customer.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The caller's key, at most 128 UTF-16 code units; with the customer and the kind it is unique.</summary>
    public required string Key { get; init; }

    /// <summary>What the entry says.</summary>
    public required UsageEntryKind Kind { get; init; }

    /// <summary>The day, in the customer's zone when the entry was made.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>The instant that became the day; null when the day itself was told.</summary>
    public Instant? At { get; init; }

    /// <summary>How many credits: consumed, taken back or held.</summary>
    public required Credits Credits { get; init; }

    /// <summary>How many were asked for: more than <see cref="Credits"/> where a policy granted a part.</summary>
    public required Credits Requested { get; init; }

    /// <summary>When the entry was made.</summary>
    public required Instant RecordedAt { get; init; }

    /// <summary>Until when a reservation holds its credits, that instant excluded; null for other kinds.</summary>
    public Instant? HeldUntil { get; init; }

    /// <summary>
    /// The sequence number of an entry that was authorized among those of its customer, from 1; unique within the customer. Whoever authorizes takes the one after the last
    /// that was read, so that of two who decide at once only one is stored and the other decides anew. Null for entries that nobody had to authorize.
    /// </summary>
    public long? Sequence { get; init; }

    /// <summary>Whether two of some entries have the same customer, key and kind, or the same customer and sequence number. A store appends none of them, and tells so with false.</summary>
    /// <param name="entries">The entries that are to be appended at once.</param>
    /// <returns>Whether it is so.</returns>
    public static bool ContainsDuplicates(IReadOnlyCollection<UsageEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return entries.DistinctBy(e => (e.Customer, e.Key, e.Kind)).Count() < entries.Count
            || entries.Where(e => e.Sequence is not null).CountBy(e => (e.Customer, e.Sequence)).Any(c => c.Value > 1);
    }

    internal UsageKey Identity => new(Customer, Key);

    // What the caller told is the same as before: the same amount, dated by the same day or the same instant.
    internal bool Tells(UsageDraft draft, Credits credits) =>
        draft.Credits == credits.Amount
        && (
            At is { } at
                ? draft.At is { } told && Microseconds.Floor(told) == at && draft.Date is null
                : draft.At is null && draft.Date == Date
        );
}
