using Domain.DocumentService;
using Domain.Shared;

namespace Domain.Submissions;

/// <summary>
/// 生效证明: that a decision has taken effect and when, made when the clerk has agreed to the application. A PDF in the file store; the row and
/// the bytes never change.
/// </summary>
public sealed class EffectCertificate : Aggregate
{
    public const int NumberMaxLength = 30;

    public static readonly NumberSeries Numbers = new("SXZM", Digits: 6, Block: 20);

    /// <summary><c>SXZM20261124-000001</c>, unique.</summary>
    public required string Number { get; init; }

    /// <summary>With the number it opens the public verification page.</summary>
    public required string VerifyCode { get; init; }

    /// <summary>The application, one certificate each.</summary>
    public Guid SubmissionId { get; init; }

    public Guid CaseId { get; init; }
    public Guid CourtId { get; init; }
    public string CourtName { get; init; } = "";
    public string CaseNumber { get; init; } = "";
    public string Cause { get; init; } = "";

    /// <summary>Restricted cases: the public page names neither case nor document.</summary>
    public bool IsSensitive { get; init; }

    /// <summary>民事判决书.</summary>
    public string DocumentTitle { get; init; } = "";

    public DateOnly EffectiveOn { get; init; }

    /// <summary>How the day was found, as it was printed.</summary>
    public List<ReckonedLine> Lines { get; init; } = [];

    /// <summary>Of the PDF.</summary>
    public required string Sha256 { get; init; }

    public int Pages { get; init; }
    public DateTimeOffset IssuedAt { get; init; }

    /// <summary>Who agreed to the application.</summary>
    public string IssuedByName { get; init; } = "";

    public string FileName => $"生效证明-{Number}.pdf";

    /// <summary>To be called once, when the PDF is kept; the submitter is told.</summary>
    public void Issue(Submission of) =>
        Raise(
            new Fact(EffectCertificateFacts.Issued, Actor.System, IssuedAt)
            {
                Data = new EffectCertificateData(Number, SubmissionId, DocumentTitle, EffectiveOn, Sha256),
                Notices = [.. SubmissionNotices.ToRequester(SubmissionNotices.CertificateReady, of, [])],
                Topics = [LiveTopic.Litigant(of.LitigantId), SubmissionTopics.Submission(of.Id)],
            }
        );

    /// <summary>Whether what it says still stands.</summary>
    /// <param name="judgment">Of the case as it is known now; null where the document could not be appealed.</param>
    public bool StandsWith(EffectiveJudgment? judgment) =>
        judgment is null || judgment.Decision == EffectDecision.Effective && judgment.EffectiveOn == EffectiveOn;
}

/// <param name="What">您收到判决.</param>
public sealed record ReckonedLine(string What, string Result);

public static class EffectCertificateFacts
{
    public const string Issued = "effect_certificate_issued";
}

/// <param name="Sha256">Of the PDF.</param>
public sealed record EffectCertificateData(string Number, Guid SubmissionId, string DocumentTitle, DateOnly EffectiveOn, string Sha256)
    : FactData;
