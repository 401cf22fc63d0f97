using Microsoft.Extensions.Logging;

namespace Msp.Customers.Usage;

/// <summary>Posts, reverses and voids usage that happened.</summary>
/// <remarks>
/// Each posting has a key that the caller chooses. The same key with the same content has the same result, however often it is
/// posted; the same key with other content is refused. Usage is never refused because credits are missing. Posted usage does not
/// change: a correction reverses it and posts it again under another key.
/// </remarks>
/// <example>
/// <code>
/// var receipts = await ledger.PostAsync(
/// [
///     new UsageDraft { Customer = "cust-101", Key = "backup/2026-03-05", Date = new LocalDate(2026, 3, 5), Credits = 30 },
/// ]);
/// Console.WriteLine(receipts[0].IsReplay ? "posted before" : "posted");
/// </code>
/// </example>
public sealed class UsageLedger
{
    /// <summary>The largest number of items of one call: 10,000.</summary>
    public const int MaxBatch = 10_000;

    private readonly IReadRepositoryBase<Customer> customers;
    private readonly IUsageStore store;
    private readonly BusinessCalendar calendar;
    private readonly UsageDraftReader reader;
    private readonly UsageOptions options;
    private readonly UsageTelemetry telemetry;

    internal UsageLedger(
        IReadRepositoryBase<Customer> customers,
        IUsageStore store,
        BusinessCalendar calendar,
        UsageOptions options,
        ILogger<UsageLedger>? logger = null
    )
    {
        ArgumentNullException.ThrowIfNull(customers);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(options);
        this.customers = customers;
        this.store = store;
        this.calendar = calendar;
        this.options = options;
        reader = new UsageDraftReader(customers, store, calendar);
        telemetry = new UsageTelemetry(customers, logger);
    }

    /// <summary>Posts usage of one customer or several, all or nothing.</summary>
    /// <param name="usage">The usage, at most 10,000 items.</param>
    /// <param name="cancellationToken">Cancels the call. Items stored by then stay stored; posting them again is a replay.</param>
    /// <returns>The receipt of each item, in the given order.</returns>
    /// <exception cref="RuleViolationException">
    /// An item is refused; nothing is posted. The exception contains the violations of all items, with paths such as
    /// <c>Usage[2].Credits</c>.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">There are too many items.</exception>
    /// <exception cref="ConcurrencyException">
    /// Other callers stored usage of the same customers during each of 50 attempts; nothing is posted.
    /// </exception>
    public async Task<IReadOnlyList<UsageReceipt>> PostAsync(IReadOnlyList<UsageDraft> usage, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(usage);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(usage.Count, MaxBatch, nameof(usage));
        return await telemetry
            .ReportAsync(
                "post",
                () => usage.OfType<UsageDraft>().Select(d => UsageKey.Of(d)?.Customer),
                () => PostAllAsync(usage, cancellationToken),
                UsageOutcome.Of
            )
            .ConfigureAwait(false);
    }

    /// <summary>Reverses the complete posting under a key, on its own day.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="key">The key of the posting.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The receipt of the reversal.</returns>
    /// <remarks>A second reversal of the same posting has no effect.</remarks>
    /// <exception cref="RuleViolationException">The key is not valid, no usage was posted under it, or its day is closed.</exception>
    /// <exception cref="ConcurrencyException">
    /// Other callers stored usage of the customer during each of 50 attempts; nothing is reversed.
    /// </exception>
    public async Task<UsageReceipt> ReverseAsync(CustomerId customer, string key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(customer);
        ArgumentNullException.ThrowIfNull(key);
        return await telemetry
            .ReportAsync("reverse", () => [customer], () => ReverseUsageAsync(customer, key, cancellationToken), UsageOutcome.Of)
            .ConfigureAwait(false);
    }

