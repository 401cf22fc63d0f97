using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Msp.Customers.AspNetCore;
using Msp.Customers.ChangeLog;
using Msp.Customers.Names;
using Msp.Customers.Usage;

namespace Msp.Customers.Tests;

// Text that cannot be stored, and every operation of a host that takes text. Each one returns the number of results, or 0 for a violation.
internal static class InvalidStoredText
{
    // What a driver could store instead: a replacement character, or only the text before the NUL.
    private static readonly ImmutableArray<string> Stored = ["\uFFFD", "\uFFFDx", "a"];

    private static readonly Dictionary<string, string> Texts = new()
    {
        ["NUL"] = "a\0b",
        ["an unpaired high surrogate"] = "\uD800",
        ["an unpaired low surrogate"] = "\uDC00x",
    };

    private static readonly Dictionary<string, Func<IServiceProvider, string, Task<int>>> Operations = new()
    {
        ["customer by the text of an id"] = async (s, text) => Count(await Customers(s).GetByIdAsync(text)),
        ["customer by an id"] = async (s, text) => Count(await Customers(s).GetByIdAsync(CustomerId.FromStored(text))),
        ["plan by the text of an id"] = async (s, text) => Count(await Plans(s).GetByIdAsync(text)),
        ["plan by an id"] = async (s, text) => Count(await Plans(s).GetByIdAsync(PlanId.FromStored(text))),
        ["customers by id"] = (s, text) => CountAsync(s, new CustomersById(CustomerId.FromStored(text))),
        ["customers by several ids"] = (s, text) =>
            CountAsync(s, new CustomersById(CustomerId.FromStored(text), CustomerId.FromStored(text + text))),
        ["customers by organization"] = (s, text) => CountAsync(s, new CustomersByOrganization(NameKey.Of(text))),
        ["customers by several organizations"] = (s, text) =>
            CountAsync(s, new CustomersByOrganization(NameKey.FromStored(text), NameKey.Of(text + "!"))),
        ["plans by id"] = async (s, text) => (await Plans(s).ListAsync(new PlansById(PlanId.FromStored(text)))).Count,
        ["plans by name"] = async (s, text) => (await Plans(s).ListAsync(new PlansByName(NameKey.FromStored(text)))).Count,
        ["filter by name"] = (s, text) => FilterAsync(s, new CustomerFilter { Name = text }),
        ["filter by text"] = (s, text) => FilterAsync(s, new CustomerFilter { Text = text }),
        ["filter by plan"] = (s, text) => FilterAsync(s, new CustomerFilter { ServicePlan = PlanId.FromStored(text) }),
        ["condition on an id"] = (s, text) => WhereAsync(s, q => q.Where(c => c.Id == CustomerId.FromStored(text))),
        ["condition on an id's text"] = (s, text) => WhereAsync(s, q => q.Where(c => c.Id.Value == text)),
        ["condition on several ids"] = (s, text) =>
            WhereAsync(s, q => q.Where(c => new List<CustomerId> { CustomerId.FromStored(text) }.Contains(c.Id))),
        ["condition on a plan"] = (s, text) => WhereAsync(s, q => q.Where(c => c.ServicePlan == PlanId.FromStored(text))),
        ["condition on a name"] = (s, text) => WhereAsync(s, q => q.Where(c => c.Account.AccountName == text)),
        ["condition on a name's key"] = (s, text) => WhereAsync(s, q => q.Where(c => c.Account.AccountKey == NameKey.FromStored(text))),
        ["condition on the start of a name"] = (s, text) => WhereAsync(s, q => q.Where(c => c.Account.AccountName.StartsWith(text))),
        ["condition on a part of a name"] = (s, text) => WhereAsync(s, q => q.Where(c => c.Account.AccountName.Contains(text))),
        ["condition on a region"] = (s, text) => WhereAsync(s, q => q.Where(c => c.StorageRegions.Any(r => r.Name == text))),
        ["condition on a reference"] = (s, text) => WhereAsync(s, q => q.Where(c => c.References.Any(r => r.Id == text))),
        ["condition on a contact"] = (s, text) => WhereAsync(s, q => q.Where(c => c.Contacts.Any(p => p.Name == text))),
        ["search"] = (s, text) => WhereAsync(s, q => q.Search(c => c.Account.AccountName, $"%{text}%")),
        ["usage by a key"] = (s, text) => UsageAsync(s, new UsageKey(new CustomerId("\uFFFD"), text)),
        ["usage by a customer and a key"] = (s, text) => UsageAsync(s, new UsageKey(CustomerId.FromStored(text), "k-1")),
        ["sums of usage"] = async (s, text) => (await Usage(s).ReadAsync(CustomerId.FromStored(text))).Days.Length,
        ["list of usage"] = async (s, text) =>
            await Usage(s).ListAsync(CustomerId.FromStored(text), new EffectivePeriod(Valid.Today, null)).CountAsync(),
        ["changes"] = async (s, text) => await s.GetRequiredService<IChangeLog>().ListAsync(ChangeSubject.Customer, text).CountAsync(),
        ["details"] = async (s, text) => Count(await s.GetRequiredService<CustomerDetailsReader>().ReadAsync(CustomerId.FromStored(text))),
        ["balance"] = async (s, text) => Count(await s.GetRequiredService<CustomerCredits>().BalanceAsync(CustomerId.FromStored(text))),
        ["posting"] = (s, text) => RefusedAsync(() => Ledger(s).PostAsync([new UsageDraft { Customer = text, Key = text }])),
        ["reversal"] = (s, text) => RefusedAsync(() => Ledger(s).ReverseAsync(CustomerId.FromStored(text), "k-1")),
        ["reversal by a key"] = (s, text) => RefusedAsync(() => Ledger(s).ReverseAsync(new CustomerId("\uFFFD"), text)),
        ["void"] = (s, text) => RefusedAsync(() => Ledger(s).VoidAsync(new UsageDraft { Customer = text, Key = text })),
        ["authorization"] = (s, text) =>
            RefusedAsync(() =>
                s.GetRequiredService<CreditReservations>().CheckAsync(CustomerId.FromStored(text), Valid.Today, Credits.Of(1))
            ),
        ["commitment"] = (s, text) =>
            RefusedAsync(() => s.GetRequiredService<CreditReservations>().CommitAsync(CustomerId.FromStored(text), text)),
        ["release"] = (s, text) =>
            RefusedAsync(() => s.GetRequiredService<CreditReservations>().ReleaseAsync(new CustomerId("\uFFFD"), text)),
    };

    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var operation in Operations.Keys)
            {
                foreach (var text in Texts.Keys)
                {
                    cases.Add(operation, text);
                }
            }

            return cases;
        }
    }

    public static Task<int> RunAsync(IServiceProvider services, string operation, string text) =>
        Operations[operation](services, Texts[text]);

    public static async Task FillAsync(IServiceProvider services)
    {
        foreach (var (number, text) in Stored.Index())
        {
            await Plans(services).AddAsync(Valid.Plan(text));
            var draft = Valid.Draft($"Northwind {number}");
            (draft.Id, draft.AccountName, draft.OrganizationName, draft.ServicePlan) = (text, text, text, text);
            (draft.References[0].Id, draft.StorageRegions[0], draft.Contacts[0].Name) = (text, text, text);
            await services.GetRequiredService<CustomerRepository>().RegisterAsync(draft);
            foreach (var key in (string[])["k-1", text])
            {
                await Ledger(services)
                    .PostAsync([
                        new UsageDraft
                        {
                            Customer = text,
                            Key = key,
                            Date = Valid.Today,
                            Credits = 1,
                        },
                    ]);
            }
        }
    }

    private static CustomerRepository Customers(IServiceProvider services) => services.GetRequiredService<CustomerRepository>();

    private static PlanRepository Plans(IServiceProvider services) => services.GetRequiredService<PlanRepository>();

    private static IUsageStore Usage(IServiceProvider services) => services.GetRequiredService<IUsageStore>();

    private static UsageLedger Ledger(IServiceProvider services) => services.GetRequiredService<UsageLedger>();

    private static int Count(object? result) => result is null ? 0 : 1;

    private static async Task<int> CountAsync(IServiceProvider services, ISpecification<Customer> specification) =>
        (await Customers(services).ListAsync(specification)).Count + await Customers(services).CountAsync(specification);

    private static async Task<int> FilterAsync(IServiceProvider services, CustomerFilter filter)
    {
        var request = new CustomerPageRequest { Filter = filter, IncludeTotal = true };
        var page = await Customers(services).PageAsync(request);
        var rows = await Customers(services).RowsAsync(request);
        return page.Items.Count + page.Total!.Value + rows.Items.Count + await CountAsync(services, new CustomersMatching(filter));
    }

    private static Task<int> WhereAsync(IServiceProvider services, Action<ISpecificationBuilder<Customer>> configure) =>
        CountAsync(services, new ConfiguredSpecification(configure));

    private static async Task<int> UsageAsync(IServiceProvider services, UsageKey key) => (await Usage(services).FindAsync([key])).Count;

    private static async Task<int> RefusedAsync<T>(Func<Task<T>> call) => await RefusedAsync((Func<Task>)(async () => await call()));

    private static async Task<int> RefusedAsync(Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (RuleViolationException refused)
        {
            return refused.Violations.Count == 0 ? 1 : 0;
        }

        return 1;
    }

    private sealed class ConfiguredSpecification : Specification<Customer>
    {
        public ConfiguredSpecification(Action<ISpecificationBuilder<Customer>> configure) => configure(Query);
    }
}
