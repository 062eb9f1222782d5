using Domain.Shared;

namespace Domain.Cases;

/// <summary>A case in plain words from the reader's side: 您告李*强借钱不还. A cause without a plain wording stays as it is; nothing is judged.</summary>
public static class PlainTitle
{
    /// <summary>Cause → plain words; a leading 的 joins both names without saying who sued.</summary>
    private static readonly Dictionary<string, string> s_plain = new()
    {
        ["民间借贷纠纷"] = "借钱不还",
        ["劳动争议"] = "的工资纠纷",
        ["追索劳动报酬纠纷"] = "的工资纠纷",
        ["机动车交通事故责任纠纷"] = "的交通事故赔偿纠纷",
        ["房屋租赁合同纠纷"] = "的租房合同纠纷",
        ["物业服务合同纠纷"] = "的物业费纠纷",
    };

    /// <param name="parties">In the order of the case.</param>
    /// <param name="hidesNames">Sensitive cases name nobody.</param>
    public static string For(string cause, IEnumerable<Side> parties, bool hidesNames = false)
    {
        var all = parties.ToList();
        var reader = all.FirstOrDefault(p => p.IsReader);
        if (hidesNames || reader is null || !s_plain.TryGetValue(cause, out var plain)) return cause;
        var suing = reader.Role is PartyRole.Plaintiff or PartyRole.Appellant or PartyRole.Applicant;
        var other = all.FirstOrDefault(p => !p.IsReader && IsSued(p.Role) == suing && p.Role != PartyRole.ThirdParty);
        if (other is null) return cause;
        var name = Masking.NameForSelf(other.Name);
        if (plain.StartsWith('的')) return $"您和{name}{plain}";
        return reader.Role switch
        {
            PartyRole.Plaintiff => $"您告{name}{plain}",
            PartyRole.Defendant => $"{name}告您{plain}",
            _ => cause,
        };
    }

    private static bool IsSued(PartyRole role) => role is PartyRole.Defendant or PartyRole.Appellee or PartyRole.Respondent or PartyRole.Accused;

    public sealed record Side(PartyRole Role, string Name, bool IsReader);
}
