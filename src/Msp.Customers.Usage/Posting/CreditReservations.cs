using Microsoft.Extensions.Logging;
using Msp.Customers.Rules;
using NodaTime;

namespace Msp.Customers.Usage;

/// <summary>
/// Authorizes usage to come: asks, holds credits under a key of the caller's, and commits or releases them. What others hold counts as used. Of many callers that ask for the
/// last credits at once, as many are granted some as there are credits. A refusal leaves no trace, and its key stays free.
/// </summary>
public sealed class CreditReservations
{
    /// <summary>The longest time for which credits are held: 366 days.</summary>
    public static Duration MaxHold { get; } = Duration.FromDays(366);

    private readonly IUsageStore store;
    private readonly BusinessCalendar calendar;
    private readonly UsageReading reading;
    private readonly CreditDecisions decisions;
    private readonly UsageTelemetry telemetry;

    internal CreditReservations(
        IReadRepositoryBase<Customer> customers,
        IUsageStore store,
        BusinessCalendar calendar,
        CustomerTerms terms,
        UsageOptions options,
        ILogger<CreditReservations>? logger = null
    )
    {
        ArgumentNullException.ThrowIfNull(customers);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(options);
        this.store = store;
        this.calendar = calendar;
        reading = new UsageReading(customers, store, calendar);
        decisions = new CreditDecisions(customers, terms, options);
        telemetry = new UsageTelemetry(customers, logger);
    }

