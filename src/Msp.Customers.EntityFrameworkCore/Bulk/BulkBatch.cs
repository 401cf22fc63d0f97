using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;

namespace Msp.Customers.EntityFrameworkCore.Bulk;

/// <summary>
/// A batch of Entity Framework Core that writes many new rows of one table the way its provider is fast at, and everything else the provider's ordinary way.
/// Order, transaction, retries and errors stay those of <c>SaveChangesAsync</c>; the synchronous <c>SaveChanges</c> goes the ordinary way alone.
/// </summary>
public abstract class BulkBatch : ModificationCommandBatch
{
    // For fewer rows a statement of its own costs more than it saves.
    private const int Least = 20;
    private readonly List<IReadOnlyModificationCommand> commands = [];
    private readonly Func<ModificationCommandBatch> makeOrdinary;
    private bool isMoreExpected;

    /// <summary>Makes an empty batch.</summary>
    /// <param name="makeOrdinary">Makes a batch of the provider's own.</param>
    protected BulkBatch(Func<ModificationCommandBatch> makeOrdinary)
    {
        ArgumentNullException.ThrowIfNull(makeOrdinary);
        this.makeOrdinary = makeOrdinary;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<IReadOnlyModificationCommand> ModificationCommands => commands;

    /// <inheritdoc/>
    public override bool RequiresTransaction => commands.Count > 1;

    /// <inheritdoc/>
    public override bool AreMoreBatchesExpected => isMoreExpected;

    /// <inheritdoc/>
    public override bool TryAddCommand(IReadOnlyModificationCommand modificationCommand)
    {
        commands.Add(modificationCommand);
        return true;
    }

    /// <inheritdoc/>
    public override void Complete(bool moreBatchesExpected) => isMoreExpected = moreBatchesExpected;

    /// <inheritdoc/>
    public override void Execute(IRelationalConnection connection)
    {
        foreach (var batch in Ordinary(commands))
        {
            batch.Execute(connection);
        }
    }

    /// <inheritdoc/>
    public override async Task ExecuteAsync(IRelationalConnection connection, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(connection);
        var waiting = new List<IReadOnlyModificationCommand>();
        for (var (start, end) = (0, 0); start < commands.Count; start = end)
        {
            end = EndOfTable(start);
            if (end - start < Least)
            {
                waiting.AddRange(commands[start..end]);
                continue;
            }

            await ExecuteOrdinaryAsync(waiting, connection, cancellationToken).ConfigureAwait(false);
            waiting.Clear();
            foreach (var rows in NewRows.Of(commands[start..end]))
            {
                await ExecuteBulkAsync(rows, connection, cancellationToken).ConfigureAwait(false);
            }
        }

        await ExecuteOrdinaryAsync(waiting, connection, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes new rows.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="connection">The open connection, with the transaction that they belong to.</param>
    /// <param name="cancellationToken">Ends the writing early; the transaction is then rolled back.</param>
    protected abstract Task InsertAsync(NewRows rows, IRelationalConnection connection, CancellationToken cancellationToken);

    // One past the last of the new rows of one table that follow each other; one past the start where it is something else.
    private int EndOfTable(int start)
    {
        var end = start;
        while (end < commands.Count && NewRows.CanHold(commands[end]) && commands[end].TableName == commands[start].TableName && commands[end].Schema == commands[start].Schema)
        {
            end++;
        }

        return Math.Max(end, start + 1);
    }

    private async Task ExecuteBulkAsync(NewRows rows, IRelationalConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            await InsertAsync(rows, connection, cancellationToken).ConfigureAwait(false);
        }
        catch (DbException e)
        {
            throw new DbUpdateException($"New rows of {rows.Table} could not be stored; the inner exception says why.", e, [.. rows.Commands.SelectMany(c => c.Entries)]);
        }
    }

    private async Task ExecuteOrdinaryAsync(List<IReadOnlyModificationCommand> waiting, IRelationalConnection connection, CancellationToken cancellationToken)
    {
        foreach (var batch in Ordinary(waiting))
        {
            await batch.ExecuteAsync(connection, cancellationToken).ConfigureAwait(false);
        }
    }

    private IEnumerable<ModificationCommandBatch> Ordinary(List<IReadOnlyModificationCommand> ordered)
    {
        ModificationCommandBatch? batch = null;
        foreach (var command in ordered)
        {
            if (batch?.TryAddCommand(command) == true)
            {
                continue;
            }

            if (batch is not null)
            {
                batch.Complete(moreBatchesExpected: true);
                yield return batch;
            }

            batch = makeOrdinary();
            batch.TryAddCommand(command);
        }

        if (batch is not null)
        {
            batch.Complete(isMoreExpected);
            yield return batch;
        }
    }
}
