using Domain.Organisation;
using Domain.Shared;

namespace Domain.Supervision;

public static class SupervisionWords
{
    private const string CopiesTo = "抄送 ";
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

    /// <summary>The line of a trace that says who was told: 二级督办 分管院领导 郑伟斌，抄送 庭长 梁启明、承办法官 陈静怡.</summary>
    /// <param name="skipped">Why posts were passed over; empty when none was.</param>
    public static string Told(int level, IEnumerable<string> told, string skipped, IEnumerable<string> copies)
    {
        var names = string.Join(Between, told);
        List<string> parts = [$"{Level(level)}督办 {(names.Length > 0 ? names : "无人可报")}"];
        if (skipped.Length > 0)
            parts.Add(skipped);
        parts.Add(CopiesTo + string.Join(Between, copies));
        return string.Join(Comma, parts);
    }

    /// <returns>二级督办 分管院领导 郑伟斌，抄送 庭长 梁启明、承办法官 陈静怡.</returns>
    public static string Told(ToldData data) =>
        Told(data.Level, data.Told.Select(Titled), Skipped(data.Skipped), Copies(data).Select(Titled));

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

    /// <summary>Everybody who keeps a copy, the owner last.</summary>
    public static IEnumerable<ToldPerson> Copies(ToldData data) => data.Owner is { } owner ? [.. data.Copies, owner] : data.Copies;

    /// <summary>A line of a level taken apart.</summary>
    /// <returns>What the trace heads with (二级督办 分管院领导 郑伟斌), and all who were told (分管院领导 郑伟斌、庭长 梁启明、承办法官 陈静怡).</returns>
    public static (string Heading, string Skipped, string Everybody) Read(string words)
    {
        var parts = words.Split(Comma);
        var told = parts[0].Split(' ', 2);
        var copies = parts[^1].StartsWith(CopiesTo, StringComparison.Ordinal) ? parts[^1][CopiesTo.Length..] : "";
        return (
            parts[0],
            string.Join(Comma, parts[1..].Where(p => !p.StartsWith(CopiesTo, StringComparison.Ordinal))),
            string.Join(Between, new[] { told.ElementAtOrDefault(1) ?? "", copies }.Where(w => w.Length > 0))
        );
    }
}
