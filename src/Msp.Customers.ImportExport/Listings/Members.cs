using System.Collections.Immutable;
using System.Text.Json;

namespace Msp.Customers.ImportExport;

// The members of a listing's rows that correspond to columns of a schema. Other members are skipped, because a vendor can add new ones.
internal sealed class Members<T>
{
    private readonly ImmutableArray<(string Name, Column<T> Column, Form Form)> members;

    public Members(Schema<T> schema, params ImmutableArray<(string Name, string Column, Form Form)> members) =>
        this.members = [.. members.Select(m => (m.Name, schema.Columns.Single(c => c.Name == m.Column), m.Form))];

    public string? NameOf(string column) => members.FirstOrDefault(m => m.Column.Name == column).Name;

    // Returns the cells of the members that a row has.
    public ImmutableArray<Cell<T>> Read(JsonElement row, ICollection<Violation> violations)
    {
        var cells = new List<Cell<T>>();
        foreach (var (name, column, form) in members)
        {
            if (Member.Find(row, name, form, column.Name, violations) is { } json)
            {
                var unreadable = new List<Violation>();
                var value = json.ValueKind == JsonValueKind.Null ? null : form.Read(json, column.Read, unreadable);
                cells.Add(new Cell<T>(column, value, unreadable));
            }
        }

        return [.. cells];
    }

    // A missing value is written as null, so that an import clears it.
    public void Write(Utf8JsonWriter json, T draft)
    {
        foreach (var (name, column, _) in members)
        {
            json.WritePropertyName(name);
            VendorJson.Write(json, column.Get(draft));
        }
    }
}
