using System.Text;

namespace Msp.Customers.Testing.Tests.Defects;

// What is kept is not what was saved.
internal static class StateDefects
{
    public static IEnumerable<Defect> All =>
        [
            Keeps(
                "drops the last contact",
                "A customer reads back as it was saved, with every member",
                c => c.Details.Contacts.RemoveAt(c.Details.Contacts.Count - 1)
            ),
            Keeps(
                "fills in an empty address",
                "A customer with nothing but its names reads back as it was saved",
                c => c.Details.Address ??= "-"
            ),
            Keeps(
                "keeps 1,000 items of a list",
                "A customer with 5,000 contacts and quotas, and 500 of all else, reads back as it was saved",
                c => c.Details.Contacts = [.. c.Details.Contacts.Take(1_000)]
            ),
            Keeps(
                "truncates text to 255",
                "Names of 256 characters read back whole",
                c => c.Details.AccountName = c.Details.AccountName!.Length > 255 ? c.Details.AccountName[..255] : c.Details.AccountName
            ),
            Keeps(
                "truncates text to 255 bytes",
                "Names of 256 characters that take three bytes each read back whole",
                c => c.Details.OrganizationName = Bytes(c.Details.OrganizationName!)
            ),
            Keeps(
                "has no four-byte characters",
                "Text of four-byte characters reads back as it was written",
                c => c.Details.AccountName = Narrow(c.Details.AccountName!)
            ),
            Keeps(
                "composes text",
                "Text with combining marks reads back neither composed nor decomposed",
                c => c.Details.Contacts[0].Name = c.Details.Contacts[0].Name!.Normalize()
            ),
            Keeps(
                "takes marks of direction off",
                "Right-to-left text reads back as it was written",
                c => c.Details.Address = c.Details.Address!.Replace("\u202E", "", StringComparison.Ordinal)
            ),
            Keeps(
                "doubles quotes",
                "Quotes, wildcards, backslashes and semicolons read back as they were written",
                c => c.Details.References[0].Id = c.Details.References[0].Id!.Replace("'", "''", StringComparison.Ordinal)
            ),
            Keeps(
                "makes line breaks one kind",
                "An address reads back with its line breaks",
                c => c.Details.Address = c.Details.Address!.ReplaceLineEndings("\n")
            ),
            Keeps(
                "keeps one role of a contact",
                "A contact reads back with all its roles, in any combination",
                c => c.Details.Contacts.ToList().ForEach(x => x.Roles &= ContactRoles.Billing | ContactRoles.Technical)
            ),
            Keeps(
                "writes an empty e-mail address for none",
                "A contact without e-mail address and phone number reads back without them",
                c => c.Details.Contacts.ToList().ForEach(x => x.PhoneNumber ??= "0")
            ),
            Keeps(
                "rounds credits to hundredths",
                "The smallest and the largest amounts of credits, and six decimal places, read back exactly",
                c => c.Details.Quotas.ToList().ForEach(q => q.Credits = Math.Max(0.01m, decimal.Round(q.Credits!.Value, 2)))
            ),
            Keeps(
                "keeps a large amount for unlimited",
                "A limited and an unlimited quota read back as what they are",
                c => c.Details.Quotas.ToList().ForEach(q => (q.Unlimited, q.Credits) = (false, q.Credits ?? 999_999_999))
            ),
            Keeps(
                "forgets what is voided",
                "A voided quota reads back with the day from which it is void",
                c => c.Details.Quotas.ToList().ForEach(q => q.VoidedFrom = null)
            ),
            Keeps(
                "keeps priorities without sign",
                "Quotas read back with the smallest and the largest priority",
                c => c.Details.Quotas.ToList().ForEach(q => q.Priority = q.Priority == int.MinValue ? 0 : Math.Abs(q.Priority))
            ),
            Keeps(
                "keeps one cap of a carry-over",
                "What a quota carries over reads back with its caps",
                c => c.Details.Quotas.Where(q => q.CarryOver is not null).ToList().ForEach(q => q.CarryOver!.MaxPercent = null)
            ),
            Keeps(
                "forgets which quota a schedule made last",
                "Schedules read back with every unit, caps, and what was made of them",
                c => c.Details.Schedules.ToList().ForEach(s => s.LastQuota = null)
            ),
            Keeps(
                "forgets that a changed schedule goes on before its next date",
                "Schedules read back with every unit, caps, and what was made of them",
                c => c.Details.Schedules.ToList().ForEach(s => s.NextRenewal = null)
            ),
            Keeps(
                "counts the numbers of what is there",
                "The numbers that were given are remembered when what had them is gone",
                c => c.LastContactNumber = c.Details.Contacts.Max(x => x.Number) ?? 0
            ),
            Keeps(
                "has no day before 1753",
                "The first supported day, 0001-01-01, reads back in every date of a customer",
                c => c.RegisteredOn = LocalDate.Max(c.RegisteredOn, new LocalDate(1753, 1, 1)),
                c => c.EvaluationEndDate = null,
                c => c.Details.TenantType = TenantType.Sandbox
            ),
            Keeps(
                "takes the last day for none",
                "The last supported day, 9999-12-31, reads back in every date of a customer",
                c => c.Details.LicenseExpiryDate = c.Details.LicenseExpiryDate == LocalDate.MaxIsoValue ? null : c.Details.LicenseExpiryDate
            ),
            Keeps(
                "skips the days that the calendar reform skipped",
                "Days before the calendar reform read back as they are",
                c => c.Details.LicenseExpiryDate = c.Details.LicenseExpiryDate?.PlusDays(10)
            ),
            Keeps(
                "keeps dates as instants of a zone",
                "A day that a zone skipped reads back as it is",
                c =>
                    c.Details.LicenseExpiryDate =
                        c.Details.LicenseExpiryDate == new LocalDate(2011, 12, 30)
                            ? new LocalDate(2011, 12, 31)
                            : c.Details.LicenseExpiryDate
            ),
            Keeps(
                "computes the end of an evaluation",
                "An evaluation reads back with its extended last day, and a commercial customer without one",
                c => c.EvaluationEndDate = c.EvaluationEndDate is null ? null : c.RegisteredOn.PlusDays(29)
            ),
            Keeps(
                "keeps one reason of suspension",
                "A suspended customer reads back with the day and the reason, whatever it is, and a resumed one without",
                c => c.SuspensionReason = c.SuspensionReason is null ? null : SuspensionReason.Other
            ),
            Keeps(
                "computes the retention date",
                "A closed customer reads back with its retention date, and a reopened one without",
                c => c.RetentionDate = c.ClosedOn?.PlusDays(30)
            ),
            Keeps(
                "forgets through which day usage is settled",
                "The day through which usage is settled reads back",
                c => c.UsageClosedThrough = null
            ),
            Keeps(
                "takes a sandbox for commercial",
                "A customer reads back in its tenant type, whatever it is",
                c => c.Details.TenantType = c.Details.TenantType == TenantType.Sandbox ? TenantType.Commercial : c.Details.TenantType
            ),
            KeepsPlan(
                "forgets that a plan is retired",
                "A plan reads back as it was saved, in every edition, offered or retired",
                p => p.Details.IsRetired = false
            ),
            KeepsPlan(
                "forgets a plan's regions",
                "A change of a plan's features or regions alone counts as a change",
                p => p.Details.AllowedRegions = []
            ),
            KeepsPlan(
                "tells features apart without case",
                "Plans with text at its limits read back as they were saved",
                p => p.Details.Features = [.. p.Details.Features.Distinct(StringComparer.OrdinalIgnoreCase)]
            ),
        ];

    private static Defect Keeps(string name, string fact, params Action<CustomerSnapshot>[] changes) =>
        new(name, fact, new Flaw { KeepsCustomer = c => Array.ForEach(changes, change => change(c)) });

    private static Defect KeepsPlan(string name, string fact, Action<PlanSnapshot> change) =>
        new(name, fact, new Flaw { KeepsPlan = change });

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
