using Microsoft.EntityFrameworkCore.Storage;

namespace Msp.Customers.EntityFrameworkCore;

/// <summary>New rows of one table.</summary>
internal sealed class NewRows
{
    private readonly RowShape shape;
    private readonly List<(object Row, object Owner)> rows;
    private readonly string msp;

    internal NewRows(RowShape shape, List<(object Row, object Owner)> rows, string msp, ISqlGenerationHelper sql)
    {
        (this.shape, this.rows, this.msp) = (shape, rows, msp);
        Table = sql.DelimitIdentifier(shape.Table, shape.Schema);
        Columns = [.. shape.Columns.Select(c => sql.DelimitIdentifier(c.Name))];
        Types = [.. shape.Columns.Select(c => c.Type)];
    }

    /// <summary>The table as it stands in a statement: with its schema, and delimited.</summary>
    public string Table { get; }

    /// <summary>The columns as they stand in a statement, in the order of each row's values.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The types of the columns, in their order.</summary>
    public IReadOnlyList<RelationalTypeMapping> Types { get; }

    /// <summary>How many rows there are.</summary>
    public int Count => rows.Count;

    /// <summary>Writes the values of a row, as the provider knows them, into an array with a place for each column.</summary>
    /// <param name="row">Which row, counted from 0.</param>
    /// <param name="values">Where to write; null stands for no value.</param>
    public void Read(int row, object?[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var (of, owner) = rows[row];
        for (var i = 0; i < shape.Columns.Count; i++)
        {
            values[i] = shape.Columns[i].Read(of, owner, msp);
        }
    }
}
