using NodaTime.Text;

namespace Msp.Customers.ImportExport;

// Reads the text of a cell. Null for an empty text, and for a text that cannot be read and is reported.
internal delegate TValue? ReadCell<out TValue>(string text, LocalDatePattern? dates, ICollection<Violation> unreadable);

// A column, named after its member. It gets its typed value from a draft, sets it, and reads it from a cell.
internal sealed record Column<T>(string Name, Func<T, object?> Get, Action<T, object?> Set, ReadCell<object> Read)
{
    public static Column<T> Of<TValue>(string name, Func<T, TValue?> get, Action<T, TValue?> set, ReadCell<TValue> read) =>
        new(
            name,
            draft => get(draft),
            (draft, value) => set(draft, (TValue?)value),
            (text, dates, unreadable) => read(text, dates, unreadable)
        );
}
