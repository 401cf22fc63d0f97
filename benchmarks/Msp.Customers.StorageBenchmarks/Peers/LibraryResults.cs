namespace Msp.Customers.StorageBenchmarks.Peers;

// Converts results of the library to the form of the competitors.
internal static class LibraryResults
{
    public static PlainRow ToPlain(this CustomerRow row) =>
        new()
        {
            Id = row.Id.Value,
            AccountName = row.AccountName,
            OrganizationName = row.OrganizationName,
            ServicePlan = row.ServicePlan?.Value,
            TenantType = row.TenantType.ToString(),
            LicenseExpiryDate = row.LicenseExpiryDate?.ToDateOnly(),
            RegisteredOn = row.RegisteredOn.ToDateOnly(),
            SuspendedOn = row.SuspendedOn?.ToDateOnly(),
            ClosedOn = row.ClosedOn?.ToDateOnly(),
        };

    // Omits carry-over, which none of these customers has.
    public static PlainCustomer ToPlain(this Customer customer)
    {
        var (id, account) = (customer.Id.Value, customer.Account);
        var snapshot = customer.ToSnapshot();
        var details = snapshot.Details;
        return new PlainCustomer
        {
            Id = id,
            AccountName = account.AccountName,
            OrganizationName = account.OrganizationName,
            Address = account.Address,
            PhoneNumber = account.PhoneNumber,
            AccountKey = account.AccountKey.Value,
            OrganizationKey = account.OrganizationKey.Value,
            SearchText = account.SearchText,
            TimeZone = customer.TimeZone,
            ServicePlan = customer.ServicePlan?.Value,
            TenantType = customer.TenantType.ToString(),
            LicenseExpiryDate = customer.LicenseExpiryDate?.ToDateOnly(),
            RegisteredOn = customer.RegisteredOn.ToDateOnly(),
            EvaluationEndDate = customer.EvaluationEndDate?.ToDateOnly(),
            SuspendedOn = customer.SuspendedOn?.ToDateOnly(),
            SuspensionReason = customer.SuspensionReason?.ToString(),
            ClosedOn = customer.ClosedOn?.ToDateOnly(),
            RetentionDate = customer.RetentionDate?.ToDateOnly(),
            UsageClosedThrough = customer.UsageClosedThrough?.ToDateOnly(),
            LastQuotaNumber = snapshot.LastQuotaNumber,
            LastScheduleNumber = snapshot.LastScheduleNumber,
            LastContactNumber = snapshot.LastContactNumber,
            Version = customer.Version,
            StorageRegions = [.. details.StorageRegions.Select(name => new PlainRegion { CustomerId = id, Name = name! })],
            Quotas =
            [
                .. details.Quotas.Select(q => new PlainQuota
                {
                    CustomerId = id,
                    Number = q.Number!.Value,
                    EffectiveDate = q.EffectiveDate!.Value.ToDateOnly(),
                    EndDate = q.EndDate?.ToDateOnly(),
                    Priority = q.Priority,
                    VoidedFrom = q.VoidedFrom?.ToDateOnly(),
                    CreditMicros = Micros(q.Credits),
                    IsUnlimited = q.Unlimited,
                }),
            ],
            Schedules =
            [
                .. details.Schedules.Select(s => new PlainSchedule
                {
                    CustomerId = id,
                    Number = s.Number!.Value,
                    Start = s.Start!.Value.ToDateOnly(),
                    Unit = s.Unit!.Value.ToString(),
                    Interval = s.Interval,
                    Until = s.Until?.ToDateOnly(),
                    IncrementMicros = Micros(s.Increment),
                    Priority = s.Priority,
                    NextOccurrence = s.NextOccurrence!.Value,
                    LastQuota = s.LastQuota,
                    CreditMicros = Micros(s.Credits),
                    IsUnlimited = s.Unlimited,
                }),
            ],
            Contacts =
            [
                .. details.Contacts.Select(c => new PlainContact
                {
                    CustomerId = id,
                    Number = c.Number!.Value,
                    Name = c.Name!,
                    Email = c.Email,
                    PhoneNumber = c.PhoneNumber,
                    Roles = (int)c.Roles,
                    IsPrimary = c.IsPrimary,
                }),
            ],
            References =
            [
                .. details.References.Select(r => new PlainReference
                {
                    CustomerId = id,
                    System = r.System!,
                    Id = r.Id!,
                }),
            ],
        };
    }

    private static long Micros(decimal? credits) => credits is { } c ? Credits.Of(c).Micros : 0;
}
