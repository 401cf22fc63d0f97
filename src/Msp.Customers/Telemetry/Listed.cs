namespace Msp.Customers.Telemetry;

// Lists as a log shows them: the first few, and how many there are beyond. Of violations codes and paths alone: messages are for people who may see the values.
internal static class Listed
{
    private const int Shown = 10;

    public static string Ids(IReadOnlyCollection<object> ids) => Text(ids, id => $"{id}");

    public static string Violations(IReadOnlyCollection<Violation> violations) =>
        Text(violations, v => v.Path.Length == 0 ? v.Code : $"{v.Code} at {v.Path}");

    private static string Text<T>(IReadOnlyCollection<T> items, Func<T, string> text)
    {
        var shown = string.Join(", ", items.Take(Shown).Select(text));
        return items.Count <= Shown ? shown : $"{shown} and {items.Count - Shown} more";
    }
}
