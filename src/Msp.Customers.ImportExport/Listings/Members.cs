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
    public ImmutableArray<(Column<T> Column, string Written)> Read(JsonElement row, ICollection<Violation> found) =>
        [
            .. from member in members
            let text = Member.Read(row, member.Name, member.Form, member.Column.Name, found)
            where text is not null
            select (member.Column, text),
        ];

    // A missing value is written as null, so that an import clears it.
    public void Write(Utf8JsonWriter json, T draft)
    {
        foreach (var (name, column, form) in members)
        {
            json.WritePropertyName(name);
            if (column.Write(draft) is { Length: > 0 } text)
            {
                form.Write(json, text);
            }
            else
            {
                json.WriteNullValue();
            }
        }
    }
}
