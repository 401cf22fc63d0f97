using System.Text.Json.Serialization;
using NodaTime;

namespace Msp.Customers.Usage;

/// <summary>Credits that a customer consumed, as a feed, an import row or a request gives it: anything may be missing or wrong until it is checked.</summary>
public sealed class UsageDraft
{
    /// <summary>The customer's id.</summary>
    public string? Customer { get; set; }

    /// <summary>The caller's key: within the customer, the same key is the same usage, however often it is sent.</summary>
    public string? Key { get; set; }

    /// <summary>The day on which the credits were consumed; null when <see cref="At"/> says it.</summary>
    [JsonConverter(typeof(IsoDateJsonConverter))]
    public LocalDate? Date { get; set; }

    /// <summary>The instant at which the credits were consumed; it becomes a date once, in the customer's zone. Null when <see cref="Date"/> says the day.</summary>
    [JsonConverter(typeof(IsoInstantJsonConverter))]
    public Instant? At { get; set; }

    /// <summary>How many credits, zero or more; at most six decimal places.</summary>
    public decimal? Credits { get; set; }

    /// <summary>Checks the draft by itself, without storage and rules: what no usage can exist without.</summary>
    /// <returns>All violations, each with the path of its member; empty when there are none.</returns>
    public IReadOnlyList<Violation> Check() => UsageValidator.Check(this);
}
