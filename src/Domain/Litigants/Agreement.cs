using Domain.Shared;
using Domain.WorkOrders;

namespace Domain.Litigants;

/// <summary>What a person agrees to before using the platform.</summary>
public enum AgreementKind
{
    /// <summary>隐私政策: which personal information is handled, why, how long (个人信息保护法第十七条).</summary>
    PrivacyPolicy,

    /// <summary>用户服务协议.</summary>
    UserAgreement,
}

/// <summary>One version of a text. It never changes: a new wording is a new version, to which everybody agrees anew.</summary>
public sealed class Agreement
{
    public const int TitleMaxLength = 60;
    public const int TextMaxLength = 20_000;

    public Guid Id { get; init; }
    public AgreementKind Kind { get; init; }

    /// <summary>From 1; the highest of a kind is in force.</summary>
    public int Version { get; init; }

    public required string Title { get; init; }

    /// <summary>Paragraphs, one a line; a line that begins with <c>#</c> is a heading.</summary>
    public required string Text { get; init; }

    public DateTimeOffset PublishedAt { get; init; }

    /// <param name="written">The first line is the title.</param>
    /// <returns>Title and paragraphs; null where one of them is missing or too long.</returns>
    public static (string Title, string Text)? Read(string written)
    {
        var lines = TypedText.Valid(written).Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0).ToList();
        var title = lines.Count > 0 ? lines[0].TrimStart('#', ' ') : "";
        var text = string.Join('\n', lines.Skip(1));
        return title.Length is > 0 and <= TitleMaxLength && text.Length is > 0 and <= TextMaxLength ? (title, text) : null;
    }
}

/// <summary>That a person agreed to one version, and where. When is a fact of the litigant's trace too, with the hash of the text.</summary>
public sealed class AgreementConsent
{
    public Guid Id { get; init; }
    public Guid LitigantId { get; set; }
    public Guid AgreementId { get; init; }
    public Channel Channel { get; init; }
    public DateTimeOffset At { get; init; }
}
