using CsCheck;

namespace Msp.Customers.EntityFrameworkCore.Tests;

// Random valid customers and plans, with many values that a database and memory could treat differently.
internal static class Some
{
    private static readonly Gen<string> Piece = Gen.OneOf(
        "a",
        "A",
        "b",
        "Z",
        "e\u0301",
        "\u00E9",
        "\u00DF",
        "\u0130",
        "\u0131",
        "\U0001F600",
        "\U0001D4B3",
        "\uE000",
        "\uFFFD",
        "\uFB2C",
        "\u05D0\u05D1",
        "\u202E",
        "\u0301",
        "'",
        "\"",
        "%",
        "_",
        "\\",
        " ",
        "*",
        "[x]",
        "\u3000"
    );

    public static readonly Gen<string> Name = Gen.Frequency(
            (9, Piece.Array[1, 4].Select(string.Concat)),
            (1, Piece.Select(p => string.Concat(Enumerable.Repeat(p, 256))[..256]))
        )
        .Where(n => !Names.TextLimits.IsMissing(n));

    public static readonly Gen<LocalDate> Date = Gen.Frequency(
        (1, Gen.Const(SupportedDates.First)),
        (1, Gen.Const(SupportedDates.Last)),
        (1, Gen.Int[0, Period.DaysBetween(SupportedDates.First, SupportedDates.Last)].Select(SupportedDates.First.PlusDays)),
        (7, Gen.Int[-4, 4].Select(Valid.Today.PlusDays))
    );

    public static readonly Gen<LocalDate?> MaybeDate = Gen.Frequency(
        (1, Gen.Const((LocalDate?)null)),
        (3, Date.Select(d => (LocalDate?)d))
    );

    private static readonly Gen<decimal> Amount = Gen.OneOf(
        Gen.Const(0.000001m),
        Gen.Const(Credits.Max.Amount),
        Gen.Long[1, Credits.Max.Micros].Select(m => Credits.FromMicros(m).Amount)
    );

    private static readonly Gen<QuotaDraft> Quota =
        from start in Date
        from days in Gen.Int[0, 6]
        from amount in Amount
        from kind in Gen.Int[0, 3]
        from voided in Gen.Int[0, 8]
        from priority in Gen.OneOf(0, 1, int.MinValue, int.MaxValue)
        select new QuotaDraft
        {
            EffectiveDate = start,
            EndDate = kind % 2 == 0 ? null : SupportedDates.Later(start, days),
            Unlimited = kind > 1,
            Credits = kind > 1 ? null : amount,
            VoidedFrom = voided > 2 ? null : SupportedDates.Later(start, voided),
            Priority = priority,
        };

    private static readonly Gen<QuotaScheduleDraft> Schedule =
        from start in Date
        from unit in Gen.Enum<ScheduleUnit>()
        from interval in Gen.OneOf(1, 1_000)
        from days in Gen.Int[0, 6]
        from amounts in Gen.Select(Amount, Amount)
        from kind in Gen.Int[0, 15]
        from numbers in Gen.OneOf(0, 1, int.MaxValue)
        select new QuotaScheduleDraft
        {
            Start = start,
            Unit = unit,
            Interval = interval,
            Until = kind % 2 == 0 ? null : SupportedDates.Later(start, days),
            Unlimited = kind > 12,
            Credits = kind > 12 ? null : amounts.Item1,
            Increment = kind % 3 == 0 ? 0 : amounts.Item2,
            Priority = -numbers,
            CarryOver =
                kind < 4
                    ? null
                    : new CarryOverTermsDraft
                    {
                        MaxCredits = kind % 2 == 0 ? null : amounts.Item2,
                        MaxPercent = kind % 4 < 2 ? null : 0.000001m,
                        Compounds = kind > 9,
                    },
            NextOccurrence = numbers,
            NextRenewal = numbers > 0 && kind % 5 == 1 ? start : null,
            LastQuota = numbers == 0 ? null : numbers,
        };

    private static readonly Gen<ContactDraft> Contact =
        from name in Name
        from roles in Gen.Int[0, 15]
        from hasEmail in Gen.Bool
        select new ContactDraft
        {
            Name = name,
            Roles = (ContactRoles)roles,
            Email = hasEmail ? new string('a', 240) : null,
            PhoneNumber = hasEmail ? new string('7', 30) : null,
        };

    private static readonly Gen<string?[]> Regions = Gen.Shuffle(new string?[] { "eu-central-1", "US-East-1", "ap-south-1" }, 0, 3);

