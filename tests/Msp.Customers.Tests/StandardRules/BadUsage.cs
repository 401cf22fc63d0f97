using Msp.Customers.Usage;
using static Msp.Customers.Tests.StandardRules.BadInput;

namespace Msp.Customers.Tests.StandardRules;

// What is wrong with usage, by itself or for what is stored. Whatever is refused leaves no trace.
internal static class BadUsage
{
    private static readonly Duration Hour = Duration.FromHours(1);

    public static IEnumerable<BadInput> Rows =>
        [
            Draft("usage.credits-required", u => u.Credits = null, "Usage[1].Credits"),
            Draft("usage.credits-negative", u => u.Credits = -1, "Usage[1].Credits"),
            Draft("usage.credits-too-precise", u => u.Credits = 0.0000001m, "Usage[1].Credits"),
            Draft("usage.credits-too-large", u => u.Credits = 1_000_000_000_000.000001m, "Usage[1].Credits"),
            Draft("usage.date-required", u => u.Date = null, "Usage[1].Date"),
            Draft("usage.date-and-instant", u => u.At = Instant.FromUtc(2026, 3, 1, 8, 0), "Usage[1].At"),
            Draft("usage.date-out-of-range", u => u.Date = new LocalDate(2026, 3, 1, CalendarSystem.Coptic), "Usage[1].Date"),
            Draft("usage.date-out-of-range", u => (u.Date, u.At) = (null, Instant.MaxValue), "Usage[1].At"),
            Draft("usage.date-out-of-range", u => (u.Date, u.At) = (null, Instant.MinValue), "Usage[1].At"),
            Draft("usage.customer-not-found", u => u.Customer = "nobody", "Usage[1].Customer"),
            Draft("usage.key-invisible-characters", u => u.Key = "first\u200B", "Usage[1].Key"),
            Draft("usage.key-conflict", u => (u.Key, u.Credits) = ("first", 2), "Usage[1].Key"),
            Refusing(
                "field.required",
                ["Usage[0].Customer", "Usage[0].Key"],
                (host, _) => host.Get<UsageLedger>().PostAsync([new UsageDraft { Credits = 1, Date = Valid.Today }])
            ),
            Refusing(
                "field.too-long",
                ["Usage[0].Key"],
                (host, of) => host.Get<UsageLedger>().PostAsync([Of(of, u => u.Key = new string('k', 129))])
            ),
            Refusing(
                "field.control-characters",
                ["Usage[0].Key"],
                (host, of) => host.Get<UsageLedger>().PostAsync([Of(of, u => u.Key = "a\0b")])
            ),
            Refusing(
                "field.unpaired-surrogate",
                ["Usage[0].Key"],
                (host, of) => host.Get<UsageLedger>().PostAsync([Of(of, u => u.Key = "a\uD800")])
            ),
            Refusing("usage.key-not-found", ["Key"], (host, of) => host.Get<UsageLedger>().ReverseAsync(of, "never")),
            Refusing(
                "usage.date-closed",
                ["Usage[0].Date"],
                async (host, of) =>
                {
                    await CloseAsync(host, of);
                    await host.Get<UsageLedger>().PostAsync([Of(of)]);
                }
            ),
            Refusing(
                "usage.date-closed",
                ["Usage[0].At"],
                async (host, of) =>
                {
                    await CloseAsync(host, of);
                    await host.Get<UsageLedger>().PostAsync([Of(of, u => (u.Date, u.At) = (null, Instant.FromUtc(2026, 3, 1, 23, 59)))]);
                }
            ),
            Refusing(
                "usage.date-closed",
                ["Date"],
                async (host, of) =>
                {
                    await CloseAsync(host, of);
                    await host.Get<UsageLedger>().ReverseAsync(of, "first");
                }
            ),
            Refusing("reservation.not-found", ["Key"], (host, of) => host.Get<CreditReservations>().CommitAsync(of, "never")),
            Reserved(
                "reservation.released",
                "Key",
                async (host, of, reservations) =>
                {
                    await reservations.ReleaseAsync(of, "held");
                    await reservations.CommitAsync(of, "held");
                }
            ),
            Reserved(
                "reservation.timed-out",
                "Key",
                (host, of, reservations) =>
                {
                    host.Clock.Advance(Hour);
                    return reservations.CommitAsync(of, "held");
                }
            ),
            Reserved("reservation.exceeded", "Credits", (_, of, reservations) => reservations.CommitAsync(of, "held", 10.000001m)),
            Reserved("usage.credits-negative", "Credits", (_, of, reservations) => reservations.CommitAsync(of, "held", -1)),
            Reserved(
                "usage.key-conflict",
                "Key",
                (host, of, _) => host.Get<CreditReservations>().ReserveAsync(Of(of, u => (u.Key, u.Credits) = ("held", 11)), Hour)
            ),
            Unauthorized("authorization.insufficient-credits", "Requested", (_, _) => Task.CompletedTask, u => u.Credits = 100),
            Unauthorized(
                "authorization.license-expired",
                "LicenseExpiryDate",
                (_, _) => Task.CompletedTask,
                u => u.Date = new LocalDate(2027, 3, 1)
            ),
            Unauthorized(
                "authorization.evaluation-ended",
                "EvaluationEndDate",
                (_, _) => Task.CompletedTask,
                u => u.Date = new LocalDate(2026, 3, 31)
            ),
            Unauthorized(
                "authorization.requires-active-customer",
                "Status",
                (host, of) => ChangeAsync(host, of, c => c.Suspend(SuspensionReason.Fraud, Valid.Today)),
                _ => { }
            ),
        ];

