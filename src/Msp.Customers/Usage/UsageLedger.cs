using Microsoft.Extensions.Logging;
using Msp.Customers.Calendars;
using Msp.Customers.Consumption;
using Msp.Customers.Rules;
using NodaTime;

namespace Msp.Customers.Usage;

/// <summary>
/// Posts usage that happened. Each posting has a key of the caller's: the same key with the same content is the same result, however often it is told, and with other
/// content a conflict. Facts are never refused for want of credits. Nothing posted is changed: a correction takes it back and posts anew under another key.
/// </summary>
public sealed class UsageLedger
{
    /// <summary>The most items of one call: 10,000.</summary>
    public const int MaxBatch = 10_000;

    private readonly IReadRepositoryBase<Customer> customers;
    private readonly IUsageStore store;
    private readonly BusinessCalendar calendar;
    private readonly UsageReading reading;
    private readonly CreditOptions options;
    private readonly UsageTelemetry telemetry;

    /// <summary>Makes a ledger.</summary>
    /// <param name="customers">The customers.</param>
    /// <param name="store">The host's storage of usage.</param>
    /// <param name="calendar">Where "now" and the zones come from.</param>
    /// <param name="options">How usage is paid.</param>
    /// <param name="logger">Is told what is posted and what is refused; null for no one.</param>
    public UsageLedger(
        IReadRepositoryBase<Customer> customers,
        IUsageStore store,
        BusinessCalendar calendar,
        CreditOptions options,
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
        reading = new UsageReading(customers, store, calendar);
        telemetry = new UsageTelemetry(customers, logger);
    }

    /// <summary>Posts usage of one customer or several, all or nothing.</summary>
    /// <param name="usage">The usage, at most 10,000 items.</param>
    /// <param name="tellMoves">Whether it is found out what usage that came late moved; true by default. A feed of many customers at once is faster without.</param>
    /// <param name="cancellationToken">Ends the posting early. What is stored by then stays: told again it is a replay, and what it moved is not found out.</param>
    /// <returns>A receipt for each item, and what was moved.</returns>
    /// <exception cref="RuleViolationException">An item is refused; nothing is posted, and all violations of all items are told, with paths such as <c>Usage[2].Credits</c>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are too many items.</exception>
    public async Task<Posting> PostAsync(
        IReadOnlyList<UsageDraft> usage,
        bool tellMoves = true,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(usage);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(usage.Count, MaxBatch, nameof(usage));
        return await telemetry
            .TellAsync(
                "post",
                () => usage.OfType<UsageDraft>().Select(d => UsageKey.Of(d)?.Customer),
                () => PostAllAsync(usage, tellMoves, cancellationToken),
                UsageOutcome.Of
            )
            .ConfigureAwait(false);
    }

    /// <summary>Takes back what was posted under a key, whole and on its own day. Taking it back again changes nothing.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="key">The key of the posting.</param>
    /// <param name="cancellationToken">Ends the reversal early.</param>
    /// <returns>A receipt, and what was moved.</returns>
    /// <exception cref="RuleViolationException">The text is no key, nothing was posted under it, or its day is settled.</exception>
    public async Task<Posting> ReverseAsync(CustomerId customer, string key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(customer);
        ArgumentNullException.ThrowIfNull(key);
        return await telemetry
            .TellAsync("reverse", () => [customer], () => TakeBackAsync(customer, key, cancellationToken), UsageOutcome.Of)
            .ConfigureAwait(false);
    }

    private async Task<Posting> PostAllAsync(IReadOnlyList<UsageDraft> usage, bool tellMoves, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await reading.ReadAsync(usage, cancellationToken).ConfigureAwait(false);
            if (read.Fresh.Count == 0 || await store.AppendAsync(read.Fresh, cancellationToken).ConfigureAwait(false))
            {
                var moves = new Dictionary<CustomerId, BalanceMove>();
                foreach (var posted in tellMoves ? read.Fresh.GroupBy(e => e.Customer) : [])
                {
                    if (await MovedAsync(posted.Key, [.. posted], isReversal: false, cancellationToken).ConfigureAwait(false) is { } move)
                    {
                        moves.Add(posted.Key, move);
                    }
                }

                return new Posting(read.Receipts, moves);
            }
        }
    }

    private async Task<Posting> TakeBackAsync(CustomerId customer, string key, CancellationToken cancellationToken)
    {
        var asked = UsageReading.KeyOf(customer, key);
        var found = await store.FindAsync([asked], cancellationToken).ConfigureAwait(false);
        if (found.FirstOrDefault(e => e.Kind == UsageEntryKind.Reversal) is { } reversed)
        {
            return new Posting([UsageReceipt.Of(reversed, isReplay: true)], new Dictionary<CustomerId, BalanceMove>());
        }

        var posted =
            found.FirstOrDefault(e => e.Kind == UsageEntryKind.Usage)
            ?? throw new RuleViolationException(UsageRefusal.KeyUnknown.Violated(nameof(UsageEntry.Key), ("Key", asked.Key)));
        await reading.DemandOpenAsync(posted, cancellationToken).ConfigureAwait(false);
        var reversal = posted with
        {
            Kind = UsageEntryKind.Reversal,
            RecordedAt = Microseconds.Floor(calendar.Now),
            Sequence = null,
            HeldUntil = null,
        };
        if (!await store.AppendAsync([reversal], cancellationToken).ConfigureAwait(false))
        {
            return await TakeBackAsync(customer, key, cancellationToken).ConfigureAwait(false);
        }

        var moves = new Dictionary<CustomerId, BalanceMove>();
        if (await MovedAsync(customer, [reversal], isReversal: true, cancellationToken).ConfigureAwait(false) is { } move)
        {
            moves.Add(customer, move);
        }

        return new Posting([UsageReceipt.Of(reversal, isReplay: false)], moves);
    }

    // Null where nothing came late: what is dated today or later, and after all other usage, moves nothing that was told.
    private async Task<BalanceMove?> MovedAsync(
        CustomerId id,
        IReadOnlyList<UsageEntry> entries,
        bool isReversal,
        CancellationToken cancellationToken
    )
    {
        var days = (await store.ReadAsync(id, calendar.Now, cancellationToken).ConfigureAwait(false)).Days;
        var changed = entries
            .GroupBy(e => e.Date)
            .ToDictionary(g => g.Key, g => g.Aggregate(Int128.Zero, (sum, e) => sum + e.Credits.Micros));
        var (first, last) = (changed.Keys.Min(), changed.Keys.Append(days.Length > 0 ? days[^1].Date : LocalDate.MinIsoValue).Max());
        var without = isReversal ? days.AddRange(entries.Select(e => new DailyUsage(e.Date, e.Credits))) : DailySums.Without(days, changed);
        return
            await customers.GetByIdAsync(id, cancellationToken).ConfigureAwait(false) is { } customer
            && (isReversal || first < calendar.Today(customer.TimeZone) || without.Any(d => d.Date > first))
            ? new BalanceMove(
                Balance.On(last, customer.Quotas, without.AsSpan(), options.Consumption),
                Balance.On(last, customer.Quotas, days.AsSpan(), options.Consumption)
            )
            : null;
    }
}
