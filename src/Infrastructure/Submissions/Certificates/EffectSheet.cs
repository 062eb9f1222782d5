using Domain.Cases;
using Domain.DocumentService;
using Domain.Shared;
using Domain.Submissions;

namespace Infrastructure.Submissions;

/// <summary>What a 生效证明 prints.</summary>
public sealed record EffectSheet(Case Case, string CourtName, CaseEffect Effect, LawRow Law, DateTimeOffset IssuedAt)
{
    public required string Number { get; init; }
    public required string VerifyCode { get; init; }
    public required string VerifyAddress { get; init; }
    public required string IssuedByName { get; init; }

    public string CaseNumber => Domain.Cases.CaseNumber.DisplayOf(Case.Number);
    public string DocumentTitle => Effect.Title.Length > 0 ? Effect.Title : Effect.What + "书";
    public DateOnly EffectiveOn => Effect.On!.Value;

    /// <returns>原告陈建华与被告广州某公司.</returns>
    public string PartiesText =>
        string.Join('、', Case.Parties.Where(p => p.LeftAt is null).OrderBy(p => p.Position).Select(p => p.Role.Chinese() + p.Name));

    public string IssuedText => ChinaTime.DayWithYear(ChinaTime.DayOf(IssuedAt));

    public EffectCertificate Row(Submission submission, string sha256, int pages) =>
        new()
        {
            Id = Guid.CreateVersion7(IssuedAt),
            Number = Number,
            VerifyCode = VerifyCode,
            SubmissionId = submission.Id,
            CaseId = Case.Id,
            CourtId = Case.CourtId,
            CourtName = CourtName,
            CaseNumber = Case.Number,
            Cause = Case.Cause,
            IsSensitive = Case.IsSensitive,
            DocumentTitle = DocumentTitle,
            EffectiveOn = EffectiveOn,
            Lines = [.. Effect.Lines.Select(l => new ReckonedLine(l.What, l.Result))],
            Sha256 = sha256,
            Pages = pages,
            IssuedAt = IssuedAt,
            IssuedByName = IssuedByName,
        };
}
