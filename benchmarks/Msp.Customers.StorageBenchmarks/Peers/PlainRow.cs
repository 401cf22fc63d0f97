namespace Msp.Customers.StorageBenchmarks.Peers;

// A row of the Customers page.
internal sealed record PlainRow
{
    public string Id { get; init; } = "";

    public string AccountName { get; init; } = "";

    public string OrganizationName { get; init; } = "";

    public string? ServicePlan { get; init; }

    public string TenantType { get; init; } = "";

    public DateOnly? LicenseExpiryDate { get; init; }

    public DateOnly RegisteredOn { get; init; }

    public DateOnly? SuspendedOn { get; init; }

    public DateOnly? ClosedOn { get; init; }
}
