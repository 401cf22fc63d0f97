using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;

namespace Msp.Customers.EntityFrameworkCore.Bulk;

/// <summary>New rows of one table with values for the same columns, none of which the database makes.</summary>
public sealed class NewRows
{
    private readonly List<IReadOnlyModificationCommand> commands;

    private NewRows(List<IReadOnlyModificationCommand> commands)
    {
        this.commands = commands;
        Columns = [.. commands[0].ColumnModifications.Select(c => c.ColumnName)];
        Types = [.. commands[0].ColumnModifications.Select(c => c.TypeMapping!)];
    }

    /// <summary>The name of the table.</summary>
    public string Table => commands[0].TableName;

    /// <summary>The schema of the table; null for the connection's own.</summary>
    public string? Schema => commands[0].Schema;

    /// <summary>How many rows there are, at least one.</summary>
    public int Count => commands.Count;

    /// <summary>The names of the columns, in the order of each row's values.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The types of the columns, in their order.</summary>
    public IReadOnlyList<RelationalTypeMapping> Types { get; }

    internal IReadOnlyList<IReadOnlyModificationCommand> Commands => commands;

    /// <summary>Writes the values of a row, as the provider knows them, into an array with a place for each column.</summary>
    /// <param name="row">Which row, counted from 0.</param>
    /// <param name="values">Where to write; null stands for no value.</param>
    public void Read(int row, object?[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var columns = commands[row].ColumnModifications;
        for (var i = 0; i < columns.Count; i++)
        {
            var value = columns[i].Value;
            values[i] = value is not null && Types[i].Converter is { } converter ? converter.ConvertToProvider(value) : value;
        }
    }

    internal static bool CanHold(IReadOnlyModificationCommand command) =>
        command.EntityState == EntityState.Added && command.StoreStoredProcedure is null
        && command.ColumnModifications.All(c => c is { IsWrite: true, IsRead: false, JsonPath: null, TypeMapping: not null });

    // Of the new rows of one table, those that have the same columns. No row of a table waits for another of the same list, so that they may change places.
    internal static IEnumerable<NewRows> Of(IEnumerable<IReadOnlyModificationCommand> sameTable) =>
        sameTable.GroupBy(c => string.Join('\0', c.ColumnModifications.Select(m => m.ColumnName))).Select(g => new NewRows([.. g]));
}