    /// <summary>Asks whether credits may be used on a day. Nothing is held.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="date">The day; a <see cref="SupportedDates">supported</see> date.</param>
    /// <param name="credits">How many.</param>
    /// <param name="cancellationToken">Ends the asking early.</param>
    /// <returns>The decision, as it would be now. Whether the day is settled is not part of it: that refuses the usage itself.</returns>
    /// <exception cref="RuleViolationException">There is no such customer.</exception>
    public async Task<Authorization> AuthorizeAsync(
        CustomerId customer,
        LocalDate date,
        Credits credits,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(customer);
        var usage = await store.ReadAsync(customer, cancellationToken).ConfigureAwait(false);
        return await decisions.DecideAsync(customer, date, credits, usage.WithHeld(calendar.Now), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Authorizes usage and posts what is granted, in one step.</summary>
    /// <param name="usage">The usage; the credits are those asked for.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>The decision; with the same key and content, the same again.</returns>
    /// <exception cref="RuleViolationException">The usage is wrong, its day is settled, or the key was used before with other content.</exception>
    /// <exception cref="ConcurrencyException">Others stored usage of the customer during each of 50 attempts; nothing is stored.</exception>
    public Task<Authorization> ConsumeAsync(UsageDraft usage, CancellationToken cancellationToken = default) =>
        TakeAsync("consume", usage, null, cancellationToken);

    /// <summary>Authorizes usage to come and holds what is granted, until it is committed, released or timed out.</summary>
    /// <param name="usage">The usage expected; the credits are those asked for.</param>
    /// <param name="hold">For how long; more than zero, at most <see cref="MaxHold"/>. At its end, and after it, nothing is held.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>The decision; with the same key and content, the same again, whatever became of the reservation.</returns>
    /// <exception cref="RuleViolationException">The usage is wrong, its day is settled, or the key was used before with other content.</exception>
    /// <exception cref="ConcurrencyException">Others stored usage of the customer during each of 50 attempts; nothing is stored.</exception>
    public Task<Authorization> ReserveAsync(UsageDraft usage, Duration hold, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(usage);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(hold, Duration.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hold, MaxHold);
        return TakeAsync("reserve", usage, hold, cancellationToken);
    }

    /// <summary>Posts what was used of a reservation, under its key and on its day; what was not used is held no longer.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="key">The reservation's key.</param>
    /// <param name="credits">How many of the credits were used; all of them when omitted.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>A receipt; committing the same again is a replay.</returns>
    /// <exception cref="RuleViolationException">There is no such reservation, it was released or timed out, other credits were committed, they are more than were reserved, or the day is settled.</exception>
    /// <exception cref="ConcurrencyException">Others stored usage of the customer during each of 50 attempts; nothing is stored.</exception>
    public async Task<UsageReceipt> CommitAsync(
        CustomerId customer,
        string key,
        decimal? credits = null,
        CancellationToken cancellationToken = default
    ) => (await EndAsync("commit", customer, key, credits, isRelease: false, cancellationToken).ConfigureAwait(false))!;

    /// <summary>Gives reserved credits back: it is the same as committing none of them, on a settled day too. Releasing what was released or has timed out changes nothing.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="key">The reservation's key.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>A task that ends when nothing is held any more.</returns>
    /// <exception cref="RuleViolationException">There is no such reservation, or it was committed.</exception>
    /// <exception cref="ConcurrencyException">Others stored usage of the customer during each of 50 attempts; nothing is stored.</exception>
    public Task ReleaseAsync(CustomerId customer, string key, CancellationToken cancellationToken = default) =>
        EndAsync("release", customer, key, 0, isRelease: true, cancellationToken);

    private async Task<UsageReceipt?> EndAsync(
        string action,
        CustomerId customer,
        string key,
        decimal? credits,
        bool isRelease,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(customer);
        ArgumentNullException.ThrowIfNull(key);
        return await telemetry
            .ReportAsync(
                action,
                () => [customer],
                () => EndAsync(UsageReading.KeyOf(customer, key), credits, isRelease, cancellationToken),
                UsageOutcome.Of
            )
            .ConfigureAwait(false);
    }

    private async Task<Authorization> TakeAsync(string action, UsageDraft usage, Duration? hold, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(usage);
        return await telemetry
            .ReportAsync(action, () => [UsageKey.Of(usage)?.Customer], () => TakeAsync(usage, hold, cancellationToken), UsageOutcome.Of)
            .ConfigureAwait(false);
    }

    private Task<UsageReceipt?> EndAsync(UsageKey key, decimal? credits, bool isRelease, CancellationToken cancellationToken) =>
        Attempts.RunAsync(() => TryEndAsync(key, credits, isRelease, cancellationToken), cancellationToken);

    // The receipt is null for a release that comes after the time.
    private async Task<Attempt<UsageReceipt?>> TryEndAsync(
        UsageKey key,
        decimal? credits,
        bool isRelease,
        CancellationToken cancellationToken
    )
    {
        var found = await store.FindAsync([key], cancellationToken).ConfigureAwait(false);
        var reserved =
            found.FirstOrDefault(e => e.Kind == UsageEntryKind.Reservation)
            ?? throw Refused(UsageRefusal.ReservationUnknown, ("Key", key.Key));
        var used = credits ?? reserved.Credits.Amount;
        if (found.FirstOrDefault(e => e.Kind == UsageEntryKind.Usage) is { } ended)
        {
            return ended.Credits.Amount == used ? UsageReceipt.Of(ended, isReplay: true)
                : ended.Credits > Credits.Zero ? throw Refused(UsageRefusal.KeyConflict, ("Key", key.Key))
                : ended.RecordedAt < reserved.HeldUntil ? throw Refused(UsageRefusal.ReservationReleased, ("Key", key.Key))
                : throw TimedOut(reserved);
        }

        RuleViolationException.ThrowIfAnyError(
            new UsageDraft
            {
                Customer = key.Customer.Value,
                Key = key.Key,
                Date = reserved.Date,
                Credits = used,
            }.Check()
        );
        if (used > reserved.Credits.Amount)
        {
            throw Refused(UsageRefusal.ReservationExceeded, ("Credits", used), ("Reserved", reserved.Credits));
        }

        var usage = await store.ReadAsync(key.Customer, cancellationToken).ConfigureAwait(false);
        var now = Microseconds.Floor(calendar.Now);
        if (now >= reserved.HeldUntil)
        {
            return isRelease ? Attempt<UsageReceipt?>.Done(null) : throw TimedOut(reserved);
        }

        if (used > 0)
        {
            await reading.DemandOpenAsync(reserved, cancellationToken).ConfigureAwait(false);
        }

        var entry = Ended(reserved, used, now) with { Sequence = usage.LastSequence + 1 };
        return await store.AppendAsync([entry], cancellationToken).ConfigureAwait(false)
            ? UsageReceipt.Of(entry, isReplay: false)
            : Attempt<UsageReceipt?>.Lost;
    }

    private Task<Authorization> TakeAsync(UsageDraft usage, Duration? hold, CancellationToken cancellationToken) =>
        Attempts.RunAsync(() => TryTakeAsync(usage, hold, cancellationToken), cancellationToken);

    private async Task<Attempt<Authorization>> TryTakeAsync(UsageDraft usage, Duration? hold, CancellationToken cancellationToken)
    {
        if (await ReplayAsync(usage, hold is not null, cancellationToken).ConfigureAwait(false) is { } replay)
        {
            return replay;
        }

        var asked = await reading.ReadNewAsync(usage, cancellationToken).ConfigureAwait(false);
        var soFar = await store.ReadAsync(asked.Customer, cancellationToken).ConfigureAwait(false);
        var now = Microseconds.Floor(calendar.Now);
        var decision = await decisions
            .DecideAsync(asked.Customer, asked.Date, asked.Requested, soFar.WithHeld(now), cancellationToken)
            .ConfigureAwait(false);
        if (!decision.IsGranted)
        {
            return decision;
        }

        var entry = asked with
        {
            Kind = hold is null ? UsageEntryKind.Usage : UsageEntryKind.Reservation,
            Credits = decision.Granted,
            HeldUntil = hold is { } time ? now + time : null,
            Sequence = soFar.LastSequence + 1,
        };

        // Clocks differ from one process to the next: credits of a reservation that timed out by this clock are granted to another only if it ends at the same time,
        // so that its own process can no longer commit it.
        List<UsageEntry> entries = [.. soFar.TimedOut(now).Select(reserved => Ended(reserved, 0, now)), entry];
        return await store.AppendAsync(entries, cancellationToken).ConfigureAwait(false)
            ? decision with
            {
                HeldUntil = entry.HeldUntil,
            }
            : Attempt<Authorization>.Lost;
    }

    private async Task<Authorization?> ReplayAsync(UsageDraft usage, bool reserves, CancellationToken cancellationToken)
    {
        if (
            UsageKey.Of(usage) is not { } key
            || await store.FindAsync([key], cancellationToken).ConfigureAwait(false) is not { Count: > 0 } found
        )
        {
            return null;
        }

        var reserved = found.FirstOrDefault(e => e.Kind == UsageEntryKind.Reservation);
        var same =
            reserves ? reserved
            : reserved is null ? found.FirstOrDefault(e => e.Kind == UsageEntryKind.Usage)
            : null;
        return same?.Tells(usage, same.Requested) == true
            ? new Authorization(same.Date, same.Requested, same.Credits, null) { HeldUntil = same.HeldUntil, IsReplay = true }
            : throw Refused(UsageRefusal.KeyConflict, ("Key", key.Key));
    }

    private static UsageEntry Ended(UsageEntry reserved, decimal used, Instant now) =>
        reserved with
        {
            Kind = UsageEntryKind.Usage,
            Credits = Credits.Of(used),
            Requested = Credits.Of(used),
            RecordedAt = now,
            HeldUntil = null,
            Sequence = null,
        };

    private static RuleViolationException TimedOut(UsageEntry reserved) =>
        Refused(UsageRefusal.ReservationTimedOut, ("Key", reserved.Key), ("HeldUntil", reserved.HeldUntil!.Value));

    private static RuleViolationException Refused(RuleDescriptor refusal, params ReadOnlySpan<(string Name, object Value)> values) =>
        new(refusal.Violated(values[0].Name, values));
}