    /// <summary>Voids remaining credits of a customer's quotas, for example because they are refunded.</summary>
    /// <param name="credits">The customer, a key, the day and the number of credits to void.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// A receipt with the number of voided credits; <see cref="GetAdjustmentsAsync"/> returns them by quota. A call with the same key and
    /// content returns the same receipt.
    /// </returns>
    /// <remarks>
    /// Credits are voided from several quotas, in consumption order. The receipt has fewer credits than requested when the
    /// limited quotas in force on the day have fewer left: credits that are used, reserved or needed by usage of later days are not
    /// voided. A void is final. Usage that is posted late for the same day or an earlier one takes precedence and reduces the void;
    /// the adjustments of that posting contain the difference.
    /// </remarks>
    /// <exception cref="RuleViolationException">
    /// The draft is not valid, the customer does not exist, the day is closed, or the key was used before for something else.
    /// </exception>
    /// <exception cref="ConcurrencyException">
    /// Other callers stored usage of the customer during each of 50 attempts; nothing is voided.
    /// </exception>
    public async Task<UsageReceipt> VoidAsync(UsageDraft credits, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(credits);
        return await telemetry
            .ReportAsync(
                "void",
                () => [UsageKey.Of(credits)?.Customer],
                () => VoidCreditsAsync(credits, cancellationToken),
                UsageOutcome.Of
            )
            .ConfigureAwait(false);
    }

    /// <summary>Returns how newly stored usage changed balances of earlier days, as they are now.</summary>
    /// <param name="receipts">The receipts of postings, reversals and voids. Receipts of replays are ignored.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// The balance without and with the newly stored items, for each customer whose usage was dated before today in its time zone or before
    /// its last usage, or was reversed or voided. Usage posted in order of day does not change earlier balances and is omitted.
    /// </returns>
    /// <remarks>A posting does not need this call. It computes two balances for each customer.</remarks>
    /// <example>
    /// <code>
    /// foreach (var (customer, adjustment) in await ledger.GetAdjustmentsAsync(receipts))
    /// {
    ///     Console.WriteLine($"{customer}: {string.Join(", ", adjustment.ConsumedDifference)}");
    /// }
    /// </code>
    /// </example>
    public async Task<IReadOnlyDictionary<CustomerId, BalanceAdjustment>> GetAdjustmentsAsync(
        IReadOnlyCollection<UsageReceipt> receipts,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(receipts);
        var adjustments = new Dictionary<CustomerId, BalanceAdjustment>();
        foreach (var added in receipts.Where(r => !r.IsReplay).GroupBy(r => r.Customer))
        {
            if (await CompareAsync(added.Key, [.. added], cancellationToken).ConfigureAwait(false) is { } adjustment)
            {
                adjustments.Add(added.Key, adjustment);
            }
        }

        return adjustments;
    }

    private async Task<IReadOnlyList<UsageReceipt>> PostAllAsync(IReadOnlyList<UsageDraft> usage, CancellationToken cancellationToken)
    {
        var batch = await Attempts
            .RunAsync(
                async () =>
                {
                    var batch = await reader.ReadAsync(usage, cancellationToken).ConfigureAwait(false);
                    return batch.NewEntries.Count == 0 || await store.AppendAsync(batch.NewEntries, cancellationToken).ConfigureAwait(false)
                        ? batch
                        : Attempt<UsageBatch>.Conflict;
                },
                cancellationToken
            )
            .ConfigureAwait(false);
        return batch.Receipts;
    }

    private async Task<UsageReceipt> ReverseUsageAsync(CustomerId customer, string key, CancellationToken cancellationToken)
    {
        var (reversal, isReplay) = await Attempts
            .RunAsync(() => TryReverseAsync(customer, key, cancellationToken), cancellationToken)
            .ConfigureAwait(false);
        return UsageReceipt.Of(reversal, isReplay);
    }

