using Msp.Customers.Rules;
using NodaTime;

namespace Msp.Customers;

public sealed partial class Customer
{
    private static readonly RuleDescriptor InvalidTransition = RuleDescriptor.Invariant(
        "status.invalid-transition",
        "A customer that is {Status} cannot be {Transition}.",
        (nameof(Status), typeof(CustomerStatus)),
        ("Transition", typeof(string))
    );

    private static readonly RuleDescriptor RetentionExpired = RuleDescriptor.Invariant(
        "status.retention-expired",
        "The customer was retained until {RetentionDate} and cannot be reopened on {Today}.",
        (nameof(RetentionDate), typeof(LocalDate)),
        ("Today", typeof(LocalDate))
    );

    internal static readonly RuleDescriptor ClosedBeforeRegistration = RuleDescriptor.Invariant(
        "closed-on.before-registration",
        "The closing date {ClosedOn} is before the registration date {RegisteredOn}.",
        (nameof(ClosedOn), typeof(LocalDate)),
        (nameof(RegisteredOn), typeof(LocalDate))
    );

    // Reported by a save, because a customer has no clock.
    internal static readonly RuleDescriptor ClosedInTheFuture = RuleDescriptor.Invariant(
        "closed-on.in-the-future",
        "The closing date {ClosedOn} is after today, {Today}.",
        (nameof(ClosedOn), typeof(LocalDate)),
        ("Today", typeof(LocalDate))
    );

    private static readonly RuleDescriptor NotAnEvaluation = RuleDescriptor.Invariant(
        "tenant-type.not-an-evaluation",
        "The tenant type is {TenantType}. Only an evaluation can be extended.",
        (nameof(TenantType), typeof(TenantType))
    );

    internal static readonly RuleDescriptor EvaluationEnded = RuleDescriptor.Invariant(
        "evaluation.ended",
        "The evaluation ended on {EvaluationEndDate} and can no longer be extended.",
        (nameof(EvaluationEndDate), typeof(LocalDate))
    );

    private static readonly RuleDescriptor ExtensionNotPositive = RuleDescriptor.Invariant(
        "evaluation.extension-not-positive",
        "The extension must be at least one day, not {Days}.",
        ("Days", typeof(int))
    );

    // A rule also reports this code for an edit.
    internal static readonly RuleDescriptor InvalidConversion = new(
        "tenant-type.invalid-conversion",
        Severity.Error,
        "A customer of type {From} cannot become {To}. Only an evaluation can become commercial.",
        ("From", typeof(TenantType)),
        ("To", typeof(TenantType))
    );

    internal static IEnumerable<RuleDescriptor> LifecycleCodes =>
        [
            InvalidTransition,
            RetentionExpired,
            ClosedBeforeRegistration,
            ClosedInTheFuture,
            NotAnEvaluation,
            EvaluationEnded,
            ExtensionNotPositive,
        ];

    /// <summary>Suspends the customer. No date of a quota or license changes.</summary>
    /// <param name="reason">The reason for the suspension.</param>
    /// <param name="today">The first day of the suspension.</param>
    /// <returns>
    /// True when the customer was suspended. False when it is already suspended: its first day and reason stay as they are.
    /// </returns>
    /// <exception cref="RuleViolationException">The customer is closed.</exception>
    public bool Suspend(SuspensionReason reason, LocalDate today)
    {
        SupportedDates.Demand(today, nameof(today));
        if (!Enum.IsDefined(reason))
        {
            throw new ArgumentOutOfRangeException(nameof(reason));
        }

        ThrowIf(CustomerStatus.Closed, "suspended");
        if (Status == CustomerStatus.Suspended)
        {
            return false;
        }

        BeginChange();
        (SuspensionReason, SuspendedOn) = (reason, today);
        return true;
    }

    /// <summary>Ends the suspension of a customer. No date of a quota or license changes.</summary>
    /// <returns>True when the suspension was ended. False when the customer is already active.</returns>
    /// <exception cref="RuleViolationException">The customer is closed.</exception>
    public bool Resume()
    {
        ThrowIf(CustomerStatus.Closed, "resumed");
        if (Status == CustomerStatus.Active)
        {
            return false;
        }

        BeginChange();
        (SuspensionReason, SuspendedOn) = (null, null);
        return true;
    }

    /// <summary>Closes the customer and keeps it until the retention date.</summary>
    /// <param name="today">
    /// The day of closing: today in the customer's time zone, or an earlier day on which the customer left. A save refuses a later day.
    /// </param>
    /// <param name="terms">The terms in force, which define how long a closed customer is kept.</param>
    /// <returns>
    /// True when the customer was closed. False when it is already closed: its closing date and retention date stay as they are.
    /// </returns>
    /// <exception cref="RuleViolationException">The day is before the day of registration. The customer is unchanged.</exception>
    /// <remarks>
    /// The retention date is the day of closing + <see cref="CustomerTerms.RetentionDays"/>. A closing date in the past does not shorten
    /// the retention: when a stored customer is saved, the retention date becomes that of a customer closed on the day of the save.
    /// </remarks>
    public bool Close(LocalDate today, CustomerTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        SupportedDates.Demand(today, nameof(today));
        if (Status == CustomerStatus.Closed)
        {
            return false;
        }

        if (today < RegisteredOn)
        {
            throw new RuleViolationException(
                ClosedBeforeRegistration.Violated(nameof(ClosedOn), (nameof(ClosedOn), today), (nameof(RegisteredOn), RegisteredOn))
            );
        }

        BeginChange();
        (ClosedOn, RetentionDate) = (today, SupportedDates.Later(today, terms.RetentionDays));
        return true;
    }

