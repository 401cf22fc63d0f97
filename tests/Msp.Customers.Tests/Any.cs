using CsCheck;

namespace Msp.Customers.Tests;

// Generators of valid values.
internal static class Any
{
    public static readonly Gen<LocalDate> Date = Gen.Int[0, Period.DaysBetween(SupportedDates.First, SupportedDates.Last)]
        .Select(days => SupportedDates.First.PlusDays(days));

    // Close together, so that periods touch and overlap; rarely at the limits of the supported dates.
    public static readonly Gen<LocalDate> NearDate = Gen.Frequency(
        (20, Gen.Int[0, 60].Select(days => Valid.Today.PlusDays(days))),
        (1, Of(SupportedDates.First, SupportedDates.Last, new LocalDate(2024, 2, 29), new LocalDate(2026, 12, 31)))
    );

    public static readonly Gen<EffectivePeriod> NearPeriod = Gen.Select(NearDate, NearDate, Gen.Bool)
        .Select((a, b, open) => open ? new EffectivePeriod(a) : new EffectivePeriod(LocalDate.Min(a, b), LocalDate.Max(a, b)));

    public static readonly Gen<decimal> Amount = Gen.Long[1, Credits.Max.Micros].Select(micros => micros / (decimal)Credits.Scale);

    public static readonly Gen<QuotaDraft> Quota = Gen.Select(NearPeriod, Amount, Gen.Bool, Gen.Int[-1, 1])
        .Select(
            (period, amount, unlimited, priority) =>
                new QuotaDraft
                {
                    Credits = unlimited ? null : amount,
                    Unlimited = unlimited,
                    EffectiveDate = period.EffectiveDate,
                    EndDate = period.EndDate,
                    Priority = priority,
                }
        );

    public static readonly Gen<QuotaScheduleDraft> Schedule = Gen.Select(
            NearDate,
            Gen.Enum<ScheduleUnit>(),
            Gen.Int[1, 1_000],
            Amount,
            Gen.Int[0, 15],
            Gen.Int[0, 3],
            NearDate.Nullable()
        )
        .Select(
            (start, unit, interval, amount, kind, next, until) =>
                new QuotaScheduleDraft
                {
                    Start = start,
                    Unit = unit,
                    Interval = interval,
                    Until = until < start ? null : until,
                    Credits = kind == 0 ? null : amount,
                    Unlimited = kind == 0,
                    Increment = kind / 4 * 0.25m,
                    Priority = next,
                    CarryOver =
                        kind < 4
                            ? null
                            : new CarryOverTermsDraft
                            {
                                MaxCredits = kind % 2 == 0 ? null : amount,
                                MaxPercent = kind / 2 % 2 == 0 ? null : 12.5m,
                                Compounds = kind > 9,
                            },
                    NextOccurrence = next,
                    NextRenewal = next > 0 && kind == 5 ? start : null,
                    LastQuota = next == 0 ? null : next,
                }
        );

    // Names with characters that are difficult to store: quotes, wildcards, right-to-left, combining marks, four bytes, the end of the BMP.
    public static readonly Gen<string> Name = Of(
        "a",
        "Z",
        "é",
        "e\u0301",
        "'",
        "\"",
        "%",
        "_",
        "\\",
        "שלום",
        "漢",
        "\U0001F600",
        "\uE000",
        "\uFFFD",
        "ß",
        "İ",
        "i",
        " ",
        "  ",
        "-"
    )
        .Array[1, 12]
        .Select(parts => "n" + string.Concat(parts).TrimEnd());

    public static readonly Gen<CustomerDraft> Draft = Gen.Select(
            Name,
            Gen.Guid,
            Quota.List[0, 4],
            Of("eu-central-1", "us-east-1", "AP-south-1").List[0, 3],
            Gen.Enum<TenantType>(),
            NearDate.Nullable(),
            Gen.Int[0, 3],
            Gen.Select(Of<string?>(null, "Europe/Berlin", "Pacific/Kiritimati"), Schedule.List[0, 2])
        )
        .Select(
            (name, id, quotas, regions, type, license, contacts, more) =>
                new CustomerDraft
                {
                    Id = id.ToString(),
                    AccountName = name,
                    OrganizationName = $"{name} {id}",
                    Address = "1 Harbour Road\nBremen",
                    PhoneNumber = "+49 421 555 0100",
                    TimeZone = more.Item1,
                    Schedules = more.Item2,
                    TenantType = type,
                    StorageRegions = [.. regions],
                    Quotas = quotas,
                    LicenseExpiryDate = license,
                    Contacts =
                    [
                        .. Enumerable
                            .Range(1, contacts)
                            .Select(n => new ContactDraft
                            {
                                Name = $"{name} {n}",
                                Email = n == 3 ? null : $"p{n}@customer.example",
                                Roles = (ContactRoles)n,
                                IsPrimary = n == 2,
                            }),
                    ],
                    References =
                    {
                        new ReferenceDraft { System = "psa", Id = id.ToString() },
                    },
                }
        );

    public static readonly Gen<Customer> Customer = Gen.Select(Draft, Gen.Int[0, 7])
        .Select(
            (draft, kind) =>
            {
                var customer = Customers.Customer.Register(draft, CustomerTerms.Default, Valid.Today);
                CarryOver(customer, kind);
                return customer;
            }
        );

    // From an earlier quota, with no limit, one limit or both limits.
    private static void CarryOver(Customer customer, int kind)
    {
        foreach (var quota in customer.Quotas.ToList())
        {
            if (customer.Quotas.FirstOrDefault(q => q.EndDate < quota.EffectiveDate) is { } from)
            {
                var draft = quota.ToDraft();
                draft.CarryOver = new CarryOverDraft
                {
                    From = from.Number,
                    MaxCredits = kind % 2 == 0 ? null : 1.5m,
                    MaxPercent = kind / 2 % 2 == 0 ? null : 12.50m,
                    Compounds = kind > 3,
                };
                customer.ChangeQuota(draft);
            }
        }
    }

    public static Gen<T> Of<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
