using Microsoft.Extensions.Configuration;

namespace Infrastructure.Settings;

public static class SettingsReading
{
    /// <summary>Takes every step, so that all that is wrong is told at once.</summary>
    /// <exception cref="SettingsException">Of what the steps found wrong.</exception>
    public static void Check(params IEnumerable<Action> steps)
    {
        List<string> problems = [];
        foreach (var step in steps)
        {
            try
            {
                step();
            }
            catch (SettingsException wrong)
            {
                problems.AddRange(wrong.Problems);
            }
        }

        if (problems.Count > 0)
            throw new SettingsException(problems);
    }

    /// <param name="read">The engine's own reading of it.</param>
    /// <exception cref="SettingsException">It cannot be read. The text is not repeated: it holds a password.</exception>
    public static T ConnectionString<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is ArgumentException or FormatException or KeyNotFoundException)
        {
            throw new SettingsException($"ConnectionStrings:Court cannot be read: {e.Message.ReplaceLineEndings(" ")}");
        }
    }

    /// <summary>A section, with the defaults of its class where it says nothing.</summary>
    /// <exception cref="SettingsException">A value cannot be read; the binder's sentence names it.</exception>
    public static T Section<T>(this IConfiguration configuration, string name)
        where T : class, new()
    {
        try
        {
            return configuration.GetSection(name).Get<T>() ?? new T();
        }
        catch (InvalidOperationException e)
        {
            throw new SettingsException(e.Message.ReplaceLineEndings(" "));
        }
    }
}
