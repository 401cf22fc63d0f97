using Microsoft.Extensions.DependencyInjection;
using Msp.Customers.Storage;
using Msp.Customers.Usage;
using NodaTime.Testing;

namespace Msp.Customers.Tests.Usage;

// A host in memory with one customer and its usage. The clock starts at noon of Valid.Today.
internal sealed class UsageHost
{
    private readonly InMemoryCustomerStore customers = new();
    private readonly UsageOptions options;

    private UsageHost(UsageOptions? options)
    {
        this.options = options ??= new UsageOptions();
        Store = new InMemoryUsageStore(customers);
        var services = Services(Clock, Store);
        Ledger = services.GetRequiredService<UsageLedger>();
        Reservations = services.GetRequiredService<CreditReservations>();
        Credits = services.GetRequiredService<CustomerCredits>();
    }

    public FakeClock Clock { get; } = FakeClock.FromUtc(2026, 3, 1, 12, 0, 0);

    public CustomerId Id { get; } = new("c-1");

    public IUsageStore Store { get; }

    public UsageLedger Ledger { get; }

    public CreditReservations Reservations { get; }

    public CustomerCredits Credits { get; }

    public static Task<UsageHost> OfAsync(params QuotaDraft[] quotas) => OfAsync(null, null, quotas);

    public static async Task<UsageHost> OfAsync(UsageOptions? options, string? zone, params QuotaDraft[] quotas)
    {
        var host = new UsageHost(options);
        var draft = new CustomerDraft
        {
            Id = host.Id.Value,
            AccountName = "a",
            OrganizationName = "b",
            TimeZone = zone,
            TenantType = TenantType.Commercial,
            Quotas = [.. quotas],
        };
        await host.customers.AddAsync(Customer.Register(draft, CustomerTerms.Default, Valid.Today));
        return host;
    }

    public async Task<IReadOnlyDictionary<CustomerId, BalanceAdjustment>> AdjustmentsAsync(Task<IReadOnlyList<UsageReceipt>> posting) =>
        await Ledger.GetAdjustmentsAsync(await posting);

    public async Task<IReadOnlyDictionary<CustomerId, BalanceAdjustment>> AdjustmentsAsync(Task<UsageReceipt> reversal) =>
        await Ledger.GetAdjustmentsAsync([await reversal]);

    public UsageDraft Draft(string key, decimal credits, int day = 0) =>
        new()
        {
            Customer = Id.Value,
            Key = key,
            Date = Valid.Today.PlusDays(day),
            Credits = credits,
        };

    // The reservations of another process with its own clock, on the same usage.
    public CreditReservations ReservationsAt(IClock clock, IUsageStore? store = null) =>
        Services(clock, store ?? Store).GetRequiredService<CreditReservations>();

    private IServiceProvider Services(IClock clock, IUsageStore store)
    {
        var services = new ServiceCollection().AddSingleton(clock);
        services
            .AddMspCustomers()
            .UseStorage(_ => customers, _ => new InMemoryPlanStore())
            .UseUsageStore(_ => store)
            .AddUsage(o => (o.Consumption, o.Overage, o.Alerts) = (options.Consumption, options.Overage, options.Alerts));
        return services.BuildServiceProvider().CreateScope().ServiceProvider;
    }

    public Task<IReadOnlyList<UsageReceipt>> PostAsync(params IReadOnlyList<UsageDraft> usage) => Ledger.PostAsync(usage);

    public async Task<Balance> BalanceAsync(LocalDate? date = null) => (await Credits.BalanceAsync(Id, date))!;

    public async Task ChangeAsync(Action<Customer> change)
    {
        var customer = (await customers.GetByIdAsync(Id))!;
        change(customer);
        await customers.UpdateAsync(customer);
    }

    public async Task DeleteAsync() => await customers.DeleteAsync((await customers.GetByIdAsync(Id))!);

    public Task RegisterAgainAsync() =>
        customers.AddAsync(
            Customer.Register(
                new CustomerDraft
                {
                    Id = Id.Value,
                    AccountName = "a",
                    OrganizationName = "b",
                },
                CustomerTerms.Default,
                Valid.Today
            )
        );

    public async Task<List<UsageEntry>> EntriesAsync() =>
        await Store.ListAsync(Id, new EffectivePeriod(SupportedDates.First, SupportedDates.Last)).ToListAsync();
}
