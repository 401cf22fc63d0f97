using CsCheck;

namespace Msp.Customers.ImportExport.Tests;

// Texts with characters that a file or a spreadsheet could interpret.
internal static class AnyText
{
    public static readonly Gen<string> Cell = Any.Of(
            "=",
            "+",
            "-",
            "@",
            "'",
            "''",
            "\"",
            "\"\"",
            ",",
            ";",
            ":",
            "\\",
            "|",
            "#",
            "a",
            "1",
            " ",
            "é",
            "שלום",
            "漢",
            "\U0001F600",
            "null",
            "\uFEFF"
        )
        .Array[1, 8]
        .Select(string.Concat);

    public static readonly Gen<(string Id, string AccountName, string Address, string System, string Reference)> Draft = Gen.Select(
            Visible,
            Visible,
            Lines,
            Visible,
            Visible
        )
        .Select((id, name, address, system, reference) => (id + "i", name + "n", address + "\nx", system + "s", reference + "r"));

    // Names and ids have no invisible characters.
    public static string WithoutInvisible(string text) => text.Replace("\uFEFF", "", StringComparison.Ordinal);

    private static Gen<string> Visible => Cell.Select(WithoutInvisible);

    private static Gen<string> Lines => Gen.Select(Cell, Any.Of("\n", "\r\n", "\r", "\n\n"), Cell).Select((a, line, b) => a + line + b);

    // The source is the first quota that ends before.
    public static void CarryOver(Customer customer, int kind)
    {
        foreach (var quota in customer.Quotas.ToList())
        {
            if (customer.Quotas.FirstOrDefault(q => q.EndDate < quota.EffectiveDate) is { } from)
            {
                var draft = quota.ToDraft();
                draft.CarryOver = new CarryOverDraft
                {
                    From = from.Number,
                    MaxCredits = kind % 2 == 0 ? null : 1.5m,
                    MaxPercent = kind / 2 % 2 == 0 ? null : 12.50m,
                    Compounds = kind > 3,
                };
                customer.ChangeQuota(draft);
            }
        }
    }
}
