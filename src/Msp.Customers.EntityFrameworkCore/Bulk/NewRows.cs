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

    /// <summary>The delimited name of the table, with its schema.</summary>
    public string Table { get; }

    /// <summary>The delimited names of the columns, in the order of the values.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The types of the columns, in the same order.</summary>
    public IReadOnlyList<RelationalTypeMapping> Types { get; }

    /// <summary>The number of rows.</summary>
    public int Count => rows.Count;

    /// <summary>Copies the provider values of a row into an array.</summary>
    /// <param name="row">The index of the row, from 0.</param>
    /// <param name="values">The array, with one element for each column. Null is no value.</param>
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
