using CsCheck;

namespace Msp.Customers.Tests.StandardRules;

// Drafts with any number of violations, in any order.
public sealed class AnyDraftTests
{
    private static readonly Action<CustomerDraft, Random>[] Faults =
    [
        (d, r) => d.AccountName = Any(r, null, "", "Northwind"),
        (d, r) => d.OrganizationName = Any(r, null, " ", "Contoso  TRADERS", new string('x', 257)),
        (d, r) => d.PhoneNumber = Any(r, "call me", new string('1', 31), null),
        (d, r) => d.TimeZone = Any(r, "Europe/Berlin", "Mars/Olympus", null),
        (d, r) => d.ServicePlan = Any(r, "gold", "old", "none", "\0", null),
        (d, r) => d.TenantType = (TenantType)r.Next(0, 4),
        (d, r) => d.LicenseExpiryDate = Any<LocalDate?>(r, Valid.Today, Valid.Today.PlusDays(-1), new LocalDate(0, 1, 1), null),
        (d, r) => d.StorageRegions.Insert(r.Next(d.StorageRegions.Count + 1), Any(r, "EU-central-1", "us-east-1", "", null, "r\0")),
        (d, r) =>
            d.References.Insert(
                r.Next(d.References.Count + 1),
                Any(r, new ReferenceDraft { System = "PSA", Id = "Contoso" }, new(), null!)
            ),
        (d, r) =>
            d.Contacts.Insert(
                r.Next(d.Contacts.Count + 1),
                Any(
                    r,
                    new ContactDraft
                    {
                        Name = "N",
                        Email = "a@x.example",
                        IsPrimary = true,
                    },
                    new(),
                    null!
                )
            ),
        (d, r) => OnAny(d.Contacts, r, c => (c.Name, c.Email) = (Any(r, null, "N"), Any(r, "A@X.example", "nowhere", null))),
        (d, r) => OnAny(d.Contacts, r, c => (c.Number, c.Roles) = (Any<int?>(r, 1, 2, 9, null), (ContactRoles)r.Next(-1, 20))),
        (d, r) => d.Quotas.Insert(r.Next(d.Quotas.Count + 1), Any(r, Quota(r), Quota(r), new(), null!)),
        (d, r) => OnAny(d.Quotas, r, q => (q.Number, q.Credits) = (Any<int?>(r, 1, 2, 9, null), Any<decimal?>(r, 0, 1, 0.0000001m, null))),
        (d, r) =>
            OnAny(d.Quotas, r, q => q.EndDate = Any<LocalDate?>(r, Valid.Today.PlusDays(-400), Valid.Today, new LocalDate(0, 1, 1), null)),
        (d, r) => OnAny(d.Quotas, r, q => q.EffectiveDate = Any<LocalDate?>(r, Valid.Today.PlusDays(-40), Valid.Today, null)),
        (d, r) => OnAny(d.Quotas, r, q => q.VoidedFrom = Any<LocalDate?>(r, Valid.Today, new LocalDate(0, 1, 1), null)),
        (d, r) =>
            OnAny(
                d.Quotas,
                r,
                q => q.CarryOver = new CarryOverDraft { From = Any<int?>(r, 1, 2, 3, null), MaxCredits = Any<decimal?>(r, 0, 5, null) }
            ),
        (d, r) =>
            OnAny(
                d.Schedules,
                r,
                s => (s.Number, s.Start, s.Interval) = (Any<int?>(r, 1, 9, null), Any<LocalDate?>(r, null, Valid.Today), r.Next(0, 2))
            ),
        (d, r) => d.Quotas = [.. d.Quotas.OrderBy(_ => r.Next())],
        (d, r) => d.Contacts = [.. d.Contacts.OrderBy(_ => r.Next())],
        (d, r) => d.Quotas.Clear(),
        (d, r) => d.Contacts.Clear(),
    ];

    [Fact]
    public void A_check_reports_the_violations_of_the_draft_itself_and_only_paths_of_the_draft() =>
        Gen.Int.Sample(
            seed =>
            {
                var random = new Random(seed);
                using var host = new Host();
                host.AddPlanAsync(p => p.AllowedRegions.Add("eu-central-1")).Wait();
                host.AddPlanAsync(p => (p.Id, p.IsRetired) = ("old", true)).Wait();
                host.AddAsync(Valid.Draft("Contoso")).Wait();
                var valid = Valid.Draft();
                valid.Quotas.Add(Quota(random));
                valid.Schedules.Add(
                    new QuotaScheduleDraft
                    {
                        Start = Valid.Today,
                        Unit = Msp.Customers.ScheduleUnit.Month,
                        Credits = 1,
                    }
                );
                var customer = host.AddAsync(valid).Result;
                if (random.Next(3) == 0)
                {
                    customer.CloseUsageThrough(Valid.Today.PlusDays(5));
                    host.Customers.SaveAsync(customer).Wait();
                }

                var isEdit = random.Next(2) == 0;
                var draft = isEdit ? customer.ToDraft() : Valid.Draft("Third");
                for (var n = random.Next(1, 6); n > 0; n--)
                {
                    Faults[random.Next(Faults.Length)](draft, random);
                }

                var own = draft.Check().Select(v => $"{v.Code} {v.Path}").ToList();
                var found = (isEdit ? host.Customers.CheckAsync(customer, draft) : host.Customers.CheckAsync(draft)).Result;

                own.Except(found.Select(v => $"{v.Code} {v.Path}")).Should().BeEmpty();
                found.Where(v => !IsOf(draft, v.Path)).Should().BeEmpty();
                if (found.All(v => v.Severity == Severity.Warning))
                {
                    (isEdit ? host.Customers.EditAsync(customer, draft).Result : host.Customers.RegisterAsync(draft).Result.Warnings)
                        .Should()
                        .BeEquivalentTo(found);
                }
                else
                {
                    Func<Task> save = isEdit ? () => host.Customers.EditAsync(customer, draft) : () => host.Customers.RegisterAsync(draft);
                    save.Should().ThrowAsync<RuleViolationException>().Result.Which.Violations.Should().BeEquivalentTo(found);
                }
            },
            iter: 1_500
        );

    private static T Any<T>(Random random, params T[] values) => values[random.Next(values.Length)];

    private static QuotaDraft Quota(Random random)
    {
        var start = Valid.Today.PlusDays(random.Next(0, 60));
        return new QuotaDraft
        {
            Credits = 5,
            EffectiveDate = start,
            EndDate = start.PlusDays(random.Next(0, 30)),
        };
    }

    private static void OnAny<T>(IList<T> items, Random random, Action<T> change)
    {
        if (items.Count > 0 && items[random.Next(items.Count)] is { } item)
        {
            change(item);
        }
    }

    private static bool IsOf(CustomerDraft draft, string path)
    {
        var parts = path.Split('[', ']');
        return parts.Length == 1
            || int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture)
                < parts[0] switch
                {
                    "Quotas" => draft.Quotas.Count,
                    "Contacts" => draft.Contacts.Count,
                    "Schedules" => draft.Schedules.Count,
                    "References" => draft.References.Count,
                    "StorageRegions" => draft.StorageRegions.Count,
                    _ => 0,
                };
    }
}
