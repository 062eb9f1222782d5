using Domain.Organisation;
using Domain.Shared;

namespace Domain.Supervision;

public static class SupervisionWords
{
    private const char Comma = '，';
    private const char Between = '、';

    /// <returns>一级, 二级, 三级.</returns>
    public static string Level(int level) => "一二三"[level - 1] + "级";

    /// <summary>Whose level it is, as screens name it.</summary>
    /// <returns>庭长, 分管院领导, 院长.</returns>
    public static string Post(int level) =>
        level switch
        {
            1 => "庭长",
            2 => "分管院领导",
            _ => "院长",
        };

    /// <summary>The line of a trace that says who was told.</summary>
    /// <returns>二级督办 分管院领导 郑伟斌，抄送 庭长 梁启明、承办法官 陈静怡.</returns>
    public static string Told(ToldData data)
    {
        List<string> parts = [$"{Level(data.Level)}督办 {(data.Told.Count > 0 ? Names(data.Told) : "无人可报")}"];
        if (data.Skipped.Count > 0)
            parts.Add(Skipped(data.Skipped));
        if (Copies(data).Any())
            parts.Add("抄送 " + Names(Copies(data)));
        if (data.Liaison is { } liaison)
            parts.Add("告知 " + Titled(liaison));
        return string.Join(Comma, parts);
    }

    /// <returns>庭长空缺，分管院领导为承办人本人.</returns>
    public static string Skipped(IEnumerable<SkippedPost> posts) =>
        string.Join(Comma, posts.Select(p => Post(p.Level) + (p.IsVacant ? "空缺" : "为承办人本人")));

    /// <returns>11-25 周三 → 11-26 周四（暂定）; with the year where it is not the year of <paramref name="at"/>.</returns>
    public static string Recounted(RecountedData data, DateTimeOffset at)
    {
        var year = ChinaTime.DayOf(at).Year;
        var due = ChinaTime.ShortDay(data.DueDay, year);
        var moved = data.Before == data.DueDay ? $"仍为 {due}，督办时间调整" : $"{ChinaTime.ShortDay(data.Before, year)} → {due}";
        return moved + (data.IsProvisional ? "（暂定）" : "");
    }

    /// <returns>庭长 梁启明; a desk by its name.</returns>
    public static string Titled(ToldPerson person) => person.Role is { } role ? $"{role.Chinese()} {person.Name}" : person.Name;

    /// <summary>The field of who owes it: colleagues are named in full to each other, on phones too.</summary>
    public static IEnumerable<(string Name, string Value)> OwnerFields(ToldPerson? owner) =>
        [("owner", owner is null ? "" : Titled(owner))];

    /// <summary>The field of a leader who acts.</summary>
    public static IEnumerable<(string Name, string Value)> LeaderFields(Actor leader) =>
        [("leader", $"{leader.Post!.Role.Chinese()} {leader.Name}")];

    /// <summary>Everybody who keeps a copy, the owner last.</summary>
    public static IEnumerable<ToldPerson> Copies(ToldData data) => data.Owner is { } owner ? [.. data.Copies, owner] : data.Copies;

    private static string Names(IEnumerable<ToldPerson> people) => string.Join(Between, people.Select(Titled));
}
