using NodaTime;

namespace Msp.Customers.Usage;

/// <summary>What became of a customer's credits, by its quotas and the usage posted. Reservations do not count. Each answer is derived anew, and null when there is no such customer.</summary>
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

    /// <summary>The balance on a day.</summary>
    /// <param name="id">The customer.</param>
    /// <param name="date">The day; today in the customer's zone when omitted.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The balance at the end of the day.</returns>
    public Task<Balance?> BalanceAsync(CustomerId id, LocalDate? date = null, CancellationToken cancellationToken = default) =>
        AskAsync(
            id,
            (customer, usage) =>
                Balance.On(date ?? calendar.Today(customer.TimeZone), customer.Quotas, usage.Days.AsSpan(), options.Consumption),
            cancellationToken
        );

    /// <summary>The statement of a period.</summary>
    /// <param name="id">The customer.</param>
    /// <param name="period">The period; it has an end date.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The statement.</returns>
    /// <exception cref="ArgumentException">The period is open.</exception>
    public Task<Statement?> StatementAsync(CustomerId id, EffectivePeriod period, CancellationToken cancellationToken = default) =>
        AskAsync(
            id,
            (customer, usage) => Statement.For(period, customer.Quotas, usage.Days.AsSpan(), options.Consumption),
            cancellationToken
        );

    /// <summary>Looks ahead from today in the customer's zone.</summary>
    /// <param name="id">The customer.</param>
    /// <param name="days">How many days to look ahead; 1 to <see cref="Forecast.MaxDays"/>.</param>
    /// <param name="windowDays">How many days up to and including today make the rate; 30 by default.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The forecast.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number of days is not of its range.</exception>
    public Task<Forecast?> ForecastAsync(CustomerId id, int days, int windowDays = 30, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, Forecast.MaxDays);
        return AskAsync(
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

    /// <summary>
    /// The alerts of the days after a day, through today in the customer's zone. Run it once a day and look back as far as usage may come late: what is told again has the
    /// same key, and each key is sent once. Usage dated on or before the day counts as known then, also when it was posted since.
    /// </summary>
    /// <param name="id">The customer.</param>
    /// <param name="since">The last day whose usage had all come when it was looked at; not after today.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The alerts, as of usage as it is known now.</returns>
    /// <exception cref="ArgumentException">The day is after today.</exception>
    public Task<IReadOnlyList<Alert>?> AlertsAsync(CustomerId id, LocalDate since, CancellationToken cancellationToken = default) =>
        AskAsync(
            id,
            (customer, usage) =>
                Alert.Between(
                    Balance.On(since, customer.Quotas, usage.Days.AsSpan(), options.Consumption),
                    Balance.On(calendar.Today(customer.TimeZone), customer.Quotas, usage.Days.AsSpan(), options.Consumption),
                    options.Alerts
                ),
            cancellationToken
        );

    private async Task<T?> AskAsync<T>(CustomerId id, Func<Customer, CustomerUsage, T> answer, CancellationToken cancellationToken)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(id);
        return await customers.GetByIdAsync(id, cancellationToken).ConfigureAwait(false) is { } customer
            ? answer(customer, await store.ReadAsync(id, cancellationToken).ConfigureAwait(false))
            : null;
    }
}
