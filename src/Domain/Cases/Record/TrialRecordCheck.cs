using Domain.Shared;

namespace Domain.Cases;

/// <summary>Whether a record can be taken over at all: everything that is wrong with it, at once.</summary>
public sealed class TrialRecordCheck
{
    public const int MostParties = 500;
    public const int MostAgents = 20;
    public const int MostOfAKind = 2_000;
    private const int IdMaxLength = 60;
    private const int PhoneMaxLength = 20;
    private readonly List<RecordFault> _faults = [];

    private TrialRecordCheck() { }

    /// <returns>Empty for a good one.</returns>
    public static IReadOnlyList<RecordFault> Of(TrialRecord record)
    {
        var check = new TrialRecordCheck();
        if (record.Secrecy == TrialSecrecy.StateSecret)
            return [new(RecordFaults.Secret, "secrecy", "涉密案件不进入本平台，请在涉密系统办理")]; // nothing else of it is looked at
        check.Case(record);
        foreach (var (at, party) in record.Parties.Index())
            check.Party($"parties[{at}]", party);
        check.Proceedings(record);
        return check._faults;
    }

    private void Case(TrialRecord record)
    {
        Text("number", record.Number, Domain.Cases.Case.NumberMaxLength);
        Text("division", record.Division, 60);
        Text("cause", record.Cause, Domain.Cases.Case.CauseMaxLength);
        Needed("state", record.State);
        Needed("secrecy", record.Secrecy);
        Needed("filedOn", record.FiledOn);
        Sane("filedOn", record.FiledOn);
        Sane("closedOn", record.ClosedOn);
        if (record.Version <= 0)
            Add(RecordFaults.OutOfRange, "version", "版本号应为正整数");
        if (record.State is { } state && state == CaseState.Closed != record.ClosedOn is not null)
            Add(RecordFaults.OutOfRange, "closedOn", "已结案的写结案日期，没有结案的不写");
        if (record.ClosedOn < record.FiledOn)
            Add(RecordFaults.OutOfRange, "closedOn", "结案日期早于立案日期");
        Few("panel", record.Panel, 20);
        Few("parties", record.Parties, MostParties);
        Unique("parties", record.Parties.Select(p => p.Id));
    }

    private void Party(string at, TrialParty party)
    {
        Text($"{at}.id", party.Id, IdMaxLength);
        Text($"{at}.name", party.Name, CaseAgent.NameMaxLength);
        Needed($"{at}.role", party.Role);
        Fits($"{at}.phone", party.Phone, PhoneMaxLength);
        IdNumber($"{at}.idNumber", party.IdNumber);
        Few($"{at}.agents", party.Agents, MostAgents);
        foreach (var (i, agent) in party.Agents.Index())
        {
            Text($"{at}.agents[{i}].name", agent.Name, CaseAgent.NameMaxLength);
            Fits($"{at}.agents[{i}].phone", agent.Phone, PhoneMaxLength);
            Fits($"{at}.agents[{i}].licenceNumber", agent.LicenceNumber, CaseAgent.LicenceMaxLength);
            Fits($"{at}.agents[{i}].firm", agent.Firm, CaseAgent.FirmMaxLength);
            IdNumber($"{at}.agents[{i}].idNumber", agent.IdNumber);
            Sane($"{at}.agents[{i}].endsOn", agent.EndsOn);
        }
    }

    private void Proceedings(TrialRecord record)
    {
        Few("hearings", record.Hearings, MostOfAKind);
        Few("limits", record.Limits, MostOfAKind);
        Few("nodes", record.Nodes, MostOfAKind);
        Few("files", record.Files, MostOfAKind);
        Few("fees", record.Fees, MostOfAKind);
        Unique("hearings", record.Hearings.Select(h => h.Id));
        Unique("limits", record.Limits.Select(l => l.Id));
        Unique("nodes", record.Nodes.Select(n => n.Id));
        Unique("files", record.Files.Select(f => f.Id));
        Unique("fees", record.Fees.Select(f => f.Id));
        foreach (var (at, hearing) in record.Hearings.Index())
            Hearing($"hearings[{at}]", hearing);
        foreach (var (at, limit) in record.Limits.Index())
            Limit($"limits[{at}]", limit);
        foreach (var (at, node) in record.Nodes.Index())
        {
            Text($"nodes[{at}].id", node.Id, IdMaxLength);
            Needed($"nodes[{at}].kind", node.Kind);
            Needed($"nodes[{at}].at", node.At);
            Sane($"nodes[{at}].at", node.At);
            Fits($"nodes[{at}].words", node.Words, CaseNode.WordsMaxLength);
        }

        foreach (var (at, file) in record.Files.Index())
            File($"files[{at}]", file);
        foreach (var (at, fee) in record.Fees.Index())
            Fee($"fees[{at}]", fee);
    }

