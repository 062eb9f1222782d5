using System.Text.Json;
using Domain.DocumentService;

namespace Infrastructure.DocumentService.Recipients;

/// <summary>
/// What recipients read of a kind of document, in plain words. Legal wording that the trial divisions settle: data, which an
/// installation replaces by a file of its own (<c>DocumentService:Words</c>). <c>**…**</c> stands out, <c>{…}</c> is filled in.
/// </summary>
public sealed record DocumentWords(UnopenedWords Unopened, IReadOnlyDictionary<DocumentKind, KindWords> Kinds)
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { RespectRequiredConstructorParameters = true };

    public KindWords Of(DocumentKind kind) => Kinds[kind];

    /// <summary>Kinds that ask for nothing and decide nothing.</summary>
    public List<DocumentKind> Notices => [.. Kinds.Where(k => k.Value.IsNotice).Select(k => k.Key)];

    /// <param name="file">Null takes the built-in words.</param>
    /// <exception cref="InvalidDataException">A kind is missing, or the file is none.</exception>
    public static DocumentWords Load(string? file)
    {
        using var stream = file is null
            ? typeof(DocumentWords).Assembly.GetManifestResourceStream("document-words.json")!
            : File.OpenRead(file);
        var read =
            JsonSerializer.Deserialize<Stored>(stream, s_json) ?? throw new InvalidDataException("The words of documents are empty.");
        return new DocumentWords(
            read.Unopened,
            Enum.GetValues<DocumentKind>()
                .ToDictionary(
                    k => k,
                    k =>
                        read.Kinds.GetValueOrDefault(JsonNamingPolicy.CamelCase.ConvertName(k.ToString()))
                        ?? throw new InvalidDataException($"No words for {k}.")
                )
        );
    }

    private sealed record Stored(UnopenedWords Unopened, Dictionary<string, KindWords> Kinds);
}

/// <summary>不打开会怎样, by what the law makes of it so far.</summary>
public sealed record UnopenedWords(string Arrived, string Presumed, string NotYet, string NoConsent);

/// <param name="Plain">What it is, in one or two sentences.</param>
/// <param name="After">签收以后.</param>
/// <param name="Read">The button that opens it.</param>
/// <param name="Limit">The line of a time limit that runs.</param>
/// <param name="Projected">The same before it runs: as if it were signed for today.</param>
/// <param name="Consequence">What goes on although nobody opens it.</param>
/// <param name="Next">The next step, and by when.</param>
/// <param name="Unopened">In place of the general sentence.</param>
/// <param name="IsNotice">It asks for nothing by a day and decides nothing: it stands behind what does.</param>
public sealed record KindWords(
    string Plain,
    IReadOnlyList<string> After,
    string Read,
    string? Limit = null,
    string? Projected = null,
    string Consequence = "",
    string? Next = null,
    string? NextBy = null,
    string? Unopened = null,
    bool IsNotice = false
);
