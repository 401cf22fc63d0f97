namespace Msp.Customers.Samples.Tests.Documents;

// A block of C# in README.md, in a file under docs, or in the readme of a package.
public sealed record CodeBlock(string File, int Line, string Text)
{
    private const string Opening = "```csharp";

    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<CodeBlock> All() =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories)
                .Prepend(Path.Combine(Root, "README.md"))
                .Concat(Directory.EnumerateDirectories(Path.Combine(Root, "src")).Select(package => Path.Combine(package, "README.md")))
                .SelectMany(file => In(Path.GetRelativePath(Root, file), System.IO.File.ReadAllLines(file))),
        ];

    public static IEnumerable<CodeBlock> In(string file, IReadOnlyList<string> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].TrimEnd() == Opening)
            {
                var text = lines.Skip(i + 1).TakeWhile(l => l.TrimEnd() != "```").ToList();
                yield return new CodeBlock(file, i + 1, string.Join('\n', text));
                i += text.Count;
            }
        }
    }

    public override string ToString() => $"{File}:{Line}";

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!System.IO.File.Exists(Path.Combine(folder.FullName, "Msp.Customers.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run inside the repository.");
        }

        return folder.FullName;
    }
}
