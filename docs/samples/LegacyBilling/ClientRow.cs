using Msp.Customers;

namespace LegacyBilling;

/// <summary>A row of CLIENT.</summary>
internal sealed class ClientRow
{
    public long ClientNo { get; init; }

    public string ExtId { get; init; } = "";

    public long RowVersion { get; init; }

    public string ClientName { get; init; } = "";

    public string Company { get; init; } = "";

    public string? Street { get; init; }

    public string? Tel { get; init; }

    public string? Zone { get; init; }

    public string? TariffCode { get; init; }

    public long Kind { get; init; }

    public string? LicensedUntil { get; init; }

    public string Since { get; init; } = "";

    public string? TrialUntil { get; init; }

    public string? HeldSince { get; init; }

    public long? HeldWhy { get; init; }

    public string? ClosedOn { get; init; }

    public string? KeepUntil { get; init; }

    public string? SettledUntil { get; init; }

    public long LastAllotment { get; init; }

    public long LastRenewal { get; init; }

    public long LastPerson { get; init; }

    public CustomerSnapshot ToSnapshot(ClientParts parts) =>
        new()
        {
            Version = RowVersion,
            RegisteredOn = Values.Date(Since),
            EvaluationEndDate = Values.OptionalDate(TrialUntil),
            SuspendedOn = Values.OptionalDate(HeldSince),
            SuspensionReason = (SuspensionReason?)HeldWhy,
            ClosedOn = Values.OptionalDate(ClosedOn),
            RetentionDate = Values.OptionalDate(KeepUntil),
            UsageClosedThrough = Values.OptionalDate(SettledUntil),
            LastQuotaNumber = (int)LastAllotment,
            LastScheduleNumber = (int)LastRenewal,
            LastContactNumber = (int)LastPerson,
            Details = new CustomerDraft
            {
                Id = ExtId,
                AccountName = ClientName,
                OrganizationName = Company,
                Address = Street,
                PhoneNumber = Tel,
                TimeZone = Zone,
                ServicePlan = TariffCode,
                TenantType = (TenantType)Kind,
                LicenseExpiryDate = Values.OptionalDate(LicensedUntil),
                StorageRegions = [.. parts.Sites[ClientNo].Select(s => s.Site)],
                Quotas = [.. parts.Allotments[ClientNo].OrderBy(a => a.No).Select(a => a.ToDraft())],
                Schedules = [.. parts.Renewals[ClientNo].OrderBy(r => r.No).Select(r => r.ToDraft())],
                Contacts = [.. parts.Persons[ClientNo].OrderBy(p => p.No).Select(p => p.ToDraft())],
                References = [.. parts.Xrefs[ClientNo].Select(x => new ReferenceDraft { System = x.System, Id = x.TheirId })],
            },
        };
}
