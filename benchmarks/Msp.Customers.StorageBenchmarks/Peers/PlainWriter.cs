using System.Data.Common;
using System.Globalization;
using System.Text;

namespace Msp.Customers.StorageBenchmarks.Peers;

// Adds inserts to a command, column by column in the order of the tables.
internal static class PlainWriter
{
    public static void InsertCustomer(this DbCommand command, PlainCustomer c)
    {
        command.Insert(
            Table.Customers,
            c.Msp,
            c.Id,
            c.AccountName,
            c.OrganizationName,
            c.Address,
            c.PhoneNumber,
            c.AccountKey,
            c.OrganizationKey,
            c.SearchText,
            c.TimeZone,
            c.ServicePlan,
            c.TenantType,
            c.LicenseExpiryDate,
            c.RegisteredOn,
            c.EvaluationEndDate,
            c.SuspendedOn,
            c.SuspensionReason,
            c.ClosedOn,
            c.RetentionDate,
            c.UsageClosedThrough,
            c.LastQuotaNumber,
            c.LastScheduleNumber,
            c.LastContactNumber,
            c.Version
        );
        c.StorageRegions.ForEach(r => command.Insert(Table.Regions, r.Msp, r.CustomerId, r.Name));
        c.Quotas.ForEach(q =>
            command.Insert(
                Table.Quotas,
                q.Msp,
                q.CustomerId,
                q.Number,
                q.EffectiveDate,
                q.EndDate,
                q.Priority,
                q.VoidedFrom,
                q.CarryOverFrom,
                q.CarryOverMaxMicros,
                q.CarryOverMaxPercentMillionths,
                q.CarryOverCompounds,
                q.CreditMicros,
                q.IsUnlimited
            )
        );
        c.Contacts.ForEach(p =>
            command.Insert(Table.Contacts, p.Msp, p.CustomerId, p.Number, p.Name, p.Email, p.PhoneNumber, p.Roles, p.IsPrimary)
        );
        c.References.ForEach(r => command.Insert(Table.References, r.Msp, r.CustomerId, r.System, r.Id));
    }

    public static void InsertChange(this DbCommand command, PlainChange c) =>
        command.Insert(
            Table.Changes,
            c.Msp,
            c.Id,
            c.Subject,
            c.SubjectId,
            c.Version,
            c.Kind,
            c.ChangedAt,
            c.By,
            c.Reason,
            c.Members,
            c.IsDelivered
        );

    public static void Add(this DbCommand command, string name, object? value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value ?? DBNull.Value;
        command.Parameters.Add(parameter);
    }

    private static void Insert(this DbCommand command, Table table, params ReadOnlySpan<object?> values)
    {
        var sql = new StringBuilder(command.CommandText).Append(table.InsertInto);
        for (var i = 0; i < values.Length; i++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"p{command.Parameters.Count}");
            sql.Append(i == 0 ? "(@" : ", @").Append(name);
            command.Add(name, values[i]);
        }

        command.CommandText = sql.Append(");\n").ToString();
    }
}
