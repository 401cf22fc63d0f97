using System.Reflection;
using System.Text.RegularExpressions;

namespace Msp.Customers.Tests.Architecture;

internal static partial class FolderArrows
{
    public static IReadOnlyList<FolderArrow> Of(Assembly assembly)
    {
        var project = assembly.GetName().Name!;
        return [.. Compiled(assembly, project).Concat(Written(project)).Where(a => a.From != a.To).DistinctBy(a => (a.From, a.To))];
    }

    // Folders that use each other, whichever way round.
    public static IEnumerable<string> OnCircles(IReadOnlyList<FolderArrow> arrows) =>
        arrows.Select(a => a.From).Distinct().Where(folder => Reach(arrows, folder).Contains(folder));

    private static HashSet<string> Reach(IReadOnlyList<FolderArrow> arrows, string from)
    {
        var reached = new HashSet<string>();
        var open = new Queue<string>([from]);
        while (open.TryDequeue(out var folder))
        {
            foreach (var arrow in arrows.Where(a => a.From == folder && reached.Add(a.To)))
            {
                open.Enqueue(arrow.To);
            }
        }

        return reached;
    }

    private static IEnumerable<FolderArrow> Compiled(Assembly assembly, string project) =>
        from reference in TypeReferences.Of(assembly)
        let @from = FolderOf(reference.From, project)
        let to = FolderOf(reference.To, project)
        where @from is not null && to is not null
        select new FolderArrow(@from, to, $"{reference.From} uses {reference.To}");

    // A constant or a nameof leaves no trace in what is compiled, but it needs its using, and the build refuses one that is not needed.
    private static IEnumerable<FolderArrow> Written(string project) =>
        from file in Repository.Files($"src/{project}", "*.cs")
        let folder = Path.GetRelativePath(Path.Combine(Repository.Root.FullName, "src", project), file.DirectoryName!)
            .Replace(Path.DirectorySeparatorChar, '.')
        from @using in Using().Matches(File.ReadAllText(file.FullName))
        let to = FolderOf($"{@using.Groups["namespace"].Value}.", project)
        where to is not null
        select new FolderArrow(folder == "." ? "" : folder, to, $"{Repository.PathOf(file)} has {@using.Value.Trim()}");

    private static string? FolderOf(string type, string project)
    {
        var @namespace = type[..type.LastIndexOf('.')];
        return @namespace == project ? ""
            : @namespace.StartsWith(project + ".", StringComparison.Ordinal) ? @namespace[(project.Length + 1)..]
            : null;
    }

    [GeneratedRegex(@"^using (?:static )?(?<namespace>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Using();
}
