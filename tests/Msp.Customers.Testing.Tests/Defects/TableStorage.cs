using Msp.Customers.ChangeLog;
using Msp.Customers.Usage;

namespace Msp.Customers.Testing.Tests.Defects;

// Tables in memory for several MSPs, with the base classes derived as a host derives them, and a flaw at most.
internal sealed class TableStorage(Flaw flaw) : IDamageableStorageFixture
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 3, 1, 12, 0) + Duration.FromTicks(1_234_567);

    public Flaw Flaw => flaw;

    public Lock Gate { get; } = new();

    public Dictionary<(string Msp, string Id), CustomerSnapshot> Customers { get; } = [];

    public Dictionary<(string Msp, string Id), PlanSnapshot> Plans { get; } = [];

    public List<(string Msp, UsageEntry Entry)> Usage { get; } = [];

    public List<Noted> Log { get; } = [];

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

    // A change and its entry, or neither, unless that is the flaw.
    public async ValueTask<bool> WriteAsync(Func<bool> mayWrite, Action write, Action note, CancellationToken cancellationToken)
    {
        if (flaw.NotesFirst)
        {
            lock (Gate)
            {
                note();
            }

            await Task.Delay(5, cancellationToken);
        }

        cancellationToken.ThrowIfCancellationRequested();
        if (flaw.LooksBeforeItWrites)
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
            if (!flaw.LooksBeforeItWrites && !mayWrite())
            {
                return false;
            }

            write();
            if (!flaw.NotesFirst && !flaw.NotesLater)
            {
                note();
            }
        }

        if (flaw.NotesLater)
        {
            await Task.Delay(5, cancellationToken);
            lock (Gate)
            {
                note();
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
