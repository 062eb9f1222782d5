using System.Net;

namespace MiniProgramApi.Tests;

[Collection(ApiTest.Name)]
public sealed class H5Tests(ApiHost host) : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("court-h5-");

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public async Task The_H5_build_is_served_at_the_root_to_everybody_and_nothing_beside_it()
    {
        _root.CreateSubdirectory("assets");
        await File.WriteAllTextAsync(Path.Combine(_root.FullName, "index.html"), "<html>广州微法院</html>");
        await File.WriteAllTextAsync(Path.Combine(_root.FullName, "assets", "index-a1b2.js"), "1");
        using var http = host.Another(null, ("H5:Root", _root.FullName)).CreateClient();

        using var page = await http.GetAsync(new Uri("/", UriKind.Relative));
        Assert.Equal("<html>广州微法院</html>", await page.Content.ReadAsStringAsync());
        Assert.Equal(("text/html", "no-cache"), (page.Content.Headers.ContentType!.MediaType, page.Headers.CacheControl!.ToString()));
        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("script-src 'self';", policy);
        Assert.Contains("connect-src 'self' ws://localhost", policy);

        using var script = await http.GetAsync(new Uri("/assets/index-a1b2.js", UriKind.Relative));
        Assert.Contains("immutable", script.Headers.CacheControl!.ToString());
        foreach (var path in new[] { "/assets/missing.js", "/%2e%2e/etc/passwd", "/appsettings.json" })
        {
            using var missing = await http.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
            Assert.Equal("application/problem+json", missing.Content.Headers.ContentType!.MediaType);
        }
    }

    [Fact]
    public async Task What_the_build_has_compressed_goes_out_compressed_to_who_takes_it()
    {
        _root.CreateSubdirectory("assets");
        foreach (var (ending, text) in new[] { ("", "plain"), (".br", "as br"), (".gz", "as gzip") })
            await File.WriteAllTextAsync(Path.Combine(_root.FullName, "assets", $"index-a1b2.js{ending}"), text);
        using var http = host.Another(null, ("H5:Root", _root.FullName)).CreateClient();
        foreach (
            var (accepted, encoding, text) in new[]
            {
                ("gzip, deflate, br", "br", "as br"),
                ("gzip", "gzip", "as gzip"),
                ("br;q=0, gzip", "gzip", "as gzip"),
                ("identity", "", "plain"),
            }
        )
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/assets/index-a1b2.js");
            request.Headers.Add("Accept-Encoding", accepted);
            using var script = await http.SendAsync(request);
            Assert.Equal(text, await script.Content.ReadAsStringAsync());
            Assert.Equal(encoding, string.Join(',', script.Content.Headers.ContentEncoding));
            Assert.Equal("text/javascript", script.Content.Headers.ContentType!.MediaType);
            Assert.Equal("Accept-Encoding", script.Headers.Vary.Single());
            Assert.Contains("immutable", script.Headers.CacheControl!.ToString());
        }
    }

    [Theory]
    [InlineData("/nowhere", "text/html", "text/html")]
    [InlineData("/nowhere", "application/json", "application/problem+json")]
    [InlineData("/api/v1/nowhere", "text/html", "application/problem+json")]
    public async Task A_wrong_address_shows_a_person_a_page_and_a_program_the_problem(string path, string accepted, string answered)
    {
        await File.WriteAllTextAsync(Path.Combine(_root.FullName, "missing.html"), "<html>没有这个页面</html>");
        using var http = host.Another(null, ("H5:Root", _root.FullName)).CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept", accepted);
        using var missing = await http.SendAsync(request);
        Assert.Equal((HttpStatusCode.NotFound, answered), (missing.StatusCode, missing.Content.Headers.ContentType!.MediaType));
        Assert.Contains(answered == "text/html" ? "没有这个页面" : "request.not_found", await missing.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Without_a_build_the_API_stands_alone() =>
        Assert.Equal(HttpStatusCode.NotFound, (await host.Factory.CreateClient().GetAsync(new Uri("/", UriKind.Relative))).StatusCode);
}
