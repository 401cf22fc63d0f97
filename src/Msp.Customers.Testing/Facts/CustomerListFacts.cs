using Msp.Customers.Names;

namespace Msp.Customers.Testing;

internal static class CustomerListFacts
{
    public static IEnumerable<ConformanceFact> All =>
        [
            Fact("All reads of an empty storage return no customers", Empty),
            Fact("GetByIdAsync returns null for an id that is not stored", UnknownId),
            Fact("GetByIdAsync returns null for text that is not a valid id", InvalidId),
            Fact("GetByIdAsync finds a customer by its id and by the text of the id", IdAndText),
            Fact("All customers are listed in order of id by code point", InOrderOfId),
            Fact("Names are sorted by code point, not by culture", InOrderOfName),
            Fact("Customers with equal names are listed in order of id", InOrderOfIdAmongEquals),
            Fact("CountAsync and AnyAsync work with and without a specification", Counts),
            Fact("FirstOrDefaultAsync returns the first customer in the order of the specification", First),
            Fact("SingleOrDefaultAsync throws InvalidOperationException for several matching customers", Single),
            Fact("Skip and Take are applied in the requested order", TakeAndSkip),
            Fact("A projection returns the selected member of each customer", Projected),
            Fact("AsAsyncEnumerable returns the same customers as ListAsync", Streamed),
        ];

    private static ConformanceFact Fact(string name, Func<Trial, Task> body) => new(name, ConformanceArea.Customers, body);

    private static async Task Empty(Trial trial)
    {
        var (customers, token) = (trial.Customers, trial.Token);
        Expect.Equal(
            (0, 0),
            (await customers.CountAsync(token), await customers.CountAsync(Named("x"), token)),
            "count zero customers in an empty store"
        );
        Expect.Equal(
            (false, false),
            (await customers.AnyAsync(token), await customers.AnyAsync(Named("x"), token)),
            "find no customers when it is empty"
        );
        Expect.Equal(0, (await customers.ListAsync(token)).Count, "list no customers when it is empty");
        Expect.Equal(null, await customers.FirstOrDefaultAsync(Named("x"), token), "return no first customer when it is empty");
        Expect.Equal(null, await customers.SingleOrDefaultAsync(new AllCustomers(), token), "return no single customer when it is empty");
        Expect.Equal(
            null,
            (await customers.PageAsync(new CustomerPageRequest(), token)).NextToken,
            "return no page token when it is empty"
        );
        await customers.AddRangeAsync([], token);
        await customers.UpdateRangeAsync([], token);
        await customers.DeleteRangeAsync(Array.Empty<Customer>(), token);
    }

    private static async Task UnknownId(Trial trial)
    {
        await trial.SavedAsync(SampleData.Customer());
        Expect.Equal(
            null,
            await trial.Customers.GetByIdAsync(new CustomerId("unknown"), trial.Token),
            "return null for an id that is not stored"
        );
    }

    private static async Task InvalidId(Trial trial)
    {
        await trial.SavedAsync(SampleData.Customer("Northwind", d => d.Id = "c-1"));
        foreach (
            var text in new[]
            {
                "",
                " ",
                " c-1",
                "c-1 ",
                "a\tb",
                "\uD83D",
                new string('x', TextLimits.MaxIdLength + 1),
                new string('x', 10_000),
            }
        )
        {
            Expect.Equal(null, await trial.Customers.GetByIdAsync(text, trial.Token), "return null for text that is not a valid id");
        }
    }

    private static async Task IdAndText(Trial trial)
    {
        var customer = await trial.SavedAsync(SampleData.Customer());
        Expect.Same(customer.ToSnapshot(), await trial.Customers.GetByIdAsync(customer.Id, trial.Token), "find a customer by its id");
        Expect.Same(
            customer.ToSnapshot(),
            await trial.Customers.GetByIdAsync(customer.Id.Value, trial.Token),
            "find a customer by the text of its id"
        );
    }

    private static async Task InOrderOfId(Trial trial)
    {
        string[] ids = ["b", "B", "a", "\u00E4", "Z", "\U0001F600", "\uFFFD", "10", "9", "-"];
        foreach (var id in ids)
        {
            await trial.SavedAsync(SampleData.Customer($"Customer {Array.IndexOf(ids, id)}", d => d.Id = id));
        }

        Expect.Items(
            ["-", "10", "9", "B", "Z", "a", "b", "\u00E4", "\uFFFD", "\U0001F600"],
            (await trial.Customers.ListAsync(trial.Token)).Select(c => c.Id.Value),
            "list all customers in order of id by code point"
        );
    }

    private static async Task InOrderOfName(Trial trial)
    {
        string[] inOrder =
        [
            "#1",
            "'x",
            "-x",
            "10",
            "9",
            "_x",
            "A-b",
            "AB",
            "\u0130x",
            "Zoe",
            "\u00C4rger",
            "\u05D0",
            "\uFFFDx",
            "\U0001F600x",
        ];
        foreach (var name in inOrder.Reverse())
        {
            await trial.SavedAsync(SampleData.Customer(name));
        }

        Expect.Items(
            inOrder,
            (
                await trial.Customers.ListAsync(new CustomersMatching(new CustomerFilter { Status = CustomerStatus.Active }), trial.Token)
            ).Select(c => c.Account.AccountName),
            "list customers in order of the normalized name by code point"
        );
    }

