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

    public Task SignIn(Staff staff) => SignIn(staff.LoginName, CourtDataSigningIn.Password);

    public async Task SignIn(string account, string password) =>
        Assert.Equal(HttpStatusCode.Found, await Submit("/sign-in", "sign-in", ("Posted.Name", account), ("Posted.Password", password)));

    /// <summary>Fills in the form of a page and sends it.</summary>
    /// <param name="handler">The form's name.</param>
    public async Task<HttpStatusCode> Submit(string path, string handler, params (string Name, string Value)[] fields)
    {
        var page = await Read(path);
        using var form = new FormUrlEncodedContent([
            new("_handler", handler),
            new("__RequestVerificationToken", Token().Match(page).Groups[1].Value),
            .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)),
        ]);
        using var answer = await _http.PostAsync(new Uri(path, UriKind.Relative), form);
        return answer.StatusCode;
    }

    public void Dispose()
    {
        _http.Dispose();
        _handler.Dispose();
    }

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""")]
    private static partial Regex Token();
}