    private static readonly Gen<Func<int, Customer>> Customer =
        from account in Name
        from organization in Name
        from plan in Gen.OneOf<string?>(null, "gold", "Gold", "silver\U0001F600")
        from type in Gen.Enum<TenantType>()
        from license in MaybeDate
        from registered in Date
        from regions in Regions
        from quotas in Quota.Array[0, 3]
        from schedules in Schedule.Array[0, 2]
        from contacts in Contact.Array[0, 3]
        from parts in Gen.Int[0, 15]
        select new Func<int, Customer>(n =>
            Make(
                n,
                new CustomerDraft
                {
                    Id = $"{(n % 2 == 0 ? "\U0001F600" : "\uFFFD")}{n}",
                    AccountName = account,
                    OrganizationName = organization.Length == 256 ? $"{organization[..252]}{n:D4}" : $"{organization}{n}",
                    Address = (parts & 1) == 0 ? null : new string('\u00E9', 1024),
                    PhoneNumber = (parts & 1) == 0 ? null : "+49 421 555 0100",
                    TimeZone = (parts & 2) == 0 ? null : "America/Argentina/ComodRivadavia",
                    ServicePlan = plan,
                    TenantType = type,
                    LicenseExpiryDate = license,
                    StorageRegions = [.. regions],
                    Quotas = [.. quotas],
                    Schedules = [.. schedules],
                    Contacts =
                    [
                        .. contacts.Select(
                            (c, i) =>
                                new ContactDraft
                                {
                                    Name = c.Name,
                                    Roles = c.Roles,
                                    Email = c.Email is null ? null : $"{c.Email}{i}@x.example",
                                    PhoneNumber = c.PhoneNumber,
                                    IsPrimary = i == 1,
                                }
                        ),
                    ],
                    References =
                        (parts & 1) == 0
                            ? []
                            :
                            [
                                new ReferenceDraft { System = "PSA", Id = $"b{n}" },
                                new ReferenceDraft { System = "crm", Id = $"{new string('\u4E2D', 240)}{n}" },
                            ],
                },
                registered,
                parts
            )
        );

    // The customers differ in id, organization name and references.
    public static Gen<Customer[]> Customers(int most) =>
        Customer.Array[1, most].Select(makers => makers.Select((make, n) => make(n)).ToArray());

    public static ServicePlan PlanOf(PlanId id) =>
        ServicePlan.Create(
            new PlanDraft
            {
                Id = id.Value,
                Name = "Plan",
                Edition = Edition.Elite,
            }
        );

    public static readonly Gen<ServicePlan> Plan =
        from name in Name
        from edition in Gen.Enum<Edition>()
        from features in Gen.Shuffle(new string?[] { "M365", "m365", "\U0001F600", "\uFFFD", new string('f', 256) }, 0, 5)
        from regions in Regions
        from retired in Gen.Bool
        select ServicePlan.Create(
            new PlanDraft
            {
                Id = "p",
                Name = name,
                Edition = edition,
                Features = [.. features],
                AllowedRegions = [.. regions],
                IsRetired = retired,
            }
        );

    private static Customer Make(int number, CustomerDraft draft, LocalDate registered, int parts)
    {
        var customer = Msp.Customers.Customer.Register(draft, CustomerTerms.Default, registered);
        CarryOver(customer, parts);
        if (parts % 3 == 0)
        {
            customer.Suspend(SuspensionReason.Other, registered);
        }

        if (parts % 4 == 3)
        {
            customer.Close(LocalDate.Max(Valid.Today, registered), CustomerTerms.Default);
        }

        return customer;
    }

    // Alternates between no limit, either limit and both. The source is the first quota that ends before.
    private static void CarryOver(Customer customer, int parts)
    {
        foreach (var quota in customer.Quotas.ToList())
        {
            if (customer.Quotas.FirstOrDefault(q => q.EndDate < quota.EffectiveDate) is { } from)
            {
                var draft = quota.ToDraft();
                draft.CarryOver = new CarryOverDraft
                {
                    From = from.Number,
                    MaxCredits = parts % 2 == 0 ? null : Credits.Max.Amount,
                    MaxPercent =
                        parts / 2 % 2 == 0 ? null
                        : quota.Number == 1 ? 1_000m
                        : 0.000001m,
                    Compounds = parts > 7,
                };
                customer.ChangeQuota(draft);
            }
        }
    }
}
