using System.Reflection;
using System.Security.Claims;
using Domain.DocumentService;
using Domain.WorkOrders;
using Infrastructure.DocumentService.Recipients;
using MiniProgramApi.Refusals;

namespace MiniProgramApi.Security;

/// <summary>On an endpoint's metadata: whoever proved the phone or address of a link may call it too, without a session.</summary>
internal sealed class TakesVisit;

/// <summary>Who reads documents: by a session, or by a visit. An endpoint that takes visits has it as a parameter.</summary>
public sealed record DocumentCaller(ServiceReader Reader)
{
    public static ValueTask<DocumentCaller> BindAsync(HttpContext context, ParameterInfo _) =>
        ValueTask.FromResult(
            context.Features.Get<DocumentCaller>()
                ?? (
                    Caller.Of(context) is { } caller
                        ? new DocumentCaller(
                            new ServiceReader(
                                caller.Actor,
                                caller.Channel == Channel.WeChat ? ServiceChannel.WeChat : ServiceChannel.WebAccount
                            )
                        )
                        : null
                )
                ?? throw new InvalidOperationException("The endpoint is open to callers without a session.")
        );
}

/// <summary>A visit's token in <see cref="Header"/>, only where it is taken. What it opens is asked of the database at each call.</summary>
internal sealed class VisitCheck(RequestDelegate next)
{
    public const string Header = "Document-Visit";
    private const string Scheme = "visit";

    public async Task Invoke(HttpContext context, LitigantServiceQueries documents)
    {
        if (
            context.GetEndpoint()?.Metadata.GetMetadata<TakesVisit>() is null
            || context.Request.Headers[Header] is not [{ Length: > 0 } token]
        )
        {
            await next(context);
            return;
        }

        if (await documents.Visit(token, context.RequestAborted) is not { } visit)
        {
            await context.Refuse(ServedDocumentErrors.VisitOver());
            return;
        }

        context.Features.Set(new DocumentCaller(new ServiceReader(null, ServiceChannel.SmsLink, visit)));
        context.Features.Set<Caller>(null);
        context.User = new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, visit.ToString("N"))], Scheme));
        await next(context);
    }
}
