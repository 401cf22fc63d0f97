using Msp.Customers.ChangeLog;

namespace Msp.Customers.Testing;

// Another application wrote to the tables. A row that cannot be read must not affect other rows.
internal static class DamageFacts
{
    public static IEnumerable<ConformanceFact> All =>
        [
            new(
                "A read of an unreadable customer throws UnreadableRowException, and other customers are read",
                [ConformanceArea.Customers, ConformanceArea.Damage],
                UnreadableCustomer
            ),
            new(
                "A page of rows contains all customers and marks the customer that cannot be read",
                [ConformanceArea.Customers, ConformanceArea.Damage],
                UnreadableRow
            ),
            new(
                "A change log entry that cannot be read is marked as unreadable, and other entries are returned",
                [ConformanceArea.Changes, ConformanceArea.Damage],
                UnreadableEntry
            ),
        ];

    private static async Task UnreadableCustomer(Trial trial)
    {
        var damaged = await DamagedAsync(trial);
        await using var session = await trial.OpenAsync();
        await FailsAsync("GetByIdAsync", async () => await session.Customers.GetByIdAsync(damaged, trial.Token));
        await FailsAsync("ListAsync", async () => await session.Customers.ListAsync(trial.Token));
        foreach (var id in new[] { "A", "C" })
        {
            Expect.Equal(
                id,
                (await session.Customers.GetByIdAsync(id, trial.Token))?.Id.Value,
                "return a customer when another customer cannot be read"
            );
        }

        async Task FailsAsync(string method, Func<Task> read)
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
                    $"report the customer and the member that cannot be read in {method}"
                );
                return;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Expect.That(false, $"throw UnreadableRowException in {method}", e.GetType().Name);
            }

            Expect.That(false, $"throw UnreadableRowException in {method}", "no exception");
        }
    }

    private static async Task UnreadableRow(Trial trial)
    {
        var damaged = await DamagedAsync(trial);
        await using var session = await trial.OpenAsync();
        var (rows, request) = (new List<CustomerRow>(), new CustomerPageRequest { Size = 1 });
        for (var pages = 0; request is not null; pages++)
        {
            Expect.That(pages < 10, "end the pages of three customers", "more than ten pages of one customer");
            var page = await session.Customers.RowsAsync(request, trial.Token);
            rows.AddRange(page.Items);
            request = page.NextToken is null ? null : request with { Token = page.NextToken };
        }

        Expect.Items(
            [("A", null), ("B", "AccountName"), ("C", null)],
            rows.OrderBy(r => r.Id.Value, StringComparer.Ordinal).Select(r => (r.Id.Value, r.UnreadableMember)),
            "return each customer once on pages of size 1, with the member that cannot be read"
        );
        Expect.Equal(damaged, rows.Single(r => r.UnreadableMember is not null).Id, "mark the customer that cannot be read");
    }

    private static async Task UnreadableEntry(Trial trial)
    {
        await CustomerListFacts.AddThreeAsync(trial);
        var damaged = new CustomerId("B");
        await trial.Damage.DamageChangesAsync(damaged, trial.Token);
        await trial.EditAsync(damaged, c => c.RemoveContact(2));
        await using var session = await trial.OpenAsync();
        var pending = await Trial.ChangesOf(session).ListPendingAsync(10, cancellationToken: trial.Token);
        Expect.Items(
            [("A", 1L, true), ("B", 1L, false), ("B", 2L, true), ("C", 1L, true)],
            pending.Select(e => (e.SubjectId, e.Version, e.IsReadable)).Order(),
            "return each entry as pending, and mark the entry that cannot be read"
        );
        Expect.Equal(0, pending.Single(e => !e.IsReadable).Members.Count, "return no members of an entry that cannot be read");
        await session.Changes!.MarkDeliveredAsync([.. pending.Select(e => e.Id)], trial.Token);
        Expect.Equal(
            0,
            (await session.Changes.ListPendingAsync(10, cancellationToken: trial.Token)).Count,
            "return no marked entry as pending"
        );
        var listed = new List<bool>();
        await foreach (var entry in session.Changes.ListAsync(ChangeSubject.Customer, damaged.Value, trial.Token))
        {
            listed.Add(entry.IsReadable);
        }

        Expect.Items([false, true], listed, "list the entries of a customer, and mark the entry that cannot be read");
    }

    private static async Task<CustomerId> DamagedAsync(Trial trial)
    {
        await CustomerListFacts.AddThreeAsync(trial);
        var damaged = new CustomerId("B");
        await trial.Damage.DamageCustomerAsync(damaged, trial.Token);
        return damaged;
    }
}
