namespace Msp.Customers.StorageBenchmarks.Peers;

// A table with its columns, as used in statements.
internal sealed class Table(string name, params string[] columns)
{
    public static readonly Table Customers = new(
        "Customers",
        "Msp",
        "Id",
        "AccountName",
        "OrganizationName",
        "Address",
        "PhoneNumber",
        "AccountKey",
        "OrganizationKey",
        "SearchText",
        "TimeZone",
        "ServicePlan",
        "TenantType",
        "LicenseExpiryDate",
        "RegisteredOn",
        "EvaluationEndDate",
        "SuspendedOn",
        "SuspensionReason",
        "ClosedOn",
        "RetentionDate",
        "UsageClosedThrough",
        "LastQuotaNumber",
        "LastScheduleNumber",
        "LastContactNumber",
        "Version"
    );

    public static readonly Table Regions = new("CustomerStorageRegions", "Msp", "CustomerId", "Name");

    public static readonly Table Quotas = new(
        "CreditQuotas",
        "Msp",
        "CustomerId",
        "Number",
        "EffectiveDate",
        "EndDate",
        "Priority",
        "VoidedFrom",
        "CarryOverFrom",
        "CarryOverMaxMicros",
        "CarryOverMaxPercentMillionths",
        "CarryOverCompounds",
        "CreditMicros",
        "IsUnlimited"
    );

    public static readonly Table Schedules = new(
        "QuotaSchedules",
        "Msp",
        "CustomerId",
        "Number",
        "Start",
        "Unit",
        "Interval",
        "Until",
        "IncrementMicros",
        "Priority",
        "CarryOverMaxMicros",
        "CarryOverMaxPercentMillionths",
        "CarryOverCompounds",
        "NextOccurrence",
        "LastQuota",
        "CreditMicros",
        "IsUnlimited"
    );

    public static readonly Table Contacts = new(
        "CustomerContacts",
        "Msp",
        "CustomerId",
        "Number",
        "Name",
        "Email",
        "PhoneNumber",
        "Roles",
        "IsPrimary"
    );

    public static readonly Table References = new("CustomerReferences", "Msp", "CustomerId", "System", "Id");

    public static readonly Table Changes = new(
        "ChangeLog",
        "Msp",
        "Id",
        "Subject",
        "SubjectId",
        "Version",
        "Kind",
        "ChangedAt",
        "By",
        "Reason",
        "Members",
        "IsDelivered"
    );

    public string Name => name;

    public string Columns { get; } = string.Join(", ", columns.Select(c => $"\"{c}\""));

    public string InsertInto => field ??= $"INSERT INTO \"{name}\" ({Columns}) VALUES ";

    // Has a parameter for each column.
    public string Insert => field ??= $"{InsertInto}({string.Join(", ", columns.Select(c => $"@{c}"))})";
}
