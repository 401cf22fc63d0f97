using Msp.Customers.ChangeLog;
using Msp.Customers.Usage;

namespace Msp.Customers.Testing.Tests.Defects;

// Tables in memory for several MSPs, with stores derived from the base classes as in a host, and at most one flaw.
internal sealed class TableStorage(Flaw flaw) : IDamageableStorageFixture
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 3, 1, 12, 0) + Duration.FromTicks(1_234_567);

    public Flaw Flaw => flaw;

    public Lock Gate { get; } = new();

    public Dictionary<(string Msp, string Id), CustomerSnapshot> Customers { get; } = [];

    public Dictionary<(string Msp, string Id), PlanSnapshot> Plans { get; } = [];

    public List<(string Msp, UsageEntry Entry)> Usage { get; } = [];

    public List<LoggedEntry> Log { get; } = [];

    public ValueTask<StorageSession> OpenAsync(MspId msp, CancellationToken cancellationToken)
    {
        var (changeContext, log) = (new ChangeContext(new BusinessCalendar(new TestClock(Noon))), flaw.Log(new TableLog(this, msp)));
        return new(
            new StorageSession(
                flaw.Customers(new TableCustomers(this, msp, changeContext, log)),
                flaw.Plans(new TablePlans(this, msp, changeContext, log)),
                flaw.Usage(new TableUsage(this, msp)),
                null,
                changeContext,
                log
            )
        );
    }

    // Stores a change and its change log entry, or neither, unless that is the flaw.
    public async ValueTask<bool> WriteAsync(Func<bool> mayWrite, Action write, Action addEntry, CancellationToken cancellationToken)
    {
        if (flaw.LogsFirst)
        {
            lock (Gate)
            {
                addEntry();
            }

            await Task.Delay(5, cancellationToken);
        }

        cancellationToken.ThrowIfCancellationRequested();
        if (flaw.ChecksInSeparateStep)
        {
            lock (Gate)
            {
                if (!mayWrite())
                {
                    return false;
                }
            }

            await Task.Delay(20, cancellationToken);
        }

        lock (Gate)
        {
            if (!flaw.ChecksInSeparateStep && !mayWrite())
            {
                return false;
            }

            write();
            if (!flaw.LogsFirst && !flaw.LogsLater)
            {
                addEntry();
            }
        }

        if (flaw.LogsLater)
        {
            await Task.Delay(5, cancellationToken);
            lock (Gate)
            {
                addEntry();
            }
        }

        return true;
    }

    public ValueTask DamageCustomerAsync(CustomerId customer, CancellationToken cancellationToken)
    {
        lock (Gate)
        {
            Customers[(flaw.MspKey(MspId.Default), flaw.IdKey(customer.Value))].Details.AccountName = "";
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask DamageChangesAsync(CustomerId customer, CancellationToken cancellationToken)
    {
        lock (Gate)
        {
            Log.FindAll(n => n.Entry.Subject == ChangeSubject.Customer && n.Entry.SubjectId == customer.Value)
                .ForEach(n => n.Entry = n.Entry with { Members = [], IsReadable = false });
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
