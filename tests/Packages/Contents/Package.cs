using System.IO.Compression;
using System.Xml.Linq;

namespace Contents;

// A package, or its symbols: the files and the manifest.
internal sealed class Package
{
    private readonly Dictionary<string, byte[]> files = [];

    private Package(string path)
    {
        using var archive = ZipFile.OpenRead(path);
        foreach (var entry in archive.Entries)
        {
            using var content = entry.Open();
            using var bytes = new MemoryStream();
            content.CopyTo(bytes);
            files[entry.FullName] = bytes.ToArray();
        }

        var manifest = XDocument.Load(new MemoryStream(files.Single(f => f.Key.EndsWith(".nuspec", StringComparison.Ordinal)).Value)).Root!;
        Metadata = manifest.Element(manifest.Name.Namespace + "metadata")!;
    }

    public XElement Metadata { get; }

    // Without the files that every package contains.
    public IEnumerable<string> Files =>
        files.Keys.Where(f =>
            !f.StartsWith("_rels/", StringComparison.Ordinal)
            && !f.StartsWith("package/", StringComparison.Ordinal)
            && f != "[Content_Types].xml"
        );

    public static string Folder { get; } =
        Environment.GetEnvironmentVariable("PACKAGES") ?? throw new InvalidOperationException("PACKAGES names the folder of the packages.");

    public static Package Named(string name) => new(Path.Combine(Folder, $"{name}.{VersionOf("Msp.Customers")}.nupkg"));

    public static Package SymbolsOf(string name) => new(Path.Combine(Folder, $"{name}.{VersionOf("Msp.Customers")}.snupkg"));

    public string? Value(string element) => Metadata.Element(Metadata.Name.Namespace + element)?.Value;

    public IEnumerable<(string Id, string Version)> Dependencies() =>
        Metadata.Descendants(Metadata.Name.Namespace + "dependency").Select(d => (d.Attribute("id")!.Value, d.Attribute("version")!.Value));

    public byte[] Read(string file) => files[file];

    private static string VersionOf(string name) =>
        Directory
            .EnumerateFiles(Folder, $"{name}.*.nupkg")
            .Select(f => Path.GetFileNameWithoutExtension(f)[(name.Length + 1)..])
            .Single(v => char.IsDigit(v[0]));
}
