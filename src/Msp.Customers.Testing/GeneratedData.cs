using System.Collections.Immutable;
using Msp.Customers.Names;
using NodaTime;

namespace Msp.Customers.Testing;

// Creates valid customers and plans with values that databases and memory may treat differently. The same seed creates the same values on
// every machine.
internal sealed class GeneratedData(int seed)
{
    private static readonly ImmutableArray<string> Pieces =
    [
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
        "\u3000",
        "-",
    ];

    private readonly Random random = new(seed);

    public T OneOf<T>(params ReadOnlySpan<T> values) => values[random.Next(values.Length)];

    public bool Chance(int percent) => random.Next(100) < percent;

    public int Number(int below) => random.Next(below);

    public string Name()
    {
        var text = string.Concat(Enumerable.Range(0, random.Next(1, 5)).Select(_ => Pieces[random.Next(Pieces.Length)]));
        return TextLimits.IsMissing(text) ? "n" : text;
    }

    // Most dates are close together, so that periods overlap. Some dates are arbitrary or at the ends of the calendar.
    public LocalDate Date() =>
        random.Next(10) switch
        {
            0 => OneOf(SupportedDates.First, SupportedDates.Last),
            1 => SupportedDates.First.PlusDays(random.Next(Period.DaysBetween(SupportedDates.First, SupportedDates.Last))),
            _ => SampleData.Today.PlusDays(random.Next(-4, 5)),
        };

    public IReadOnlyList<Customer> Customers(int count) => [.. Enumerable.Range(0, count).Select(Customer)];

    public IReadOnlyList<ServicePlan> Plans(int count) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(n =>
                    ServicePlan.Create(
                        new PlanDraft
                        {
                            Id = Id(n),
                            Name = n % 5 == 4 ? "Plan" : Name(),
                            Edition = OneOf(Enum.GetValues<Edition>()),
                            Features = [.. Some(3, _ => OneOf("M365", "m365", "\U0001F600", "\uFFFD")).Distinct()],
                            AllowedRegions = [.. Regions()],
                            IsRetired = Chance(40),
                        }
                    )
                ),
        ];

    // Ids, organizations and references are unique. The order of the ids by code point differs from their order by UTF-16 code unit.
    private static string Id(int number) => $"{(number % 2 == 0 ? "\U0001F600" : "\uFFFD")}{number}";

    private Customer Customer(int number)
    {
        var hasMore = Chance(60);
        var draft = new CustomerDraft
        {
            Id = Id(number),
            AccountName = number % 6 == 5 ? "Same" : Name(),
            OrganizationName = $"{Name()}{number}",
            Address = hasMore ? "1 Harbour Road\r\nBremen" : null,
            PhoneNumber = hasMore ? "+49 421 555 0100" : null,
            TimeZone = OneOf(null, "Europe/Berlin", "Pacific/Apia"),
            ServicePlan = OneOf(null, "gold", "Gold", "silver\U0001F600", "silver\uFFFD"),
            TenantType = OneOf(Enum.GetValues<TenantType>()),
            LicenseExpiryDate = Chance(70) ? Date() : null,
            StorageRegions = [.. Regions()],
            Quotas = [.. Some(3, _ => Quota())],
            Schedules =
            [
                .. Some(
                    2,
                    _ =>
                        SampleData.Schedule(s =>
                            (s.Start, s.Unit, s.Interval) = (Date(), OneOf(Enum.GetValues<ScheduleUnit>()), OneOf(1, 7, 1000))
                        )
                ),
            ],
            Contacts =
            [
                .. Some(
                    3,
                    n => SampleData.Contact($"p{n}", c => (c.Name, c.Roles, c.IsPrimary) = (Name(), (ContactRoles)random.Next(16), n == 1))
                ),
            ],
            References = hasMore
                ?
                [
                    new ReferenceDraft { System = "PSA", Id = $"b{number}" },
                    new ReferenceDraft { System = "crm", Id = $"{Name()}{number}" },
                ]
                : [],
        };
        var customer = Msp.Customers.Customer.Register(draft, CustomerTerms.Default, Date());
        if (Chance(30))
        {
            customer.Suspend(OneOf(Enum.GetValues<SuspensionReason>()), Date());
        }

        if (Chance(30))
        {
            customer.Close(LocalDate.Max(customer.RegisteredOn, Date()), CustomerTerms.Default);
        }

        if (Chance(50))
        {
            customer.CloseUsageThrough(Date());
        }

        return customer;
    }

    private QuotaDraft Quota()
    {
        var (start, isUnlimited) = (Date(), Chance(20));
        return new QuotaDraft
        {
            EffectiveDate = start,
            EndDate = Chance(60) ? SupportedDates.Later(start, random.Next(7)) : null,
            Unlimited = isUnlimited,
            Credits = isUnlimited ? null : Credits.FromMicros(OneOf(1, Credits.Max.Micros, random.NextInt64(1, Credits.Max.Micros))).Amount,
            VoidedFrom = Chance(25) ? SupportedDates.Later(start, random.Next(4)) : null,
            Priority = OneOf(0, 1, -1, int.MinValue, int.MaxValue),
        };
    }

    private IEnumerable<string> Regions() => new[] { "eu-central-1", "US-East-1", "ap-south-1" }.Where(_ => Chance(40));

    private IEnumerable<T> Some<T>(int most, Func<int, T> make) => Enumerable.Range(0, random.Next(most + 1)).Select(make).ToList();
}
