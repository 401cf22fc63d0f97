using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Msp.Customers.ChangeLog;
using Msp.Customers.Durability.Writer;
using Msp.Customers.Usage;

namespace Msp.Customers.Durability.Tests.Outages;

// A host that tries again as docs/storage.md says: in a new scope, the same posting as it is, and a change only when it is not there already.
internal sealed class PatientHost(IServiceProvider services)
{
    private int acknowledged;
    private int replays;

    public ConcurrentBag<Exception> Failures { get; } = [];

    public int Acknowledged => acknowledged;

    public int Replays => replays;

    public async Task DoAsync(Save save)
    {
        while (true)
        {
            try
            {
                await TryAsync(save);
                Interlocked.Increment(ref acknowledged);
                return;
            }
            catch (Exception e) when (IsWorthAnotherTry(e))
            {
                Failures.Add(e);
                await Task.Delay(10);
            }
        }
    }

    public async Task TryAsync(Save save)
    {
        using var scope = services.CreateScope();
        var customers = scope.ServiceProvider.GetRequiredService<IRepositoryBase<Customer>>();
        scope.ServiceProvider.GetRequiredService<ChangeContext>().Reason = save.ToString();
        if (save.Kind == SaveKind.Post)
        {
            var posting = await scope.ServiceProvider.GetRequiredService<UsageLedger>().PostAsync(Life.Usage(save));
            Interlocked.Add(ref replays, posting.Receipts.Count(r => r.IsReplay));
            return;
        }

        var stored = await customers.GetByIdAsync(save.Ids.Single());
        if (save.Kind == SaveKind.Add && stored is null)
        {
            await customers.AddAsync(Life.Registered(save.Ids.Single()));
        }
        else if (save.Kind == SaveKind.Change && stored!.Version < save.Number)
        {
            await customers.UpdateAsync(Life.Change(stored));
        }
        else if (save.Kind == SaveKind.Delete && stored is not null)
        {
            await customers.DeleteAsync(stored);
        }
    }

    // Whatever a database throws, however it is wrapped; or someone saved first, which may have been this host before it lost the answer.
    public static bool IsWorthAnotherTry(Exception failure) =>
        IsOfDatabase(failure)
        || failure is ConcurrencyException
        || (failure is RuleViolationException refused && refused.Violations.Any(v => v.Code == "customer.duplicate-id"));

    public static bool IsOfDatabase(Exception? failure) =>
        failure is not null && (failure is DbException || IsOfDatabase(failure.InnerException));
}
