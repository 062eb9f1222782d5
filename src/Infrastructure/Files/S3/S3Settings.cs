using Infrastructure.Settings;
using Microsoft.Extensions.Configuration;

namespace Infrastructure.Files.S3;

/// <summary><c>Files:S3:…</c></summary>
/// <param name="PathStyle">The bucket stands in the path, not in the host's name; most services beside Amazon's want it.</param>
public sealed record S3Settings(Uri Endpoint, string Bucket, string Region, string AccessKey, string SecretKey, bool PathStyle)
{
    private const string Section = "Files:S3";

    /// <summary>How long one request may go without an answer.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Larger files go in parts of that size.</summary>
    public long PartBytes { get; init; } = 16 * 1024 * 1024;

    public static S3Settings From(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        return new S3Settings(
            Uri.TryCreate(Required("Endpoint"), UriKind.Absolute, out var endpoint) && endpoint.Scheme is "http" or "https"
                ? endpoint
                : throw new SettingsException($"{Section}:Endpoint is {section["Endpoint"]}: it must be http://… or https://…"),
            Required("Bucket"),
            section["Region"] is { Length: > 0 } region ? region : "us-east-1",
            Required("AccessKey"),
            Required("SecretKey"),
            section.GetValue("PathStyle", true)
        );

        string Required(string name) =>
            section[name] is { Length: > 0 } value
                ? value
                : throw new SettingsException($"{Section}:{name} is missing; Files:Store is S3.");
    }
}
