namespace Msp.Customers.Samples.Tests.QuickStart;

// The result of a run.
internal sealed record Screen(int ExitCode, string Text)
{
    // Each line of a table of rows as "id code", with the place of the row when it has no id.
    public IReadOnlyList<string> Rows(string title)
    {
        var lines = Text.Split('\n')
            .Select(l => l.TrimEnd('\r', ' '))
            .SkipWhile(l => l != title)
            .TakeWhile(l => !l.StartsWith('╰'))
            .Skip(4);
        var (id, found) = ("", new List<string>());
        foreach (var cells in lines.Select(l => l.Split('│', StringSplitOptions.TrimEntries)))
        {
            id =
                cells[2] == "-" ? cells[1]
                : cells[2].Length > 0 ? cells[2]
                : id;
            if (cells[3].Length > 0)
            {
                found.Add($"{id} {cells[3]}");
            }
        }

        return found;
    }
}
