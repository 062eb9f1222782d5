using System.Net;

namespace Portal.DocumentService.Proof;

/// <summary>What a new tab shows instead of a PDF that was not made.</summary>
internal static class RefusedSheet
{
    public static string Html(string message) =>
        $"""
            <!DOCTYPE html>
            <html lang="zh-CN"><head><meta charset="utf-8"><title>没有生成 PDF</title>
            <link rel="stylesheet" href="/css/tokens.css"><link rel="stylesheet" href="/css/components.css"></head>
            <body style="display:grid;min-height:100vh;margin:0;background:var(--c-page)">
            <main class="c-blank" role="alert"><h1 class="c-h2">没有生成 PDF</h1><p>{WebUtility.HtmlEncode(
                message
            )}</p></main></body></html>
            """;
}
