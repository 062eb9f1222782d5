using System.Globalization;
using Domain.Cases;
using Domain.DocumentService;
using Domain.Litigants;
using Domain.Organisation;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Submissions;

/// <summary>Writes a form with what the court knows of the case, and with what was filled in where something was.</summary>
public sealed class WriteForm(ICourtDb db, SubmissionTargets targets, TimeProvider clock)
{
    private const char Bar = '｜';

    /// <param name="answers">Null for a form to be filled by hand.</param>
    /// <exception cref="RefusedException"><c>submission.no_form</c>, <c>submission.fields_missing</c>, those of <see cref="SubmissionTargets"/>.</exception>
    public async Task<CourtForm> Handle(
        SubmissionKind kind,
        Guid caseId,
        IReadOnlyCollection<SubmittedAnswer>? answers,
        Actor by,
        CancellationToken ct
    )
    {
        var rule = SubmissionKinds.Of(kind);
        if (!rule.HasForm)
            throw FormErrors.NoForm();
        var filled = answers is null ? null : Whole(rule, answers);
        var person = await db.Set<Litigant>().AsNoTracking().SingleAsync(l => l.Id == by.Id, ct);
        var target = await targets.Find(caseId, rule, person, ct);
        var court = await db.Set<Court>().AsNoTracking().SingleAsync(c => c.Id == target.Case.CourtId, ct);
        var decision = await db.Set<ServedDocument>()
            .AsNoTracking()
            .Where(d => d.CaseId == caseId)
            .Where(d =>
                d.Kind == DocumentKind.Judgment
                || (d.Kind == DocumentKind.Ruling && d.IsAppealable)
                || (d.Kind == DocumentKind.MediationStatement && kind != SubmissionKind.Appeal)
            )
            .OrderBy(d => d.Kind == DocumentKind.Ruling)
            .ThenByDescending(d => d.FrozenAt)
            .Select(d => d.Title)
            .FirstOrDefaultAsync(ct);
        return Form(rule, target, court, decision ?? "判决书", filled);
    }

    private static Dictionary<string, string> Whole(KindRule rule, IReadOnlyCollection<SubmittedAnswer> answers)
    {
        var kept = rule.Checked(answers).ToDictionary(a => a.Key, a => a.Value);
        var missing = rule.Fields.Where(f => f.IsRequired && f.Type != FieldType.Account && !kept.ContainsKey(f.Key)).Select(f => f.Label);
        if (string.Join('、', missing) is { Length: > 0 } labels)
            throw SubmissionErrors.FieldsMissing(labels);
        return kept;
    }

    private CourtForm Form(KindRule rule, SubmissionTarget target, Court court, string decision, Dictionary<string, string>? filled)
    {
        var (@case, submitter) = (target.Case, target.Submitter);
        var procedure = TimeLimit.ProcedureOfCase(@case.Number);
        var head = FormHeads.Of(rule);
        var others = Others(@case, submitter.Party).ToList();
        var title = FormHeads.Title(rule, procedure);
        var to =
            rule.Kind == SubmissionKind.Appeal
                ? AppealRoutes.Of(court.Slug, procedure, @case.Cause)?.To.FullName ?? CourtAbove(court)
                : court.FullName;
        return new CourtForm(
            title,
            string.Format(
                CultureInfo.InvariantCulture,
                head.Opening,
                CaseNumber.DisplayOf(@case.Number),
                @case.Cause,
                court.FullName,
                decision
            ),
            to,
            head.SignsAsAgent ? "诉讼代理人" : head.Own
        )
        {
            Parties =
            [
                Writer(head, submitter, filled),
                .. Agent(head, submitter),
                .. others.Where(_ => head.Others.Length > 0).Select(p => new FormParty(FormHeads.Role(head, head.Others, p.Role), p.Name)),
            ],
            Sections = [.. rule.Fields.Except(KindFields.Contact).Select(f => Section(f, filled))],
            Enclosed = head.BringsCopies && others.Count > 0 ? $"附：本{rule.Parts.First(p => p.IsForm).Title}副本 {others.Count} 份" : "",
            DateText = filled is null ? CourtForm.BlankDate : ChinaTime.DayWithYear(ChinaTime.DayOf(clock.GetUtcNow())),
        };
    }

    /// <summary>Of first instances of the intermediate courts; no court above them is on this platform.</summary>
    private static string CourtAbove(Court court) => court.Slug == "gz-zy" ? "广东省高级人民法院" : "上一级人民法院";

    private static FormParty Writer(FormHead head, Submitter submitter, Dictionary<string, string>? filled) =>
        new(FormHeads.Role(head, head.Own, submitter.Party.Role), submitter.Party.Name)
        {
            Writes = true,
            Address = filled?.GetValueOrDefault("address") ?? "",
            Phone = filled?.GetValueOrDefault("phone") ?? "",
        };

    private static IEnumerable<FormParty> Agent(FormHead head, Submitter submitter)
    {
        if (submitter.Agent is { } agent)
            yield return new FormParty(
                head.SignsAsAgent ? "诉讼代理人" : "委托诉讼代理人",
                agent.Name + (agent.Firm.Length > 0 ? $"，{agent.Firm}" : "")
            )
            {
                IsAgent = true,
            };
    }

    /// <summary>The other side of whoever sues or is sued; a third party has all others.</summary>
    private static IEnumerable<CaseParty> Others(Case @case, CaseParty own) =>
        @case
            .Parties.Where(p => p.LeftAt is null && p.Id != own.Id && (p.Role != own.Role || own.Role == PartyRole.ThirdParty))
            .Where(p => p.Role != PartyRole.ThirdParty)
            .OrderBy(p => p.Position);

    private static FormSection Section(SubmissionField field, Dictionary<string, string>? filled)
    {
        var value = filled?.GetValueOrDefault(field.Key) ?? "";
        if (field.Key == "list")
            return new FormSection("", "") { Columns = ["序号", "证据名称", "来源", "证明什么"], Rows = Rows(value) };
        var shown = field.Type switch
        {
            _ when value.Length == 0 => field.Type == FieldType.Choice && filled is null
                ? string.Join("　", field.Options.Select(o => $"□{o}"))
                : "",
            FieldType.Money => value + " 元",
            FieldType.Date => ChinaTime.DayWithYear(DateOnly.Parse(value, CultureInfo.InvariantCulture)),
            FieldType.Account => SubmissionCheck.LastFour(value),
            _ => value,
        };
        return new FormSection(field.Label, filled is not null && shown.Length == 0 ? "无" : shown)
        {
            IsShort = field.Type != FieldType.Text,
        };
    }

    /// <summary>名称｜来源｜证明什么, a line each; empty rows where there is nothing yet.</summary>
    private static List<IReadOnlyList<string>> Rows(string list)
    {
        var lines = list.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.Length == 0
            ? [.. Enumerable.Range(1, 10).Select(IReadOnlyList<string> (n) => [n.ToString(CultureInfo.InvariantCulture), "", "", ""])]
            :
            [
                .. lines.Select(
                    IReadOnlyList<string> (line, i) =>
                    {
                        var cells = line.Replace('|', Bar).Split(Bar, 3, StringSplitOptions.TrimEntries);
                        return
                        [
                            (i + 1).ToString(CultureInfo.InvariantCulture),
                            cells[0],
                            cells.ElementAtOrDefault(1) ?? "",
                            cells.ElementAtOrDefault(2) ?? "",
                        ];
                    }
                ),
            ];
    }
}