    private static async Task InOrderOfIdAmongEquals(Trial trial)
    {
        foreach (var (index, id) in new[] { "b", "c", "A", "\U0001F600", "\uFFFD", "a" }.Index())
        {
            await trial.SavedAsync(SampleData.Customer($"Customer {index}", d => (d.Id, d.AccountName) = (id, "Same")));
        }

        Expect.Items(
            ["A", "a", "b", "c", "\uFFFD", "\U0001F600"],
            (await trial.Customers.ListAsync(Named("same"), trial.Token)).Select(c => c.Id.Value),
            "list customers with equal names in order of id by code point"
        );
    }

    private static async Task Counts(Trial trial)
    {
        var (customers, token) = (trial.Customers, trial.Token);
        foreach (var name in new[] { "A", "B", "C" })
        {
            await trial.SavedAsync(SampleData.Customer(name, d => d.TenantType = name == "C" ? TenantType.Sandbox : TenantType.Commercial));
        }

        Expect.Equal(
            (3, 2, 0),
            (
                await customers.CountAsync(token),
                await customers.CountAsync(Of(TenantType.Commercial), token),
                await customers.CountAsync(Of(TenantType.Evaluation), token)
            ),
            "count all customers, the customers that match a specification, and none"
        );
        Expect.Equal(3, await customers.CountAsync(new Slice(1, 1), token), "ignore Skip and Take when it counts");
        Expect.Equal(
            (true, true, false),
            (
                await customers.AnyAsync(token),
                await customers.AnyAsync(Of(TenantType.Sandbox), token),
                await customers.AnyAsync(Of(TenantType.Evaluation), token)
            ),
            "report whether any customer exists or matches a specification"
        );
    }

    private static async Task First(Trial trial)
    {
        await AddThreeAsync(trial);
        Expect.Equal(
            "A",
            (await trial.Customers.FirstOrDefaultAsync(new CustomersMatching(new CustomerFilter { Text = "" }), trial.Token))
                ?.Account
                .AccountName,
            "return the first customer in the order of the specification"
        );
        Expect.Equal(
            "C",
            (await trial.Customers.FirstOrDefaultAsync(new Slice(0, 3), trial.Token))?.Account.AccountName,
            "return the first customer in the descending order of the specification"
        );
        Expect.Equal(
            "C",
            await trial.Customers.FirstOrDefaultAsync(new NamesDescending(), trial.Token),
            "return the projection of the first customer in the order of the specification"
        );
    }

    private static async Task Single(Trial trial)
    {
        var customer = (await AddThreeAsync(trial))[0];
        Expect.Same(
            customer.ToSnapshot(),
            await trial.Customers.SingleOrDefaultAsync(new CustomerWithId(customer.Id), trial.Token),
            "return the single matching customer"
        );
        await Expect.ThrowsAsync<InvalidOperationException>(
            "refuse several matching customers in SingleOrDefaultAsync",
            () => trial.Customers.SingleOrDefaultAsync(new AllCustomers(), trial.Token)
        );
    }

    private static async Task TakeAndSkip(Trial trial)
    {
        await AddThreeAsync(trial);
        Expect.Items(
            ["B"],
            (await trial.Customers.ListAsync(new Slice(1, 1), trial.Token)).Select(c => c.Account.AccountName),
            "skip one customer and return one in descending order of name"
        );
        Expect.Items(
            ["B", "A"],
            (await trial.Customers.ListAsync(new Slice(1, 5), trial.Token)).Select(c => c.Account.AccountName),
            "return the remaining customers when Take is larger"
        );
        Expect.Equal(0, (await trial.Customers.ListAsync(new Slice(0, 0), trial.Token)).Count, "return no customers when Take is 0");
    }

    private static async Task Projected(Trial trial)
    {
        await AddThreeAsync(trial);
        Expect.Items(
            ["C", "B", "A"],
            await trial.Customers.ListAsync(new NamesDescending(), trial.Token),
            "list the selected member in the order of the specification"
        );
    }

    private static async Task Streamed(Trial trial)
    {
        await AddThreeAsync(trial);
        var streamed = new List<object>();
        await foreach (var customer in trial.Customers.AsAsyncEnumerable(new AllCustomers()).WithCancellation(trial.Token))
        {
            streamed.Add(customer.ToSnapshot());
        }

        Expect.Same(
            (await trial.Customers.ListAsync(new AllCustomers(), trial.Token)).Select(c => (object)c.ToSnapshot()).ToList(),
            streamed,
            "stream the same customers as it lists"
        );
    }

    internal static async Task<List<Customer>> AddThreeAsync(Trial trial)
    {
        List<Customer> three = [.. new[] { "A", "B", "C" }.Select(name => SampleData.Customer(name, d => d.Id = name))];
        foreach (var customer in three)
        {
            await trial.SavedAsync(customer);
        }

        return three;
    }

    private sealed class Slice : Specification<Customer>
    {
        public Slice(int skip, int take) => Query.OrderByDescending(c => c.Account.AccountKey).Skip(skip).Take(take);
    }

    private sealed class NamesDescending : Specification<Customer, string>
    {
        public NamesDescending()
        {
            Query.OrderByDescending(c => c.Account.AccountKey);
            Query.Select(c => c.Account.AccountName);
        }
    }

    private sealed class AllCustomers : SingleResultSpecification<Customer>;

    private static CustomersMatching Named(string name) => new(new CustomerFilter { Name = name });

    private static CustomersMatching Of(TenantType type) => new(new CustomerFilter { TenantType = type });
}
