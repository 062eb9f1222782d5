namespace Given;

/// <summary>Where the sources, what was built from them and the tests' results lie.</summary>
public static class Checkout
{
    public static string Root { get; } = FindRoot(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>Debug or Release, as the tests themselves were built.</summary>
    public static string Configuration { get; } = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    /// <summary>Logs and pictures to look at after a run; there when it is asked for.</summary>
    public static string Results => Directory.CreateDirectory(Path.Combine(Root, "TestResults")).FullName;

    private static string FindRoot(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "Portal.sln")) ? folder.FullName : FindRoot(folder.Parent!);
}
