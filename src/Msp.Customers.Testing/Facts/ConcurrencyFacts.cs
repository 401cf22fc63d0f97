using System.Diagnostics;

namespace Msp.Customers.Testing;

internal static class ConcurrencyFacts
{
    private const int Writers = 12;

    // An inconsistent read occurs within this time when each reader has seen enough changes. A busy machine needs more time.
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan TooLong = TimeSpan.FromSeconds(10);
    private const int ChangesSeen = 50;

    public static IEnumerable<ConformanceFact> All =>
        [
            Fact("Of many concurrent changes of the same version of a customer, one is stored", OneStored),
            Fact("Concurrent changes of a customer that are retried after a conflict are all stored", NothingLost),
            Fact("Of many concurrent new customers with the same id, one is stored", OneId),
            Fact("Of many concurrent new customers with the same organization name, one is stored", OneName),
            Fact("Of many concurrent new customers with the same reference, one is stored", OneReference),
            Fact("Of many concurrent updates and deletions of the same version of a customer, one is stored", DeletedOrChanged),
            Fact("Concurrent new customers without common values are all stored", AllStored),
            Fact("A customer that is read during changes is read in a single version", SingleVersion),
        ];

    private static ConformanceFact Fact(string name, Func<Trial, Task> body) => new(name, ConformanceArea.Customers, body);

