using System.Linq.Expressions;
using Msp.Customers.Names;
using Msp.Customers.Storage;
using NodaTime;

namespace Msp.Customers.Testing;

// Projections, unsupported statements, members and values of a host's specification, ids, and specifications of plans.
internal static class SpecificationProjectionFacts
{
    public static IEnumerable<ConformanceFact> All =>
        [
            new("A specification with a projection returns the selected members", ConformanceArea.Customers, Selected),
            new(
                "A specification with an unsupported statement throws NotSupportedException with its name",
                ConformanceArea.Customers,
                RefusedStatements
            ),
            new(
                "A specification with an unsupported member or operator throws NotSupportedException with its name",
                ConformanceArea.Customers,
                RefusedMembers
            ),
            new("A specification with an invalid value throws ArgumentException", ConformanceArea.Customers, WrongValues),
            new("GetByIdAsync accepts a customer id or text, and throws ArgumentException for other types", ConformanceArea.Customers, Ids),
            new("A specification of plans returns the same plans as the in-memory store", ConformanceArea.Plans, OfPlans),
        ];

    private static async Task Selected(Trial trial)
    {
        var memory = await CustomerQueryFacts.FillAsync(trial, new GeneratedData(22).Customers(30));
        await ExpectAsync(q => q.OrderBy(c => c.Id), c => c.Account.AccountName);
        await ExpectAsync(q => q.OrderByDescending(c => c.TimeZone).Take(7), c => c.Id.Value);
        await ExpectAsync(q => q.OrderBy(c => c.ServicePlan).Skip(3), c => c.ServicePlan);
        await ExpectAsync(q => q.Where(c => c.ClosedOn != null), c => c.ClosedOn!.Value);
        await ExpectAsync(q => q.OrderBy(c => c.Id), c => c.Status);
        await ExpectAsync(
            q => q.OrderBy(c => c.Id),
            c => new
            {
                c.Id,
                c.TenantType,
                Quotas = c.Quotas.Count,
            }
        );
        await ExpectAsync(
            q => q.Search(c => c.Account.OrganizationName, "%1"),
            c => new Shape(c.Account.AccountKey, c.LicenseExpiryDate ?? c.RegisteredOn)
        );

        async Task ExpectAsync<TResult>(Action<ISpecificationBuilder<Customer>> state, Expression<Func<Customer, TResult>> selector)
        {
            var specification = new HostSpecification<Customer, TResult>(state, selector);
            Expect.Items(
                await memory.ListAsync(specification, trial.Token),
                await trial.Customers.ListAsync(specification, trial.Token),
                "return the same projections as the in-memory store"
            );
            Expect.Equal(
                await memory.FirstOrDefaultAsync(specification, trial.Token),
                await trial.Customers.FirstOrDefaultAsync(specification, trial.Token),
                "return the same first projection as the in-memory store"
            );
        }
    }

    private static async Task RefusedStatements(Trial trial)
    {
        await trial.SavedAsync(SampleData.Customer());
        await RefusedAsync(trial, "Include", HostSpecification.Of(q => q.Include(c => c.Quotas)));
        await RefusedAsync(trial, "Include", HostSpecification.Of(q => q.Include("Quotas")));
        await RefusedAsync(trial, "AsTracking", HostSpecification.Of(q => q.AsTracking()));
        await RefusedAsync(trial, "IgnoreQueryFilters", HostSpecification.Of(q => q.IgnoreQueryFilters()));
        await RefusedAsync(trial, "IgnoreAutoIncludes", HostSpecification.Of(q => q.IgnoreAutoIncludes()));
        await RefusedAsync(trial, "PostProcessingAction", HostSpecification.Of(q => q.PostProcessingAction(found => found.Reverse())));
        var many = new Specification<Customer, string>();
        many.Query.SelectMany(c => c.Contacts.Select(p => p.Name));
        await RefusedAsync("SelectMany", () => trial.Customers.ListAsync(many, trial.Token));
        var processed = new HostSpecification<Customer, string?>(_ => { }, c => c.TimeZone);
        processed.Query.PostProcessingAction(found => found.Reverse());
        await RefusedAsync("PostProcessingAction", () => trial.Customers.ListAsync(processed, trial.Token));
        await Expect.ThrowsAsync<DuplicateOrderChainException>(
            "refuse a specification with two orders",
            () => trial.Customers.ListAsync(HostSpecification.Of(q => q.OrderBy(c => c.TimeZone).OrderBy(c => c.Id)), trial.Token)
        );
        Expect.Equal(
            1,
            (
                await trial.Customers.ListAsync(
                    HostSpecification.Of(q => q.AsNoTracking().AsSplitQuery().WithCacheKey("kept")),
                    trial.Token
                )
            ).Count,
            "accept AsNoTracking, AsSplitQuery and WithCacheKey"
        );
    }

