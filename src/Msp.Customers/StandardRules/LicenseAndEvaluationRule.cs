using NodaTime;

namespace Msp.Customers.Rules;

/// <summary>Evaluates the dates of license, evaluation and closing.</summary>
/// <param name="terms">The terms in force.</param>
/// <remarks>
/// A new license expiry date in the past is a warning. An evaluation cannot be shortened, and its extension and its total length are
/// limited by the terms. A closing date must not be before the registration date or in the future.
/// </remarks>
public sealed class LicenseAndEvaluationRule(CustomerTerms terms)
    : SaveRule<Customer>(
        LicenseExpired,
        Customer.EvaluationEnded,
        ExtensionTooLong,
        TooLong,
        Shortened,
        Customer.ClosedBeforeRegistration,
        Customer.ClosedInTheFuture
    )
{
    private static readonly RuleDescriptor LicenseExpired = new(
        "license.expired",
        Severity.Warning,
        "The license expired on {LicenseExpiryDate}, before today, {Today}.",
        ("LicenseExpiryDate", typeof(LocalDate)),
        ("Today", typeof(LocalDate))
    );

    private static readonly RuleDescriptor ExtensionTooLong = OfDays(
        "evaluation.extension-too-long",
        "The evaluation can be extended by at most {MaxDays} days at a time, not by {Days}."
    );

    private static readonly RuleDescriptor TooLong = OfDays(
        "evaluation.too-long",
        "The evaluation would last {Days} days. The maximum is {MaxDays}."
    );

    private static readonly RuleDescriptor Shortened = new(
        "evaluation.shortened",
        Severity.Error,
        "The evaluation cannot end on {EvaluationEndDate}, before its current last day {Before}.",
        ("EvaluationEndDate", typeof(LocalDate)),
        ("Before", typeof(LocalDate))
    );

    private readonly CustomerTerms terms = terms ?? throw new ArgumentNullException(nameof(terms));

    /// <inheritdoc/>
    public override void Evaluate(Change<Customer> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var (before, after) = (change.Before, change.After);
        if (after.LicenseExpiryDate is { } expiry && expiry < change.Today && before?.LicenseExpiryDate != expiry)
        {
            change.Report(LicenseExpired, nameof(Customer.LicenseExpiryDate), ("LicenseExpiryDate", expiry), ("Today", change.Today));
        }

        if (after.EvaluationEndDate is { } last && last != before?.EvaluationEndDate)
        {
            if (before?.EvaluationEndDate is { } previousEnd && previousEnd < change.Today && last > previousEnd)
            {
                change.Report(Customer.EvaluationEnded, nameof(Customer.EvaluationEndDate), ("EvaluationEndDate", previousEnd));
            }

            if (last < before?.EvaluationEndDate)
            {
                change.Report(
                    Shortened,
                    nameof(Customer.EvaluationEndDate),
                    ("EvaluationEndDate", last),
                    ("Before", before.EvaluationEndDate.Value)
                );
            }

            var added = before?.EvaluationEndDate is { } end ? Period.DaysBetween(end, last) : 0;
            Check(change, ExtensionTooLong, added, terms.MaxExtensionDays);
            Check(change, TooLong, new EffectivePeriod(after.RegisteredOn, last).Days!.Value, terms.MaxEvaluationDays);
        }

        if (after.ClosedOn is { } closed && closed != before?.ClosedOn)
        {
            CheckClosing(change, closed);
        }
    }

    private static void CheckClosing(Change<Customer> change, LocalDate closed)
    {
        if (closed < change.After.RegisteredOn)
        {
            change.Report(
                Customer.ClosedBeforeRegistration,
                nameof(Customer.ClosedOn),
                ("ClosedOn", closed),
                ("RegisteredOn", change.After.RegisteredOn)
            );
        }

        if (closed > change.Today)
        {
            change.Report(Customer.ClosedInTheFuture, nameof(Customer.ClosedOn), ("ClosedOn", closed), ("Today", change.Today));
        }
    }

    private static void Check(Change<Customer> change, RuleDescriptor rule, int days, int maxDays)
    {
        if (days > maxDays)
        {
            change.Report(rule, nameof(Customer.EvaluationEndDate), ("Days", days), ("MaxDays", maxDays));
        }
    }

    private static RuleDescriptor OfDays(string code, string message) =>
        new(code, Severity.Error, message, ("Days", typeof(int)), ("MaxDays", typeof(int)));
}
