namespace Infrastructure.Settings;

/// <summary>Settings that are missing or wrong; nothing starts with them.</summary>
/// <param name="problems">A line for each, which names the setting.</param>
public sealed class SettingsException(params IReadOnlyList<string> problems) : Exception(string.Join('\n', problems))
{
    public IReadOnlyList<string> Problems => problems;

    /// <summary>
    /// Whoever starts a program with wrong settings reads a line for each on stderr and no stack trace; the program ends with 1.
    /// </summary>
    public static void EndsPlainly() =>
        AppDomain.CurrentDomain.UnhandledException += (_, unhandled) =>
        {
            if (unhandled.ExceptionObject is not SettingsException wrong)
                return;
            Console.Error.WriteLine(wrong.Message);
            Environment.Exit(1);
        };
}
