using System.Text.Json.Serialization;
using NodaTime;

namespace Msp.Customers.Usage;

/// <summary>
/// Plain input for credits that a customer consumed, as a feed, an import row or a request contains it. Members can be missing or
/// not valid until they are checked.
/// </summary>
public sealed class UsageDraft
{
    /// <summary>The customer's id.</summary>
    public string? Customer { get; set; }

    /// <summary>The caller's key. Within a customer, the same key identifies the same usage, however often it is posted.</summary>
    public string? Key { get; set; }

    /// <summary>The day on which the credits were consumed; null when <see cref="OccurredAt"/> is set.</summary>
    [JsonConverter(typeof(IsoDateJsonConverter))]
    public LocalDate? Date { get; set; }

    /// <summary>
    /// The instant at which the credits were consumed; null when <see cref="Date"/> is set. It is converted to a date once, in the
    /// customer's time zone.
    /// </summary>
    [JsonConverter(typeof(IsoInstantJsonConverter))]
    public Instant? OccurredAt { get; set; }

    /// <summary>The number of credits, zero or more, with at most six decimal places.</summary>
    public decimal? Credits { get; set; }

    /// <summary>Checks the invariants of the draft, without storage and rules.</summary>
    /// <returns>All violations, each with the path of its member; empty when the draft is valid.</returns>
    public IReadOnlyList<Violation> Check() => UsageValidator.Check(this);
}
