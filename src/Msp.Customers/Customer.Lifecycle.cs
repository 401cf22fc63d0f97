using Msp.Customers.Rules;
using NodaTime;

namespace Msp.Customers;

public sealed partial class Customer
{
    private static readonly RuleDescriptor StatusMove = RuleDescriptor.Invariant(
        "status.invalid-transition",
        "A customer that is {Status} cannot be {Transition}.",
        (nameof(Status), typeof(CustomerStatus)),
        ("Transition", typeof(string))
    );

    private static readonly RuleDescriptor RetentionOver = RuleDescriptor.Invariant(
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

    // Reported on saving: a customer has no clock.
    internal static readonly RuleDescriptor ClosedInTheFuture = RuleDescriptor.Invariant(
        "closed-on.in-the-future",
        "The closing date {ClosedOn} is after today, {Today}.",
        (nameof(ClosedOn), typeof(LocalDate)),
        ("Today", typeof(LocalDate))
    );

    private static readonly RuleDescriptor NoEvaluation = RuleDescriptor.Invariant(
        "tenant-type.not-an-evaluation",
        "The tenant type is {TenantType}. Only an evaluation can be extended.",
        (nameof(TenantType), typeof(TenantType))
    );

    internal static readonly RuleDescriptor EvaluationOver = RuleDescriptor.Invariant(
        "evaluation.ended",
        "The evaluation ended on {EvaluationEndDate} and can no longer be extended.",
        (nameof(EvaluationEndDate), typeof(LocalDate))
    );

    private static readonly RuleDescriptor ExtensionNotPositive = RuleDescriptor.Invariant(
        "evaluation.extension-not-positive",
        "The extension must be at least one day, not {Days}.",
        ("Days", typeof(int))
    );

    // Also what a rule reports of an edit.
    internal static readonly RuleDescriptor OneWay = new(
        "tenant-type.invalid-conversion",
        Severity.Error,
        "A customer of type {From} cannot become {To}. Only an evaluation can become commercial.",
        ("From", typeof(TenantType)),
        ("To", typeof(TenantType))
    );

    internal static IEnumerable<RuleDescriptor> LifecycleCodes =>
        [StatusMove, RetentionOver, ClosedBeforeRegistration, ClosedInTheFuture, NoEvaluation, EvaluationOver, ExtensionNotPositive];

    /// <summary>Stops serving the customer. No date moves.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="today">The day from which the customer is suspended.</param>
    /// <returns>False when the customer is suspended already: its first day and reason stand, and nothing changes.</returns>
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

        (SuspensionReason, SuspendedOn) = (reason, today);
        version++;
        return true;
    }

    /// <summary>Serves a suspended customer again. No date moves.</summary>
    /// <returns>False when the customer is active already, and nothing changes.</returns>
    /// <exception cref="RuleViolationException">The customer is closed.</exception>
    public bool Resume()
    {
        ThrowIf(CustomerStatus.Closed, "resumed");
        if (Status == CustomerStatus.Active)
        {
            return false;
        }

        (SuspensionReason, SuspendedOn) = (null, null);
        version++;
        return true;
    }

    /// <summary>Gives the customer up and keeps it until the retention date, which is closing day + <see cref="CustomerTerms.RetentionDays"/>.</summary>
    /// <param name="today">The day of closing: today in the customer's zone, or an earlier day on which the customer left. A save refuses a later one.</param>
    /// <param name="terms">The terms in force, which say how long it is kept.</param>
    /// <returns>False when the customer is closed already: its first dates stand, and nothing changes.</returns>
    /// <exception cref="RuleViolationException">The day is before the day of registration; the customer is unchanged.</exception>
    /// <remarks>A closing that is dated back shortens no retention: the save of a stored customer moves the retention date as if it was closed on the day of the save.</remarks>
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

        (ClosedOn, RetentionDate) = (today, SupportedDates.Later(today, terms.RetentionDays));
        version++;
        return true;
    }

    /// <summary>Undoes the closing, on the retention date at the latest. A customer that was suspended before is suspended again.</summary>
    /// <param name="today">The day of reopening.</param>
    /// <returns>False when the customer is not closed, and nothing changes.</returns>
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
                RetentionOver.Violated(nameof(RetentionDate), (nameof(RetentionDate), last), ("Today", today))
            );
        }

        (ClosedOn, RetentionDate) = (null, null);
        version++;
        return true;
    }

    /// <summary>Extends the evaluation from its current last day. Rules say, on saving, how far it may go.</summary>
    /// <param name="days">By how many days; one or more.</param>
    /// <param name="today">Today; on the last day of the evaluation it can still be extended.</param>
    /// <exception cref="RuleViolationException">The customer is not an evaluation, the evaluation has ended, or the days are less than one.</exception>
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
            found.Add(NoEvaluation.Violated(nameof(TenantType), (nameof(TenantType), TenantType)));
        }
        else if (last < today)
        {
            found.Add(EvaluationOver.Violated(nameof(EvaluationEndDate), (nameof(EvaluationEndDate), last)));
        }

        RuleViolationException.ThrowIfAnyError(found.ToList());
        EvaluationEndDate = SupportedDates.Later(EvaluationEndDate!.Value, days);
        version++;
    }

    /// <summary>Makes an evaluation commercial, once and for good. No date of a quota or license moves; the evaluation's last day is dropped.</summary>
    /// <returns>False when the customer is commercial already, and nothing changes.</returns>
    /// <exception cref="RuleViolationException">The customer is a sandbox, also where the host removed the rule <c>tenant-type.invalid-conversion</c>; an edit converts it then.</exception>
    public bool ConvertToCommercial()
    {
        if (TenantType == TenantType.Commercial)
        {
            return false;
        }

        if (TenantType != TenantType.Evaluation)
        {
            throw new RuleViolationException(OneWay.Violated(nameof(TenantType), ("From", TenantType), ("To", TenantType.Commercial)));
        }

        TenantType = TenantType.Commercial;
        EndEvaluationOn(null);
        version++;
        return true;
    }

    /// <summary>Closes the usage of all days up to a date: no usage dated on or before it is posted or reversed any more, and rules refuse changes of quotas that would move it.</summary>
    /// <param name="date">The last closed day.</param>
    /// <returns>False when the day is closed already, and nothing changes.</returns>
    public bool CloseUsageThrough(LocalDate date)
    {
        SupportedDates.Demand(date, nameof(date));
        if (UsageClosedThrough >= date)
        {
            return false;
        }

        UsageClosedThrough = date;
        version++;
        return true;
    }

    // What a closing of today would be kept for, so that one that is dated back does not end the retention early. The same however often a save is tried.
    internal void KeepFrom(LocalDate today, CustomerTerms terms)
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

    // The last day of an evaluation that becomes something else is remembered, so that one that is an evaluation again ends when it did.
    private void EndEvaluationOn(LocalDate? last) =>
        (formerEvaluationEnd, EvaluationEndDate) = (last is null ? EvaluationEndDate ?? formerEvaluationEnd : null, last);

    private void ThrowIf(CustomerStatus status, string move)
    {
        if (Status == status)
        {
            throw new RuleViolationException(StatusMove.Violated(nameof(Status), (nameof(Status), Status), ("Transition", move)));
        }
    }
}
