using Microsoft.Extensions.FileProviders;

namespace MiniProgramApi.App;

internal static class H5
{
    /// <summary>
    /// The H5 build of the mini-program at <c>/</c>, where <c>H5:Root</c> has one. Its routes live behind the hash, so there is one
    /// page; built assets carry their hash in the name and are kept for a year.
    /// </summary>
    public static void UseH5(this WebApplication app)
    {
        if (app.Configuration["H5:Root"] is not { Length: > 0 } root || !Directory.Exists(root))
            return;
        var files = new PhysicalFileProvider(Path.GetFullPath(root, app.Environment.ContentRootPath));
        app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
        app.UseStaticFiles(
            new StaticFileOptions
            {
                FileProvider = files,
                OnPrepareResponse = served =>
                    served.Context.Response.Headers.CacheControl = served.Context.Request.Path.StartsWithSegments("/assets")
                        ? "public, max-age=31536000, immutable"
                        : "no-cache",
            }
        );
    }
}
