using System.ComponentModel.DataAnnotations;
using Domain.Bindings;
using Domain.Cases;
using Domain.Handling;
using Infrastructure.Bindings;
using Infrastructure.Paging;
using Microsoft.AspNetCore.Http.HttpResults;
using MiniProgramApi.App;
using MiniProgramApi.Refusals;
using MiniProgramApi.Security;

namespace MiniProgramApi.Bindings;

/// <param name="Id">Made by the client, UUID version 7: sending again is harmless.</param>
/// <param name="Items">What the power of attorney names one by one; of special authority only.</param>
/// <param name="EndsOn">The last day, where the paper names one.</param>
public sealed record NewBindingRequest(
    Guid Id,
    [property: MaxLength(CaseNumber.MaxInputLength)] string CaseNumber,
    [property: MaxLength(CaseAgent.NameMaxLength)] string PartyName,
    AgentKind Kind,
    PaperAuthority Authority,
    IReadOnlyList<PaperToSend> Papers,
    IReadOnlyList<AuthorityItems>? Items = null,
    string? LicenceNumber = null,
    string? Firm = null,
    DateOnly? EndsOn = null
);

public sealed record PaperToSend(PaperKind Kind, Guid AttachmentId);

public sealed record BindingSupplement(
    Guid Id,
    [property: MaxLength(CaseBinding.TextMaxLength)] string? Text = null,
    IReadOnlyList<PaperToSend>? Papers = null
);

public sealed record BindingUrging(Guid Id);

/// <param name="TakeBack">True takes back a request that waits, false ends an authority; without it whichever it is by then.</param>
public sealed record BindingEnding(Guid Id, string? Reason = null, bool? TakeBack = null);

internal static class BindingsApi
{
    public static void MapBindings(this RouteGroupBuilder api)
    {
        var bindings = api.MapGroup("/bindings").WithTags("案件绑定");
        bindings.MapGet("/terms", Terms).WithSummary("要填什么、要交什么、最迟哪天答复");
        bindings.MapPost("", Ask).Counted(Limited.Binding).WithSummary("申请绑定案件");
        bindings.MapGet("", List).WithSummary("我的绑定申请");
        bindings.MapGet("/given", Given).WithSummary("代理我的人");
        bindings.MapGet("/{id:guid}", Detail).WithSummary("一个申请");
        bindings.MapPost("/{id:guid}/supplement", Supplement).Counted(Limited.Create).WithSummary("补充材料");
        bindings.MapPost("/{id:guid}/urge", Urge).Counted(Limited.Create).WithSummary("催办");
        bindings.MapPost("/{id:guid}/end", End).Counted(Limited.Create).WithSummary("撤回申请，或者解除委托");
    }

    private static async Task<Ok<BindingTerms>> Terms(LitigantBindingQueries queries, CancellationToken ct) =>
        TypedResults.Ok(await queries.Terms(ct));

    private static async Task<Results<Created<LitigantBinding>, Ok<LitigantBinding>>> Ask(
        NewBindingRequest body,
        Caller caller,
        AskBinding ask,
        LitigantBindingQueries queries,
        CancellationToken ct
    )
    {
        CheckId(body.Id);
        var terms = new PaperTerms(body.Kind, body.Authority, (body.Items ?? []).Aggregate(AuthorityItems.None, (all, item) => all | item))
        {
            LicenceNumber = body.LicenceNumber ?? "",
            Firm = body.Firm ?? "",
            EndsOn = body.EndsOn,
        };
        var request = new AskBinding.Request(caller.Channel, body.CaseNumber, body.PartyName, terms, PapersOf(body.Papers));
        var (binding, isNew) = await ask.Handle(body.Id, request, caller.Actor, ct);
        var view = await queries.Detail(binding.Id, caller.Actor, ct);
        return isNew ? TypedResults.Created($"/api/v1/bindings/{binding.Id}", view) : TypedResults.Ok(view);
    }

    private static async Task<Ok<LitigantBindingPage>> List(
        Caller caller,
        LitigantBindingQueries queries,
        CancellationToken ct,
        string? cursor = null,
        int limit = 20
    ) => TypedResults.Ok(await queries.List(caller.Actor, PageRequest.After(cursor, limit, LitigantLists.Bindings), limit, ct));

    private static async Task<Ok<GivenAuthorities>> Given(Caller caller, LitigantBindingQueries queries, CancellationToken ct) =>
        TypedResults.Ok(await queries.Given(caller.Actor, ct));

    private static async Task<Ok<LitigantBinding>> Detail(Guid id, Caller caller, LitigantBindingQueries queries, CancellationToken ct) =>
        TypedResults.Ok(await queries.Detail(id, caller.Actor, ct));

    private static async Task<Ok<LitigantBinding>> Supplement(
        Guid id,
        BindingSupplement body,
        Caller caller,
        SupplementBinding supplement,
        LitigantBindingQueries queries,
        CancellationToken ct
    )
    {
        CheckId(body.Id);
        await supplement.Handle(id, body.Id, body.Text ?? "", PapersOf(body.Papers ?? []), caller.Actor, ct);
        return TypedResults.Ok(await queries.Detail(id, caller.Actor, ct));
    }

    private static async Task<Ok<LitigantBinding>> Urge(
        Guid id,
        BindingUrging body,
        Caller caller,
        Urge<CaseBinding> urge,
        LitigantBindingQueries queries,
        CancellationToken ct
    )
    {
        CheckId(body.Id);
        await urge.Handle(id, body.Id, "", caller.Actor, ct);
        return TypedResults.Ok(await queries.Detail(id, caller.Actor, ct));
    }

    private static async Task<NoContent> End(Guid id, BindingEnding body, Caller caller, EndBinding end, CancellationToken ct)
    {
        CheckId(body.Id);
        await end.Handle(id, body.Id, body.Reason ?? "", body.TakeBack, caller.Actor, ct);
        return TypedResults.NoContent();
    }

    private static List<GivenPaper> PapersOf(IEnumerable<PaperToSend> papers) =>
        [.. papers.Select(p => new GivenPaper(p.Kind, p.AttachmentId))];

    private static void CheckId(Guid id)
    {
        if (id == Guid.Empty)
            throw RequestErrors.Invalid();
    }
}
