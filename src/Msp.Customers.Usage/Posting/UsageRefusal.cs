using Msp.Customers.Rules;
using NodaTime;

namespace Msp.Customers.Usage;

// Refusals because of stored data. UsageValidator checks the draft by itself.
internal static class UsageRefusal
{
    public static readonly RuleDescriptor CustomerNotFound = RuleDescriptor.Invariant(
        "usage.customer-not-found",
        "The customer {Customer} does not exist.",
        ("Customer", typeof(CustomerId))
    );

    public static readonly RuleDescriptor KeyConflict = RuleDescriptor.Invariant(
        "usage.key-conflict",
        "The key {Key} was used for other content. New usage needs a new key.",
        ("Key", typeof(string))
    );

    public static readonly RuleDescriptor KeyNotFound = RuleDescriptor.Invariant(
        "usage.key-not-found",
        "No usage was posted with the key {Key}.",
        ("Key", typeof(string))
    );

    public static readonly RuleDescriptor DateClosed = RuleDescriptor.Invariant(
        "usage.date-closed",
        "Usage is closed through {ClosedThrough}. Usage on {Date} cannot change.",
        ("ClosedThrough", typeof(LocalDate)),
        ("Date", typeof(LocalDate))
    );

    public static readonly RuleDescriptor RequiresActiveCustomer = RuleDescriptor.Invariant(
        "authorization.requires-active-customer",
        "The customer is {Status}. Credits are authorized for active customers only.",
        ("Status", typeof(CustomerStatus))
    );

    public static readonly RuleDescriptor LicenseExpired = RuleDescriptor.Invariant(
        "authorization.license-expired",
        "The license expired on {LicenseExpiryDate}, before {Date}.",
        ("LicenseExpiryDate", typeof(LocalDate)),
        ("Date", typeof(LocalDate))
    );

    public static readonly RuleDescriptor EvaluationEnded = RuleDescriptor.Invariant(
        "authorization.evaluation-ended",
        "The evaluation ended on {EvaluationEndDate}, before {Date}.",
        ("EvaluationEndDate", typeof(LocalDate)),
        ("Date", typeof(LocalDate))
    );

    public static readonly RuleDescriptor ReservationNotFound = RuleDescriptor.Invariant(
        "reservation.not-found",
        "There is no reservation with the key {Key}.",
        ("Key", typeof(string))
    );

    public static readonly RuleDescriptor ReservationReleased = RuleDescriptor.Invariant(
        "reservation.released",
        "The reservation with the key {Key} was released.",
        ("Key", typeof(string))
    );

    public static readonly RuleDescriptor ReservationTimedOut = RuleDescriptor.Invariant(
        "reservation.timed-out",
        "The reservation with the key {Key} timed out at {HeldUntil}.",
        ("Key", typeof(string)),
        ("HeldUntil", typeof(Instant))
    );

    public static readonly RuleDescriptor ReservationExceeded = RuleDescriptor.Invariant(
        "reservation.exceeded",
        "The credits {Credits} exceed the reserved credits {Reserved}.",
        ("Credits", typeof(decimal)),
        ("Reserved", typeof(Credits))
    );

    public static IEnumerable<RuleDescriptor> Codes =>
        [
            CustomerNotFound,
            KeyConflict,
            KeyNotFound,
            DateClosed,
            RequiresActiveCustomer,
            LicenseExpired,
            EvaluationEnded,
            ReservationNotFound,
            ReservationReleased,
            ReservationTimedOut,
            ReservationExceeded,
        ];
}
