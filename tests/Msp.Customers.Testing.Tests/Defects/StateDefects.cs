using System.Text;

namespace Msp.Customers.Testing.Tests.Defects;

// Stored state that differs from the given state.
internal static class StateDefects
{
    public static IEnumerable<Defect> All =>
        [
            CustomerDefect(
                "does not store the last contact",
                "A customer is read back as it was stored, with every member",
                c => c.Details.Contacts.RemoveAt(c.Details.Contacts.Count - 1)
            ),
            CustomerDefect(
                "stores an address for null",
                "A customer with only the required members is read back as it was stored",
                c => c.Details.Address ??= "-"
            ),
            CustomerDefect(
                "stores 1,000 items of a list",
                "A customer with 5,000 contacts and quotas and 500 items in each other list is read back as it was stored",
                c => c.Details.Contacts = [.. c.Details.Contacts.Take(1_000)]
            ),
            CustomerDefect(
                "truncates text to 255 characters",
                "Names of 256 characters are read back completely",
                c => c.Details.AccountName = c.Details.AccountName!.Length > 255 ? c.Details.AccountName[..255] : c.Details.AccountName
            ),
            CustomerDefect(
                "truncates text to 255 bytes",
                "Names of 256 characters of three bytes each are read back completely",
                c => c.Details.OrganizationName = Bytes(c.Details.OrganizationName!)
            ),
            CustomerDefect(
                "replaces four-byte characters",
                "Text with four-byte characters is read back unchanged",
                c => c.Details.AccountName = Narrow(c.Details.AccountName!)
            ),
            CustomerDefect(
                "normalizes text",
                "Text with combining marks is read back neither composed nor decomposed",
                c => c.Details.Contacts[0].Name = c.Details.Contacts[0].Name!.Normalize()
            ),
            CustomerDefect(
                "removes direction marks",
                "Right-to-left text is read back unchanged",
                c => c.Details.Address = c.Details.Address!.Replace("\u202E", "", StringComparison.Ordinal)
            ),
            CustomerDefect(
                "doubles quotes",
                "Quotes, wildcards, backslashes and semicolons are read back unchanged",
                c => c.Details.References[0].Id = c.Details.References[0].Id!.Replace("'", "''", StringComparison.Ordinal)
            ),
            CustomerDefect(
                "normalizes line breaks",
                "An address is read back with its line breaks",
                c => c.Details.Address = c.Details.Address!.ReplaceLineEndings("\n")
            ),
            CustomerDefect(
                "stores only two roles of a contact",
                "A contact is read back with any combination of roles",
                c => c.Details.Contacts.ToList().ForEach(x => x.Roles &= ContactRoles.Billing | ContactRoles.Technical)
            ),
            CustomerDefect(
                "stores a phone number for null",
                "A contact without e-mail address and phone number is read back without them",
                c => c.Details.Contacts.ToList().ForEach(x => x.PhoneNumber ??= "0")
            ),
            CustomerDefect(
                "rounds credits to hundredths",
                "The smallest and the largest amounts of credits and six decimal places are read back exactly",
                c => c.Details.Quotas.ToList().ForEach(q => q.Credits = Math.Max(0.01m, decimal.Round(q.Credits!.Value, 2)))
            ),
            CustomerDefect(
                "stores a large amount for unlimited",
                "A limited and an unlimited quota are read back as they were stored",
                c => c.Details.Quotas.ToList().ForEach(q => (q.Unlimited, q.Credits) = (false, q.Credits ?? 999_999_999))
            ),
            CustomerDefect(
                "does not store the date of a void",
                "A voided quota is read back with the date from which it is void",
                c => c.Details.Quotas.ToList().ForEach(q => q.VoidedFrom = null)
            ),
            CustomerDefect(
                "stores priorities without sign",
                "Quotas are read back with the lowest and the highest priority",
                c => c.Details.Quotas.ToList().ForEach(q => q.Priority = q.Priority == int.MinValue ? 0 : Math.Abs(q.Priority))
            ),
            CustomerDefect(
                "does not store MaxPercent of a carry-over",
                "The carry-over of a quota is read back with MaxCredits, MaxPercent and Compounds",
                c => c.Details.Quotas.Where(q => q.CarryOver is not null).ToList().ForEach(q => q.CarryOver!.MaxPercent = null)
            ),
            CustomerDefect(
                "does not store the last quota of a schedule",
                "Schedules are read back with every unit, carry-over terms, next occurrence and last quota",
                c => c.Details.Schedules.ToList().ForEach(s => s.LastQuota = null)
            ),
            CustomerDefect(
                "does not store the next renewal of a schedule",
                "Schedules are read back with every unit, carry-over terms, next occurrence and last quota",
                c => c.Details.Schedules.ToList().ForEach(s => s.NextRenewal = null)
            ),
            CustomerDefect(
                "computes the last number from the existing contacts",
                "The last numbers of quotas, contacts and schedules are kept when the items are removed",
                c => c.LastContactNumber = c.Details.Contacts.Max(x => x.Number) ?? 0
            ),
            CustomerDefect(
                "supports no dates before 1753",
                "The first supported date, 0001-01-01, is read back in every date of a customer",
                c => c.RegisteredOn = LocalDate.Max(c.RegisteredOn, new LocalDate(1753, 1, 1)),
                c => c.EvaluationEndDate = null,
                c => c.Details.TenantType = TenantType.Sandbox
            ),
            CustomerDefect(
                "stores null for the last supported date",
                "The last supported date, 9999-12-31, is read back in every date of a customer",
                c => c.Details.LicenseExpiryDate = c.Details.LicenseExpiryDate == LocalDate.MaxIsoValue ? null : c.Details.LicenseExpiryDate
            ),
            CustomerDefect(
                "adds the dates that the calendar reform skipped",
                "A date before the Gregorian calendar reform is read back unchanged",
                c => c.Details.LicenseExpiryDate = c.Details.LicenseExpiryDate?.PlusDays(10)
            ),
            CustomerDefect(
                "stores dates as instants in a time zone",
                "A date that a time zone skipped is read back unchanged",
                c =>
                    c.Details.LicenseExpiryDate =
                        c.Details.LicenseExpiryDate == new LocalDate(2011, 12, 30)
                            ? new LocalDate(2011, 12, 31)
                            : c.Details.LicenseExpiryDate
            ),
            CustomerDefect(
                "computes the end of an evaluation",
                "An evaluation is read back with its extended end date, and a commercial customer without one",
                c => c.EvaluationEndDate = c.EvaluationEndDate is null ? null : c.RegisteredOn.PlusDays(29)
            ),
            CustomerDefect(
                "stores one reason for all suspensions",
                "A suspended customer is read back with date and reason, and a resumed customer without them",
                c => c.SuspensionReason = c.SuspensionReason is null ? null : SuspensionReason.Other
            ),
            CustomerDefect(
                "computes the retention date",
                "A closed customer is read back with its retention date, and a reopened customer without one",
                c => c.RetentionDate = c.ClosedOn?.PlusDays(30)
            ),
            CustomerDefect(
                "does not store the date through which usage is closed",
                "The date through which usage is closed is read back",
                c => c.UsageClosedThrough = null
            ),
            CustomerDefect(
                "stores a sandbox as commercial",
                "A customer of every tenant type is read back as it was stored",
                c => c.Details.TenantType = c.Details.TenantType == TenantType.Sandbox ? TenantType.Commercial : c.Details.TenantType
            ),
            PlanDefect(
                "does not store that a plan is retired",
                "A plan of every edition, offered or retired, is read back as it was stored",
                p => p.Details.IsRetired = false
            ),
            PlanDefect(
                "does not store changed regions of a plan",
                "A change of only the features or regions of a plan is stored with a new version",
                p => p.Details.AllowedRegions = []
            ),
            PlanDefect(
                "compares features without case",
                "A plan with text of the maximum length is read back as it was stored",
                p => p.Details.Features = [.. p.Details.Features.Distinct(StringComparer.OrdinalIgnoreCase)]
            ),
        ];

    private static Defect CustomerDefect(string name, string fact, params Action<CustomerSnapshot>[] changes) =>
        new(name, fact, new Flaw { ChangeStoredCustomer = c => Array.ForEach(changes, change => change(c)) });

    private static Defect PlanDefect(string name, string fact, Action<PlanSnapshot> change) =>
        new(name, fact, new Flaw { ChangeStoredPlan = change });

    private static string Narrow(string text) => string.Concat(text.EnumerateRunes().Select(r => r.IsBmp ? r.ToString() : "?"));

    private static string Bytes(string text)
    {
        while (Encoding.UTF8.GetByteCount(text) > 255)
        {
            text = text[..^1];
        }

        return text;
    }
}
