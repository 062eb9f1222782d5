using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace MiniProgramApi.App;

/// <summary>
/// The H5 build of the mini-program at <c>/</c>, where <c>H5:Root</c> has one. Its routes live behind the hash, so there is one page;
/// built assets carry their hash in the name and are kept for a year. The build lays a compressed copy beside what is worth it.
/// </summary>
internal static class H5
{
    private const string MissingPage = "missing.html";

    /// <summary>The best first.</summary>
    private static readonly (string Encoding, string Ending)[] s_encodings = [("br", ".br"), ("gzip", ".gz")];

    public static void UseH5(this WebApplication app)
    {
        if (app.Configuration["H5:Root"] is not { Length: > 0 } root || !Directory.Exists(root))
            return;
        var files = new PhysicalFileProvider(Path.GetFullPath(root, app.Environment.ContentRootPath));
        app.Use((context, next) => ShowMissing(context, next, files));
        app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
        app.Use((context, next) => PreferCompressed(context, next, files));
        app.UseStaticFiles(
            new StaticFileOptions
            {
                FileProvider = files,
                ContentTypeProvider = new Uncompressed(),
                OnPrepareResponse = served => Describe(served.Context.Response, served.Context.Request.Path),
            }
        );
    }

    private static Task PreferCompressed(HttpContext context, RequestDelegate next, IFileProvider files)
    {
        var request = context.Request;
        var path = request.Path.Value!;
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
            return next(context);
        var accepted = request.GetTypedHeaders().AcceptEncoding;
        foreach (var (encoding, ending) in s_encodings)
        {
            if (accepted.Any(a => a.Value == encoding && a.Quality is not 0) && files.GetFileInfo(path + ending).Exists)
            {
                request.Path = path + ending;
                break;
            }
        }

        return next(context);
    }

    private static void Describe(HttpResponse response, PathString path)
    {
        response.Headers.CacheControl = path.StartsWithSegments("/assets") ? "public, max-age=31536000, immutable" : "no-cache";
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        foreach (var (encoding, ending) in s_encodings)
        {
            if (path.Value!.EndsWith(ending, StringComparison.Ordinal))
                response.Headers.ContentEncoding = encoding;
        }
    }

    /// <summary>A person who typed or followed a wrong address gets a page with the way home; programs get the API's problem.</summary>
    private static async Task ShowMissing(HttpContext context, RequestDelegate next, IFileProvider files)
    {
        var path = context.Request.Path;
        await next(context);
        var isPage =
            HttpMethods.IsGet(context.Request.Method)
            && context.Request.GetTypedHeaders().Accept.Any(a => a.MediaType == "text/html")
            && !path.StartsWithSegments("/api")
            && !path.StartsWithSegments("/integration")
            && !path.StartsWithSegments("/hubs");
        if (context.Response.StatusCode != StatusCodes.Status404NotFound || context.Response.HasStarted || !isPage)
            return;
        var page = files.GetFileInfo(MissingPage);
        if (!page.Exists)
            return;
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.SendFileAsync(page, context.RequestAborted);
    }

    /// <summary>The type of what is compressed, by the name without its last ending.</summary>
    private sealed class Uncompressed : IContentTypeProvider
    {
        private readonly FileExtensionContentTypeProvider _types = new();

        public bool TryGetContentType(string subpath, out string contentType)
        {
            var ending = s_encodings.Select(e => e.Ending).FirstOrDefault(e => subpath.EndsWith(e, StringComparison.Ordinal));
            return _types.TryGetContentType(subpath[..^(ending?.Length ?? 0)], out contentType!);
        }
    }
}