    private async Task<Attempt<(UsageEntry Reversal, bool IsReplay)>> TryReverseAsync(
        CustomerId customer,
        string key,
        CancellationToken cancellationToken
    )
    {
        var usageKey = UsageDraftReader.KeyOf(customer, key);
        var found = await store.FindAsync([usageKey], cancellationToken).ConfigureAwait(false);
        if (found.FirstOrDefault(e => e.Kind == UsageEntryKind.Reversal) is { } reversed)
        {
            return (reversed, true);
        }

        var posted =
            found.FirstOrDefault(e => e.Kind == UsageEntryKind.Usage)
            ?? throw new RuleViolationException(
                (found.Any(e => e.Kind == UsageEntryKind.Void) ? UsageRefusal.KeyConflict : UsageRefusal.KeyNotFound).Violated(
                    nameof(UsageEntry.Key),
                    ("Key", usageKey.Key)
                )
            );
        await reader.DemandOpenAsync(posted, cancellationToken).ConfigureAwait(false);
        var reversal = posted with
        {
            Kind = UsageEntryKind.Reversal,
            RecordedAt = Microseconds.Floor(calendar.Now),
            Sequence = null,
            HeldUntil = null,
        };
        return await store.AppendAsync([reversal], cancellationToken).ConfigureAwait(false)
            ? (reversal, false)
            : Attempt<(UsageEntry, bool)>.Conflict;
    }

    // Returns the balances without and with the items, or null when no usage was posted late: usage dated today or later, and after all
    // other usage, does not change a reported balance.
    private async Task<BalanceAdjustment?> CompareAsync(
        CustomerId id,
        IReadOnlyList<UsageReceipt> receipts,
        CancellationToken cancellationToken
    )
    {
        var usage = await store.ReadAsync(id, cancellationToken).ConfigureAwait(false);
        var (days, without) = (usage.Days, usage.DaysWithout(receipts));
        var isCorrection = receipts.Any(r => r.Kind != UsageEntryKind.Usage);
        var first = receipts.Min(r => r.Date);
        var last = receipts.Select(r => r.Date).Concat(days.Select(d => d.Date)).Max();
        return
            await customers.GetByIdAsync(id, cancellationToken).ConfigureAwait(false) is { } customer
            && (isCorrection || first < calendar.Today(customer.TimeZone) || without.Any(d => d.Date > first))
            ? new BalanceAdjustment(
                Balance.On(last, customer.Quotas, without.AsSpan(), options.Consumption),
                Balance.On(last, customer.Quotas, days.AsSpan(), options.Consumption)
            )
            : null;
    }

    private async Task<UsageReceipt> VoidCreditsAsync(UsageDraft credits, CancellationToken cancellationToken)
    {
        var (voided, isReplay) = await Attempts
            .RunAsync(() => TryVoidAsync(credits, cancellationToken), cancellationToken)
            .ConfigureAwait(false);
        return UsageReceipt.Of(voided, isReplay);
    }

    private async Task<Attempt<(UsageEntry Voided, bool IsReplay)>> TryVoidAsync(UsageDraft credits, CancellationToken cancellationToken)
    {
        if (
            UsageKey.Of(credits) is { } key
            && await store.FindAsync([key], cancellationToken).ConfigureAwait(false) is { Count: > 0 } found
        )
        {
            return found.FirstOrDefault(e => e.Kind == UsageEntryKind.Void) is { } before && before.Matches(credits, before.Requested)
                ? (before, true)
                : throw new RuleViolationException(UsageRefusal.KeyConflict.Violated(nameof(UsageDraft.Key), ("Key", key.Key)));
        }

        var entry = await reader.ReadNewAsync(credits, cancellationToken).ConfigureAwait(false);
        var usage = await store.ReadAsync(entry.Customer, cancellationToken).ConfigureAwait(false);
        var customer =
            await customers.GetByIdAsync(entry.Customer, cancellationToken).ConfigureAwait(false)
            ?? throw new RuleViolationException(
                UsageRefusal.CustomerNotFound.Violated(nameof(UsageDraft.Customer), ("Customer", entry.Customer))
            );
        var voided = entry with
        {
            Kind = UsageEntryKind.Void,
            Credits = Authorization.Voidable(
                entry.Date,
                entry.Requested,
                customer.Quotas,
                usage.WithHeld(calendar.Now),
                options.Consumption
            ),
            Sequence = usage.LastSequence + 1,
        };
        return await store.AppendAsync([voided], cancellationToken).ConfigureAwait(false)
            ? (voided, false)
            : Attempt<(UsageEntry, bool)>.Conflict;
    }
}
