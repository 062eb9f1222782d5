using System.Net;
using System.Text.RegularExpressions;
using Domain.Organisation;
using Given;

namespace EndToEnd.Tests.Browsing;

/// <summary>Asks the Portal for pages without a browser and without following it elsewhere.</summary>
internal sealed partial class PortalVisitor : IDisposable
{
    private readonly HttpClientHandler _handler = new() { AllowAutoRedirect = false };
    private readonly HttpClient _http;

    public PortalVisitor(Uri portal) => _http = new HttpClient(_handler) { BaseAddress = portal };

    /// <returns>The status, and the path that it sends to, if any.</returns>
    public async Task<(HttpStatusCode Status, string? Elsewhere)> Ask(string path)
    {
        using var answer = await _http.GetAsync(new Uri(path, UriKind.Relative));
        var elsewhere = answer.Headers.Location;
        return (answer.StatusCode, elsewhere is null ? null : new Uri(_http.BaseAddress!, elsewhere).AbsolutePath);
    }

    /// <summary>The whole answer: the status, the path that it sends to, and the body as text.</summary>
    public async Task<(HttpStatusCode Status, string? Elsewhere, string Body)> Send(HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        using var answer = await _http.SendAsync(request);
        var elsewhere = answer.Headers.Location;
        return (
            answer.StatusCode,
            elsewhere is null ? null : new Uri(_http.BaseAddress!, elsewhere).AbsolutePath,
            await answer.Content.ReadAsStringAsync()
        );
    }

    /// <summary>What is there, as text.</summary>
    public Task<string> Read(string path) => _http.GetStringAsync(new Uri(path, UriKind.Relative));

    /// <summary>What is there, byte for byte.</summary>
    public Task<byte[]> Bytes(string path) => _http.GetByteArrayAsync(new Uri(path, UriKind.Relative));

    public async Task SignIn(Staff staff)
    {
        var page = await _http.GetStringAsync(new Uri("/sign-in", UriKind.Relative));
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["_handler"] = "sign-in",
                ["__RequestVerificationToken"] = Token().Match(page).Groups[1].Value,
                ["Posted.Name"] = staff.LoginName,
                ["Posted.Password"] = CourtDataSigningIn.Password,
            }
        );
        using var answer = await _http.PostAsync(new Uri("/sign-in", UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
    }

    public void Dispose()
    {
        _http.Dispose();
        _handler.Dispose();
    }

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""")]
    private static partial Regex Token();
}
