using Domain.Litigants;

namespace Infrastructure.Gateways.WeChat;

/// <summary>No AppId is configured outside Development: nobody signs in by WeChat.</summary>
internal sealed class NoWeChat : IWeChat
{
    public Task<WeChatPerson> Exchange(string code, CancellationToken ct) => throw LitigantErrors.WeChatUnavailable();

    public Task<string> PhoneNumber(string code, CancellationToken ct) => throw LitigantErrors.WeChatUnavailable();
}
