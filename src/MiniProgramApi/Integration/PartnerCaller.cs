using System.Reflection;
using Domain.Partners;
using Domain.Shared;

namespace MiniProgramApi.Integration;

/// <summary>Which partner calls, with what it may do at this moment. An endpoint behind <c>RequireScope</c> takes it as a parameter.</summary>
/// <param name="CourtId">Null for the whole city.</param>
public sealed record PartnerCaller(
    Guid PartnerId,
    string Name,
    Guid? CourtId,
    IReadOnlyList<PartnerScope> Scopes,
    int CallsPerMinute,
    int BodyKilobytes
)
{
    public Actor Actor => Actor.Partner(PartnerId, Name);

    public static ValueTask<PartnerCaller> BindAsync(HttpContext context, ParameterInfo _) =>
        ValueTask.FromResult(Of(context) ?? throw new InvalidOperationException("The endpoint requires no scope of a partner."));

    public static PartnerCaller? Of(HttpContext context) => context.Features.Get<PartnerCaller>();
}

/// <summary>Which partner a call says it is from, also one that is refused: for the list of its last calls.</summary>
internal sealed record NamedPartner(Guid PartnerId);

/// <summary>Why no partner was let in.</summary>
internal sealed record PartnerRefusal(RefusedException Refused);