    private static async Task RefusedMembers(Trial trial)
    {
        var customer = await trial.SavedAsync(SampleData.Customer());
        await RefusedAsync(trial, "PrimaryContact", HostSpecification.Of(q => q.Where(c => c.PrimaryContact != null)));
        await RefusedAsync(trial, "Timeline", HostSpecification.Of(q => q.Where(c => c.Timeline != null)));
        await RefusedAsync(trial, "ToUpper", HostSpecification.Of(q => q.Where(c => c.Account.AccountName.ToUpper() == "A")));
        await RefusedAsync(trial, "Length", HostSpecification.Of(q => q.Where(c => c.Account.AccountName.Length > 1)));
        await RefusedAsync(
            trial,
            "StringComparison",
            HostSpecification.Of(q => q.Where(c => c.Account.AccountName.StartsWith("a", StringComparison.OrdinalIgnoreCase)))
        );
        await RefusedAsync(trial, "argument", HostSpecification.Of(q => q.Where(c => c.Account.AccountName.Contains(c.TimeZone!))));
        await RefusedAsync(
            trial,
            "Contains",
            HostSpecification.Of(q => q.Where(c => c.Quotas.Any(x => new[] { QuotaLimit.Unlimited }.Contains(x.Limit))))
        );
        await RefusedAsync(
            trial,
            "two limits",
            HostSpecification.Of(q => q.Where(c => c.Quotas.Any(x => c.Schedules.Any(s => s.InitialLimit == x.Limit))))
        );
        await RefusedAsync(
            trial,
            "EffectivePeriod.Contains",
            HostSpecification.Of(q => q.Where(c => new EffectivePeriod(SampleData.Today).Contains(c.RegisteredOn)))
        );
        await RefusedAsync(trial, "HasFlag", HostSpecification.Of(q => q.Where(c => c.TenantType.HasFlag(TenantType.Commercial))));
        await RefusedAsync(
            trial,
            "HasFlag",
            HostSpecification.Of(q => q.Where(c => c.Contacts.Any(p => ContactRoles.Billing.HasFlag(p.Roles))))
        );
        await RefusedAsync(trial, "conversion", HostSpecification.Of(q => q.Where(c => c.Quotas.Any(x => (byte)x.Priority == 1))));
        await RefusedAsync(trial, "sort key", HostSpecification.Of(q => q.OrderBy(c => c.ClosedOn == null ? "active" : "Closed")));
        Func<CreditQuota, bool> isLarge = quota => quota.Number > 1;
        await RefusedAsync(trial, "in place", HostSpecification.Of(q => q.Where(c => c.Quotas.Any(isLarge))));
        await RefusedAsync(trial, "Nullable.Value", HostSpecification.Of(q => q.OrderBy(c => c.ClosedOn!.Value)));
        await RefusedAsync(trial, "CustomersById", new CustomersById(customer.Id).With(q => q.Where(c => c.TimeZone == null)));
        await RefusedAsync(trial, "CustomersMatching", new CustomersMatching(new()).With(q => q.Search(c => c.Account.AccountName, "%")));
        await RefusedAsync(trial, "Year", HostSpecification.Of(q => q.Where(c => c.RegisteredOn.Year == 2026)));
        await RefusedAsync(trial, "Max", HostSpecification.Of(q => q.Where(c => c.Quotas.Max(q => q.Number) > 1)));
        await RefusedAsync(
            trial,
            "Contains",
            HostSpecification.Of(q => q.Where(c => c.StorageRegions.Contains(new StorageRegion("us-east-1"))))
        );
        await RefusedAsync(trial, "Add", HostSpecification.Of(q => q.Where(c => c.Quotas.Any(quota => quota.Priority + 1 > 0))));
        await RefusedAsync(trial, "whole Customer", HostSpecification.Of(q => q.Where(c => c == customer)));
        await RefusedAsync(trial, "IsLicensedOn", HostSpecification.Of(q => q.Where(c => c.IsLicensedOn(SampleData.Today))));
        await RefusedAsync(trial, "plans", HostSpecification.Of(q => q.Where(c => c.ServicePlan < new PlanId("gold"))));
        await RefusedAsync(trial, "Quotas", HostSpecification.Of(q => q.OrderBy(c => c.Quotas)));
        await RefusedAsync(trial, "Account", HostSpecification.Of(q => q.OrderBy(c => c.Account)));
        var whole = new HostSpecification<Customer, Customer>(_ => { }, c => c);
        await RefusedAsync("whole Customer", () => trial.Customers.ListAsync(whole, trial.Token));
    }