    // Posted beside valid usage, of which then nothing is posted either.
    private static BadInput Draft(string code, Action<UsageDraft> change, string path) =>
        Refusing(code, [path], (host, of) => host.Get<UsageLedger>().PostAsync([Of(of, u => u.Key = "valid"), Of(of, change)]));

    private static BadInput Reserved(string code, string path, Func<Host, CustomerId, CreditReservations, Task> act) =>
        new(
            code,
            [path],
            async host =>
            {
                var of = await PrepareAsync(host);
                await host.Get<CreditReservations>().ReserveAsync(Of(of, u => (u.Key, u.Credits) = ("held", 10)), Hour);
                return await RefusedAsync(() => act(host, of, host.Get<CreditReservations>()));
            }
        );

    // An authorization that is refused is a decision, and its key stays free.
    private static BadInput Unauthorized(string code, string path, Func<Host, CustomerId, Task> before, Action<UsageDraft> change) =>
        new(
            code,
            [path],
            async host =>
            {
                var of = await PrepareAsync(host);
                await before(host, of);
                var stock = await host.UsageAsync(of);
                var decision = await host.Get<CreditReservations>().ConsumeAsync(Of(of, change));
                (decision.IsGranted, decision.Granted).Should().Be((false, Credits.Zero));
                (await host.UsageAsync(of)).Should().Be(stock);
                return [decision.Refusal!];
            }
        );

    private static BadInput Refusing(string code, string[] paths, Func<Host, CustomerId, Task> act) =>
        new(
            code,
            paths,
            async host =>
            {
                var of = await PrepareAsync(host);
                var before = await host.UsageAsync(of);
                var found = await RefusedAsync(() => act(host, of));
                (await host.UsageAsync(of)).Should().Be(before);
                return found;
            }
        );

    private static async Task<CustomerId> PrepareAsync(Host host)
    {
        var customer = await host.AddAsync(Valid.Draft());
        await host.Get<UsageLedger>().PostAsync([Of(customer.Id, u => u.Key = "first")]);
        return customer.Id;
    }

    private static UsageDraft Of(CustomerId customer, Action<UsageDraft>? change = null)
    {
        var draft = new UsageDraft
        {
            Customer = customer.Value,
            Key = "k",
            Date = Valid.Today,
            Credits = 1,
        };
        change?.Invoke(draft);
        return draft;
    }

    private static Task CloseAsync(Host host, CustomerId id) => ChangeAsync(host, id, c => c.CloseUsageThrough(Valid.Today));

    private static async Task ChangeAsync(Host host, CustomerId id, Action<Customer> change)
    {
        var customer = (await host.Customers.GetByIdAsync(id))!;
        change(customer);
        await host.Customers.UpdateAsync(customer);
    }
}
