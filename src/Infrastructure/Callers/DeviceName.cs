namespace Infrastructure.Callers;

public static class DeviceName
{
    private static readonly (string Sign, string Name)[] s_systems =
    [
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("HarmonyOS", "鸿蒙手机"),
        ("OpenHarmony", "鸿蒙手机"),
        ("Android", "安卓手机"),
        ("Windows", "Windows 电脑"),
        ("Mac OS X", "苹果电脑"),
        ("Macintosh", "苹果电脑"),
        ("Linux", "Linux 电脑"),
    ];

    private static readonly (string Sign, string Name)[] s_browsers =
    [
        ("MicroMessenger", "微信"),
        ("Edg", "Edge 浏览器"),
        ("Firefox", "Firefox 浏览器"),
        ("Chrome", "Chrome 浏览器"),
        ("Safari", "Safari 浏览器"),
    ];

    /// <param name="agent">As the browser names itself.</param>
    /// <returns>What a person recognises the device by: iPhone·微信.</returns>
    public static string Of(string agent, string @default)
    {
        var system = s_systems.FirstOrDefault(s => agent.Contains(s.Sign, StringComparison.Ordinal)).Name;
        var browser = s_browsers.FirstOrDefault(b => agent.Contains(b.Sign, StringComparison.Ordinal)).Name ?? @default;
        return system is null ? browser : $"{system}·{browser}";
    }
}
