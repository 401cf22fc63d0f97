namespace Msp.Customers.Telemetry;

// Formats lists for logs: the first items and the number of further ones. For violations only codes and paths, because messages can contain
// values that not every reader of a log may see.
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
