namespace Msp.Customers.StorageBenchmarks.Peers;

// A part of a customer as a row of its table.
internal abstract class PlainPart
{
    public string Msp { get; set; } = PlainCustomer.OnlyMsp;

    public string CustomerId { get; set; } = "";
}

internal sealed class PlainRegion : PlainPart
{
    public string Name { get; set; } = "";
}

internal sealed class PlainQuota : PlainPart
{
    public int Number { get; set; }

    public DateOnly EffectiveDate { get; set; }

    public DateOnly? EndDate { get; set; }

    public int Priority { get; set; }

    public DateOnly? VoidedFrom { get; set; }

    public int? CarryOverFrom { get; set; }

    public long? CarryOverMaxMicros { get; set; }

    public long? CarryOverMaxPercentMillionths { get; set; }

    public bool? CarryOverCompounds { get; set; }

    public long CreditMicros { get; set; }

    public bool IsUnlimited { get; set; }
}

internal sealed class PlainSchedule : PlainPart
{
    public int Number { get; set; }

    public DateOnly Start { get; set; }

    public string Unit { get; set; } = "";

    public int Interval { get; set; }

    public DateOnly? Until { get; set; }

    public long IncrementMicros { get; set; }

    public int Priority { get; set; }

    public long? CarryOverMaxMicros { get; set; }

    public long? CarryOverMaxPercentMillionths { get; set; }

    public bool? CarryOverCompounds { get; set; }

    public int NextOccurrence { get; set; }

    public int? LastQuota { get; set; }

    public long CreditMicros { get; set; }

    public bool IsUnlimited { get; set; }
}

internal sealed class PlainContact : PlainPart
{
    public int Number { get; set; }

    public string Name { get; set; } = "";

    public string? Email { get; set; }

    public string? PhoneNumber { get; set; }

    public int Roles { get; set; }

    public bool IsPrimary { get; set; }
}

internal sealed class PlainReference : PlainPart
{
    public string System { get; set; } = "";

    public string Id { get; set; } = "";
}
