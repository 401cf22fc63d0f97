using Msp.Customers.Usage;
using static Msp.Customers.Tests.StandardRules.BadInput;

namespace Msp.Customers.Tests.StandardRules;

// Usage that is invalid by itself or with the stored data. Refused usage stores nothing.
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
            Draft("usage.date-and-instant", u => u.OccurredAt = Instant.FromUtc(2026, 3, 1, 8, 0), "Usage[1].OccurredAt"),
            Draft("usage.date-out-of-range", u => u.Date = new LocalDate(2026, 3, 1, CalendarSystem.Coptic), "Usage[1].Date"),
            Draft("usage.date-out-of-range", u => (u.Date, u.OccurredAt) = (null, Instant.MaxValue), "Usage[1].OccurredAt"),
            Draft("usage.date-out-of-range", u => (u.Date, u.OccurredAt) = (null, Instant.MinValue), "Usage[1].OccurredAt"),
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
                (host, id) => host.Get<UsageLedger>().PostAsync([Usage(id, u => u.Key = new string('k', 129))])
            ),
            Refusing(
                "field.control-characters",
                ["Usage[0].Key"],
                (host, id) => host.Get<UsageLedger>().PostAsync([Usage(id, u => u.Key = "a\0b")])
            ),
            Refusing(
                "field.unpaired-surrogate",
                ["Usage[0].Key"],
                (host, id) => host.Get<UsageLedger>().PostAsync([Usage(id, u => u.Key = "a\uD800")])
            ),
            Refusing("usage.key-not-found", ["Key"], (host, id) => host.Get<UsageLedger>().ReverseAsync(id, "never")),
            Refusing(
                "usage.date-closed",
                ["Usage[0].Date"],
                async (host, id) =>
                {
                    await CloseAsync(host, id);
                    await host.Get<UsageLedger>().PostAsync([Usage(id)]);
                }
            ),
            Refusing(
                "usage.date-closed",
                ["Usage[0].OccurredAt"],
                async (host, id) =>
                {
                    await CloseAsync(host, id);
                    await host.Get<UsageLedger>()
                        .PostAsync([Usage(id, u => (u.Date, u.OccurredAt) = (null, Instant.FromUtc(2026, 3, 1, 23, 59)))]);
                }
            ),
            Refusing(
                "usage.date-closed",
                ["Date"],
                async (host, id) =>
                {
                    await CloseAsync(host, id);
                    await host.Get<UsageLedger>().ReverseAsync(id, "first");
                }
            ),
            Refusing("reservation.not-found", ["Key"], (host, id) => host.Get<CreditReservations>().CommitAsync(id, "never")),
            Reserved(
                "reservation.released",
                "Key",
                async (host, id, reservations) =>
                {
                    await reservations.ReleaseAsync(id, "held");
                    await reservations.CommitAsync(id, "held");
                }
            ),
            Reserved(
                "reservation.timed-out",
                "Key",
                (host, id, reservations) =>
                {
                    host.Clock.Advance(Hour);
                    return reservations.CommitAsync(id, "held");
                }
            ),
            Reserved("reservation.exceeded", "Credits", (_, id, reservations) => reservations.CommitAsync(id, "held", 10.000001m)),
            Reserved("usage.credits-negative", "Credits", (_, id, reservations) => reservations.CommitAsync(id, "held", -1)),
            Reserved(
                "usage.key-conflict",
                "Key",
                (host, id, _) => host.Get<CreditReservations>().ReserveAsync(Usage(id, u => (u.Key, u.Credits) = ("held", 11)), Hour)
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
                (host, id) => ChangeAsync(host, id, c => c.Suspend(SuspensionReason.Fraud, Valid.Today)),
                _ => { }
            ),
        ];

    // Posted in one call with valid usage, which is not posted either.
    private static BadInput Draft(string code, Action<UsageDraft> change, string path) =>
        Refusing(code, [path], (host, id) => host.Get<UsageLedger>().PostAsync([Usage(id, u => u.Key = "valid"), Usage(id, change)]));

    private static BadInput Reserved(string code, string path, Func<Host, CustomerId, CreditReservations, Task> act) =>
        new(
            code,
            [path],
            async host =>
            {
                var id = await PrepareAsync(host);
                await host.Get<CreditReservations>().ReserveAsync(Usage(id, u => (u.Key, u.Credits) = ("held", 10)), Hour);
                return await RefusedAsync(() => act(host, id, host.Get<CreditReservations>()));
            }
        );

    // A refused authorization returns a decision, and its key stays free.
    private static BadInput Unauthorized(string code, string path, Func<Host, CustomerId, Task> before, Action<UsageDraft> change) =>
        new(
            code,
            [path],
            async host =>
            {
                var id = await PrepareAsync(host);
                await before(host, id);
                var stock = await host.UsageAsync(id);
                var decision = await host.Get<CreditReservations>().ConsumeAsync(Usage(id, change));
                (decision.IsGranted, decision.Granted).Should().Be((false, Credits.Zero));
                (await host.UsageAsync(id)).Should().Be(stock);
                return [decision.Refusal!];
            }
        );

    private static BadInput Refusing(string code, string[] paths, Func<Host, CustomerId, Task> act) =>
        new(
            code,
            paths,
            async host =>
            {
                var id = await PrepareAsync(host);
                var before = await host.UsageAsync(id);
                var found = await RefusedAsync(() => act(host, id));
                (await host.UsageAsync(id)).Should().Be(before);
                return found;
            }
        );

    private static async Task<CustomerId> PrepareAsync(Host host)
    {
        var customer = await host.AddAsync(Valid.Draft());
        await host.Get<UsageLedger>().PostAsync([Usage(customer.Id, u => u.Key = "first")]);
        return customer.Id;
    }

    private static UsageDraft Usage(CustomerId customer, Action<UsageDraft>? change = null)
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
