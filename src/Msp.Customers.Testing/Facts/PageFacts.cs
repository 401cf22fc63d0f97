namespace Msp.Customers.Testing;

internal static class PageFacts
{
    public static IEnumerable<ConformanceFact> All =>
        [
            .. Enum.GetValues<CustomerSort>()
                .Select(sort =>
                    Fact(
                        $"Pages sorted by {sort} are complete and in the order of the in-memory store, in both directions",
                        t => Sorted(t, sort)
                    )
                ),
            Fact("Pages of filtered customers are complete and in the order of the in-memory store", Filtered),
            Fact("Pages of size 1 contain every customer when all have the same name", SameNames),
            Fact("Adding, deleting and renaming customers between pages neither repeats nor omits other customers", Stable),
            Fact("A page token of a different list is refused", ForeignToken),
        ];

    private static ConformanceFact Fact(string name, Func<Trial, Task> body) => new(name, ConformanceArea.Customers, body);

    private static async Task Sorted(Trial trial, CustomerSort sort)
    {
        var customers = new GeneratedData(6 + (int)sort).Customers(25);
        var memory = await CustomerQueryFacts.FillAsync(trial, customers);
        foreach (var isDescending in new[] { false, true })
        {
            foreach (var size in new[] { 4, 25, 26 })
            {
                var seen = await ReadPagesAsync(
                    trial,
                    memory,
                    new CustomerPageRequest
                    {
                        Sort = sort,
                        Descending = isDescending,
                        Size = size,
                    }
                );
                Expect.Equal(customers.Count, seen.Count, $"return every customer once on pages of size {size} sorted by {sort}");
            }
        }
    }

    private static async Task Filtered(Trial trial)
    {
        var generated = new GeneratedData(7);
        var memory = await CustomerQueryFacts.FillAsync(trial, generated.Customers(25));
        for (var n = 0; n < 12; n++)
        {
            var filter = new CustomerFilter
            {
                Name = generated.Chance(10) ? "same" : null,
                Text = generated.Chance(20) ? generated.Name() : null,
                ServicePlan = generated.Chance(20) ? new PlanId(generated.OneOf("gold", "Gold", "silver\U0001F600")) : null,
                TenantType = generated.Chance(20) ? generated.OneOf(Enum.GetValues<TenantType>()) : null,
                Region = generated.Chance(20) ? new StorageRegion("us-east-1") : null,
                Status = generated.Chance(20) ? generated.OneOf(Enum.GetValues<CustomerStatus>()) : null,
                QuotaEndingBefore = generated.Chance(20) ? generated.Date() : null,
                LicenseExpiringBefore = generated.Chance(20) ? generated.Date() : null,
                QuotaInForceOn = generated.Chance(20) ? generated.Date() : null,
            };
            await ReadPagesAsync(
                trial,
                memory,
                new CustomerPageRequest
                {
                    Filter = filter,
                    Sort = generated.OneOf(Enum.GetValues<CustomerSort>()),
                    Descending = generated.Chance(50),
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
                (await ReadPagesAsync(trial, memory, new CustomerPageRequest { Sort = sort, Size = 1 })).Count,
                $"return every customer once on pages of size 1 when all are equal by {sort}"
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

            Expect.That(page < 100, "return a last page", "100 pages of a short list");
        }

        Expect.Items(
            customers.Select(c => c.Account.AccountName).Where(n => n != renamed),
            seen.Where(n => n[0] == 'm'),
            "return each customer that is not renamed or deleted before its page, once and in order"
        );
        Expect.Equal(seen.Count, seen.Distinct().Count(), "return no customer twice");
    }

    private static async Task ForeignToken(Trial trial)
    {
        var customers = new GeneratedData(8).Customers(5);
        await trial.AddPlansAsync(customers);
        await trial.Customers.AddRangeAsync(customers, trial.Token);
        var request = new CustomerPageRequest { Size = 2 };
        var token = (await trial.Customers.PageAsync(request, trial.Token)).NextToken;
        Expect.That(token is not null, "return a token when a further page follows", "no token");
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
                "refuse a page token of a different list",
                () => trial.Customers.PageAsync(foreign, trial.Token)
            );
        }
    }

    private static async Task<List<CustomerId>> ReadPagesAsync(
        Trial trial,
        IReadRepositoryBase<Customer> memory,
        CustomerPageRequest request
    )
    {
        var seen = new List<CustomerId>();
        for (var next = request; ; )
        {
            var (found, expected) = (await trial.Customers.PageAsync(next, trial.Token), await memory.PageAsync(next, trial.Token));
            Expect.Items(
                expected.Items.Select(c => c.Id),
                found.Items.Select(c => c.Id),
                $"return the same page as the in-memory store after {seen.Count} customers, sorted by {next.Sort}"
            );
            Expect.Equal(expected.NextToken, found.NextToken, "return the same page token as the in-memory store");
            seen.AddRange(found.Items.Select(c => c.Id));
            if (found.NextToken is null)
            {
                return seen;
            }

            next = next with { Token = found.NextToken };
        }
    }
}
