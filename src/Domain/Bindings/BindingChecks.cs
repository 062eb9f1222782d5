using Domain.Cases;
using Domain.DocumentService;
using Domain.Shared;

namespace Domain.Bindings;

public enum CheckResult
{
    /// <summary>Stands against it.</summary>
    Against,

    /// <summary>A person decides.</summary>
    Decide,
    Agrees,
    NotApplicable,
}

/// <param name="Source">Rule or register that says so; may be empty.</param>
public sealed record BindingCheck(CheckResult Result, string Statement, string Source = "");

/// <summary>What the machine can compare for the reviewer. A check informs, it never decides.</summary>
public static class BindingChecks
{
    /// <param name="case">With parties and agents; null where number and name fit none.</param>
    /// <returns>What is wrong or undecided first.</returns>
    public static IReadOnlyList<BindingCheck> Of(CaseBinding binding, Case? @case)
    {
        var party = @case?.Parties.Find(p => p.Id == binding.PartyId);
        return [.. All(binding, @case, party).OrderBy(c => c.Result)];
    }

    private static IEnumerable<BindingCheck> All(CaseBinding binding, Case? @case, CaseParty? party)
    {
        yield return party is null
            ? new(CheckResult.Against, "案号和当事人姓名对不上任何案件")
            : new(CheckResult.Agrees, $"委托人 = 本案{party.Role.Chinese()}");
        yield return binding.LitigantId is null
            ? new(CheckResult.NotApplicable, "由法院录入，身份证号当面核对")
            : new(CheckResult.Agrees, "受委托人 = 申请人，本人已实名");
        yield return Scope(binding);
        yield return Licence(binding);
        if (binding.AgentKind.IsLicensed())
            yield return Firm(binding);
        yield return Papers(binding);
        if (@case is not null && party is not null)
        {
            yield return Count(binding, party);
            yield return OtherSide(binding, @case, party);
        }

        if (binding.EndsOn is not null && binding.State == BindingState.ToReview)
            yield return new(CheckResult.Decide, "委托书写了期限，请核对最后一天");
    }

    private static BindingCheck Scope(CaseBinding binding) =>
        binding.PaperAuthority switch
        {
            PaperAuthority.FullOnly => new(
                CheckResult.Decide,
                "权限只写“全权代理”，没有逐项列明，按一般授权",
                LawTable.Of(LawPoint.FullAuthority, Procedure.Civil) is var law ? $"{law.ShortCite}：{law.Text}" : ""
            ),
            PaperAuthority.Special => new(
                CheckResult.Decide,
                $"特别授权 {binding.Items.Each().Count()} 项，请与委托书逐项核对",
                LawTable.Of(LawPoint.SpecialAuthority, Procedure.Civil).ShortCite
            ),
            _ => new(CheckResult.Agrees, "一般授权"),
        };

    private static BindingCheck Licence(CaseBinding binding)
    {
        var looked = $"律师平台 {ChinaTime.ShortDay(ChinaTime.DayOf(binding.AskedAt))} {ChinaTime.Clock(binding.AskedAt)}";
        return binding.Licence switch
        {
            LicenceVerdict.Practising => new(
                CheckResult.Agrees,
                "执业证有效",
                $"{looked} 查得：执业中，{binding.LicenceFirm}".TrimEnd('，')
            ),
            LicenceVerdict.NotPractising => new(CheckResult.Against, "执业证不在执业中", $"{looked} 查得"),
            LicenceVerdict.Unknown => new(CheckResult.Against, "没有这个执业证号，或者姓名不一致", $"{looked} 查得"),
            LicenceVerdict.Unavailable => new(CheckResult.Decide, "执业证没能查到结果，请看原件", $"{looked} 没有应答"),
            _ => new(CheckResult.NotApplicable, "不是律师，不查执业证"),
        };
    }

    private static BindingCheck Firm(CaseBinding binding) =>
        binding.LicenceFirm.Length == 0 ? new(CheckResult.NotApplicable, $"所在机构 {binding.Firm}，没有可比对的")
        : BindingTargets.IsSame(binding.Firm, binding.LicenceFirm) ? new(CheckResult.Agrees, "所在机构与律师平台一致")
        : new(CheckResult.Decide, "所在机构与律师平台不一致", $"填写 {binding.Firm}，平台 {binding.LicenceFirm}");

    private static BindingCheck Papers(CaseBinding binding)
    {
        var missing = binding
            .AgentKind.PapersOf()
            .Except(binding.Papers.Select(p => p.Kind))
            .Select(p => binding.AgentKind.NameOf(p))
            .ToList();
        var law = LawTable.Of(LawPoint.AgentPapers, Procedure.Civil).ShortCite;
        return missing.Count == 0
            ? new(CheckResult.Agrees, "应交的材料都有", law)
            : new(CheckResult.Decide, $"缺{string.Join('、', missing)}", law);
    }

    private static BindingCheck Count(CaseBinding binding, CaseParty party)
    {
        var law = LawTable.Of(LawPoint.AgentsOfParty, Procedure.Civil).ShortCite;
        var active = party.Agents.FindAll(a => a.EndedAt is null);
        var others = active.Count;
        return binding.AgentAmong(active) is not null ? new(CheckResult.Decide, "已是这位当事人的代理人，通过即变更权限", law)
            : others >= CaseAgent.MaxOfParty ? new(CheckResult.Against, $"这位当事人已有 {others} 名代理人", law)
            : new(CheckResult.Agrees, $"现有代理人 {others} 名，可再有 {CaseAgent.MaxOfParty - others} 名", law);
    }

    private static BindingCheck OtherSide(CaseBinding binding, Case @case, CaseParty party)
    {
        var others = @case.Parties.Where(p => p.Id != party.Id).SelectMany(p => p.Agents).Where(a => a.EndedAt is null).ToList();
        return others.Exists(a => a.IdentityKey.Length > 0 && a.IdentityKey == binding.IdentityKey)
                ? new(CheckResult.Against, "本人已代理本案其他当事人")
            : binding.Firm.Length > 0 && others.Exists(a => BindingTargets.IsSame(a.Firm, binding.Firm))
                ? new(CheckResult.Decide, "同一机构的人已代理本案其他当事人")
            : new(CheckResult.Agrees, binding.Firm.Length > 0 ? "同一机构没有代理本案其他当事人" : "本人没有代理本案其他当事人");
    }
}
