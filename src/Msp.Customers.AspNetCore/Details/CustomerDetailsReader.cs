using Microsoft.Extensions.Logging;
using Msp.Customers.Usage;
using NodaTime;

namespace Msp.Customers.AspNetCore;

/// <summary>Reads the Customer Details page of a customer.</summary>
/// <remarks>
/// Each part that the host supplies has a state of its own; a source that fails or does not respond in time does not affect the
/// other parts.
/// </remarks>
/// <example>
/// <code>
/// var details = await reader.ReadAsync(customer.Id);
/// if (details is not null)
/// {
///     Console.WriteLine($"{details.Account.AccountName}: {details.Status}, {details.StorageAndCredits.Quotas.Count} quotas");
/// }
/// </code>
/// </example>
public sealed class CustomerDetailsReader
{
    private readonly IReadRepositoryBase<Customer> customers;
    private readonly IReadRepositoryBase<ServicePlan> plans;
    private readonly IUsageStore? usage;
    private readonly BusinessCalendar calendar;
    private readonly CustomerTerms terms;
    private readonly UsageOptions usageOptions;
    private readonly SectionProviders providers;
    private readonly DetailsOptions options;
    private readonly ILogger<CustomerDetailsReader> logger;
    private readonly TimeProvider time;

    internal CustomerDetailsReader(
        IReadRepositoryBase<Customer> customers,
        IReadRepositoryBase<ServicePlan> plans,
        IUsageStore? usage,
        BusinessCalendar calendar,
        CustomerTerms terms,
        UsageOptions usageOptions,
        SectionProviders providers,
        DetailsOptions options,
        ILogger<CustomerDetailsReader> logger,
        TimeProvider time
    )
    {
        ArgumentNullException.ThrowIfNull(customers);
        ArgumentNullException.ThrowIfNull(plans);
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(usageOptions);
        ArgumentNullException.ThrowIfNull(providers);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(logger);
        ArgumentNullException.ThrowIfNull(time);
        this.customers = customers;
        this.plans = plans;
        this.usage = usage;
        this.calendar = calendar;
        this.terms = terms;
        this.usageOptions = usageOptions;
        this.providers = providers;
        this.options = options;
        this.logger = logger;
        this.time = time;
    }

    /// <summary>Reads the details of a customer for today in the customer's time zone.</summary>
    /// <param name="id">The customer's id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The details, or null when the customer does not exist.</returns>
    /// <remarks>The call takes at most the time of the storage and <see cref="DetailsOptions.SourceTimeout"/>.</remarks>
    public async Task<CustomerDetails?> ReadAsync(CustomerId id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (await customers.GetByIdAsync(id, cancellationToken).ConfigureAwait(false) is not { } customer)
        {
            return null;
        }

        var plan = customer.ServicePlan is { } planId ? await plans.GetByIdAsync(planId, cancellationToken).ConfigureAwait(false) : null;
        var used = usage is null ? null : await usage.ReadAsync(id, cancellationToken).ConfigureAwait(false);
        var backupJobs = SectionAsync(providers.BackupJobs, customer, cancellationToken);
        var dataProtection = SectionAsync(providers.DataProtection, customer, cancellationToken);
        var serviceUtilization = SectionAsync(providers.ServiceUtilization, customer, cancellationToken);
        var storageGrowth = SectionAsync(providers.StorageGrowth, customer, cancellationToken);
        var cloudStatus = SectionAsync(providers.CloudStatus, customer, cancellationToken);
        var console = SectionAsync(providers.Console, customer, cancellationToken);
        await Task.WhenAll(backupJobs, dataProtection, serviceUtilization, storageGrowth, cloudStatus, console).ConfigureAwait(false);

        var today = calendar.Today(customer.TimeZone);
        var link = await console.ConfigureAwait(false);
        return new CustomerDetails
        {
            Id = customer.Id,
            Date = today,
            Status = customer.Status,
            Account = customer.Account,
            Plan = new PlanDetails(
                customer.ServicePlan,
                plan,
                customer.TenantType,
                customer.EvaluationEndDate,
                customer.LicenseExpiryDate,
                customer.IsLicensedOn(today)
            ),
            StorageAndCredits = StorageAndCreditsOn(today, customer, used),
            Contacts = [.. customer.Contacts.OrderByDescending(c => c.IsPrimary)],
            References = customer.References,
            BackupJobs = await backupJobs.ConfigureAwait(false),
            DataProtection = await dataProtection.ConfigureAwait(false),
            ServiceUtilization = await serviceUtilization.ConfigureAwait(false),
            StorageGrowth = await storageGrowth.ConfigureAwait(false),
            CloudStatus = await cloudStatus.ConfigureAwait(false),
            Console =
                link.Value?.IsUsableAt(calendar.Now) == false ? ExternalSection<ConsoleLink>.Without(ExternalSectionState.None) : link,
        };
    }

    private StorageAndCredits StorageAndCreditsOn(LocalDate today, Customer customer, CustomerUsage? used)
    {
        if (used is null)
        {
            return Section(null, null);
        }

        var (days, through) = (used.Days, SupportedDates.Later(today, options.ForecastDays));
        var forecast =
            through > today
                ? Forecast.Of(
                    today,
                    through,
                    options.ForecastWindowDays,
                    customer.Quotas,
                    days.AsSpan(),
                    usageOptions.Consumption,
                    customer.CreditsGrantedThrough(terms)
                )
                : null;
        var balance = forecast?.Today ?? Balance.On(today, customer.Quotas, days.AsSpan(), usageOptions.Consumption);
        return Section(balance.Quotas.ToDictionary(b => b.Quota.Number), UsageDetails.Of(balance, forecast, days));

        StorageAndCredits Section(Dictionary<int, QuotaBalance>? balances, UsageDetails? details) =>
            new(
                customer.StorageRegions,
                [
                    .. customer.Quotas.Select(q => new QuotaDetails(
                        q.Number,
                        q.Limit,
                        q.Period,
                        q.StateOn(today),
                        q.UsablePeriod is { } usable ? usable.DaysLeftOn(today) : 0,
                        balances?[q.Number]
                    )),
                ],
                customer.DecideOn(today, terms),
                customer.Timeline.Gaps(),
                details
            );
    }

    private Task<ExternalSection<T>> SectionAsync<T>(ISectionProvider<T>? provider, Customer customer, CancellationToken cancellationToken)
        where T : class => SectionProviders.ReadAsync(provider, customer, options.SourceTimeout, time, logger, cancellationToken);
}
