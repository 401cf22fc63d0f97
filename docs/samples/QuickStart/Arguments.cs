namespace QuickStart;

/// <summary>The arguments of the command line.</summary>
/// <param name="Folder">The folder with the files; the sample's own folder by default.</param>
/// <param name="Database">The SQLite file; <c>customers.db</c> in the current directory by default.</param>
internal sealed record Arguments(string Folder, string Database)
{
    public const string Usage =
        "Usage: QuickStart [FOLDER] [--database FILE]. FOLDER has customers.json, tenants.json and service-plans.json, "
        + "and may have usage.json; without one, the sample's own data is read.";

    /// <summary>Parses the command line.</summary>
    /// <returns>The arguments, or null when they are not valid.</returns>
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
