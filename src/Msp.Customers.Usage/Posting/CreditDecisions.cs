using NodaTime;

namespace Msp.Customers.Usage;

// Decides whether a customer is granted credits: by its status, its dates and its quotas.
internal sealed class CreditDecisions(IReadRepositoryBase<Customer> customers, CustomerTerms terms, UsageOptions options)
{
    public async Task<Authorization> DecideAsync(
        CustomerId id,
        LocalDate date,
        Credits credits,
        ReadOnlyMemory<DailyUsage> usage,
        CancellationToken cancellationToken
    )
    {
        var customer =
            await customers.GetByIdAsync(id, cancellationToken).ConfigureAwait(false)
            ?? throw new RuleViolationException(UsageRefusal.CustomerNotFound.Violated("Customer", ("Customer", id)));
        return RefusalOf(customer, date) is { } refusal
            ? new Authorization(date, credits, Credits.Zero, refusal)
            : Authorization.Of(date, credits, customer.Quotas, usage.Span, options.Overage, options.Consumption);
    }

    private Violation? RefusalOf(Customer customer, LocalDate date) =>
        customer.Status != CustomerStatus.Active
            ? UsageRefusal.RequiresActiveCustomer.Violated(nameof(Customer.Status), (nameof(Customer.Status), customer.Status))
        : terms.CreditsEndWithLicense && !customer.IsLicensedOn(date)
            ? UsageRefusal.LicenseExpired.Violated(
                nameof(Customer.LicenseExpiryDate),
                (nameof(Customer.LicenseExpiryDate), customer.LicenseExpiryDate!.Value),
                ("Date", date)
            )
        : terms.CreditsEndWithEvaluation && customer.EvaluationEndDate < date
            ? UsageRefusal.EvaluationEnded.Violated(
                nameof(Customer.EvaluationEndDate),
                (nameof(Customer.EvaluationEndDate), customer.EvaluationEndDate!.Value),
                ("Date", date)
            )
        : null;
}
