using System.Net;

namespace Portal.Shared;

/// <summary>What a new tab shows instead of a file that was not made.</summary>
internal static class RefusedSheet
{
    public static string Html(string headline, string message, string code = "") =>
        $"""
            <!DOCTYPE html>
            <html lang="zh-CN"><head><meta charset="utf-8"><title>{headline}</title>
            <link rel="stylesheet" href="/css/tokens.css"><link rel="stylesheet" href="/css/components.css"></head>
            <body style="display:grid;min-height:100vh;margin:0;background:var(--c-page)">
            <main class="c-blank" role="alert"><h1 class="c-h2">{headline}</h1><p>{WebUtility.HtmlEncode(
                message
            )}</p><p class="c-meta">{code}</p></main></body></html>
            """;
}
