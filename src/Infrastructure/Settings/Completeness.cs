using Infrastructure.Callers;
using Infrastructure.Files;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Infrastructure.Settings;

/// <summary>
/// What an installation has to say outside Development, where nothing is guessed: a forgotten gateway would be silence. What it does
/// without, it says without: <c>none</c>.
/// </summary>
internal static class Completeness
{
    private const string None = "none";

    private static readonly (string Key, string What)[] s_needed =
    [
        ("ConnectionStrings:Court", "the database (the private PostgreSQL is for Development)"),
        ("Files:Root", "the folder of uploaded files, one for all hosts"),
        ("AllowedHosts", "the names under which this host is reached, separated by semicolons"),
        ("Keys:Certificate", "a PEM file with certificate and private key, which encrypts the keys of cookies and tokens"),
    ];

    private static readonly (string Key, string What)[] s_chosen =
    [
        (ProxySetup.Setting, "the proxies before this host"),
        ("Sms:Provider", "who sends SMS"),
        ("Voice:BaseAddress", "who rings people up"),
        ("WeChat:AppId", "the mini-program"),
        ("Email:Host", "the court's mail server"),
        (ClamAv.Setting, "clamd, which looks into uploaded files"),
        ("Identity:Endpoint", "who confirms names and ID numbers"),
    ];

    /// <summary>Before anything else reads settings: a <c>none</c> is then as if it were not there.</summary>
    /// <exception cref="SettingsException">With all that is missing.</exception>
    public static void CheckSettings(this IHostApplicationBuilder builder)
    {
        var settings = builder.Configuration;
        List<string> missing = [];
        if (!builder.Environment.IsDevelopment())
        {
            missing.AddRange(
                from s in s_needed
                where !IsSaid(settings, s.Key)
                select $"{s.Key} is required outside Development: {s.What}."
            );
            missing.AddRange(
                from s in s_chosen
                where !IsSaid(settings, s.Key)
                select $"{s.Key} is required outside Development: {s.What}, or “{None}”."
            );
            if (settings["AllowedHosts"]?.Split(';').Contains("*") == true)
                missing.Add("AllowedHosts is *, which is every name.");
        }

        settings.AddInMemoryCollection(s_chosen.Where(s => settings[s.Key] == None).ToDictionary(s => s.Key, _ => (string?)""));
        if (missing.Count > 0)
            throw new SettingsException(missing);
    }

    private static bool IsSaid(IConfiguration settings, string key) =>
        !string.IsNullOrWhiteSpace(settings[key]) || settings.GetSection(key).GetChildren().Any();
}
