using Domain.Bindings;
using Domain.Cases;
using Domain.DocumentService;
using Domain.Shared;

namespace Domain.Reading;

/// <summary>What the machine can compare for who decides. A check informs, it never decides.</summary>
public static class ReadingChecks
{
    /// <param name="case">With parties and agents.</param>
    /// <param name="binding">How the agent was bound here; null of a party and of the trial system's agents.</param>
    /// <param name="before">How often this reader was released something of this case.</param>
    /// <returns>What is wrong or undecided first.</returns>
    public static IReadOnlyList<BindingCheck> Of(ReadingRequest request, Case @case, CaseBinding? binding, int before, DateOnly today) =>
        [.. All(request, @case, binding, before, today).OrderBy(c => c.Result)];

    private static IEnumerable<BindingCheck> All(ReadingRequest request, Case @case, CaseBinding? binding, int before, DateOnly today)
    {
        yield return Standing(request, @case, today);
        yield return @case.Restriction == CaseRestriction.None
            ? new(CheckResult.Agrees, "案件不属不公开、涉密")
            : new(CheckResult.Decide, "案件不公开，请逐份核对可看的范围", LawTable.Of(LawPoint.ReadingSecrecy, Procedure.Civil).ShortCite);
        if (request.AgentId is not null)
            yield return Licence(binding);
        yield return before > 0 ? new(CheckResult.Decide, $"本案已阅卷 {before} 次") : new(CheckResult.Agrees, "本案没有阅过卷");
    }

    private static BindingCheck Standing(ReadingRequest request, Case @case, DateOnly today)
    {
        var law = LawTable.Of(LawPoint.FileReading, Procedure.Civil).ShortCite;
        var party = @case.Parties.Find(p => p.Id == request.PartyId);
        if (request.AgentId is null)
            return party is { LeftAt: null }
                ? new(CheckResult.Agrees, "申请人是本案当事人", law)
                : new(CheckResult.Against, "申请人已不是本案当事人");
        var agent = party?.Agents.Find(a => a.Id == request.AgentId);
        if (party is not { LeftAt: null } || agent is not { EndedAt: null } || agent.EndsOn < today)
            return new(CheckResult.Against, "代理关系已经结束");
        return agent.EndsOn is { } last
            ? new(CheckResult.Agrees, $"代理关系在有效期内，至 {ChinaTime.ShortDay(last)}", law)
            : new(CheckResult.Agrees, "代理关系在有效期内", law);
    }

    private static BindingCheck Licence(CaseBinding? binding)
    {
        var at = binding is null ? "" : $"绑定时 {ChinaTime.ShortDay(ChinaTime.DayOf(binding.AskedAt))} 查得";
        return binding?.Licence switch
        {
            LicenceVerdict.Practising => new(CheckResult.Agrees, "律师执业证有效", at),
            LicenceVerdict.NotPractising => new(CheckResult.Against, "执业证不在执业中", at),
            LicenceVerdict.Unknown => new(CheckResult.Against, "没有这个执业证号，或者姓名不一致", at),
            LicenceVerdict.Unavailable => new(CheckResult.Decide, "执业证没能查到结果，请看原件"),
            LicenceVerdict.NotAsked => new(CheckResult.NotApplicable, "不是律师，不查执业证"),
            _ => new(CheckResult.NotApplicable, "代理人由审判系统登记，没有查过执业证"),
        };
    }
}
