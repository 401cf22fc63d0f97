using System.ComponentModel;
using NodaTime;

namespace Msp.Customers.EntityFrameworkCore;

// The sum of a customer's usage entries of one day. It is changed in the transaction that appends the entries, so that a decision reads one
// row for each day and not the whole history.
/// <summary>A row of the model. The type is public only for the code of a compiled model.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DailyUsageRow
{
    /// <summary>The MSP.</summary>
    public required string Msp { get; init; }

    /// <summary>The id of the customer.</summary>
    public required CustomerId CustomerId { get; init; }

    /// <summary>The day.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>Whether the sum is of voided credits, and not of usage less reversals.</summary>
    public required bool IsVoid { get; init; }

    /// <summary>The whole credits of the sum. Together with the rest, because a sum of millionths can exceed 64 bits.</summary>
    public required long WholeCredits { get; init; }

    /// <summary>The rest of the sum, in millionths. It can exceed one credit, and can be negative.</summary>
    public required long RestMicros { get; init; }

    internal Int128 Micros => ((Int128)WholeCredits * Credits.Scale) + RestMicros;
}
