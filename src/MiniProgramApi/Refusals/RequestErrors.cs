using Domain.Shared;

namespace MiniProgramApi.Refusals;

/// <summary>What is wrong with a request before any use case sees it.</summary>
public static class RequestErrors
{
    public static RefusedException Invalid() => new(Refusal.Invalid, "request.invalid", "这次发来的内容格式不对，请更新到最新版再试");

    public static RefusedException CursorInvalid() => new(Refusal.Invalid, "request.cursor_invalid", "列表接不上了，请从头刷新一次");

    public static RefusedException NoSuchPath() => new(Refusal.NotFound, "request.not_found", "没有这个页面");

    public static RefusedException Method() => new(Refusal.Invalid, "request.method_not_allowed", "这一步现在办不了，请更新到最新版再试");

    public static RefusedException TooLarge() => new(Refusal.TooLarge, "request.too_large", "这次发来的内容太大，请写短一些，文件请用附件");

    public static RefusedException AddressTooLong() => new(Refusal.Invalid, "request.address_too_long", "这个网址太长，请写短一些再查");

    public static RefusedException ContentType() =>
        new(Refusal.TypeNotAllowed, "request.content_type", "这次发来的内容类型不对，请更新到最新版再试");

    public static RefusedException Broken() =>
        new(Refusal.Unavailable, "server.error", "是法院这边的问题，不是您操作错了。期限没有变。请过一会儿再试，或打 12368");
}
