namespace Msp.Customers.Testing;

// A store may have a faster path for many customers at once. Its results must equal those of single writes.
internal static class CustomerHundredFacts
{
    public static IEnumerable<ConformanceFact> All =>
        [
            Fact("A hundred customers added at once are stored, each as it was given", Added),
            Fact("A hundred customers of which one's id is taken are refused, and none of them is stored by half", TakenId),
            Fact("A hundred customers of which two have the same id are refused, and none of them is stored by half", SameId),
            Fact("A hundred customers of which two have the same name are refused, and none of them is stored by half", SameName),
            Fact("A hundred customers of which two have the same reference are refused, and none of them is stored by half", SameReference),
            Fact("A hundred customers whose adding is cancelled on its way are each stored whole or not at all", Cancelled),
            new(
                "A hundred customers added at once leave an entry each, and none where they are not stored",
                ConformanceArea.Changes,
                Noted
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

    private static Task Added(Trial trial) => AddedAsync(trial, "Northwind");

    private static async Task TakenId(Trial trial)
    {
        await trial.SavedAsync(SampleData.Customer("Southwind", d => d.Id = "Northwind-60"));
        await RefusedAsync(trial, "one's id is taken", Hundred("Northwind"));
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

    // Each write is canceled a little later than the one before, in a session that is used further.
    private static async Task Cancelled(Trial trial)
    {
        for (var steps = 1; steps < 5_000; steps *= 16)
        {
            var many = Hundred($"Cancelled {steps}");
            await CancelledAsync(trial, many, steps);
            var stored = await StoredAsync(trial);
            foreach (var customer in many.Where(c => stored.ContainsKey(c.Id)))
            {
                Expect.Same(
                    customer.ToSnapshot(),
                    stored[customer.Id],
                    "store each customer whose adding is cancelled whole or not at all"
                );
            }
        }

        await AddedAsync(trial, "Southwind");
    }

    private static async Task Noted(Trial trial)
    {
        await AddedAsync(trial, "Northwind");
        await RefusedAsync(trial, "one's id is taken", Hundred("Southwind", (n, d) => d.Id = n == 60 ? "Northwind-60" : d.Id));
        await CancelledAsync(trial, Hundred("Cancelled"), steps: 200);
        var stored = (await StoredAsync(trial)).Keys.Select(id => id.Value).Order(StringComparer.Ordinal);
        var noted = (await trial.Changes.ListPendingAsync(1_000, cancellationToken: trial.Token))
            .Select(e => e.SubjectId)
            .Order(StringComparer.Ordinal);
        Expect.Items(stored, noted, "note each customer that is stored, once, and no other");
    }

    private static async Task AddedAsync(Trial trial, string name)
    {
        var many = Hundred(name);
        await trial.Customers.AddRangeAsync(many, trial.Token);
        var stored = await StoredAsync(trial);
        foreach (var customer in many)
        {
            Expect.Equal(customer.Version, customer.OriginalVersion, "tell each customer of a hundred that it is stored");
            Expect.Same(
                customer.ToSnapshot(),
                stored.GetValueOrDefault(customer.Id),
                "store each customer of a hundred that are added at once"
            );
        }
    }

    // The sixtieth customer is refused. The customers before it may be stored or not, and their versions must show which. The session is
    // used further.
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
            $"store none of a hundred after what is refused because {why}"
        );
        Expect.That(
            saved.Count <= 60,
            $"store none of a hundred after what is refused because {why}",
            $"that {saved.Count} are reported as stored"
        );
        var stored = await StoredAsync(trial);
        Expect.Equal(
            before.Count + saved.Count,
            stored.Count,
            $"store those of a hundred that are reported as stored, and no other, when {why}"
        );
        foreach (var customer in saved)
        {
            Expect.Same(
                customer.ToSnapshot(),
                stored.GetValueOrDefault(customer.Id),
                $"store those of a hundred whole that are reported as stored, when {why}"
            );
        }

        await AddedAsync(trial, "After");
    }

    private static async Task CancelledAsync(Trial trial, List<Customer> many, int steps)
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
