using System.Globalization;
using Domain.DocumentService;
using Domain.Shared;

namespace Domain.Submissions;

public enum EffectStanding
{
    /// <summary>Nothing that decides the case was served here.</summary>
    Unknown,

    /// <summary>A party is not served yet.</summary>
    NotServed,

    /// <summary>A period to appeal still runs.</summary>
    Coming,

    /// <summary>The periods are over; a person still has to see that no appeal came by mail.</summary>
    Due,

    /// <summary>生效已核实.</summary>
    Verified,
    Appealed,
}

/// <summary>Whether and when the decision of a case takes effect (CPL 100, 158, 165, 182), with how that was found.</summary>
/// <param name="On">Null while a party is not served, or where it was appealed.</param>
/// <param name="What">判决, 裁定, 调解书.</param>
public sealed record CaseEffect(EffectStanding Standing, DateOnly? On, string What, LawPoint Law)
{
    public IReadOnlyList<(string What, string Result)> Lines { get; init; } = [];

    /// <summary>Of the document: 民事判决书; empty where none was served here.</summary>
    public string Title { get; init; } = "";

    /// <summary>The last day to appeal, of all parties.</summary>
    public DateOnly? LastDay { get; init; }

    public static CaseEffect Of(CaseStanding of)
    {
        var main = of
            .Copies.Where(c => c.Copy.Kind is DocumentKind.Judgment or DocumentKind.MediationStatement)
            .Concat(of.Copies.Where(c => c.Copy is { Kind: DocumentKind.Ruling, IsAppealable: true }))
            .GroupBy(c => c.Source)
            .OrderBy(g => g.First().Copy.Kind == DocumentKind.Ruling)
            .ThenByDescending(g => g.Max(c => c.Copy.Id))
            .FirstOrDefault();
        if (main is null)
            return of.SaidEffectiveOn is { } said
                ? new(EffectStanding.Verified, said, "判决", LawPoint.TakesEffect) { Lines = [("审判系统登记的生效日期", Day(said))] }
                : new(of.IsAppealed(null) ? EffectStanding.Appealed : EffectStanding.Unknown, null, "判决", LawPoint.TakesEffect);
        var copy = main.First().Copy;
        return of.Judgments.FirstOrDefault(j => j.SourceSha256 == main.Key) is { } judgment
            ? Appealable(of, judgment) with
            {
                Title = copy.Title,
            }
            : Final(of, main.Key, copy) with
            {
                Title = copy.Title,
            };
    }

    private static CaseEffect Appealable(CaseStanding of, EffectiveJudgment judgment)
    {
        var what = Word(judgment.Kind);
        var parties = of.Parties.Select(p => (Party: p, Service: PartyService.Of(p.Id, of.CopiesOf(judgment.SourceSha256, p.Id)))).ToList();
        List<(string, string)> lines = [.. parties.Select(p => ($"{of.Name(p.Party)}收到{what}", Served(p.Service.ServedOn)))];
        var last = judgment.ProposedOn is { } proposed ? proposed.AddDays(-1) : (DateOnly?)null;
        if (last is { } day)
            lines.Add(("最后能上诉的一天", Day(day)));
        var standing = judgment.Decision switch
        {
            EffectDecision.Effective => EffectStanding.Verified,
            EffectDecision.Appealed => EffectStanding.Appealed,
            _ when of.IsAppealed(judgment.SourceSha256) => EffectStanding.Appealed,
            _ when judgment.ProposedOn is null => EffectStanding.NotServed,
            _ => judgment.ProposedOn <= of.Today ? EffectStanding.Due : EffectStanding.Coming,
        };
        if (standing == EffectStanding.Appealed && of.SaidEffectiveOn is { } said)
        {
            // As the second instance left it, or after the appeal was withdrawn: the trial system knows.
            lines.Add(("有人上诉；审判系统登记的生效日期", Day(said)));
            return new(EffectStanding.Verified, said, what, LawPoint.TakesEffect) { Lines = lines, LastDay = last };
        }

        var on = standing switch
        {
            EffectStanding.Verified => judgment.EffectiveOn,
            EffectStanding.Appealed => null,
            _ => judgment.ProposedOn,
        };
        if (standing == EffectStanding.Appealed)
            lines.Add(("有人上诉", "没有生效"));
        else if (on is { } effective)
            lines.Add(("没人上诉，生效", Day(effective)));
        return new(standing, on, what, LawPoint.TakesEffect) { Lines = lines, LastDay = last };
    }

    /// <summary>Of the second instance, of small claims, or a mediation statement: nobody appeals it.</summary>
    private static CaseEffect Final(CaseStanding of, string source, ServiceCopy copy)
    {
        var what = Word(copy.Kind);
        var law =
            copy.Kind == DocumentKind.MediationStatement ? LawPoint.LastSignature
            : of.IsOneInstance ? LawPoint.FinalOfSmallClaims
            : LawPoint.FinalOfSecond;
        var parties = of
            .Parties.Select(p => (Party: p, On: of.CopiesOf(source, p.Id).Min(c => c.EffectiveOn)))
            .Where(p => p.On is not null || copy.Kind != DocumentKind.MediationStatement)
            .ToList();
        List<(string, string)> lines =
        [
            .. parties.Select(p =>
                ($"{of.Name(p.Party)}{(copy.Kind == DocumentKind.MediationStatement ? "签收" : "收到")}{what}", Served(p.On))
            ),
        ];
        if (parties.Count == 0 || parties.Exists(p => p.On is null))
            return new(EffectStanding.NotServed, null, what, law) { Lines = lines };
        var on = parties.Max(p => p.On)!.Value;
        lines.Add(("不能上诉，最后一方收到就生效", Day(on)));
        return new(EffectStanding.Due, on, what, law) { Lines = lines };
    }

    private static string Word(DocumentKind kind) =>
        kind switch
        {
            DocumentKind.Ruling => "裁定",
            DocumentKind.MediationStatement => "调解书",
            _ => "判决",
        };

    private static string Served(DateOnly? on) => on is { } day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "还没收到";

    /// <returns>2026-11-04（周三）.</returns>
    internal static string Day(DateOnly day) => $"{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}（{ChinaTime.Weekday(day)}）";
}
