namespace Msp.Customers.StorageBenchmarks.Peers;

// A customer as rows of its tables, with a member for each column.
internal sealed class PlainCustomer
{
    public const string OnlyMsp = "msp";

    public string Msp { get; set; } = OnlyMsp;

    public string Id { get; set; } = "";

    public string AccountName { get; set; } = "";

    public string OrganizationName { get; set; } = "";

    public string? Address { get; set; }

    public string? PhoneNumber { get; set; }

    public string AccountKey { get; set; } = "";

    public string OrganizationKey { get; set; } = "";

    public string SearchText { get; set; } = "";

    public string? TimeZone { get; set; }

    public string? ServicePlan { get; set; }

    public string TenantType { get; set; } = "";

    public DateOnly? LicenseExpiryDate { get; set; }

    public DateOnly RegisteredOn { get; set; }

    public DateOnly? EvaluationEndDate { get; set; }

    public DateOnly? SuspendedOn { get; set; }

    public string? SuspensionReason { get; set; }

    public DateOnly? ClosedOn { get; set; }

    public DateOnly? RetentionDate { get; set; }

    public DateOnly? UsageClosedThrough { get; set; }

    public int LastQuotaNumber { get; set; }

    public int LastScheduleNumber { get; set; }

    public int LastContactNumber { get; set; }

    public long Version { get; set; }

    public List<PlainRegion> StorageRegions { get; set; } = [];

    public List<PlainQuota> Quotas { get; set; } = [];

    public List<PlainSchedule> Schedules { get; set; } = [];

    public List<PlainContact> Contacts { get; set; } = [];

    public List<PlainReference> References { get; set; } = [];
}
