namespace Simulators.Page;

/// <summary>The page lies inside the program, so that it is found wherever the program is started from.</summary>
internal static class PhonePage
{
    public static void MapPhonePage(this WebApplication app)
    {
        Map(app, "/", "index.html", "text/html; charset=utf-8");
        Map(app, "/tokens.css", "tokens.css", "text/css; charset=utf-8");
        Map(app, "/phones.css", "phones.css", "text/css; charset=utf-8");
        Map(app, "/phones.js", "phones.js", "text/javascript; charset=utf-8");
    }

    private static void Map(WebApplication app, string path, string name, string type) =>
        app.MapGet(path, () => Results.Stream(typeof(PhonePage).Assembly.GetManifestResourceStream(name)!, type));
}