    private void Hearing(string at, TrialHearing hearing)
    {
        Text($"{at}.id", hearing.Id, IdMaxLength);
        Needed($"{at}.startsAt", hearing.StartsAt);
        Sane($"{at}.startsAt", hearing.StartsAt);
        Sane($"{at}.endsAt", hearing.EndsAt);
        Fits($"{at}.room", hearing.Room, CaseHearing.PlaceMaxLength);
        Fits($"{at}.address", hearing.Address, CaseHearing.PlaceMaxLength);
        Fits($"{at}.videoLink", hearing.VideoLink, CaseHearing.LinkMaxLength);
        if (hearing.EndsAt < hearing.StartsAt)
            Add(RecordFaults.OutOfRange, $"{at}.endsAt", "结束时间早于开始时间");
        if (hearing.VideoLink is { Length: > 0 } link && !(Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme == "https"))
            Add(RecordFaults.OutOfRange, $"{at}.videoLink", "视频庭审的链接应以 https:// 开头");
    }

    private void Limit(string at, TrialLimit limit)
    {
        Text($"{at}.id", limit.Id, IdMaxLength);
        Needed($"{at}.kind", limit.Kind);
        Needed($"{at}.startsOn", limit.StartsOn);
        Needed($"{at}.endsOn", limit.EndsOn);
        Sane($"{at}.startsOn", limit.StartsOn);
        Sane($"{at}.endsOn", limit.EndsOn);
        Sane($"{at}.endedOn", limit.EndedOn);
        Fits($"{at}.rule", limit.Rule, CaseLimit.RuleMaxLength);
        if (limit.EndsOn < limit.StartsOn)
            Add(RecordFaults.OutOfRange, $"{at}.endsOn", "期限的末日早于起算日");
        if (limit.ExtendedDays is < 0 or > 10_000 || limit.DeductedDays is < 0 or > 10_000)
            Add(RecordFaults.OutOfRange, $"{at}.extendedDays", "延长、扣除的天数应在 0 到 10000 之间");
    }

    private void File(string at, TrialFile file)
    {
        Text($"{at}.id", file.Id, IdMaxLength);
        Text($"{at}.title", file.Title, CaseFile.TitleMaxLength);
        Needed($"{at}.kind", file.Kind);
        Sane($"{at}.filedOn", file.FiledOn);
        if (file.Volume is < 1 or > 1_000 || file.Position is < 0 or > 100_000 || file.Pages is < 0 or > 100_000)
            Add(RecordFaults.OutOfRange, $"{at}.volume", "册号、顺序号、页数不在范围内");
        if (file.Sha256 is { } hash && !(hash.Length == 64 && hash.All(char.IsAsciiHexDigitLower)))
            Add(RecordFaults.OutOfRange, $"{at}.sha256", "应为 64 位小写十六进制");
    }

    private void Fee(string at, TrialFee fee)
    {
        Text($"{at}.id", fee.Id, IdMaxLength);
        Needed($"{at}.kind", fee.Kind);
        Needed($"{at}.paid", fee.Paid);
        Needed($"{at}.paidOn", fee.PaidOn);
        Sane($"{at}.paidOn", fee.PaidOn);
        Fits($"{at}.payer", fee.Payer, IdMaxLength);
        foreach (
            var (name, amount) in new[] { ("paid", fee.Paid), ("claimed", fee.Claimed), ("borne", fee.Borne), ("returned", fee.Returned) }
        )
        {
            if (amount is < 0 or > CaseFee.Most || amount is { } yuan && decimal.Round(yuan, 2) != yuan)
                Add(RecordFaults.OutOfRange, $"{at}.{name}", "金额不在范围内，或者小于一分");
        }
    }

    private void IdNumber(string field, string? typed)
    {
        if (!string.IsNullOrEmpty(typed) && !ResidentId.TryRead(typed, out _))
            Add(RecordFaults.IdNumberInvalid, field, "身份证号不对；其他证件不写在这里");
    }

    private void Text(string field, string? text, int max)
    {
        if (text is null || TypedText.Storable(text).Length == 0)
            Add(RecordFaults.Missing, field, "没有写");
        else
            Fits(field, text, max);
    }

    private void Fits(string field, string? text, int max)
    {
        if (text?.Length > max)
            Add(RecordFaults.TooLong, field, $"超过 {max} 个字");
    }

    private void Needed<T>(string field, T? value)
        where T : struct
    {
        if (value is null)
            Add(RecordFaults.Missing, field, "没有写");
    }

    /// <summary>Far from the ends of what can be counted with.</summary>
    private void Sane(string field, DateTimeOffset? at)
    {
        if (at is { UtcDateTime.Year: < 1950 or > 2200 })
            Add(RecordFaults.OutOfRange, field, "日期不在范围内");
    }

    private void Sane(string field, DateOnly? day)
    {
        if (day is { Year: < 1950 or > 2200 })
            Add(RecordFaults.OutOfRange, field, "日期不在范围内");
    }

    private void Few<T>(string field, IReadOnlyList<T> items, int most)
    {
        if (items.Count > most)
            Add(RecordFaults.TooMany, field, $"多于 {most} 项");
    }

    private void Unique(string field, IEnumerable<string?> ids)
    {
        foreach (var twice in ids.OfType<string>().GroupBy(id => id, StringComparer.Ordinal).Where(g => g.Count() > 1))
            Add(RecordFaults.DuplicateId, field, $"id 重复：{twice.Key[..Math.Min(twice.Key.Length, IdMaxLength)]}");
    }

    private void Add(string code, string field, string message) => _faults.Add(new RecordFault(code, field, message));
}
