using System.Reflection;
using Domain.Shared;
using Domain.WorkOrders;

namespace MiniProgramApi.Security;

/// <summary>Who calls, by a session that is alive at this moment. An endpoint takes it as a parameter.</summary>
public sealed record Caller(Guid SessionId, Guid LitigantId, string Name, Channel Channel)
{
    public Actor Actor => Actor.Litigant(LitigantId, Name);

    /// <summary>Bound by the endpoint's parameter; endpoints that anybody may call do not take it.</summary>
    public static ValueTask<Caller> BindAsync(HttpContext context, ParameterInfo _) =>
        ValueTask.FromResult(Of(context) ?? throw new InvalidOperationException("The endpoint is open to callers without a session."));

    public static Caller? Of(HttpContext context) => context.Features.Get<Caller>();
}