    /// <summary>
    /// Reopens a closed customer, on the retention date at the latest. A customer that was suspended before is suspended again.
    /// </summary>
    /// <param name="today">The day of reopening.</param>
    /// <returns>True when the customer was reopened. False when it is not closed.</returns>
    /// <exception cref="RuleViolationException">The retention date has passed.</exception>
    public bool Reopen(LocalDate today)
    {
        SupportedDates.Demand(today, nameof(today));
        if (RetentionDate is not { } last)
        {
            return false;
        }

        if (last < today)
        {
            throw new RuleViolationException(
                RetentionExpired.Violated(nameof(RetentionDate), (nameof(RetentionDate), last), ("Today", today))
            );
        }

        BeginChange();
        (ClosedOn, RetentionDate) = (null, null);
        return true;
    }

    /// <summary>Extends the evaluation from its current last day.</summary>
    /// <param name="days">The number of days to add; at least 1.</param>
    /// <param name="today">Today's date. An evaluation can still be extended on its last day.</param>
    /// <exception cref="RuleViolationException">
    /// The customer is not an evaluation, the evaluation has ended, or the number of days is less than one.
    /// </exception>
    /// <remarks>Rules check the maximum length of an extension and of an evaluation when the customer is saved.</remarks>
    public void ExtendEvaluation(int days, LocalDate today)
    {
        SupportedDates.Demand(today, nameof(today));
        var found = default(ViolationList);
        if (days < 1)
        {
            found.Add(ExtensionNotPositive.Violated(nameof(EvaluationEndDate), ("Days", days)));
        }

        if (EvaluationEndDate is not { } last)
        {
            found.Add(NotAnEvaluation.Violated(nameof(TenantType), (nameof(TenantType), TenantType)));
        }
        else if (last < today)
        {
            found.Add(EvaluationEnded.Violated(nameof(EvaluationEndDate), (nameof(EvaluationEndDate), last)));
        }

        RuleViolationException.ThrowIfAnyError(found.ToList());
        BeginChange();
        EvaluationEndDate = SupportedDates.Later(EvaluationEndDate!.Value, days);
    }

    /// <summary>Converts an evaluation to a commercial customer. The conversion cannot be undone.</summary>
    /// <returns>True when the customer was converted. False when it is already commercial.</returns>
    /// <exception cref="RuleViolationException">
    /// The customer is a sandbox. This also applies when the host removed the rule <c>tenant-type.invalid-conversion</c>; use an edit then.
    /// </exception>
    /// <remarks>The customer no longer has an evaluation end date. No date of a quota or license changes.</remarks>
    public bool ConvertToCommercial()
    {
        if (TenantType == TenantType.Commercial)
        {
            return false;
        }

        if (TenantType != TenantType.Evaluation)
        {
            throw new RuleViolationException(
                InvalidConversion.Violated(nameof(TenantType), ("From", TenantType), ("To", TenantType.Commercial))
            );
        }

        BeginChange();
        TenantType = TenantType.Commercial;
        EndEvaluationOn(null);
        return true;
    }

    /// <summary>Closes the usage of all days up to and including a date.</summary>
    /// <param name="date">The last closed day.</param>
    /// <returns>True when days were closed. False when the date is already closed.</returns>
    /// <remarks>
    /// Usage dated on or before the date can no longer be posted or reversed, and rules refuse changes of quotas that would change it.
    /// </remarks>
    public bool CloseUsageThrough(LocalDate date)
    {
        SupportedDates.Demand(date, nameof(date));
        if (UsageClosedThrough >= date)
        {
            return false;
        }

        BeginChange();
        UsageClosedThrough = date;
        return true;
    }

    // A closing date in the past must not shorten the retention. The result is the same however often a save is retried.
    internal void ExtendRetention(LocalDate today, CustomerTerms terms)
    {
        if (RetentionDate is { } last)
        {
            var days = Math.Min(Period.DaysBetween(ClosedOn!.Value, last), terms.RetentionDays);
            RetentionDate = LocalDate.Max(last, SupportedDates.Later(today, days));
        }
    }

    private void SetTenantType(TenantType type, CustomerTerms terms)
    {
        TenantType = Enum.IsDefined(type) ? type : throw new ArgumentOutOfRangeException(nameof(type));
        EndEvaluationOn(
            type == TenantType.Evaluation
                ? EvaluationEndDate ?? formerEvaluationEnd ?? SupportedDates.Later(RegisteredOn, terms.EvaluationDays - 1)
                : null
        );
    }

    // The former end date is kept, so that a customer that becomes an evaluation again before it is saved has the same end date.
    private void EndEvaluationOn(LocalDate? last) =>
        (formerEvaluationEnd, EvaluationEndDate) = (last is null ? EvaluationEndDate ?? formerEvaluationEnd : null, last);

    private void ThrowIf(CustomerStatus status, string transition)
    {
        if (Status == status)
        {
            throw new RuleViolationException(
                InvalidTransition.Violated(nameof(Status), (nameof(Status), Status), ("Transition", transition))
            );
        }
    }
}
