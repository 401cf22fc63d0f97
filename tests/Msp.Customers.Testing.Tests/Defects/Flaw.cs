using Msp.Customers.Usage;

namespace Msp.Customers.Testing.Tests.Defects;

// What a store gets wrong; nothing by default.
internal sealed class Flaw
{
    public Action<CustomerSnapshot> KeepsCustomer { get; init; } = _ => { };

    public Action<PlanSnapshot> KeepsPlan { get; init; } = _ => { };

    public Func<UsageEntry, UsageEntry> KeepsEntry { get; init; } = entry => entry;

    // What the tables tell ids, keys and MSPs apart by.
    public Func<string, string> IdKey { get; init; } = id => id;

    public Func<string, string> UsageKey { get; init; } = key => key;

    public Func<MspId, string> MspKey { get; init; } = msp => msp.Value;

    public bool TellsOneMsp { get; init; }

    public bool SharesUniqueValues { get; init; }

    public bool SavesAnyVersion { get; init; }

    public bool DeletesAnyVersion { get; init; }

    public bool MovesVersionOfRootOnly { get; init; }

    public bool AllowsSharedNames { get; init; }

    public bool AllowsSharedReferences { get; init; }

    public bool KeepsUsageOfDeleted { get; init; }

    // Reads the row and its parts in two steps.
    public bool TearsReads { get; init; }

    public bool TakesUnknownPlans { get; init; }

    public bool TakesPlansOfAnyMsp { get; init; }

    public bool DeletesPlansInUse { get; init; }

    // A range of changes is one transaction for each of them.
    public bool StoresOneByOne { get; init; }

    // Looks, and writes later: who writes between is not seen.
    public bool LooksBeforeItWrites { get; init; }

    // The entry of a change is written by itself: before the change, or after it.
    public bool NotesFirst { get; init; }

    public bool NotesLater { get; init; }

    public Func<IRepositoryBase<Customer>, IRepositoryBase<Customer>> Customers { get; init; } = customers => customers;

    public Func<IRepositoryBase<ServicePlan>, IRepositoryBase<ServicePlan>> Plans { get; init; } = plans => plans;

    public Func<TableUsage, IUsageStore> Usage { get; init; } = usage => usage;

    public Func<TableLog, TableLog> Log { get; init; } = log => log;
}
