using NodaTime;

namespace Msp.Customers.Usage;

/// <summary>One entry of a customer's usage.</summary>
/// <remarks>
/// An entry never changes, and is deleted only with its customer. Instants have whole microseconds, which every database stores.
/// </remarks>
public sealed record UsageEntry
{
    /// <summary>The customer.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The caller's key, at most 128 UTF-16 code units; unique together with the customer and the kind.</summary>
    public required string Key { get; init; }

    /// <summary>The kind of the entry.</summary>
    public required UsageEntryKind Kind { get; init; }

    /// <summary>The day, in the customer's time zone at the time of the posting.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>The instant that determined the day; null when the caller gave a day.</summary>
    public Instant? OccurredAt { get; init; }

    /// <summary>The number of credits consumed, reversed, reserved or voided.</summary>
    public required Credits Credits { get; init; }

    /// <summary>The number of credits requested: more than <see cref="Credits"/> when the policy granted a part.</summary>
    public required Credits Requested { get; init; }

    /// <summary>The instant at which the entry was created.</summary>
    public required Instant RecordedAt { get; init; }

    /// <summary>The instant at which a reservation ends, exclusive; null for other kinds.</summary>
    public Instant? HeldUntil { get; init; }

    /// <summary>
    /// The number of an authorized entry among those of its customer, from 1, unique within the customer; null for entries without
    /// authorization.
    /// </summary>
    /// <remarks>
    /// An authorization takes the number after the last one read. Of two concurrent authorizations, one is therefore stored and the
    /// other is decided again.
    /// </remarks>
    public long? Sequence { get; init; }

    /// <summary>Whether two entries have the same customer, key and kind, or the same customer and sequence number.</summary>
    /// <param name="entries">The entries of one append.</param>
    /// <returns>True when there are such entries; a store then appends nothing and returns false.</returns>
    public static bool ContainsDuplicates(IReadOnlyCollection<UsageEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return entries.DistinctBy(e => (e.Customer, e.Key, e.Kind)).Count() < entries.Count
            || entries.Where(e => e.Sequence is not null).CountBy(e => (e.Customer, e.Sequence)).Any(c => c.Value > 1);
    }

    internal UsageKey Identity => new(Customer, Key);

    // Whether a draft has the same content: the same amount, dated by the same day or the same instant.
    internal bool Matches(UsageDraft draft, Credits credits) =>
        draft.Credits == credits.Amount
        && (
            OccurredAt is { } at
                ? draft.OccurredAt is { } given && Microseconds.Floor(given) == at && draft.Date is null
                : draft.OccurredAt is null && draft.Date == Date
        );
}
