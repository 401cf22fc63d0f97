using System.Text.RegularExpressions;

namespace Msp.Customers.Tests.Architecture;

// The folders below a package's own in which its types are declared, whatever their namespaces.
internal sealed partial class SourceFolders
{
    private readonly List<(string Path, string Folder, string Code)> files;
    private readonly Dictionary<string, string> folderOf = [];

    public SourceFolders(string package)
    {
        var root = Path.Combine(Repository.Root.FullName, "src", package);
        files =
        [
            .. Repository
                .Files($"src/{package}", "*.cs")
                .Select(f => (Repository.PathOf(f), FolderOf(Path.GetRelativePath(root, f.DirectoryName!)), CodeOf(f.FullName))),
        ];
        foreach (var (_, folder, code) in files)
        {
            var space = Namespace().Match(code).Groups["name"].Value;
            foreach (Match type in Declaration().Matches(code))
            {
                folderOf[$"{space}.{type.Groups["name"].Value}"] = folder;
            }
        }

        static string FolderOf(string path) => path == "." ? "" : path.Replace(Path.DirectorySeparatorChar, '.');
    }

    // Null for what the compiler makes. The name has its namespace and, where it is generic, its arity.
    public string? Of(string type) => folderOf.GetValueOrDefault(type.Split('`')[0]);

    // A constant or a nameof leaves no trace in what is compiled.
    public IEnumerable<FolderArrow> Written()
    {
        var folders = folderOf.GroupBy(f => f.Key[(f.Key.LastIndexOf('.') + 1)..], f => f.Value).ToDictionary(g => g.Key, g => g.First());
        return from file in files
            from used in Qualifier().Matches(file.Code)
            let name = used.Groups["name"].Value
            where folders.ContainsKey(name)
            select new FolderArrow(file.Folder, folders[name], $"{file.Path} uses {name}");
    }

    // Without comments and texts.
    private static string CodeOf(string path) => Comment().Replace(File.ReadAllText(path), " ");

    [GeneratedRegex(@"//[^\n]*|/\*.*?\*/|""(?:\\.|[^""\\\n])*""", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(
        @"^(?:public |internal |static |sealed |abstract |readonly |ref |partial )*(?:class|struct|interface|enum|record struct|record|delegate \S+) (?<name>\w+)",
        RegexOptions.Multiline
    )]
    private static partial Regex Declaration();

    // A type before one of its members, or in a nameof.
    [GeneratedRegex(@"(?<![.\w])(?:nameof\()?(?<name>[A-Z]\w+)(?=\.\w|\))")]
    private static partial Regex Qualifier();
}
