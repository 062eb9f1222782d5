using System.Reflection;

namespace Domain.Notifications;

/// <summary>Every kind of notice there is: each feature lists its own in a static property <c>Kinds</c>, and none has to be named here.</summary>
public static class NoticeKinds
{
    public static IReadOnlyList<NoticeKind> All { get; } =
    [
        .. from type in typeof(NoticeKinds).Assembly.GetTypes()
        let kinds = type.GetProperty("Kinds", BindingFlags.Public | BindingFlags.Static)
        where kinds?.PropertyType == typeof(IReadOnlyList<NoticeKind>)
        orderby type.Namespace descending, type.Name descending
        from kind in (IReadOnlyList<NoticeKind>)kinds!.GetValue(null)!
        select kind,
    ];

    private static readonly Dictionary<string, NoticeKind> s_byKey = All.ToDictionary(k => k.Key);

    public static NoticeKind Of(string key) => s_byKey[key];

    public static NoticeKind? Find(string key) => s_byKey.GetValueOrDefault(key);
}