    // A value that no specification supports throws the same exception on every store.
    private static async Task WrongValues(Trial trial)
    {
        await trial.SavedAsync(SampleData.Customer());
        CustomerId? none = null;
        string? nothing = null;
        List<string>? noList = null;
        ISpecification<Customer>[] wrong =
        [
            HostSpecification.Of(q => q.Where(c => c.Id > none!)),
            HostSpecification.Of(q => q.Where(c => c.Account.AccountName.StartsWith(nothing!))),
            HostSpecification.Of(q => q.Where(c => noList!.Contains(c.Id.Value))),
            HostSpecification.Of(q => q.Where(c => c.RegisteredOn >= LocalDate.MinIsoValue)),
            HostSpecification.Of(q => q.Where(c => new List<LocalDate> { new(0, 1, 1) }.Contains(c.RegisteredOn))),
            HostSpecification.Of(q => q.Take(-3)),
            HostSpecification.Of(q => q.Skip(-3)),
        ];
        foreach (var (index, specification) in wrong.Index())
        {
            await Expect.ThrowsAsync<ArgumentException>(
                $"refuse the invalid value of specification {index + 1}",
                () => trial.Customers.ListAsync(specification, trial.Token)
            );
        }
    }

    private static async Task Ids(Trial trial)
    {
        var customer = await trial.SavedAsync(SampleData.Customer("Northwind", c => c.Id = "1"));
        Expect.Equal(customer.Id, (await trial.Customers.GetByIdAsync("1", trial.Token))?.Id, "find a customer by the text of its id");
        Expect.Equal(customer.Id, (await trial.Customers.GetByIdAsync((object)customer.Id, trial.Token))?.Id, "find a customer by its id");
        await Expect.ThrowsAsync<ArgumentException>("refuse a number as an id", () => trial.Customers.GetByIdAsync(1, trial.Token));
        await Expect.ThrowsAsync<ArgumentException>(
            "refuse a plan id as a customer id",
            () => trial.Customers.GetByIdAsync(new PlanId("1"), trial.Token)
        );
        foreach (var text in new[] { "", " ", " 1", "1\0", "\uD83D", new string('1', 200) })
        {
            Expect.Equal(null, await trial.Customers.GetByIdAsync(text, trial.Token), "return null for text that is not a valid id");
        }

        await trial.SavedAsync(SampleData.Customer("Southwind", c => c.Id = "\uFFFD"));
        foreach (var id in new[] { CustomerId.FromStored("1\0"), CustomerId.FromStored("\uD83D") })
        {
            Expect.Equal(null, await trial.Customers.GetByIdAsync(id, trial.Token), "return null for an id that cannot be stored");
            Expect.Equal(
                0,
                await trial.Customers.CountAsync(new CustomersById(id), trial.Token),
                "find nothing by CustomersById with an id that cannot be stored"
            );
        }
    }

    private static async Task OfPlans(Trial trial)
    {
        var plans = new GeneratedData(23).Plans(20);
        var memory = new InMemoryPlanStore();
        await memory.AddRangeAsync(plans.Select(p => ServicePlan.FromSnapshot(p.ToSnapshot())), trial.Token);
        await trial.Plans.AddRangeAsync(plans, trial.Token);
        ISpecification<ServicePlan>[] specifications =
        [
            Plans(q => q.Where(p => p.Edition > Edition.Business).OrderByDescending(p => p.Edition).ThenBy(p => p.Name)),
            Plans(q => q.Where(p => p.IsRetired && p.Id.Value.EndsWith("2"))),
            Plans(q => q.Where(p => p.Features.Any(f => f.Name == "m365") || p.AllowedRegions.Count == 0)),
            Plans(q => q.Where(p => p.Name.StartsWith("P") || p.NameKey == NameKey.Of("plan")).OrderBy(p => p.IsRetired).Skip(1).Take(5)),
            Plans(q => q.Search(p => p.Name, "%l%").OrderByDescending(p => p.Id)),
        ];
        foreach (var (index, specification) in specifications.Index())
        {
            Expect.Items(
                (await memory.ListAsync(specification, trial.Token)).Select(p => p.Id),
                (await trial.Plans.ListAsync(specification, trial.Token)).Select(p => p.Id),
                $"return the same plans as the in-memory store for specification {index + 1}"
            );
        }

        static HostSpecification<ServicePlan> Plans(Action<ISpecificationBuilder<ServicePlan>> state) => new(state);
    }

    private static async Task RefusedAsync(Trial trial, string what, ISpecification<Customer> specification)
    {
        await RefusedAsync(what, () => trial.Customers.ListAsync(specification, trial.Token));
        await RefusedAsync(what, () => trial.Customers.FirstOrDefaultAsync(specification, trial.Token));
    }

    private static async Task RefusedAsync(string what, Func<Task> query)
    {
        try
        {
            await query();
        }
        catch (NotSupportedException refusal) when (refusal.Message.Contains(what, StringComparison.Ordinal))
        {
            return;
        }

        Expect.That(false, $"throw NotSupportedException with the text {what} in its message", "no exception");
    }

    private sealed record Shape(NameKey Key, LocalDate Date);
}
