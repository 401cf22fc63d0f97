using NodaTime;

namespace Msp.Customers.AspNetCore;

/// <summary>How the customer's stored data grows.</summary>
/// <param name="Points">Stored bytes by day, in order of day.</param>
public sealed record StorageGrowth(IReadOnlyList<StoragePoint> Points);

/// <summary>The stored data of one day.</summary>
/// <param name="Date">The day.</param>
/// <param name="Bytes">Bytes stored at its end.</param>
public sealed record StoragePoint(LocalDate Date, long Bytes);
