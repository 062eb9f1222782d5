using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Hosting;

namespace Given;

/// <summary>Everything that a host asks for outside Development, with no gateway and no proxy; with the database it starts.</summary>
public static class ProductionSettings
{
    public static IReadOnlyDictionary<string, string> All(string folder) =>
        new Dictionary<string, string>
        {
            ["Identity:Secret"] = new string('s', 32),
            ["Links:Site"] = "https://court.test",
            ["Trace:Key"] = Convert.ToBase64String(new byte[32]),
            ["Trace:AnchorFolder"] = Path.Combine(folder, "anchors"),
            ["Files:Keys:Current"] = "1",
            ["Files:Keys:Ring:1"] = Convert.ToBase64String(new byte[32]),
            ["Files:Root"] = Path.Combine(folder, "files"),
            ["Keys:Certificate"] = Certificate(folder),
            ["AllowedHosts"] = "localhost;127.0.0.1",
            ["Proxy:Addresses"] = "none",
            ["Sms:Provider"] = "none",
            ["Voice:BaseAddress"] = "none",
            ["WeChat:AppId"] = "none",
            ["Email:Host"] = "none",
            ["Identity:Endpoint"] = "none",
            ["Scanner:Address"] = "none",
        };

    /// <summary>A fresh one.</summary>
    /// <returns>Its PEM file.</returns>
    public static string Certificate(string folder)
    {
        Directory.CreateDirectory(folder);
        using var key = RSA.Create(2048);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = new CertificateRequest(
            "CN=keys",
            key,
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        ).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        var file = Path.Combine(folder, $"keys-{Guid.CreateVersion7()}.pem");
        File.WriteAllText(file, $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n");
        return file;
    }

    public static void UseProductionSettings(this IWebHostBuilder host, params (string Key, string Value)[] but)
    {
        foreach (var (key, value) in All(Path.Combine(Path.GetTempPath(), $"court-production-{Guid.CreateVersion7()}")))
            host.UseSetting(key, value);
        foreach (var (key, value) in but)
            host.UseSetting(key, value);
    }

    /// <summary>As environment variables, for a host that is a process.</summary>
    public static Dictionary<string, string> AsEnvironment(this IReadOnlyDictionary<string, string> settings) =>
        settings.ToDictionary(s => s.Key.Replace(":", "__", StringComparison.Ordinal), s => s.Value);
}
