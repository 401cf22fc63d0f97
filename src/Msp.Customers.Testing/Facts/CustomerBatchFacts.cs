namespace Msp.Customers.Testing;

// A store may have a faster path for many customers at once. Its results must equal those of single writes.
internal static class CustomerBatchFacts
{
    public static IEnumerable<ConformanceFact> All =>
        [
            Fact("A hundred customers that are added in one call are stored unchanged", Added),
            Fact("A hundred customers of which one has an id that is already used are refused, and none is stored in part", TakenId),
            Fact("A hundred customers of which two have the same id are refused, and none is stored in part", SameId),
            Fact("A hundred customers of which two have the same name are refused, and none is stored in part", SameName),
            Fact("A hundred customers of which two have the same reference are refused, and none is stored in part", SameReference),
            Fact("If adding a hundred customers is canceled while it runs, each customer is stored completely or not at all", Canceled),
            new(
                "Adding a hundred customers adds a change log entry for each stored customer and for no other",
                ConformanceArea.Changes,
                Logged
            ),
        ];

    private static ConformanceFact Fact(string name, Func<Trial, Task> body) => new(name, ConformanceArea.Customers, body);

    private static List<Customer> Hundred(string name, Action<int, CustomerDraft>? change = null) =>
        [
            .. Enumerable
                .Range(0, 100)
                .Select(n =>
                    SampleData.Customer(
                        $"{name} {n}",
                        d =>
                        {
                            d.Id = $"{name}-{n:D2}";
                            change?.Invoke(n, d);
                        }
                    )
                ),
        ];

    private static Task Added(Trial trial) => AddHundredAsync(trial, "Northwind");

    private static async Task TakenId(Trial trial)
    {
        await trial.SavedAsync(SampleData.Customer("Southwind", d => d.Id = "Northwind-60"));
        await RefusedAsync(trial, "one has an id that is already used", Hundred("Northwind"));
    }

    private static Task SameId(Trial trial) =>
        RefusedAsync(trial, "two have the same id", Hundred("Northwind", (n, d) => d.Id = n == 60 ? "Northwind-30" : d.Id));

    private static Task SameName(Trial trial) =>
        RefusedAsync(
            trial,
            "two have the same organization name",
            Hundred("Northwind", (n, d) => d.OrganizationName = n == 60 ? "northwind  30 traders" : d.OrganizationName)
        );

    private static Task SameReference(Trial trial) =>
        RefusedAsync(
            trial,
            "two have the same reference",
            Hundred("Northwind", (n, d) => d.References[0].Id = n == 60 ? "Northwind 30" : d.References[0].Id)
        );

    // Each write is canceled a little later than the one before, in a session that is used again.
    private static async Task Canceled(Trial trial)
    {
        for (var steps = 1; steps < 5_000; steps *= 16)
        {
            var many = Hundred($"Canceled {steps}");
            await AddCanceledAsync(trial, many, steps);
            var stored = await StoredAsync(trial);
            foreach (var customer in many.Where(c => stored.ContainsKey(c.Id)))
            {
                Expect.Same(customer.ToSnapshot(), stored[customer.Id], "store each customer of a canceled call completely or not at all");
            }
        }

        await AddHundredAsync(trial, "Southwind");
    }

    private static async Task Logged(Trial trial)
    {
        await AddHundredAsync(trial, "Northwind");
        await RefusedAsync(
            trial,
            "one has an id that is already used",
            Hundred("Southwind", (n, d) => d.Id = n == 60 ? "Northwind-60" : d.Id)
        );
        await AddCanceledAsync(trial, Hundred("Canceled"), steps: 200);
        var stored = (await StoredAsync(trial)).Keys.Select(id => id.Value).Order(StringComparer.Ordinal);
        var logged = (await trial.Changes.ListPendingAsync(1_000, cancellationToken: trial.Token))
            .Select(e => e.SubjectId)
            .Order(StringComparer.Ordinal);
        Expect.Items(stored, logged, "add one change log entry for each stored customer and for no other");
    }

    private static async Task AddHundredAsync(Trial trial, string name)
    {
        var many = Hundred(name);
        await trial.Customers.AddRangeAsync(many, trial.Token);
        var stored = await StoredAsync(trial);
        foreach (var customer in many)
        {
            Expect.Equal(customer.Version, customer.OriginalVersion, "set OriginalVersion of each of a hundred added customers");
            Expect.Same(
                customer.ToSnapshot(),
                stored.GetValueOrDefault(customer.Id),
                "store each of a hundred customers that are added in one call"
            );
        }
    }

    // The customer with index 60 is refused. The customers before it may be stored or not, and their versions must show which. The session
    // is used again.
    private static async Task RefusedAsync(Trial trial, string why, List<Customer> many)
    {
        var before = await StoredAsync(trial);
        await Expect.ThrowsAsync<ConcurrencyException>(
            $"refuse a hundred customers of which {why}",
            () => trial.Customers.AddRangeAsync(many, trial.Token)
        );
        var saved = many.FindAll(c => c.OriginalVersion == c.Version);
        Expect.Items(
            many.Take(saved.Count).Select(c => c.Id),
            saved.Select(c => c.Id),
            $"store no customer after the refused one of a hundred customers of which {why}"
        );
        Expect.That(
            saved.Count <= 60,
            $"store no customer after the refused one of a hundred customers of which {why}",
            $"{saved.Count} customers are reported as stored"
        );
        var stored = await StoredAsync(trial);
        Expect.Equal(before.Count + saved.Count, stored.Count, $"store exactly the reported ones of a hundred customers of which {why}");
        foreach (var customer in saved)
        {
            Expect.Same(
                customer.ToSnapshot(),
                stored.GetValueOrDefault(customer.Id),
                $"store the reported ones completely of a hundred customers of which {why}"
            );
        }

        await AddHundredAsync(trial, "After");
    }

    private static async Task AddCanceledAsync(Trial trial, List<Customer> many, int steps)
    {
        using var cancelling = CancellationTokenSource.CreateLinkedTokenSource(trial.Token);
        var adding = Task.Run(() => trial.Customers.AddRangeAsync(many, cancelling.Token), trial.Token);
        for (var step = 0; step < steps; step++)
        {
            await Task.Yield();
        }

        await cancelling.CancelAsync();
        try
        {
            await adding;
        }
        catch (OperationCanceledException)
        {
            // The canceled customers may be stored or not.
        }
    }

    // Reads in a new session, as another process does.
    private static async Task<Dictionary<CustomerId, Customer>> StoredAsync(Trial trial)
    {
        await using var session = await trial.OpenAsync();
        return (await session.Customers.ListAsync(trial.Token)).ToDictionary(c => c.Id);
    }
}
