namespace Domain.DocumentService;

/// <summary>When a recipient may be served by public notice (CPL 95).</summary>
public enum NoticeGround
{
    /// <summary>下落不明.</summary>
    Missing,

    /// <summary>用其他方式无法送达: tried, and in vain.</summary>
    OtherWaysFailed,
}

public static class NoticeGrounds
{
    public static string Chinese(this NoticeGround ground) => ground == NoticeGround.Missing ? "下落不明" : "用其他方式无法送达";
}
