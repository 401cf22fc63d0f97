using Msp.Customers.ChangeLog;
using Msp.Customers.Usage;

namespace Msp.Customers.Testing;

// One run of a fact, with a session that is open during the whole run. It can open further sessions.
internal sealed class Trial(IStorageFixture storage, StorageSession mainSession, CancellationToken token) : IAsyncDisposable
{
    public CancellationToken Token => token;

    public IRepositoryBase<Customer> Customers => mainSession.Customers;

    public IRepositoryBase<ServicePlan> Plans => mainSession.Plans;

    public IUsageStore Usage => UsageOf(mainSession);

    public IChangeLog Changes => ChangesOf(mainSession);

    public ChangeContext ChangeContext => ChangeContextOf(mainSession);

    public IDamageableStorageFixture Damage =>
        storage as IDamageableStorageFixture
        ?? throw new ConformanceException(
            "The storage does not implement IDamageableStorageFixture; run only the facts about other areas, or implement it."
        );

    public static IUsageStore UsageOf(StorageSession session) =>
        session.Usage
        ?? throw new ConformanceException(
            "The storage was opened without usage; run only the facts about other areas, or open it with its usage store."
        );

    public static IChangeLog ChangesOf(StorageSession session) =>
        session.Changes
        ?? throw new ConformanceException(
            "The storage was opened without a change log; run only the facts about other areas, or open it with its change log."
        );

    public static ChangeContext ChangeContextOf(StorageSession session) =>
        session.ChangeContext
        ?? throw new ConformanceException(
            "The storage was opened without a change context; run only the facts about other areas, "
                + "or open it with the change context of its repositories."
        );

    public ValueTask<StorageSession> OpenAsync(MspId? msp = null) => storage.OpenAsync(msp ?? MspId.Default, token);

    public ValueTask DisposeAsync() => mainSession.DisposeAsync();

    // Stores the plans that the customers have.
    public async Task AddPlansAsync(IEnumerable<Customer> customers, StorageSession? session = null)
    {
        foreach (var plan in customers.Select(c => c.ServicePlan).OfType<PlanId>().Distinct())
        {
            if (await (session ?? mainSession).Plans.GetByIdAsync(plan, token) is null)
            {
                await (session ?? mainSession).Plans.AddAsync(SampleData.Plan(plan.Value), token);
            }
        }
    }

    public async Task<Customer> SavedAsync(Customer customer)
    {
        await mainSession.Customers.AddAsync(customer, token);
        return customer;
    }

    public async Task<ServicePlan> SavedAsync(ServicePlan plan)
    {
        await mainSession.Plans.AddAsync(plan, token);
        return plan;
    }

    // Reads in a new session, as another process does.
    public async Task<Customer?> FindAsync(CustomerId id)
    {
        await using var session = await OpenAsync();
        return await session.Customers.GetByIdAsync(id, token);
    }

    public async Task<ServicePlan?> FindAsync(PlanId id)
    {
        await using var session = await OpenAsync();
        return await session.Plans.GetByIdAsync(id, token);
    }

    // Edits in a new session, as another process does.
    public async Task EditAsync(CustomerId id, Action<Customer> edit)
    {
        await using var session = await OpenAsync();
        var customer =
            await session.Customers.GetByIdAsync(id, token)
            ?? throw new ConformanceException($"{id} was stored, and another session is expected to find it; found: nothing.");
        edit(customer);
        await session.Customers.UpdateAsync(customer, token);
    }

    // Reads all customers and plans in a new session, to check that they are unchanged.
    public async Task<IReadOnlyList<object>> StateAsync()
    {
        await using var session = await OpenAsync();
        return
        [
            .. (await session.Customers.ListAsync(token)).Select(c => c.ToSnapshot()),
            .. (await session.Plans.ListAsync(token)).Select(p => p.ToSnapshot()),
        ];
    }

    // Runs in parallel, each run with its own session.
    public Task<T[]> RunConcurrentlyAsync<T>(int count, Func<int, StorageSession, Task<T>> run) =>
        Task.WhenAll(
            Enumerable
                .Range(0, count)
                .Select(number =>
                    Task.Run(
                        async () =>
                        {
                            await using var session = await OpenAsync();
                            return await run(number, session);
                        },
                        token
                    )
                )
        );
}
