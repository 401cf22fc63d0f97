using System.Runtime.CompilerServices;
using System.Text.Json;
using Msp.Customers.ChangeLog;
using Msp.Customers.Names;
using Msp.Customers.Storage;

namespace Msp.Customers.Testing.Tests.Defects;

internal sealed class TableCustomers(TableStorage tables, MspId msp, ChangeContext changeContext, TableLog log)
    : CustomerStore(changeContext)
{
    private readonly string mine = tables.Flaw.MspKey(msp);

    public TableLog Log => log;

    public override MspId Msp => tables.Flaw.ReportsDefaultMsp ? MspId.Default : msp;

    protected override async ValueTask<CustomerSnapshot?> FindAsync(string id, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var row = Copied(id);
        if (row is not null && tables.Flaw.MixesVersionsOnRead)
        {
            await Task.Yield();
            row.Details.Contacts = Copied(id)?.Details.Contacts ?? [];
        }

        return row;
    }

    private CustomerSnapshot? Copied(string id)
    {
        lock (tables.Gate)
        {
            return tables.Customers.TryGetValue(KeyOf(id), out var found) ? Copy(found) : null;
        }
    }

    protected override async IAsyncEnumerable<CustomerSnapshot> ReadAsync(
        ISpecification<Customer>? specification,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await Task.CompletedTask;
        cancellationToken.ThrowIfCancellationRequested();
        List<CustomerSnapshot> all;
        lock (tables.Gate)
        {
            all = [.. tables.Customers.Where(c => c.Key.Msp == mine).Select(c => Copy(c.Value))];
        }

        foreach (var snapshot in all)
        {
            yield return snapshot;
        }
    }

    protected override ValueTask<bool> InsertAsync(CustomerSnapshot snapshot, ChangeEntry? change, CancellationToken cancellationToken) =>
        WriteAsync(
            () => !tables.Customers.ContainsKey(KeyOf(snapshot.Details.Id!)) && !IsTaken(snapshot) && HasItsPlan(snapshot, null),
            () => Put(snapshot),
            change,
            cancellationToken
        );

    protected override async ValueTask<bool> ReplaceAsync(
        IReadOnlyList<Replacement<CustomerSnapshot>> replacements,
        CancellationToken cancellationToken
    )
    {
        foreach (var some in tables.Flaw.StoresRangeOneByOne ? replacements.Chunk(1) : [replacements.ToArray()])
        {
            if (!await ReplaceAllAsync(some, cancellationToken))
            {
                return false;
            }
        }

        return true;
    }

    protected override ValueTask<bool> RemoveAsync(
        string id,
        long expectedVersion,
        ChangeEntry? change,
        CancellationToken cancellationToken
    ) =>
        WriteAsync(
            () =>
                tables.Customers.TryGetValue(KeyOf(id), out var stored)
                && (tables.Flaw.DeletesAnyVersion || stored.Version == expectedVersion),
            () =>
            {
                tables.Customers.Remove(KeyOf(id));
                tables.Usage.RemoveAll(u => !tables.Flaw.KeepsUsageOfDeleted && u.Msp == mine && u.Entry.Customer.Value == id);
            },
            change,
            cancellationToken
        );

    private ValueTask<bool> ReplaceAllAsync(Replacement<CustomerSnapshot>[] replacements, CancellationToken cancellationToken) =>
        tables.WriteAsync(
            () =>
                Array.TrueForAll(
                    replacements,
                    r =>
                        tables.Customers.TryGetValue(KeyOf(r.Snapshot.Details.Id!), out var stored)
                        && (tables.Flaw.UpdatesAnyVersion || stored.Version == r.ExpectedVersion)
                        && HasItsPlan(r.Snapshot, stored)
                ) && !IsTaken(Array.ConvertAll(replacements, r => r.Snapshot)),
            () => Array.ForEach(replacements, r => Put(r.Snapshot)),
            () => Array.ForEach(replacements, r => log.Add(r.Change!)),
            cancellationToken
        );

    private static CustomerSnapshot Copy(CustomerSnapshot snapshot) =>
        JsonSerializer.Deserialize<CustomerSnapshot>(JsonSerializer.Serialize(snapshot))!;

    private (string Msp, string Id) KeyOf(string id) => (mine, tables.Flaw.IdKey(id));

    private ValueTask<bool> WriteAsync(Func<bool> mayWrite, Action write, ChangeEntry? change, CancellationToken cancellationToken) =>
        tables.WriteAsync(mayWrite, write, () => log.Add(change!), cancellationToken);

    private void Put(CustomerSnapshot snapshot)
    {
        var kept = Copy(snapshot);
        tables.Flaw.ChangeStoredCustomer(kept);
        if (
            tables.Flaw.ChangesVersionWithRootOnly
            && tables.Customers.TryGetValue(KeyOf(snapshot.Details.Id!), out var stored)
            && stored.Details.Address == kept.Details.Address
        )
        {
            kept.Version = stored.Version;
        }

        tables.Customers[KeyOf(snapshot.Details.Id!)] = kept;
    }

    private bool HasItsPlan(CustomerSnapshot snapshot, CustomerSnapshot? stored) =>
        snapshot.Details.ServicePlan is not { } plan
        || plan == stored?.Details.ServicePlan
        || tables.Flaw.AcceptsUnknownPlans
        || tables.Plans.Keys.Any(p => p.Id == tables.Flaw.IdKey(plan) && (tables.Flaw.AcceptsPlansOfAnyMsp || p.Msp == mine));

    // Compares the unique values after the write.
    private bool IsTaken(params CustomerSnapshot[] written)
    {
        var ids = written.Select(w => KeyOf(w.Details.Id!)).ToHashSet();
        var others = tables
            .Customers.Where(c => (tables.Flaw.ComparesUniqueValuesAcrossMsps || c.Key.Msp == mine) && !ids.Contains(c.Key))
            .Select(c => c.Value.Details);
        return others
            .Concat(written.Select(w => w.Details))
            .SelectMany(details => UniqueValues(details).Distinct())
            .CountBy(value => value)
            .Any(c => c.Value > 1);
    }

    private IEnumerable<object> UniqueValues(CustomerDraft details) =>
        [
            .. tables.Flaw.AllowsSharedNames ? [] : new object[] { NameKey.Of(details.OrganizationName!) },
            .. tables.Flaw.AllowsSharedReferences ? [] : details.References.Select(r => (object)(r.System, r.Id)),
        ];
}