    private static async Task OneStored(Trial trial)
    {
        var id = (await trial.SavedAsync(SampleData.Customer())).Id;
        var read = await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => trial.FindAsync(id)));
        var stored = await StoredAsync(
            trial,
            (number, session) =>
            {
                read[number]!.AddContact(SampleData.Contact($"p{number}"));
                return session.Customers.UpdateAsync(read[number]!, trial.Token);
            }
        );
        Expect.Equal(1, stored.Count, "store one of many concurrent changes of the same version");
        Expect.Same(read[stored[0]]!.ToSnapshot(), await trial.FindAsync(id), "keep the change that is reported as stored");
    }

    private static async Task NothingLost(Trial trial)
    {
        var id = (await trial.SavedAsync(SampleData.Customer())).Id;
        await trial.RunConcurrentlyAsync(
            Writers,
            async (number, session) =>
            {
                while (true)
                {
                    try
                    {
                        var customer = (await session.Customers.GetByIdAsync(id, trial.Token))!;
                        customer.AddContact(SampleData.Contact($"p{number}"));
                        return await session.Customers.UpdateAsync(customer, trial.Token);
                    }
                    catch (ConcurrencyException)
                    {
                        // The loop reads the customer again and repeats the change.
                    }
                }
            }
        );
        var found = (await trial.FindAsync(id))!;
        Expect.Equal(
            (Writers + 2, Writers + 1),
            (found.Contacts.Count, found.Version),
            "keep every change that is reported as stored, each with a new version"
        );
    }

    private static async Task OneId(Trial trial)
    {
        var stored = await StoredAsync(
            trial,
            (number, session) => session.Customers.AddAsync(SampleData.Customer($"Northwind {number}", d => d.Id = "c-1"), trial.Token)
        );
        Expect.Equal(1, stored.Count, "store one of many concurrent new customers with the same id");
        Expect.Equal(
            $"Northwind {stored[0]}",
            (await trial.FindAsync(new CustomerId("c-1")))?.Account.AccountName,
            "keep the customer that is reported as stored"
        );
    }

    private static async Task OneName(Trial trial)
    {
        var stored = await StoredAsync(
            trial,
            (number, session) =>
                session.Customers.AddAsync(SampleData.Customer($"Northwind {number}", d => d.OrganizationName = "Northwind"), trial.Token)
        );
        Expect.Equal(
            (1, 1),
            (stored.Count, await trial.Customers.CountAsync(trial.Token)),
            "store one of many concurrent new customers with the same organization name"
        );
    }

    private static async Task OneReference(Trial trial)
    {
        var stored = await StoredAsync(
            trial,
            (number, session) =>
                session.Customers.AddAsync(SampleData.Customer($"Northwind {number}", d => d.References[0].Id = "4711"), trial.Token)
        );
        Expect.Equal(
            (1, 1),
            (stored.Count, await trial.Customers.CountAsync(trial.Token)),
            "store one of many concurrent new customers with the same reference"
        );
    }

    private static async Task DeletedOrChanged(Trial trial)
    {
        var id = (await trial.SavedAsync(SampleData.Customer())).Id;
        var read = await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => trial.FindAsync(id)));
        var stored = await StoredAsync(
            trial,
            (number, session) =>
            {
                if (number % 2 == 0)
                {
                    return session.Customers.DeleteAsync(read[number]!, trial.Token);
                }

                read[number]!.RemoveContact(1);
                return session.Customers.UpdateAsync(read[number]!, trial.Token);
            }
        );
        Expect.Equal(1, stored.Count, "store one of many concurrent updates and deletions of the same version");
        Expect.Equal(stored[0] % 2, await trial.Customers.CountAsync(trial.Token), "keep the customer unless its deletion is stored");
    }

    private static async Task AllStored(Trial trial)
    {
        var stored = await StoredAsync(
            trial,
            (number, session) => session.Customers.AddAsync(SampleData.Customer($"Northwind {number}"), trial.Token)
        );
        Expect.Equal(
            (Writers, Writers),
            (stored.Count, await trial.Customers.CountAsync(trial.Token)),
            "store all concurrent new customers without common values"
        );
    }

    // Each change sets the number of contacts and the number of quotas to a number that follows from the version. Other numbers show that a
    // read mixed two versions.
    private static async Task SingleVersion(Trial trial)
    {
        var customer = await trial.SavedAsync(SampleData.Customer("Northwind", d => d.Quotas.Add(SampleData.Quota())));
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(trial.Token);
        var (seen, clock) = (new int[3], Stopwatch.StartNew());
        await Task.WhenAll(
            RunUntilEnoughAsync(0, s => s.Customers.GetByIdAsync(customer.Id, trial.Token)),
            RunUntilEnoughAsync(1, async s => (await s.Customers.ListAsync(new CustomersById(customer.Id), trial.Token)).SingleOrDefault()),
            RunUntilEnoughAsync(
                2,
                async s =>
                {
                    CustomerWriteFacts.Edit(
                        customer,
                        d =>
                        {
                            var parts = Enumerable.Range(0, PartsAt(customer.Version + 1)).ToList();
                            d.Contacts = [.. parts.Select(n => SampleData.Contact($"p{n}"))];
                            d.Quotas = [.. parts.Select(n => SampleData.Quota(q => q.Priority = n))];
                        }
                    );
                    await s.Customers.UpdateAsync(customer, trial.Token);
                    return customer;
                }
            )
        );

        static int PartsAt(long version) => (int)(version % 8) + 1;

        bool IsEnough() =>
            ended.IsCancellationRequested
            || clock.Elapsed > TooLong
            || (clock.Elapsed > LongEnough && Array.TrueForAll(seen, changes => changes >= ChangesSeen));

        Task RunUntilEnoughAsync(int number, Func<StorageSession, Task<Customer?>> next) =>
            Task.Run(
                async () =>
                {
                    try
                    {
                        await using var session = await trial.OpenAsync();
                        for (long? last = null; !IsEnough(); )
                        {
                            if (await ReadVersionAsync(session, next) is { } version && version != last)
                            {
                                last = version;
                                Interlocked.Increment(ref seen[number]);
                            }
                        }
                    }
                    finally
                    {
                        await ended.CancelAsync();
                    }
                },
                trial.Token
            );

        static async Task<long?> ReadVersionAsync(StorageSession session, Func<StorageSession, Task<Customer?>> next)
        {
            try
            {
                var read = (await next(session))!;
                Expect.Equal(
                    (PartsAt(read.Version), PartsAt(read.Version)),
                    (read.Contacts.Count, read.Quotas.Count),
                    "return a customer with the contacts and quotas of its version"
                );
                return read.Version;
            }
            catch (ConcurrencyException)
            {
                // A store may report that too many writes prevent a consistent read.
                return null;
            }
        }
    }

    // Returns the numbers of the writers whose write was stored. The other writes were refused.
    private static async Task<List<int>> StoredAsync(Trial trial, Func<int, StorageSession, Task> write)
    {
        var results = await trial.RunConcurrentlyAsync(
            Writers,
            async (number, session) =>
            {
                try
                {
                    await write(number, session);
                    return true;
                }
                catch (ConcurrencyException)
                {
                    return false;
                }
            }
        );
        return [.. Enumerable.Range(0, Writers).Where(n => results[n])];
    }
}
