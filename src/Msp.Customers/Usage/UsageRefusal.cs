using Msp.Customers.Quotas;
using Msp.Customers.Rules;
using NodaTime;

namespace Msp.Customers.Usage;

// Why usage is refused for what is stored already. What a draft gets wrong by itself is in UsageValidator.
internal static class UsageRefusal
{
    public static readonly RuleDescriptor CustomerUnknown = RuleDescriptor.Invariant(
        "usage.customer-unknown",
        "There is no customer {Customer}.",
        ("Customer", typeof(CustomerId))
    );

    public static readonly RuleDescriptor KeyConflict = RuleDescriptor.Invariant(
        "usage.key-conflict",
        "The key {Key} was used before for something else; what is new has a key of its own.",
        ("Key", typeof(string))
    );

    public static readonly RuleDescriptor KeyUnknown = RuleDescriptor.Invariant(
        "usage.key-unknown",
        "Nothing was posted under the key {Key}.",
        ("Key", typeof(string))
    );

    public static readonly RuleDescriptor DayClosed = RuleDescriptor.Invariant(
        "usage.day-closed",
        "Usage is settled through {ClosedThrough}; {Date} can no longer be changed.",
        ("ClosedThrough", typeof(LocalDate)),
        ("Date", typeof(LocalDate))
    );

    public static readonly RuleDescriptor CustomerNotActive = RuleDescriptor.Invariant(
        "authorization.customer-not-active",
        "A customer that is {Status} is authorized nothing.",
        ("Status", typeof(CustomerStatus))
    );

    public static readonly RuleDescriptor NotLicensed = RuleDescriptor.Invariant(
        "authorization.not-licensed",
        "The license ended on {LicenseExpiryDate} and does not cover {Date}.",
        ("LicenseExpiryDate", typeof(LocalDate)),
        ("Date", typeof(LocalDate))
    );

    public static readonly RuleDescriptor EvaluationEnded = RuleDescriptor.Invariant(
        "authorization.evaluation-ended",
        "The evaluation ended on {EvaluationEndDate} and does not cover {Date}.",
        ("EvaluationEndDate", typeof(LocalDate)),
        ("Date", typeof(LocalDate))
    );

    public static readonly RuleDescriptor ReservationUnknown = RuleDescriptor.Invariant(
        "reservation.unknown",
        "Nothing is reserved under the key {Key}.",
        ("Key", typeof(string))
    );

    public static readonly RuleDescriptor ReservationReleased = RuleDescriptor.Invariant(
        "reservation.released",
        "What was reserved under the key {Key} was released.",
        ("Key", typeof(string))
    );

    public static readonly RuleDescriptor ReservationTimedOut = RuleDescriptor.Invariant(
        "reservation.timed-out",
        "What was reserved under the key {Key} was held until {HeldUntil}.",
        ("Key", typeof(string)),
        ("HeldUntil", typeof(Instant))
    );

    public static readonly RuleDescriptor ReservationExceeded = RuleDescriptor.Invariant(
        "reservation.exceeded",
        "The credits {Credits} are more than the {Reserved} that were reserved.",
        ("Credits", typeof(decimal)),
        ("Reserved", typeof(Credits))
    );

    public static IEnumerable<RuleDescriptor> Codes =>
        [
            CustomerUnknown,
            KeyConflict,
            KeyUnknown,
            DayClosed,
            CustomerNotActive,
            NotLicensed,
            EvaluationEnded,
            ReservationUnknown,
            ReservationReleased,
            ReservationTimedOut,
            ReservationExceeded,
        ];
}
