using System.Reflection;

namespace Msp.Customers.Tests.Architecture;

internal static class FolderArrows
{
    public static IReadOnlyList<FolderArrow> Of(Assembly assembly)
    {
        var folders = new SourceFolders(assembly.GetName().Name!);
        return [.. Compiled(assembly, folders).Concat(folders.InSource()).Where(a => a.From != a.To).DistinctBy(a => (a.From, a.To))];
    }

    // The folders that depend on themselves, directly or through others.
    public static IEnumerable<string> InCycles(IReadOnlyList<FolderArrow> arrows) =>
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

    private static IEnumerable<FolderArrow> Compiled(Assembly assembly, SourceFolders folders) =>
        from reference in TypeReferences.Of(assembly)
        let @from = folders.Of(reference.From)
        let to = folders.Of(reference.To)
        where @from is not null && to is not null
        select new FolderArrow(@from, to, $"{reference.From} uses {reference.To}");
}
