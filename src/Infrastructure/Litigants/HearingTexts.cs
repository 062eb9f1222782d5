using Domain.Cases;
using Domain.Shared;

namespace Infrastructure.Litigants;

/// <summary>A hearing in a litigant's words, and as their calendar says it.</summary>
internal static class HearingTexts
{
    public static HearingView View(CaseHearing hearing, KnownCase known, DateOnly today)
    {
        var (day, row) = (ChinaTime.DayOf(hearing.StartsAt), known.Row);
        var place = hearing.Room.Length == 0 ? "" : row.CourtName + hearing.Room;
        var bring = row.RoleText.EndsWith("代理人", StringComparison.Ordinal) ? "身份证件、授权委托书、证据原件" : "身份证、证据原件";
        // A calendar is seen by others and goes through other people's servers.
        var isSensitive = known.Case.IsSensitive;
        return new HearingView(
            hearing.Id,
            hearing.StartsAt,
            hearing.EndsAt,
            ChinaTime.Day(day, today.Year) + ChinaTime.Clock(hearing.StartsAt),
            CaseDay.Left(day, today),
            place,
            hearing.Address,
            bring,
            hearing.VideoLink.Length == 0 ? null : hearing.VideoLink,
            isSensitive ? "到法院办事" : $"开庭：{row.Title}",
            isSensitive ? "详情在“广州微法院”里看" : $"{row.Number}，{row.CourtName}。带上{bring}",
            isSensitive ? row.CourtName : $"{place} {hearing.Address}".Trim()
        );
    }
}
