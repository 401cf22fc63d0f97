using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Msp.Customers.ChangeLog;

// Converts a snapshot to text by path. A path contains the number of an item, which never changes, and not its index.
internal static class MemberValues
{
    public static SortedDictionary<string, string> Of(CustomerSnapshot snapshot)
    {
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var details = snapshot.Details.Completed();
        Add(values, nameof(details.AccountName), details.AccountName);
        Add(values, nameof(details.OrganizationName), details.OrganizationName);
        Add(values, nameof(details.Address), details.Address);
        Add(values, nameof(details.PhoneNumber), details.PhoneNumber);
        Add(values, nameof(details.TimeZone), details.TimeZone);
        Add(values, nameof(details.ServicePlan), details.ServicePlan);
        Add(values, nameof(details.TenantType), details.TenantType.ToString());
        Add(values, nameof(details.LicenseExpiryDate), details.LicenseExpiryDate);
        Add(values, nameof(details.StorageRegions), details.StorageRegions);
        Add(values, nameof(details.References), details.References.Select(r => $"{r.System}:{r.Id}"));
        Add(values, nameof(snapshot.RegisteredOn), snapshot.RegisteredOn);
        Add(values, nameof(snapshot.EvaluationEndDate), snapshot.EvaluationEndDate);
        Add(values, nameof(snapshot.SuspendedOn), snapshot.SuspendedOn);
        Add(values, nameof(snapshot.SuspensionReason), snapshot.SuspensionReason?.ToString());
        Add(values, nameof(snapshot.ClosedOn), snapshot.ClosedOn);
        Add(values, nameof(snapshot.RetentionDate), snapshot.RetentionDate);
        Add(values, nameof(snapshot.UsageClosedThrough), snapshot.UsageClosedThrough);
        foreach (var quota in details.Quotas)
        {
            Add(values, $"{nameof(details.Quotas)}[{quota.Number}].", quota);
        }

        foreach (var schedule in details.Schedules)
        {
            Add(values, $"{nameof(details.Schedules)}[{schedule.Number}].", schedule);
        }

        foreach (var contact in details.Contacts)
        {
            var at = $"{nameof(details.Contacts)}[{contact.Number}].";
            Add(values, at + nameof(contact.Name), contact.Name);
            Add(values, at + nameof(contact.Email), contact.Email);
            Add(values, at + nameof(contact.PhoneNumber), contact.PhoneNumber);
            Add(values, at + nameof(contact.Roles), contact.Roles.ToString());
            Add(values, at + nameof(contact.IsPrimary), contact.IsPrimary.ToString());
        }

        return values;
    }

    public static SortedDictionary<string, string> Of(PlanSnapshot snapshot)
    {
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var details = snapshot.Details.Completed();
        Add(values, nameof(details.Name), details.Name);
        Add(values, nameof(details.Edition), details.Edition?.ToString());
        Add(values, nameof(details.Features), details.Features);
        Add(values, nameof(details.AllowedRegions), details.AllowedRegions);
        Add(values, nameof(details.IsRetired), details.IsRetired.ToString());
        return values;
    }

    private static void Add(SortedDictionary<string, string> values, string at, QuotaDraft quota)
    {
        Add(values, at + nameof(quota.Credits), quota.Unlimited ? "unlimited" : Text(quota.Credits));
        Add(values, at + nameof(quota.EffectiveDate), quota.EffectiveDate);
        Add(values, at + nameof(quota.EndDate), quota.EndDate);
        Add(values, at + nameof(quota.VoidedFrom), quota.VoidedFrom);
        Add(values, at + nameof(quota.Priority), Text(quota.Priority));
        if (quota.CarryOver is { } carryOver)
        {
            Add(values, $"{at}CarryOver.From", Text(carryOver.From));
            Add(values, $"{at}CarryOver.MaxCredits", Text(carryOver.MaxCredits));
            Add(values, $"{at}CarryOver.MaxPercent", Text(carryOver.MaxPercent));
            Add(values, $"{at}CarryOver.Compounds", carryOver.Compounds.ToString());
        }
    }

    private static void Add(SortedDictionary<string, string> values, string at, QuotaScheduleDraft schedule)
    {
        Add(values, at + nameof(schedule.Start), schedule.Start);
        Add(values, at + nameof(schedule.Unit), schedule.Unit?.ToString());
        Add(values, at + nameof(schedule.Interval), Text(schedule.Interval));
        Add(values, at + nameof(schedule.Until), schedule.Until);
        Add(values, at + nameof(schedule.Credits), schedule.Unlimited ? "unlimited" : Text(schedule.Credits));
        Add(values, at + nameof(schedule.Increment), Text(schedule.Increment));
        Add(values, at + nameof(schedule.Priority), Text(schedule.Priority));
        Add(values, at + nameof(schedule.NextOccurrence), Text(schedule.NextOccurrence ?? 0));
        Add(values, at + nameof(schedule.NextRenewal), schedule.NextRenewal);
        Add(values, at + nameof(schedule.LastQuota), Text(schedule.LastQuota));
        if (schedule.CarryOver is { } carryOver)
        {
            Add(values, $"{at}CarryOver.MaxCredits", Text(carryOver.MaxCredits));
            Add(values, $"{at}CarryOver.MaxPercent", Text(carryOver.MaxPercent));
            Add(values, $"{at}CarryOver.Compounds", carryOver.Compounds.ToString());
        }
    }

    private static void Add(SortedDictionary<string, string> values, string path, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            values.Add(path, value);
        }
    }

    private static void Add(SortedDictionary<string, string> values, string path, LocalDate? date) =>
        Add(values, path, date is { } d ? LocalDatePattern.Iso.Format(d) : null);

    private static void Add(SortedDictionary<string, string> values, string path, IEnumerable<string?> items) =>
        Add(values, path, string.Join(", ", items));

    private static string? Text(decimal? number) => number?.ToString("0.######", CultureInfo.InvariantCulture);

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
