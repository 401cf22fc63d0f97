using Msp.Customers.Rules;

namespace Msp.Customers.Usage;

/// <summary>Why usage is refused for what is stored already, one instance a code. What a draft gets wrong by itself is told by its rules.</summary>
public sealed class UsageRefusal : Rule
{
    private UsageRefusal(string code, string message)
        : base(code, Severity.Error, message) { }

    /// <summary>There is no such customer.</summary>
    public static UsageRefusal CustomerUnknown { get; } = new("usage.customer-unknown", "There is no customer {Customer}.");

    /// <summary>The key was used before with other content, or for something else.</summary>
    public static UsageRefusal KeyConflict { get; } =
        new("usage.key-conflict", "The key {Key} was used before for something else; what is new has a key of its own.");

    /// <summary>Nothing was posted under the key.</summary>
    public static UsageRefusal KeyUnknown { get; } = new("usage.key-unknown", "Nothing was posted under the key {Key}.");

    /// <summary>The day is settled.</summary>
    public static UsageRefusal DayClosed { get; } =
        new("usage.day-closed", "Usage is settled through {ClosedThrough}; {Date} can no longer be changed.");

    /// <summary>The customer is suspended or closed, and nothing is authorized for it.</summary>
    public static UsageRefusal CustomerNotActive { get; } =
        new("authorization.customer-not-active", "A customer that is {Status} is authorized nothing.");

    /// <summary>The license does not cover the day.</summary>
    public static UsageRefusal NotLicensed { get; } =
        new("authorization.not-licensed", "The license ended on {LicenseExpiryDate} and does not cover {Date}.");

    /// <summary>Nothing was reserved under the key.</summary>
    public static UsageRefusal ReservationUnknown { get; } = new("reservation.unknown", "Nothing is reserved under the key {Key}.");

    /// <summary>The reservation was released.</summary>
    public static UsageRefusal ReservationReleased { get; } =
        new("reservation.released", "What was reserved under the key {Key} was released.");

    /// <summary>The reservation timed out.</summary>
    public static UsageRefusal ReservationTimedOut { get; } =
        new("reservation.timed-out", "What was reserved under the key {Key} was held until {HeldUntil}.");

    /// <summary>More is committed than was reserved.</summary>
    public static UsageRefusal ReservationExceeded { get; } =
        new("reservation.exceeded", "The credits {Credits} are more than the {Reserved} that were reserved.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<UsageRefusal> All =>
        [
            CustomerUnknown,
            KeyConflict,
            KeyUnknown,
            DayClosed,
            CustomerNotActive,
            NotLicensed,
            ReservationUnknown,
            ReservationReleased,
            ReservationTimedOut,
            ReservationExceeded,
        ];

    /// <inheritdoc/>
    public override bool IsStructural => true;
}
