using Msp.Customers.ChangeLog;

namespace Msp.Customers.Testing;

// Another application wrote to the tables. A row that cannot be read must not affect other rows.
internal static class DamageFacts
{
    public static IEnumerable<ConformanceFact> All =>
        [
            new(
                "A customer that cannot be read is named, and the others are read",
                [ConformanceArea.Customers, ConformanceArea.Damage],
                Named
            ),
            new(
                "A page of rows marks the customer that cannot be read, and contains the others",
                [ConformanceArea.Customers, ConformanceArea.Damage],
                Marked
            ),
            new(
                "A change entry that cannot be read is set aside, and the others are delivered",
                [ConformanceArea.Changes, ConformanceArea.Damage],
                SetAside
            ),
        ];

    private static async Task Named(Trial trial)
    {
        var damaged = await DamagedAsync(trial);
        await using var session = await trial.OpenAsync();
        await FailsAsync("get it by its id", async () => await session.Customers.GetByIdAsync(damaged, trial.Token));
        await FailsAsync("list it", async () => await session.Customers.ListAsync(trial.Token));
        foreach (var id in new[] { "A", "C" })
        {
            Expect.Equal(
                id,
                (await session.Customers.GetByIdAsync(id, trial.Token))?.Id.Value,
                "read a customer beside one that cannot be read"
            );
        }

        async Task FailsAsync(string what, Func<Task> read)
        {
            try
            {
                await read();
            }
            catch (UnreadableRowException e)
            {
                Expect.Equal(
                    ("Customer", damaged.Value, "AccountName"),
                    (e.Type, e.Id, e.Member),
                    $"name the customer and the member that cannot be read when asked to {what}"
                );
                return;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Expect.That(false, $"throw UnreadableRowException when asked to {what}", e.GetType().Name);
            }

            Expect.That(false, $"throw UnreadableRowException when asked to {what}", "no exception");
        }
    }

    private static async Task Marked(Trial trial)
    {
        var damaged = await DamagedAsync(trial);
        await using var session = await trial.OpenAsync();
        var (rows, request) = (new List<CustomerRow>(), new CustomerPageRequest { Size = 1 });
        for (var pages = 0; request is not null; pages++)
        {
            Expect.That(pages < 10, "end a list of three customers", "more than ten pages of one customer");
            var page = await session.Customers.RowsAsync(request, trial.Token);
            rows.AddRange(page.Items);
            request = page.NextToken is null ? null : request with { Token = page.NextToken };
        }

        Expect.Items(
            [("A", null), ("B", "AccountName"), ("C", null)],
            rows.OrderBy(r => r.Id.Value, StringComparer.Ordinal).Select(r => (r.Id.Value, r.UnreadableMember)),
            "list each customer once on pages of one, marked where it cannot be read"
        );
        Expect.Equal(damaged, rows.Single(r => r.UnreadableMember is not null).Id, "mark the customer that cannot be read");
    }

    private static async Task SetAside(Trial trial)
    {
        await CustomerListFacts.ThreeAsync(trial);
        var damaged = new CustomerId("B");
        await trial.Damage.DamageChangesAsync(damaged, trial.Token);
        await trial.EditAsync(damaged, c => c.RemoveContact(2));
        await using var session = await trial.OpenAsync();
        var waiting = await Trial.ChangesOf(session).ListPendingAsync(10, cancellationToken: trial.Token);
        Expect.Items(
            [("A", 1L, true), ("B", 1L, false), ("B", 2L, true), ("C", 1L, true)],
            waiting.Select(e => (e.SubjectId, e.Version, e.IsReadable)).Order(),
            "let each entry wait, marked where it cannot be read"
        );
        Expect.Equal(0, waiting.Single(e => !e.IsReadable).Members.Count, "return no members of an entry that cannot be read");
        await session.Changes!.MarkDeliveredAsync([.. waiting.Select(e => e.Id)], trial.Token);
        Expect.Equal(
            0,
            (await session.Changes.ListPendingAsync(10, cancellationToken: trial.Token)).Count,
            "let no entry wait that is marked"
        );
        var listed = new List<bool>();
        await foreach (var entry in session.Changes.ListAsync(ChangeSubject.Customer, damaged.Value, trial.Token))
        {
            listed.Add(entry.IsReadable);
        }

        Expect.Items([false, true], listed, "list the entries of a customer, marked where one cannot be read");
    }

    private static async Task<CustomerId> DamagedAsync(Trial trial)
    {
        await CustomerListFacts.ThreeAsync(trial);
        var damaged = new CustomerId("B");
        await trial.Damage.DamageCustomerAsync(damaged, trial.Token);
        return damaged;
    }
}
