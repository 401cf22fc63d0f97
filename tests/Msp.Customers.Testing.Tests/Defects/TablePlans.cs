using System.Runtime.CompilerServices;
using System.Text.Json;
using Msp.Customers.ChangeLog;
using Msp.Customers.Storage;

namespace Msp.Customers.Testing.Tests.Defects;

internal sealed class TablePlans(TableStorage tables, MspId msp, ChangeContext changeContext, TableLog log) : PlanStore(changeContext)
{
    private readonly string mine = tables.Flaw.MspKey(msp);

    public override MspId Msp => msp;

    protected override ValueTask<PlanSnapshot?> FindAsync(string id, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (tables.Gate)
        {
            return new(tables.Plans.TryGetValue(KeyOf(id), out var found) ? Copy(found) : null);
        }
    }

    protected override async IAsyncEnumerable<PlanSnapshot> ReadAsync(
        ISpecification<ServicePlan>? specification,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await Task.CompletedTask;
        cancellationToken.ThrowIfCancellationRequested();
        List<PlanSnapshot> all;
        lock (tables.Gate)
        {
            all = [.. tables.Plans.Where(p => p.Key.Msp == mine).Select(p => Copy(p.Value))];
        }

        foreach (var snapshot in all)
        {
            yield return snapshot;
        }
    }

    protected override ValueTask<bool> InsertAsync(PlanSnapshot snapshot, ChangeEntry? change, CancellationToken cancellationToken) =>
        tables.WriteAsync(
            () => !tables.Plans.ContainsKey(KeyOf(snapshot.Details.Id!)),
            () => Put(snapshot),
            () => log.Add(change!),
            cancellationToken
        );

    protected override ValueTask<bool> ReplaceAsync(
        IReadOnlyList<Replacement<PlanSnapshot>> replacements,
        CancellationToken cancellationToken
    ) =>
        tables.WriteAsync(
            () => replacements.All(r => IsStored(r.Snapshot.Details.Id!, r.ExpectedVersion, tables.Flaw.UpdatesAnyVersion)),
            () => replacements.ToList().ForEach(r => Put(r.Snapshot)),
            () => replacements.ToList().ForEach(r => log.Add(r.Change!)),
            cancellationToken
        );

    protected override ValueTask<bool> RemoveAsync(
        string id,
        long expectedVersion,
        ChangeEntry? change,
        CancellationToken cancellationToken
    ) =>
        tables.WriteAsync(
            () => IsStored(id, expectedVersion, tables.Flaw.DeletesAnyVersion) && (tables.Flaw.DeletesPlansInUse || !IsInUse(id)),
            () => tables.Plans.Remove(KeyOf(id)),
            () => log.Add(change!),
            cancellationToken
        );

    private static PlanSnapshot Copy(PlanSnapshot snapshot) =>
        JsonSerializer.Deserialize<PlanSnapshot>(JsonSerializer.Serialize(snapshot))!;

    private (string Msp, string Id) KeyOf(string id) => (mine, tables.Flaw.IdKey(id));

    private bool IsStored(string id, long version, bool anyVersion) =>
        tables.Plans.TryGetValue(KeyOf(id), out var stored) && (anyVersion || stored.Version == version);

    private bool IsInUse(string id) => tables.Customers.Any(c => c.Key.Msp == mine && c.Value.Details.ServicePlan == id);

    private void Put(PlanSnapshot snapshot)
    {
        var kept = Copy(snapshot);
        tables.Flaw.ChangeStoredPlan(kept);
        tables.Plans[KeyOf(snapshot.Details.Id!)] = kept;
    }
}
