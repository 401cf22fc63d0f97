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
            Fact("The same id is a customer of each MSP", SameId),
            Fact("MSPs whose ids differ only in case or accents are different", ExactMsps),
            Fact("The same organization name and reference are free at another MSP", SameNames),
            Fact("Nothing of another MSP's customers is found, listed or counted", NothingFound),
            Fact("A named query answers with the MSP's own customers only", Queries),
            Fact("A change or deletion of another MSP's customer is refused and changes nothing", ForeignWrites),
            Fact("A deletion of a customer leaves the one of the same id at another MSP", Deletion),
            Fact("A page's token continues no list of another MSP", Tokens),
            Fact("The same id is a plan of each MSP, and nothing of another's is found", Plans),
            Fact("A plan of another MSP cannot be chosen, and customers of another MSP keep no plan", ForeignPlan),
            Fact("Usage of the same customer and key belongs to each MSP", Usage, ConformanceArea.Usage),
            Fact("Usage of a customer that only another MSP has is refused", ForeignUsage, ConformanceArea.Usage),
            Fact("Nothing of another MSP's changes is listed, waits to be delivered or is marked", Changes, ConformanceArea.Changes),
        ];

    private static ConformanceFact Fact(string name, Func<Trial, StorageSession, Task> body, params ReadOnlySpan<ConformanceArea> also) =>
        new(
            name,
            [ConformanceArea.Isolation, .. also],
            async trial =>
            {
                await using var other = await trial.OpenAsync(new MspId(Other));
                await body(trial, other);
            }
        );

    private static Customer Customer(string name, string id = "c-1") => SampleData.Customer(name, d => d.Id = id);

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
            "keep one MSP's customer as it is when another's of the same id is saved"
        );
        Expect.Same(
            theirs.ToSnapshot(),
            await other.Customers.GetByIdAsync(theirs.Id, trial.Token),
            "keep a customer of the same id for each MSP"
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
            "keep names and references unique within one MSP and not beyond"
        );
    }

    private static async Task NothingFound(Trial trial, StorageSession other)
    {
        var (customers, token) = (other.Customers, trial.Token);
        var mine = await trial.SavedAsync(Customer("Northwind"));
        Expect.Equal(null, await customers.GetByIdAsync(mine.Id, token), "find nothing of another MSP's by id");
        Expect.Equal(
            null,
            await customers.SingleOrDefaultAsync(new CustomerWithId(mine.Id), token),
            "find nothing of another MSP's as a single answer"
        );
        Expect.Equal(
            (0, 0),
            ((await customers.ListAsync(token)).Count, await customers.CountAsync(token)),
            "list and count nothing of another MSP's"
        );
        Expect.Equal(false, await customers.AnyAsync(token), "have nothing of another MSP's");
        Expect.Equal(0, (await customers.ListAsync(new UsageTermsById([mine.Id]), token)).Count, "tell no part of another MSP's customers");
        await foreach (
            var _ in customers.AsAsyncEnumerable(new CustomersMatching(new CustomerFilter { Text = "" })).WithCancellation(token)
        )
        {
            Expect.That(false, "stream nothing of another MSP's", "a customer");
        }
    }

    private static async Task Queries(Trial trial, StorageSession other)
    {
        var (mine, theirs) = (new Generated(13).Customers(20), new Generated(14).Customers(5));
        await trial.PlansOfAsync(mine);
        await trial.Customers.AddRangeAsync(mine, trial.Token);
        await trial.PlansOfAsync(theirs, other);
        await other.Customers.AddRangeAsync(theirs, trial.Token);
        ISpecification<Customer>[] specifications =
        [
            new CustomersMatching(new CustomerFilter { Text = "" }),
            new CustomersMatching(new CustomerFilter { Name = "same" }),
            new CustomersByOrganization(theirs[0].Account.OrganizationKey),
            new CustomersMatching(new CustomerFilter { ServicePlan = new PlanId("gold") }),
            new CustomersMatching(new CustomerFilter { Region = new StorageRegion("us-east-1") }),
            new CustomersByReference(new ExternalReference("psa", "b0")),
            new CustomersPage(new CustomerPageRequest()),
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
            Expect.Items(expected, found, $"answer {specification.GetType().Name} with the MSP's own customers only");
            Expect.Equal(
                expected.Count(),
                await other.Customers.CountAsync(specification, trial.Token),
                $"count the MSP's own customers only for {specification.GetType().Name}"
            );
        }
    }

    private static async Task ForeignWrites(Trial trial, StorageSession other)
    {
        var mine = await trial.SavedAsync(Customer("Northwind"));
        var read = (await trial.FindAsync(mine.Id))!;
        read.RemoveContact(1);
        await Expect.RefusedAsync(trial, "a change of another MSP's customer", () => other.Customers.UpdateAsync(read, trial.Token));
        await Expect.RefusedAsync(trial, "a deletion of another MSP's customer", () => other.Customers.DeleteAsync(mine, trial.Token));
        Expect.Equal(0, await other.Customers.CountAsync(trial.Token), "store nothing at the one MSP of what was another's");
    }

    private static async Task Deletion(Trial trial, StorageSession other)
    {
        var (mine, theirs) = (await trial.SavedAsync(Customer("Northwind")), Customer("Northwind"));
        await other.Customers.AddAsync(theirs, trial.Token);
        await other.Customers.DeleteAsync(theirs, trial.Token);
        Expect.Same(mine.ToSnapshot(), await trial.FindAsync(mine.Id), "leave one MSP's customer when another's of the same id is deleted");
    }

    private static async Task Tokens(Trial trial, StorageSession other)
    {
        var request = new CustomerPageRequest { Size = 1 };
        var (mine, theirs) = (new Generated(15).Customers(4), new Generated(15).Customers(4));
        await trial.PlansOfAsync(mine);
        await trial.Customers.AddRangeAsync(mine, trial.Token);
        await trial.PlansOfAsync(theirs, other);
        await other.Customers.AddRangeAsync(theirs, trial.Token);
        var token = (await trial.Customers.PageAsync(request, trial.Token)).NextToken;
        await Expect.ThrowsAsync<RuleViolationException>(
            "tell by IMspScoped whose customers it serves, so that another MSP's token is refused",
            () => other.Customers.PageAsync(request with { Token = token }, trial.Token)
        );
    }

    private static async Task ForeignPlan(Trial trial, StorageSession other)
    {
        var (mine, theirs) = (SampleData.Plan(), SampleData.Plan());
        await trial.Plans.AddAsync(mine, trial.Token);
        await Expect.RefusedAsync(
            trial,
            "a customer on a plan of another MSP",
            () => other.Customers.AddAsync(SampleData.Customer("Northwind", d => d.ServicePlan = "gold"), trial.Token)
        );
        await other.Plans.AddAsync(theirs, trial.Token);
        await other.Customers.AddAsync(SampleData.Customer("Northwind", d => d.ServicePlan = "gold"), trial.Token);
        await trial.Plans.DeleteAsync(mine, trial.Token);
        Expect.Equal(null, await trial.FindAsync(mine.Id), "delete a plan that only customers of another MSP's plan of the same id take");
    }

    private static async Task Plans(Trial trial, StorageSession other)
    {
        var mine = await trial.SavedAsync(SampleData.Plan());
        Expect.Equal(null, await other.Plans.GetByIdAsync(mine.Id, trial.Token), "find nothing of another MSP's plans by id");
        Expect.Equal(
            (0, 0),
            (
                await other.Plans.CountAsync(trial.Token),
                await other.Plans.CountAsync(new PlansByName(NameKey.Of("Plan gold")), trial.Token)
            ),
            "count nothing of another MSP's plans"
        );
        var theirs = SampleData.Plan("gold", d => (d.Name, d.Features) = ("Theirs", []));
        await other.Plans.AddAsync(theirs, trial.Token);
        Expect.Items(
            ["Theirs"],
            (await other.Plans.ListAsync(new PlansOffered(), trial.Token)).Select(p => p.Name),
            "offer the MSP's own plans only"
        );
        await other.Plans.DeleteAsync(theirs, trial.Token);
        Expect.Same(
            mine.ToSnapshot(),
            await trial.FindAsync(mine.Id),
            "leave one MSP's plan when another's of the same id is changed or deleted"
        );
    }

    private static async Task Usage(Trial trial, StorageSession other)
    {
        var entry = SampleData.UsageEntry((await trial.SavedAsync(Customer("Northwind"))).Id) with { Sequence = 1 };
        await other.Customers.AddAsync(Customer("Northwind"), trial.Token);
        var theirs = Trial.UsageOf(other);
        await UsageFacts.AppendAsync(trial, entry);
        Expect.Equal(
            0,
            (await theirs.FindAsync([new UsageKey(entry.Customer, entry.Key)], trial.Token)).Count,
            "find nothing of another MSP's usage"
        );
        Expect.Equal(
            (0L, 0),
            (
                (await theirs.ReadAsync(entry.Customer, trial.Token)).LastSequence,
                (await theirs.ReadAsync(entry.Customer, trial.Token)).Days.Length
            ),
            "add up nothing of another MSP's usage"
        );
        Expect.That(
            await theirs.AppendAsync([entry with { Credits = Msp.Customers.Credits.Of(5) }], trial.Token),
            "let each MSP have the same key and sequence number",
            "a refusal"
        );
        await other.Customers.DeleteAsync((await other.Customers.GetByIdAsync(entry.Customer, trial.Token))!, trial.Token);
        Expect.Items(
            [entry],
            await UsageFacts.ListAsync(trial, entry.Customer),
            "leave one MSP's usage when another's customer of the same id is deleted"
        );
    }

    private static async Task ForeignUsage(Trial trial, StorageSession other)
    {
        var entry = SampleData.UsageEntry((await trial.SavedAsync(Customer("Northwind"))).Id);
        Expect.That(
            !await Trial.UsageOf(other).AppendAsync([entry], trial.Token),
            "refuse usage of a customer that only another MSP has",
            "that it was appended"
        );
        Expect.Items([], await UsageFacts.ListAsync(trial, entry.Customer), "store no usage for a customer of another MSP");
    }

    private static async Task Changes(Trial trial, StorageSession other)
    {
        var theirs = Trial.ChangesOf(other);
        var mine = await trial.SavedAsync(Customer("Northwind"));
        var entry = (await ChangeFacts.ListAsync(trial, mine.Id)).Single();
        Expect.Equal(
            (0, 0),
            (
                await theirs.ListAsync(ChangeSubject.Customer, "c-1", trial.Token).CountAsync(trial.Token),
                (await theirs.ListPendingAsync(10, cancellationToken: trial.Token)).Count
            ),
            "tell nothing of another MSP's changes"
        );
        var same = Customer("Southwind");
        await other.Customers.AddAsync(same, trial.Token);
        await theirs.MarkDeliveredAsync([entry.Id], trial.Token);
        await other.Customers.DeleteAsync(same, trial.Token);
        Expect.Items(
            [entry.Id],
            (await trial.Changes.ListPendingAsync(10, cancellationToken: trial.Token)).Select(e => e.Id),
            "let an MSP's change wait, whatever another marks or deletes"
        );
        Expect.Items(
            [(ChangeKind.Deleted, 2L)],
            (await theirs.ListPendingAsync(10, cancellationToken: trial.Token)).Select(e => (e.Kind, e.Version)),
            "keep the entries of each MSP's customer of the same id"
        );
        Expect.Items(
            [entry.Id],
            (await ChangeFacts.ListAsync(trial, mine.Id)).Select(e => e.Id),
            "keep an MSP's entries when another's customer of the same id is deleted"
        );
    }
}
