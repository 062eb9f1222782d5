using Domain.Shared;

namespace Portal.DocumentService.Tasks;

/// <summary>Between a form's local date and time and an instant.</summary>
internal static class LocalTimes
{
    /// <summary>For <c>input type="datetime-local"</c>, to the minute.</summary>
    public static DateTime Of(DateTimeOffset at)
    {
        var local = ChinaTime.ToLocal(at).DateTime;
        return new DateTime(local.Year, local.Month, local.Day, local.Hour, local.Minute, 0, DateTimeKind.Unspecified);
    }

    public static DateTimeOffset ToInstant(DateTime local) => ChinaTime.At(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));

    /// <summary>What was typed; the present minute, left as it stood, is now: a sending a few seconds ago is not before itself.</summary>
    public static DateTimeOffset ToInstant(DateTime local, DateTimeOffset now) => Of(now) == local ? now : ToInstant(local);
}
