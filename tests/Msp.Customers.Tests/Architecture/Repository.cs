namespace Msp.Customers.Tests.Architecture;

// The checked-out files that the tests were built from.
internal static class Repository
{
    public static DirectoryInfo Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    public static string[] Folders => ["src", "tests", "benchmarks", "docs"];

    // Without build output.
    public static IEnumerable<FileInfo> Files(string folder, string pattern) =>
        new DirectoryInfo(Path.Combine(Root.FullName, folder)) is { Exists: true } directory ? Files(directory, pattern) : [];

    public static string PathOf(FileSystemInfo file) => Path.GetRelativePath(Root.FullName, file.FullName).Replace('\\', '/');

    private static IEnumerable<FileInfo> Files(DirectoryInfo directory, string pattern) =>
        directory
            .EnumerateFiles(pattern)
            .Concat(directory.EnumerateDirectories().Where(d => d.Name is not ("bin" or "obj")).SelectMany(d => Files(d, pattern)));

    private static DirectoryInfo Find(DirectoryInfo? from) =>
        from is null ? throw new DirectoryNotFoundException("The tests run outside the repository.")
        : File.Exists(Path.Combine(from.FullName, "Msp.Customers.sln")) ? from
        : Find(from.Parent);
}
