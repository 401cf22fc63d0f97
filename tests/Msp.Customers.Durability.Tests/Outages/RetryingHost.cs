using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Msp.Customers.ChangeLog;
using Msp.Customers.Durability.Writer;
using Msp.Customers.Usage;

namespace Msp.Customers.Durability.Tests.Outages;

// A host that retries as docs/storage.md describes: in a new scope, with the same posting, and with a change only if it is not stored yet.
internal sealed class RetryingHost(IServiceProvider services)
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
            catch (Exception e) when (CanBeRetried(e))
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
            var posting = await scope.ServiceProvider.GetRequiredService<UsageLedger>().PostAsync(CustomerVersions.Usage(save));
            Interlocked.Add(ref replays, posting.Count(r => r.IsReplay));
            return;
        }

        var stored = await customers.GetByIdAsync(save.Ids.Single());
        if (save.Kind == SaveKind.Add && stored is null)
        {
            await customers.AddAsync(CustomerVersions.Registered(save.Ids.Single()));
        }
        else if (save.Kind == SaveKind.Change && stored!.Version < save.Number)
        {
            await customers.UpdateAsync(CustomerVersions.Change(stored));
        }
        else if (save.Kind == SaveKind.Delete && stored is not null)
        {
            await customers.DeleteAsync(stored);
        }
    }

    // An exception of the database, also as an inner exception, or a conflict, which can be an earlier try of this host.
    public static bool CanBeRetried(Exception failure) =>
        IsOfDatabase(failure)
        || failure is ConcurrencyException
        || (failure is RuleViolationException refused && refused.Violations.Any(v => v.Code == "customer.duplicate-id"));

    public static bool IsOfDatabase(Exception? failure) =>
        failure is not null && (failure is DbException || IsOfDatabase(failure.InnerException));
}
