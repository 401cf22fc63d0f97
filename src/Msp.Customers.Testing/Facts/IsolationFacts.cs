using Msp.Customers.ChangeLog;
using Msp.Customers.Names;
using Msp.Customers.Queries;
using Msp.Customers.Usage;

namespace Msp.Customers.Testing;

internal static class IsolationFacts
{
    private const string Other = "other-msp";

    public static IEnumerable<ConformanceFact> All =>
        [
            Fact("Two MSPs can each have a customer with the same id", SameId),
            Fact("MSPs whose ids differ only in case or accents are different MSPs", ExactMsps),
            Fact("Two MSPs can use the same organization name and the same reference", SameNames),
            Fact("Customers of another MSP are not found, listed or counted", NothingFound),
            Fact("A named query returns only the MSP's own customers", Queries),
            Fact("An update or deletion of another MSP's customer is refused and changes nothing", ForeignWrites),
            Fact("A deletion of a customer keeps another MSP's customer with the same id", Deletion),
            Fact("A page token of another MSP is refused", Tokens),
            Fact("Two MSPs can each have a plan with the same id, and plans of another MSP are not found", Plans),
            Fact("A customer cannot use a plan of another MSP, and another MSP's customers do not prevent a plan's deletion", ForeignPlan),
            .. UsageIsolationFacts.All,
            Fact("Change log entries of another MSP are not listed, pending or marked", Changes, ConformanceArea.Changes),
        ];

    internal static ConformanceFact Fact(string name, Func<Trial, StorageSession, Task> body, params ReadOnlySpan<ConformanceArea> also) =>
        new(
            name,
            [ConformanceArea.Isolation, .. also],
            async trial =>
            {
                await using var other = await trial.OpenAsync(new MspId(Other));
                await body(trial, other);
            }
        );

    internal static Customer Customer(string name, string id = "c-1") => SampleData.Customer(name, d => d.Id = id);

    private static async Task SameId(Trial trial, StorageSession other)
    {
        var (mine, theirs) = (Customer("Northwind"), Customer("Southwind"));
        await trial.Customers.AddAsync(mine, trial.Token);
        await other.Customers.AddAsync(theirs, trial.Token);
        CustomerWriteFacts.Edit(theirs, d => (d.Contacts, d.References, d.Address) = ([], [], "theirs"));
        await other.Customers.UpdateAsync(theirs, trial.Token);
        Expect.Same(
            mine.ToSnapshot(),
            await trial.FindAsync(mine.Id),
            "keep a customer when another MSP updates its customer with the same id"
        );
        Expect.Same(
            theirs.ToSnapshot(),
            await other.Customers.GetByIdAsync(theirs.Id, trial.Token),
            "store a customer with the same id for each MSP"
        );
    }

    private static async Task ExactMsps(Trial trial, StorageSession other)
    {
        await other.Customers.AddAsync(Customer("Northwind"), trial.Token);
        foreach (var id in new[] { "OTHER-MSP", "other-msp1", "other-m\u015Bp", "other", "%" })
        {
            await using var session = await trial.OpenAsync(new MspId(id));
            Expect.Equal(0, await session.Customers.CountAsync(trial.Token), "compare the ids of MSPs exactly");
            await session.Customers.AddAsync(Customer("Northwind"), trial.Token);
        }
    }

    private static async Task SameNames(Trial trial, StorageSession other)
    {
        await trial.Customers.AddAsync(Customer("Northwind"), trial.Token);
        await other.Customers.AddAsync(Customer("Northwind", "c-2"), trial.Token);
        Expect.Equal(
            (1, 1),
            (await trial.Customers.CountAsync(trial.Token), await other.Customers.CountAsync(trial.Token)),
            "require unique names and references only within one MSP"
        );
    }

