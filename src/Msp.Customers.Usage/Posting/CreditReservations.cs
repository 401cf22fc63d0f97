using Microsoft.Extensions.Logging;
using Msp.Customers.Rules;
using NodaTime;

namespace Msp.Customers.Usage;

/// <summary>Authorizes future usage: decides, reserves credits under a key that the caller chooses, and commits or releases them.</summary>
/// <remarks>
/// Reserved credits count as used for other callers. Together, concurrent callers are granted no more than the quotas and the
/// overage policy allow. A refusal stores nothing, and its key can be used again.
/// </remarks>
/// <example>
/// <code>
/// var usage = new UsageDraft { Customer = "cust-101", Key = "restore/4711", Date = today, Credits = 20 };
/// var decision = await reservations.ReserveAsync(usage, Duration.FromMinutes(30));
/// if (decision.IsGranted)
/// {
///     // ... run the restore, which uses 12 credits
///     await reservations.CommitAsync(customer.Id, "restore/4711", credits: 12);
/// }
/// </code>
/// </example>
public sealed class CreditReservations
{
    /// <summary>The longest duration of a reservation: 366 days.</summary>
    public static Duration MaxHold { get; } = Duration.FromDays(366);

    private readonly IUsageStore store;
    private readonly BusinessCalendar calendar;
    private readonly UsageDraftReader reader;
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
        this.store = store;
        this.calendar = calendar;
        reader = new UsageDraftReader(customers, store, calendar);
        decisions = new CreditDecisions(customers, terms, options);
        telemetry = new UsageTelemetry(customers, logger);
    }

    /// <summary>Decides whether credits may be used on a day, without reserving them.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="date">The day, a <see cref="SupportedDates">supported</see> date.</param>
    /// <param name="credits">The number of credits.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// The current decision. It does not consider whether the usage of the day is closed; posting to a closed day is refused.
    /// </returns>
    /// <exception cref="RuleViolationException">The customer does not exist.</exception>
    public async Task<Authorization> CheckAsync(
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

    /// <summary>Authorizes usage and posts the granted credits, in one step.</summary>
    /// <param name="usage">The usage, with the credits requested.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The decision. A call with the same key and content returns the same decision.</returns>
    /// <exception cref="RuleViolationException">
    /// The usage is not valid, its day is closed, or the key was used before with other content.
    /// </exception>
    /// <exception cref="ConcurrencyException">
    /// Other callers stored usage of the customer during each of 50 attempts; nothing is stored.
    /// </exception>
    public Task<Authorization> ConsumeAsync(UsageDraft usage, CancellationToken cancellationToken = default) =>
        GrantAsync("consume", usage, null, cancellationToken);

    /// <summary>
    /// Authorizes future usage and reserves the granted credits until they are committed, released or the reservation times out.
    /// </summary>
    /// <param name="usage">The expected usage, with the credits requested.</param>
    /// <param name="hold">
    /// The duration of the reservation: more than zero, at most <see cref="MaxHold"/>. At its end, the credits are no longer
    /// reserved.
    /// </param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The decision. A call with the same key and content returns the same decision, also after the reservation ended.</returns>
    /// <exception cref="RuleViolationException">
    /// The usage is not valid, its day is closed, or the key was used before with other content.
    /// </exception>
    /// <exception cref="ConcurrencyException">
    /// Other callers stored usage of the customer during each of 50 attempts; nothing is stored.
    /// </exception>
    public Task<Authorization> ReserveAsync(UsageDraft usage, Duration hold, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(usage);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(hold, Duration.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hold, MaxHold);
        return GrantAsync("reserve", usage, hold, cancellationToken);
    }

    /// <summary>Posts the used credits of a reservation, under its key and on its day. The unused credits are no longer reserved.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="key">The reservation's key.</param>
    /// <param name="credits">The number of credits used; null, the default, for all reserved credits.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A receipt. A call with the same arguments is a replay.</returns>
    /// <exception cref="RuleViolationException">
    /// The reservation does not exist, was released, timed out or was committed with other credits, the credits exceed those
    /// reserved, or the day is closed.
    /// </exception>
    /// <exception cref="ConcurrencyException">
    /// Other callers stored usage of the customer during each of 50 attempts; nothing is stored.
    /// </exception>
    public async Task<UsageReceipt> CommitAsync(
        CustomerId customer,
        string key,
        decimal? credits = null,
        CancellationToken cancellationToken = default
    ) => (await EndAsync("commit", customer, key, credits, isRelease: false, cancellationToken).ConfigureAwait(false))!;

    /// <summary>Releases reserved credits.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="key">The reservation's key.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that completes when the credits are no longer reserved.</returns>
    /// <remarks>
    /// A release equals a commit of zero credits, and is possible on a closed day. Releasing a reservation that was released or has
    /// timed out has no effect.
    /// </remarks>
    /// <exception cref="RuleViolationException">The reservation does not exist, or it was committed.</exception>
    /// <exception cref="ConcurrencyException">
    /// Other callers stored usage of the customer during each of 50 attempts; nothing is stored.
    /// </exception>
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
                () => EndAsync(UsageDraftReader.KeyOf(customer, key), credits, isRelease, cancellationToken),
                UsageOutcome.Of
            )
            .ConfigureAwait(false);
    }

    private async Task<Authorization> GrantAsync(string action, UsageDraft usage, Duration? hold, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(usage);
        return await telemetry
            .ReportAsync(action, () => [UsageKey.Of(usage)?.Customer], () => GrantAsync(usage, hold, cancellationToken), UsageOutcome.Of)
            .ConfigureAwait(false);
    }

    private Task<UsageReceipt?> EndAsync(UsageKey key, decimal? credits, bool isRelease, CancellationToken cancellationToken) =>
        Attempts.RunAsync(() => TryEndAsync(key, credits, isRelease, cancellationToken), cancellationToken);

    // The receipt is null for a release after the reservation timed out.
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
            ?? throw Refused(UsageRefusal.ReservationNotFound, ("Key", key.Key));
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
            await reader.DemandOpenAsync(reserved, cancellationToken).ConfigureAwait(false);
        }

        var entry = Ended(reserved, used, now) with { Sequence = usage.LastSequence + 1 };
        return await store.AppendAsync([entry], cancellationToken).ConfigureAwait(false)
            ? UsageReceipt.Of(entry, isReplay: false)
            : Attempt<UsageReceipt?>.Conflict;
    }

    private Task<Authorization> GrantAsync(UsageDraft usage, Duration? hold, CancellationToken cancellationToken) =>
        Attempts.RunAsync(() => TryGrantAsync(usage, hold, cancellationToken), cancellationToken);

    private async Task<Attempt<Authorization>> TryGrantAsync(UsageDraft usage, Duration? hold, CancellationToken cancellationToken)
    {
        if (await ReplayAsync(usage, hold is not null, cancellationToken).ConfigureAwait(false) is { } replay)
        {
            return replay;
        }

        var requested = await reader.ReadNewAsync(usage, cancellationToken).ConfigureAwait(false);
        var stored = await store.ReadAsync(requested.Customer, cancellationToken).ConfigureAwait(false);
        var now = Microseconds.Floor(calendar.Now);
        var decision = await decisions
            .DecideAsync(requested.Customer, requested.Date, requested.Requested, stored.WithHeld(now), cancellationToken)
            .ConfigureAwait(false);
        if (!decision.IsGranted)
        {
            return decision;
        }

        var entry = requested with
        {
            Kind = hold is null ? UsageEntryKind.Usage : UsageEntryKind.Reservation,
            Credits = decision.Granted,
            HeldUntil = hold is { } time ? now + time : null,
            Sequence = stored.LastSequence + 1,
        };

        // The clocks of processes differ. The credits of a reservation that timed out are granted only together with an entry that ends it.
        List<UsageEntry> entries = [.. stored.TimedOut(now).Select(reserved => Ended(reserved, 0, now)), entry];
        var granted = decision with { HeldUntil = entry.HeldUntil };
        return await store.AppendAsync(entries, cancellationToken).ConfigureAwait(false) ? granted : Attempt<Authorization>.Conflict;
    }

    private async Task<Authorization?> ReplayAsync(UsageDraft usage, bool isReservation, CancellationToken cancellationToken)
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
            isReservation ? reserved
            : reserved is null ? found.FirstOrDefault(e => e.Kind == UsageEntryKind.Usage)
            : null;
        return same?.Matches(usage, same.Requested) == true
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
