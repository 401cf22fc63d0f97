using Msp.Customers.Calendars;
using Msp.Customers.Rules;
using NodaTime;

namespace Msp.Customers;

public sealed partial class Customer
{
    /// <summary>Stops serving the customer. No date moves.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="today">The day from which the customer is suspended.</param>
    /// <exception cref="RuleViolationException">The customer is suspended or closed already.</exception>
    public void Suspend(SuspensionReason reason, LocalDate today)
    {
        Demand(CustomerStatus.Active, "suspended");
        SupportedDates.Demand(today, nameof(today));
        SuspensionReason = Enum.IsDefined(reason) ? reason : throw new ArgumentOutOfRangeException(nameof(reason));
        SuspendedOn = today;
        version++;
    }

    /// <summary>Serves a suspended customer again. No date moves.</summary>
    /// <exception cref="RuleViolationException">The customer is not suspended, or it is closed.</exception>
    public void Resume()
    {
        Demand(CustomerStatus.Suspended, "resumed");
        SuspendedOn = null;
        SuspensionReason = null;
        version++;
    }

    /// <summary>Gives the customer up and keeps it until the retention date, which is closing day + <see cref="CustomerTerms.RetentionDays"/>.</summary>
    /// <param name="today">The day of closing.</param>
    /// <param name="terms">How long it is kept.</param>
    /// <exception cref="RuleViolationException">The customer is closed already.</exception>
    public void Close(LocalDate today, CustomerTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        if (Status == CustomerStatus.Closed)
        {
            throw Refused("closed");
        }

        ClosedOn = SupportedDates.Demand(today, nameof(today));
        RetentionDate = SupportedDates.Later(today, terms.RetentionDays);
        version++;
    }

    /// <summary>Undoes the closing, on the retention date at the latest. A customer that was suspended before is suspended again.</summary>
    /// <param name="today">The day of reopening.</param>
    /// <exception cref="RuleViolationException">The customer is not closed, or its retention date has passed.</exception>
    public void Reopen(LocalDate today)
    {
        Demand(CustomerStatus.Closed, "reopened");
        if (RetentionDate < today)
        {
            throw new RuleViolationException(
                RetentionOver.Instance.Violated(nameof(RetentionDate), (nameof(RetentionDate), RetentionDate.Value), ("Today", today))
            );
        }

        ClosedOn = null;
        RetentionDate = null;
        version++;
    }

    /// <summary>Extends the evaluation from its current last day. Policies judge, on saving, whether it still runs and how far it may go.</summary>
    /// <param name="days">By how many days; one or more.</param>
    /// <exception cref="RuleViolationException">The customer is not an evaluation.</exception>
    public void ExtendEvaluation(int days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        EvaluationEndDate = EvaluationEndDate is { } end
            ? SupportedDates.Later(end, days)
            : throw new RuleViolationException(NoEvaluation.Instance.Violated(nameof(TenantType), (nameof(TenantType), TenantType)));
        version++;
    }

    /// <summary>Makes an evaluation commercial, once and for good. No date of a quota or license moves; the evaluation's last day is dropped.</summary>
    /// <remarks>From another tenant type a policy refuses it on saving. A commercial customer stays as it is.</remarks>
    public void ConvertToCommercial()
    {
        if (TenantType != TenantType.Commercial)
        {
            TenantType = TenantType.Commercial;
            EvaluationEndDate = null;
            version++;
        }
    }

    /// <summary>Settles the usage of all days up to a date: no usage dated on or before it is posted or reversed any more, and policies refuse changes of quotas that would move it.</summary>
    /// <param name="date">The last settled day. A day before one that is settled already changes nothing.</param>
    public void CloseUsageThrough(LocalDate date)
    {
        SupportedDates.Demand(date, nameof(date));
        if (!(UsageClosedThrough >= date))
        {
            UsageClosedThrough = date;
            version++;
        }
    }

    private void SetTenantType(TenantType type, CustomerTerms terms)
    {
        TenantType = Enum.IsDefined(type) ? type : throw new ArgumentOutOfRangeException(nameof(type));
        EvaluationEndDate =
            type == TenantType.Evaluation ? EvaluationEndDate ?? SupportedDates.Later(RegisteredOn, terms.EvaluationDays - 1) : null;
    }

    private void Demand(CustomerStatus status, string move)
    {
        if (Status != status)
        {
            throw Refused(move);
        }
    }

    private RuleViolationException Refused(string move) =>
        new(StatusMove.Instance.Violated(nameof(Status), (nameof(Status), Status), ("Move", move)));
}