    private static async Task NothingFound(Trial trial, StorageSession other)
    {
        var (customers, token) = (other.Customers, trial.Token);
        var mine = await trial.SavedAsync(Customer("Northwind"));
        Expect.Equal(null, await customers.GetByIdAsync(mine.Id, token), "return null for the id of another MSP's customer");
        Expect.Equal(
            null,
            await customers.SingleOrDefaultAsync(new CustomerWithId(mine.Id), token),
            "return no customer of another MSP in SingleOrDefaultAsync"
        );
        Expect.Equal(
            (0, 0),
            ((await customers.ListAsync(token)).Count, await customers.CountAsync(token)),
            "list and count no customers of another MSP"
        );
        Expect.Equal(false, await customers.AnyAsync(token), "find no customers of another MSP in AnyAsync");
        Expect.Equal(
            0,
            (await customers.ListAsync(new UsageTermsById([mine.Id]), token)).Count,
            "return no projections of another MSP's customers"
        );
        await foreach (
            var _ in customers.AsAsyncEnumerable(new CustomersMatching(new CustomerFilter { Text = "" })).WithCancellation(token)
        )
        {
            Expect.That(false, "stream no customers of another MSP", "a customer");
        }
    }

    private static async Task Queries(Trial trial, StorageSession other)
    {
        var (mine, theirs) = (new GeneratedData(13).Customers(20), new GeneratedData(14).Customers(5));
        await trial.AddPlansAsync(mine);
        await trial.Customers.AddRangeAsync(mine, trial.Token);
        await trial.AddPlansAsync(theirs, other);
        await other.Customers.AddRangeAsync(theirs, trial.Token);
        ISpecification<Customer>[] specifications =
        [
            new CustomersMatching(new CustomerFilter { Text = "" }),
            new CustomersMatching(new CustomerFilter { Name = "same" }),
            new CustomersByOrganization(theirs[0].Account.OrganizationKey),
            new CustomersMatching(new CustomerFilter { ServicePlan = new PlanId("gold") }),
            new CustomersMatching(new CustomerFilter { Region = new StorageRegion("us-east-1") }),
            new CustomersByReference(new ExternalReference("psa", "b0")),
            new CustomersPage(new PagePart(new CustomerPageRequest(), HasKey: null, After: null, Take: 51)),
            .. Enum.GetValues<TenantType>().Select(t => new CustomersMatching(new CustomerFilter { TenantType = t })),
            .. Enum.GetValues<CustomerStatus>().Select(s => new CustomersMatching(new CustomerFilter { Status = s })),
            new CustomersMatching(new CustomerFilter { LicenseExpiringBefore = SupportedDates.Last }),
            new CustomersMatching(new CustomerFilter { QuotaEndingBefore = SupportedDates.Last }),
            new CustomersMatching(new CustomerFilter { QuotaInForceOn = SampleData.Today }),
        ];
        foreach (var specification in specifications)
        {
            var expected = theirs.Where(specification.IsSatisfiedBy).Select(c => c.Account.OrganizationName).Order(StringComparer.Ordinal);
            var found = (await other.Customers.ListAsync(specification, trial.Token))
                .Select(c => c.Account.OrganizationName)
                .Order(StringComparer.Ordinal);
            Expect.Items(expected, found, $"return only the MSP's own customers for {specification.GetType().Name}");
            Expect.Equal(
                expected.Count(),
                await other.Customers.CountAsync(specification, trial.Token),
                $"count only the MSP's own customers for {specification.GetType().Name}"
            );
        }
    }

    private static async Task ForeignWrites(Trial trial, StorageSession other)
    {
        var mine = await trial.SavedAsync(Customer("Northwind"));
        var read = (await trial.FindAsync(mine.Id))!;
        read.RemoveContact(1);
        await Expect.RefusedAsync(trial, "an update of another MSP's customer", () => other.Customers.UpdateAsync(read, trial.Token));
        await Expect.RefusedAsync(trial, "a deletion of another MSP's customer", () => other.Customers.DeleteAsync(mine, trial.Token));
        Expect.Equal(0, await other.Customers.CountAsync(trial.Token), "store no customer of another MSP");
    }

    private static async Task Deletion(Trial trial, StorageSession other)
    {
        var (mine, theirs) = (await trial.SavedAsync(Customer("Northwind")), Customer("Northwind"));
        await other.Customers.AddAsync(theirs, trial.Token);
        await other.Customers.DeleteAsync(theirs, trial.Token);
        Expect.Same(
            mine.ToSnapshot(),
            await trial.FindAsync(mine.Id),
            "keep a customer when another MSP deletes its customer with the same id"
        );
    }

