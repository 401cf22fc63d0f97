using NodaTime;

namespace Msp.Customers.Usage;

/// <summary>Reads balances, statements, forecasts and alerts of a customer, derived from its quotas and its posted usage.</summary>
/// <remarks>Reservations do not count. Each result is computed again on each call, and is null when the customer does not exist.</remarks>
/// <example>
/// <code>
/// var balance = await credits.BalanceAsync(customer.Id);
/// Console.WriteLine($"{balance?.Totals.Remaining} credits left, {balance?.Overage} credits of overage");
///
/// var march = new EffectivePeriod(new LocalDate(2026, 3, 1), new LocalDate(2026, 3, 31));
/// var statement = await credits.StatementAsync(customer.Id, march);
/// </code>
/// </example>
public sealed class CustomerCredits
{
    private readonly IReadRepositoryBase<Customer> customers;
    private readonly IUsageStore store;
    private readonly BusinessCalendar calendar;
    private readonly CustomerTerms terms;
    private readonly UsageOptions options;

    internal CustomerCredits(
        IReadRepositoryBase<Customer> customers,
        IUsageStore store,
        BusinessCalendar calendar,
        CustomerTerms terms,
        UsageOptions options
    )
    {
        ArgumentNullException.ThrowIfNull(customers);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(options);
        this.customers = customers;
        this.store = store;
        this.calendar = calendar;
        this.terms = terms;
        this.options = options;
    }

    /// <summary>Returns the balance on a day.</summary>
    /// <param name="id">The customer's id.</param>
    /// <param name="date">The day; null, the default, for today in the customer's time zone.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The balance at the end of the day, or null when the customer does not exist.</returns>
    public Task<Balance?> BalanceAsync(CustomerId id, LocalDate? date = null, CancellationToken cancellationToken = default) =>
        CalculateAsync(
            id,
            (customer, usage) =>
                Balance.On(date ?? calendar.Today(customer.TimeZone), customer.Quotas, usage.Days.AsSpan(), options.Consumption),
            cancellationToken
        );

    /// <summary>Returns the statement of a period.</summary>
    /// <param name="id">The customer's id.</param>
    /// <param name="period">The period; it must have an end date.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The statement, or null when the customer does not exist.</returns>
    /// <exception cref="ArgumentException">The period has no end date.</exception>
    public Task<Statement?> StatementAsync(CustomerId id, EffectivePeriod period, CancellationToken cancellationToken = default) =>
        CalculateAsync(
            id,
            (customer, usage) => Statement.For(period, customer.Quotas, usage.Days.AsSpan(), options.Consumption),
            cancellationToken
        );

    /// <summary>Returns the forecast from today in the customer's time zone.</summary>
    /// <param name="id">The customer's id.</param>
    /// <param name="days">The number of days of the forecast, 1 to <see cref="Forecast.MaxDays"/>.</param>
    /// <param name="windowDays">The number of days, up to and including today, that determine the rate; 30 by default.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The forecast, or null when the customer does not exist.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number of days is out of range.</exception>
    public Task<Forecast?> ForecastAsync(CustomerId id, int days, int windowDays = 30, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, Forecast.MaxDays);
        return CalculateAsync(
            id,
            (customer, usage) =>
            {
                var today = calendar.Today(customer.TimeZone);
                return Forecast.Of(
                    today,
                    today.PlusDays(days),
                    windowDays,
                    customer.Quotas,
                    usage.Days.AsSpan(),
                    options.Consumption,
                    customer.CreditsGrantedThrough(terms)
                );
            },
            cancellationToken
        );
    }

    /// <summary>Returns the alerts of the days after a day, through today in the customer's time zone.</summary>
    /// <param name="id">The customer's id.</param>
    /// <param name="since">The last day whose usage was complete at the previous call; not after today.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The alerts according to the usage posted until now, or null when the customer does not exist.</returns>
    /// <remarks>
    /// Call this method once a day and look back as many days as usage can be posted late. A crossing that is returned again has
    /// the same <see cref="Alert.Key"/>; send each key once. Usage dated on or before <paramref name="since"/> counts as already
    /// reported, also when it was posted later.
    /// </remarks>
    /// <exception cref="ArgumentException">The day is after today.</exception>
    public Task<IReadOnlyList<Alert>?> AlertsAsync(CustomerId id, LocalDate since, CancellationToken cancellationToken = default) =>
        CalculateAsync(
            id,
            (customer, usage) =>
                Alert.Between(
                    Balance.On(since, customer.Quotas, usage.Days.AsSpan(), options.Consumption),
                    Balance.On(calendar.Today(customer.TimeZone), customer.Quotas, usage.Days.AsSpan(), options.Consumption),
                    options.Alerts
                ),
            cancellationToken
        );

    private async Task<T?> CalculateAsync<T>(CustomerId id, Func<Customer, CustomerUsage, T> calculate, CancellationToken cancellationToken)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(id);
        return await customers.GetByIdAsync(id, cancellationToken).ConfigureAwait(false) is { } customer
            ? calculate(customer, await store.ReadAsync(id, cancellationToken).ConfigureAwait(false))
            : null;
    }
}
