using Msp.Customers.Usage;

namespace Msp.Customers.Testing.Tests.Defects;

// The differences of a flawed store from a correct one; none by default.
internal sealed class Flaw
{
    public Action<CustomerSnapshot> ChangeStoredCustomer { get; init; } = _ => { };

    public Action<PlanSnapshot> ChangeStoredPlan { get; init; } = _ => { };

    public Func<UsageEntry, UsageEntry> ChangeStoredEntry { get; init; } = entry => entry;

    // The values by which the tables compare ids, keys and MSPs.
    public Func<string, string> IdKey { get; init; } = id => id;

    public Func<string, string> UsageKey { get; init; } = key => key;

    public Func<MspId, string> MspKey { get; init; } = msp => msp.Value;

    public bool ReportsDefaultMsp { get; init; }

    public bool ComparesUniqueValuesAcrossMsps { get; init; }

    public bool UpdatesAnyVersion { get; init; }

    public bool DeletesAnyVersion { get; init; }

    public bool ChangesVersionWithRootOnly { get; init; }

    public bool AllowsSharedNames { get; init; }

    public bool AllowsSharedReferences { get; init; }

    public bool KeepsUsageOfDeleted { get; init; }

    // Reads the row and its parts in two steps, so that they can be of two versions.
    public bool MixesVersionsOnRead { get; init; }

    public bool AcceptsUnknownPlans { get; init; }

    public bool AcceptsPlansOfAnyMsp { get; init; }

    public bool DeletesPlansInUse { get; init; }

    // Stores each change of a range in a separate transaction.
    public bool StoresRangeOneByOne { get; init; }

    // Checks and writes in separate steps, and misses writes between them.
    public bool ChecksInSeparateStep { get; init; }

    // Adds the change log entry in a separate step: before the change, or after it.
    public bool LogsFirst { get; init; }

    public bool LogsLater { get; init; }

    public Func<IRepositoryBase<Customer>, IRepositoryBase<Customer>> Customers { get; init; } = customers => customers;

    public Func<IRepositoryBase<ServicePlan>, IRepositoryBase<ServicePlan>> Plans { get; init; } = plans => plans;

    public Func<TableUsage, IUsageStore> Usage { get; init; } = usage => usage;

    public Func<TableLog, TableLog> Log { get; init; } = log => log;
}
