using System.Text.Json;
using Domain.DocumentService;

namespace Infrastructure.DocumentService.Recipients;

/// <summary>
/// What recipients read of a kind of document, in plain words. Legal wording that the trial divisions settle: data, which an
/// installation replaces by a file of its own (<c>DocumentService:Words</c>). <c>**…**</c> stands out, <c>{…}</c> is filled in.
/// </summary>
/// <param name="Grounds">Why the day of service is that day, by rule.</param>
public sealed record DocumentWords(
    UnopenedWords Unopened,
    IReadOnlyDictionary<ServiceRule, string> Grounds,
    HearingWords Hearing,
    IReadOnlyDictionary<DocumentKind, KindWords> Kinds
)
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
            All<ServiceRule, string>(read.Grounds),
            read.Hearing,
            All<DocumentKind, KindWords>(read.Kinds)
        );
    }

    private static Dictionary<TKey, TWords> All<TKey, TWords>(Dictionary<string, TWords> read)
        where TKey : struct, Enum =>
        Enum.GetValues<TKey>()
            .ToDictionary(
                k => k,
                k =>
                    read.TryGetValue(JsonNamingPolicy.CamelCase.ConvertName(k.ToString()), out var found)
                        ? found
                        : throw new InvalidDataException($"No words for {k}.")
            );

    private sealed record Stored(
        UnopenedWords Unopened,
        Dictionary<string, string> Grounds,
        HearingWords Hearing,
        Dictionary<string, KindWords> Kinds
    );
}

/// <summary>When and where to come, for a summons.</summary>
/// <param name="Known">The case has a hearing that is still to come.</param>
public sealed record HearingWords(string Known, string Unknown);

/// <summary>不打开会怎样, by what the law makes of it so far.</summary>
/// <param name="Arrived">Served by its arrival at the agreed address.</param>
/// <param name="Served">Served in another way: on the agent, by post, by notice.</param>
/// <param name="Presumed">It came to an address that the court found.</param>
/// <param name="NotArrived">Nothing shows its arrival; opening it would be presumed service.</param>
/// <param name="NotYet">The same, and opening it would serve nobody.</param>
public sealed record UnopenedWords(string Arrived, string Served, string Presumed, string NotArrived, string NotYet, string NoConsent);

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
