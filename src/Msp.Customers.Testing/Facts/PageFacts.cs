namespace Msp.Customers.Testing;

internal static class PageFacts
{
    public static IEnumerable<ConformanceFact> All =>
        [
            .. Enum.GetValues<CustomerSort>()
                .Select(sort =>
                    Fact($"Pages sorted by {sort} are complete, and in memory's order, in both directions", t => Sorted(t, sort))
                ),
            Fact("Pages of filtered customers are complete, and in memory's order", Filtered),
            Fact("Pages of one customer among many with the same name leave nobody out", SameNames),
            Fact("While customers are added, removed and renamed between pages, no other appears twice or is left out", Stable),
            Fact("A token continues no other list", ForeignToken),
        ];

    private static ConformanceFact Fact(string name, Func<Trial, Task> body) => new(name, ConformanceArea.Customers, body);

    private static async Task Sorted(Trial trial, CustomerSort sort)
    {
        var customers = new Generated(6 + (int)sort).Customers(25);
        var memory = await CustomerQueryFacts.FillAsync(trial, customers);
        foreach (var isDescending in new[] { false, true })
        {
            foreach (var size in new[] { 4, 25, 26 })
            {
                var seen = await WalkAsync(
                    trial,
                    memory,
                    new CustomerPageRequest
                    {
                        Sort = sort,
                        Descending = isDescending,
                        Size = size,
                    }
                );
                Expect.Equal(customers.Count, seen.Count, $"show every customer once on pages of {size} sorted by {sort}");
            }
        }
    }

    private static async Task Filtered(Trial trial)
    {
        var more = new Generated(7);
        var memory = await CustomerQueryFacts.FillAsync(trial, more.Customers(25));
        for (var n = 0; n < 12; n++)
        {
            var filter = new CustomerFilter
            {
                Name = more.Chance(10) ? "same" : null,
                Text = more.Chance(20) ? more.Name() : null,
                ServicePlan = more.Chance(20) ? new PlanId(more.OneOf("gold", "Gold", "silver\U0001F600")) : null,
                TenantType = more.Chance(20) ? more.OneOf(Enum.GetValues<TenantType>()) : null,
                Region = more.Chance(20) ? new StorageRegion("us-east-1") : null,
                Status = more.Chance(20) ? more.OneOf(Enum.GetValues<CustomerStatus>()) : null,
                QuotaEndingBefore = more.Chance(20) ? more.Date() : null,
                LicenseExpiringBefore = more.Chance(20) ? more.Date() : null,
                QuotaInForceOn = more.Chance(20) ? more.Date() : null,
            };
            await WalkAsync(
                trial,
                memory,
                new CustomerPageRequest
                {
                    Filter = filter,
                    Sort = more.OneOf(Enum.GetValues<CustomerSort>()),
                    Descending = more.Chance(50),
                    Size = 6,
                }
            );
        }
    }

    private static async Task SameNames(Trial trial)
    {
        List<Customer> customers =
        [
            .. Enumerable
                .Range(0, 6)
                .Select(n =>
                    SampleData.Customer($"Customer {n}", d => (d.AccountName, d.ServicePlan, d.LicenseExpiryDate) = ("Same", "gold", null))
                ),
        ];
        var memory = await CustomerQueryFacts.FillAsync(trial, customers);
        foreach (var sort in Enum.GetValues<CustomerSort>())
        {
            Expect.Equal(
                6,
                (await WalkAsync(trial, memory, new CustomerPageRequest { Sort = sort, Size = 1 })).Count,
                $"show every customer once on pages of 1 where all are equal by {sort}"
            );
        }
    }

    // Between two pages, the last customer of the first page is deleted, one is added before and one after the position, and a later one
    // gets a name that sorts before it.
    private static async Task Stable(Trial trial)
    {
        var customers = Enumerable.Range(0, 30).Select(n => SampleData.Customer($"m{n:D2}", d => d.Id = $"m{n:D2}")).ToList();
        await trial.Customers.AddRangeAsync(customers, trial.Token);
        await using var other = await trial.OpenAsync();
        var (seen, request, renamed) = (new List<string>(), new CustomerPageRequest { Size = 4 }, "m29");
        for (var page = 0; page == 0 || request.Token is not null; page++)
        {
            var read = await trial.Customers.PageAsync(request, trial.Token);
            seen.AddRange(read.Items.Select(c => c.Account.AccountName));
            request = request with { Token = read.NextToken };
            await other.Customers.DeleteAsync((await other.Customers.GetByIdAsync(read.Items[^1].Id, trial.Token))!, trial.Token);
            await other.Customers.AddAsync(SampleData.Customer($"a{page}"), trial.Token);
            await other.Customers.AddAsync(SampleData.Customer($"z{page}"), trial.Token);
            if (page == 2)
            {
                await trial.EditAsync(new CustomerId(renamed), c => CustomerWriteFacts.Edit(c, d => d.AccountName = "a-renamed"));
            }

            Expect.That(page < 100, "come to an end of its pages", "100 pages of a short list");
        }

        Expect.Items(
            customers.Select(c => c.Account.AccountName).Where(n => n != renamed),
            seen.Where(n => n[0] == 'm'),
            "show each customer that nobody renamed or removed before its turn once, in order"
        );
        Expect.Equal(seen.Count, seen.Distinct().Count(), "show no customer twice");
    }

    private static async Task ForeignToken(Trial trial)
    {
        var customers = new Generated(8).Customers(5);
        await trial.PlansOfAsync(customers);
        await trial.Customers.AddRangeAsync(customers, trial.Token);
        var request = new CustomerPageRequest { Size = 2 };
        var token = (await trial.Customers.PageAsync(request, trial.Token)).NextToken;
        Expect.That(token is not null, "say that a further page follows", "no token");
        foreach (
            var foreign in new[]
            {
                request with
                {
                    Descending = true,
                    Token = token,
                },
                request with
                {
                    Sort = CustomerSort.RegisteredOn,
                    Token = token,
                },
                request with
                {
                    Token = "x",
                },
            }
        )
        {
            await Expect.ThrowsAsync<RuleViolationException>(
                "refuse a token that continues another list",
                () => trial.Customers.PageAsync(foreign, trial.Token)
            );
        }
    }

    private static async Task<List<CustomerId>> WalkAsync(Trial trial, IReadRepositoryBase<Customer> memory, CustomerPageRequest request)
    {
        var seen = new List<CustomerId>();
        for (var next = request; ; )
        {
            var (found, expected) = (await trial.Customers.PageAsync(next, trial.Token), await memory.PageAsync(next, trial.Token));
            Expect.Items(
                expected.Items.Select(c => c.Id),
                found.Items.Select(c => c.Id),
                $"show the page after {seen.Count} customers as memory does, sorted by {next.Sort}"
            );
            Expect.Equal(expected.NextToken, found.NextToken, "continue a page as memory does");
            seen.AddRange(found.Items.Select(c => c.Id));
            if (found.NextToken is null)
            {
                return seen;
            }

            next = next with { Token = found.NextToken };
        }
    }
}
