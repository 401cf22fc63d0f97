using System.Text.RegularExpressions;

namespace Msp.Customers.Tests.Architecture;

// The folder of a package in which each of its types is declared, independent of the namespace.
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

    // Null for compiler-generated types. The name includes the namespace and, for a generic type, the arity.
    public string? Of(string type) => folderOf.GetValueOrDefault(type.Split('`')[0]);

    // A constant or a nameof is not visible in the compiled assembly.
    public IEnumerable<FolderArrow> InSource()
    {
        var folders = folderOf.GroupBy(f => f.Key[(f.Key.LastIndexOf('.') + 1)..], f => f.Value).ToDictionary(g => g.Key, g => g.First());
        return from file in files
            from used in Qualifier().Matches(file.Code)
            let name = used.Groups["name"].Value
            where folders.ContainsKey(name)
            select new FolderArrow(file.Folder, folders[name], $"{file.Path} uses {name}");
    }

    // Without comments and string literals.
    private static string CodeOf(string path) => Comment().Replace(File.ReadAllText(path), " ");

    [GeneratedRegex(@"//[^\n]*|/\*.*?\*/|""(?:\\.|[^""\\\n])*""", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(
        @"^(?:public |internal |static |sealed |abstract |readonly |ref |partial )*"
            + @"(?:class|struct|interface|enum|record struct|record|delegate \S+) (?<name>\w+)",
        RegexOptions.Multiline
    )]
    private static partial Regex Declaration();

    // A type before one of its members, or in a nameof.
    [GeneratedRegex(@"(?<![.\w])(?:nameof\()?(?<name>[A-Z]\w+)(?=\.\w|\))")]
    private static partial Regex Qualifier();
}
