namespace QuickStart;

/// <summary>What the command line says.</summary>
/// <param name="Folder">The folder with the files; the sample's own by default.</param>
/// <param name="Database">The SQLite file; <c>customers.db</c> in the current directory by default.</param>
internal sealed record Arguments(string Folder, string Database)
{
    public const string Usage =
        "Usage: QuickStart [FOLDER] [--database FILE]. FOLDER has customers.json, tenants.json and service-plans.json, and may have usage.json; without one, the sample's own data is read.";

    /// <summary>Reads the command line.</summary>
    /// <returns>Null when it is not understood.</returns>
    public static Arguments? Read(IReadOnlyList<string> args)
    {
        string? folder = null;
        string? database = null;
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i] == "--database" && database is null && i + 1 < args.Count)
            {
                database = args[++i];
            }
            else if (!args[i].StartsWith('-') && folder is null)
            {
                folder = args[i];
            }
            else
            {
                return null;
            }
        }

        return new Arguments(folder ?? Path.Combine(AppContext.BaseDirectory, "data"), database ?? "customers.db");
    }
}
