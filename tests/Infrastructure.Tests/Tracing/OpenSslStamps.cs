using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Infrastructure.Tests.Tracing;

/// <summary>A time-stamping service of OpenSSL's own (<c>openssl ts</c>), behind HTTP.</summary>
internal sealed class OpenSslStamps : IAsyncDisposable
{
    private const string Settings = """
        [req]
        distinguished_name = name
        prompt = no
        [name]
        CN = Stamps of a test
        [certificate]
        basicConstraints = critical, CA:false
        keyUsage = critical, digitalSignature
        extendedKeyUsage = critical, timeStamping
        [tsa]
        default_tsa = stamps
        [stamps]
        serial = serial
        signer_cert = certificate.pem
        signer_key = key.pem
        signer_digest = sha256
        default_policy = 1.2.3.4.1
        digests = sha256
        ess_cert_id_alg = sha256
        """;
    private readonly string _folder = Directory.CreateTempSubdirectory("stamps").FullName;
    private readonly WebApplication _web;

    private OpenSslStamps()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _web = builder.Build();
        _web.MapPost("/", Stamp);
    }

    public bool IsDown { get; set; }
    public int Asked { get; private set; }
    public string Certificate => Path.Combine(_folder, "certificate.pem");
    public Uri Address => new(_web.Urls.Single());

    public static async Task<OpenSslStamps> Start()
    {
        var stamps = new OpenSslStamps();
        await File.WriteAllTextAsync(Path.Combine(stamps._folder, "settings"), Settings);
        await File.WriteAllTextAsync(Path.Combine(stamps._folder, "serial"), "01");
        await stamps.OpenSsl(
            "req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out certificate.pem -days 30 -config settings -extensions certificate"
        );
        await stamps._web.StartAsync();
        return stamps;
    }

    public async ValueTask DisposeAsync()
    {
        await _web.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A stamp as anybody may ask for one.</summary>
    /// <param name="hash">SHA-256, hexadecimal.</param>
    public async Task<byte[]> Stamp(string hash)
    {
        var request = Rfc3161TimestampRequest.CreateFromHash(
            Convert.FromHexString(hash),
            HashAlgorithmName.SHA256,
            requestSignerCertificates: true
        );
        using var client = new HttpClient();
        using var content = new ByteArrayContent(request.Encode());
        content.Headers.ContentType = new("application/timestamp-query");
        using var answer = await client.PostAsync(Address, content);
        return request.ProcessResponse(await answer.Content.ReadAsByteArrayAsync(), out _).AsSignedCms().Encode();
    }

    private async Task Stamp(HttpContext http)
    {
        Asked++;
        if (IsDown || http.Request.ContentType != "application/timestamp-query")
        {
            http.Response.StatusCode = 503;
            return;
        }

        await using (var query = File.Create(Path.Combine(_folder, "query")))
            await http.Request.Body.CopyToAsync(query);
        await OpenSsl("ts -reply -config settings -queryfile query -out reply");
        http.Response.ContentType = "application/timestamp-reply";
        await http.Response.SendFileAsync(Path.Combine(_folder, "reply"));
    }

    private async Task OpenSsl(string arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo("openssl", arguments) { WorkingDirectory = _folder, RedirectStandardError = true }
        )!;
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, said);
    }
}