    private static async Task Tokens(Trial trial, StorageSession other)
    {
        var request = new CustomerPageRequest { Size = 1 };
        var (mine, theirs) = (new GeneratedData(15).Customers(4), new GeneratedData(15).Customers(4));
        await trial.AddPlansAsync(mine);
        await trial.Customers.AddRangeAsync(mine, trial.Token);
        await trial.AddPlansAsync(theirs, other);
        await other.Customers.AddRangeAsync(theirs, trial.Token);
        var token = (await trial.Customers.PageAsync(request, trial.Token)).NextToken;
        await Expect.ThrowsAsync<RuleViolationException>(
            "implement IMspRepository, so that a page token of another MSP is refused",
            () => other.Customers.PageAsync(request with { Token = token }, trial.Token)
        );
    }

    private static async Task ForeignPlan(Trial trial, StorageSession other)
    {
        var (mine, theirs) = (SampleData.Plan(), SampleData.Plan());
        await trial.Plans.AddAsync(mine, trial.Token);
        await Expect.RefusedAsync(
            trial,
            "a customer with a plan of another MSP",
            () => other.Customers.AddAsync(SampleData.Customer("Northwind", d => d.ServicePlan = "gold"), trial.Token)
        );
        await other.Plans.AddAsync(theirs, trial.Token);
        await other.Customers.AddAsync(SampleData.Customer("Northwind", d => d.ServicePlan = "gold"), trial.Token);
        await trial.Plans.DeleteAsync(mine, trial.Token);
        Expect.Equal(null, await trial.FindAsync(mine.Id), "delete a plan when only customers of another MSP have a plan with the same id");
    }

    private static async Task Plans(Trial trial, StorageSession other)
    {
        var mine = await trial.SavedAsync(SampleData.Plan());
        Expect.Equal(null, await other.Plans.GetByIdAsync(mine.Id, trial.Token), "return null for the id of another MSP's plan");
        Expect.Equal(
            (0, 0),
            (
                await other.Plans.CountAsync(trial.Token),
                await other.Plans.CountAsync(new PlansByName(NameKey.Of("Plan gold")), trial.Token)
            ),
            "count no plans of another MSP"
        );
        var theirs = SampleData.Plan("gold", d => (d.Name, d.Features) = ("Theirs", []));
        await other.Plans.AddAsync(theirs, trial.Token);
        Expect.Items(
            ["Theirs"],
            (await other.Plans.ListAsync(new PlansOffered(), trial.Token)).Select(p => p.Name),
            "return only the MSP's own plans for PlansOffered"
        );
        await other.Plans.DeleteAsync(theirs, trial.Token);
        Expect.Same(
            mine.ToSnapshot(),
            await trial.FindAsync(mine.Id),
            "keep a plan when another MSP adds or deletes its plan with the same id"
        );
    }

    private static async Task Changes(Trial trial, StorageSession other)
    {
        var theirs = Trial.ChangesOf(other);
        var mine = await trial.SavedAsync(Customer("Northwind"));
        var entry = (await LoggedChanges.ListAsync(trial, mine.Id)).Single();
        Expect.Equal(
            (0, 0),
            (
                await theirs.ListAsync(ChangeSubject.Customer, "c-1", trial.Token).CountAsync(trial.Token),
                (await theirs.ListPendingAsync(10, cancellationToken: trial.Token)).Count
            ),
            "return no change log entries of another MSP"
        );
        var same = Customer("Southwind");
        await other.Customers.AddAsync(same, trial.Token);
        await theirs.MarkDeliveredAsync([entry.Id], trial.Token);
        await other.Customers.DeleteAsync(same, trial.Token);
        Expect.Items(
            [entry.Id],
            (await trial.Changes.ListPendingAsync(10, cancellationToken: trial.Token)).Select(e => e.Id),
            "keep an entry pending when another MSP marks it or deletes its customer with the same id"
        );
        Expect.Items(
            [(ChangeKind.Deleted, 2L)],
            (await theirs.ListPendingAsync(10, cancellationToken: trial.Token)).Select(e => (e.Kind, e.Version)),
            "return only the entry of the MSP's own deletion as pending"
        );
        Expect.Items(
            [entry.Id],
            (await LoggedChanges.ListAsync(trial, mine.Id)).Select(e => e.Id),
            "keep the entries of a customer when another MSP deletes its customer with the same id"
        );
    }
}
