using NodaTime;

namespace Msp.Customers.AspNetCore;

/// <summary>The growth of the customer's stored data.</summary>
/// <param name="Points">The stored bytes by day, in order of day.</param>
public sealed record StorageGrowth(IReadOnlyList<StoragePoint> Points);

/// <summary>The stored data of one day.</summary>
/// <param name="Date">The day.</param>
/// <param name="Bytes">The number of bytes stored at the end of the day.</param>
public sealed record StoragePoint(LocalDate Date, long Bytes);
