using System.Data.Common;

namespace Msp.Customers.StorageBenchmarks.Peers;

// Reads the current row of a reader, column by column in the order of the tables.
internal static class PlainReader
{
    public static PlainRow Row(this DbDataReader r) =>
        new()
        {
            Id = r.GetString(0),
            AccountName = r.GetString(1),
            OrganizationName = r.GetString(2),
            ServicePlan = r.Text(3),
            TenantType = r.GetString(4),
            LicenseExpiryDate = r.Date(5),
            RegisteredOn = r.GetFieldValue<DateOnly>(6),
            SuspendedOn = r.Date(7),
            ClosedOn = r.Date(8),
        };

    public static PlainCustomer Customer(this DbDataReader r) =>
        new()
        {
            Msp = r.GetString(0),
            Id = r.GetString(1),
            AccountName = r.GetString(2),
            OrganizationName = r.GetString(3),
            Address = r.Text(4),
            PhoneNumber = r.Text(5),
            AccountKey = r.GetString(6),
            OrganizationKey = r.GetString(7),
            SearchText = r.GetString(8),
            TimeZone = r.Text(9),
            ServicePlan = r.Text(10),
            TenantType = r.GetString(11),
            LicenseExpiryDate = r.Date(12),
            RegisteredOn = r.GetFieldValue<DateOnly>(13),
            EvaluationEndDate = r.Date(14),
            SuspendedOn = r.Date(15),
            SuspensionReason = r.Text(16),
            ClosedOn = r.Date(17),
            RetentionDate = r.Date(18),
            UsageClosedThrough = r.Date(19),
            LastQuotaNumber = r.GetInt32(20),
            LastScheduleNumber = r.GetInt32(21),
            LastContactNumber = r.GetInt32(22),
            Version = r.GetInt64(23),
        };

    public static PlainRegion Region(this DbDataReader r) =>
        new()
        {
            Msp = r.GetString(0),
            CustomerId = r.GetString(1),
            Name = r.GetString(2),
        };

    public static PlainQuota Quota(this DbDataReader r) =>
        new()
        {
            Msp = r.GetString(0),
            CustomerId = r.GetString(1),
            Number = r.GetInt32(2),
            EffectiveDate = r.GetFieldValue<DateOnly>(3),
            EndDate = r.Date(4),
            Priority = r.GetInt32(5),
            VoidedFrom = r.Date(6),
            CarryOverFrom = r.Int(7),
            CarryOverMaxMicros = r.Long(8),
            CarryOverMaxPercentMillionths = r.Long(9),
            CarryOverCompounds = r.Bool(10),
            CreditMicros = r.GetInt64(11),
            IsUnlimited = r.GetBoolean(12),
        };

    public static PlainSchedule Schedule(this DbDataReader r) =>
        new()
        {
            Msp = r.GetString(0),
            CustomerId = r.GetString(1),
            Number = r.GetInt32(2),
            Start = r.GetFieldValue<DateOnly>(3),
            Unit = r.GetString(4),
            Interval = r.GetInt32(5),
            Until = r.Date(6),
            IncrementMicros = r.GetInt64(7),
            Priority = r.GetInt32(8),
            CarryOverMaxMicros = r.Long(9),
            CarryOverMaxPercentMillionths = r.Long(10),
            CarryOverCompounds = r.Bool(11),
            NextOccurrence = r.GetInt32(12),
            LastQuota = r.Int(13),
            CreditMicros = r.GetInt64(14),
            IsUnlimited = r.GetBoolean(15),
        };

    public static PlainContact Contact(this DbDataReader r) =>
        new()
        {
            Msp = r.GetString(0),
            CustomerId = r.GetString(1),
            Number = r.GetInt32(2),
            Name = r.GetString(3),
            Email = r.Text(4),
            PhoneNumber = r.Text(5),
            Roles = r.GetInt32(6),
            IsPrimary = r.GetBoolean(7),
        };

    public static PlainReference Reference(this DbDataReader r) =>
        new()
        {
            Msp = r.GetString(0),
            CustomerId = r.GetString(1),
            System = r.GetString(2),
            Id = r.GetString(3),
        };

    private static string? Text(this DbDataReader r, int column) => r.IsDBNull(column) ? null : r.GetString(column);

    private static DateOnly? Date(this DbDataReader r, int column) => r.IsDBNull(column) ? null : r.GetFieldValue<DateOnly>(column);

    private static int? Int(this DbDataReader r, int column) => r.IsDBNull(column) ? null : r.GetInt32(column);

    private static long? Long(this DbDataReader r, int column) => r.IsDBNull(column) ? null : r.GetInt64(column);

    private static bool? Bool(this DbDataReader r, int column) => r.IsDBNull(column) ? null : r.GetBoolean(column);
}
