namespace Conventions.Tests;

/// <summary>The files of this checkout, by their path from its root; what is built or fetched is left out unless asked for by folder.</summary>
internal static class Checkout
{
    private static readonly HashSet<string> NotOurs = ["bin", "obj", "node_modules", "data", "TestResults", ".git"];

    public static string Root { get; } = FindRoot(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>Empty when there is no such folder.</summary>
    public static IEnumerable<string> Files(string folder = ".")
    {
        var start = Path.Combine(Root, folder);
        return Directory.Exists(start) ? Walk(start).Select(file => Path.GetRelativePath(Root, file)).Order(StringComparer.Ordinal) : [];
    }

    public static string Text(string file) => File.ReadAllText(Path.Combine(Root, file));

    private static IEnumerable<string> Walk(string folder) =>
        Directory
            .EnumerateFiles(folder)
            .Concat(Directory.EnumerateDirectories(folder).Where(d => !NotOurs.Contains(Path.GetFileName(d))).SelectMany(Walk));

    private static string FindRoot(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "Portal.sln")) ? folder.FullName : FindRoot(folder.Parent!);
}
