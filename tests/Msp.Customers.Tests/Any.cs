using CsCheck;
using Msp.Customers.Calendars;
using Msp.Customers.Contacts;
using Msp.Customers.Quotas;

namespace Msp.Customers.Tests;

// Generators of what is valid.
internal static class Any
{
    public static readonly Gen<LocalDate> Date =
        Gen.Int[0, Period.DaysBetween(SupportedDates.First, SupportedDates.Last)].Select(days => SupportedDates.First.PlusDays(days));

    // Near each other, so that they meet, and now and then at the ends of the calendar.
    public static readonly Gen<LocalDate> NearDate = Gen.Frequency(
        (20, Gen.Int[0, 60].Select(days => Valid.Today.PlusDays(days))),
        (1, Of(SupportedDates.First, SupportedDates.Last, new LocalDate(2024, 2, 29), new LocalDate(2026, 12, 31))));

    public static readonly Gen<EffectivePeriod> NearPeriod = Gen.Select(NearDate, NearDate, Gen.Bool)
        .Select((a, b, open) => open ? new EffectivePeriod(a) : new EffectivePeriod(LocalDate.Min(a, b), LocalDate.Max(a, b)));

    public static readonly Gen<decimal> Amount = Gen.Long[1, Credits.Max.Micros].Select(micros => micros / (decimal)Credits.Scale);

    public static readonly Gen<QuotaDraft> Quota = Gen.Select(NearPeriod, Amount, Gen.Bool, Gen.Int[-1, 1])
        .Select((period, amount, unlimited, priority) => new QuotaDraft
        {
            Credits = unlimited ? null : amount,
            Unlimited = unlimited,
            EffectiveDate = period.EffectiveDate,
            EndDate = period.EndDate,
            Priority = priority,
        });

    // Names with what storage likes to trip over: quotes, wildcards, right-to-left, combining marks, four-byte characters, the end of the BMP.
    public static readonly Gen<string> Name = Of(
            "a", "Z", "é", "e\u0301", "'", "\"", "%", "_", "\\", "שלום", "漢", "\U0001F600", "\uE000", "\uFFFD", "ß", "İ", "i", " ", "  ", "-")
        .Array[1, 12].Select(parts => "n" + string.Concat(parts).TrimEnd());

    public static readonly Gen<CustomerDraft> Draft = Gen.Select(
        Name, Gen.Guid, Quota.List[0, 4], Of("eu-central-1", "us-east-1", "AP-south-1").List[0, 3], Gen.Enum<TenantType>(), NearDate.Nullable(), Gen.Int[0, 3],
        Of<string?>(null, "Europe/Berlin", "Pacific/Kiritimati"))
        .Select((name, id, quotas, regions, type, license, contacts, zone) => new CustomerDraft
        {
            Id = id.ToString(),
            AccountName = name,
            OrganizationName = $"{name} {id}",
            Address = "1 Harbour Road\nBremen",
            PhoneNumber = "+49 421 555 0100",
            TimeZone = zone,
            TenantType = type,
            StorageRegions = [.. regions],
            Quotas = quotas,
            LicenseExpiryDate = license,
            Contacts = [.. Enumerable.Range(1, contacts).Select(n => new ContactDraft
            {
                Name = $"{name} {n}",
                Email = n == 3 ? null : $"p{n}@customer.example",
                Roles = (ContactRoles)n,
                IsPrimary = n == 2,
            })],
            References = { new ReferenceDraft { System = "psa", Id = id.ToString() } },
        });

    public static readonly Gen<Customer> Customer = Draft.Select(draft => Customers.Customer.Register(draft, Valid.Rules, Valid.Today));

    public static Gen<T> Of<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
