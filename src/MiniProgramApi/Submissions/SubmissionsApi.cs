using System.ComponentModel.DataAnnotations;
using Domain.Handling;
using Domain.Submissions;
using Infrastructure.Paging;
using Infrastructure.Submissions;
using Microsoft.AspNetCore.Http.HttpResults;
using MiniProgramApi.App;
using MiniProgramApi.Refusals;
using MiniProgramApi.Security;

namespace MiniProgramApi.Submissions;

/// <param name="Id">Made by the client, UUID version 7: sending again is harmless.</param>
public sealed record NewSubmissionRequest(
    Guid Id,
    Guid CaseId,
    SubmissionKind Kind,
    IReadOnlyList<AnswerToSend> Answers,
    IReadOnlyList<FileToSend> Files,
    [property: MaxLength(Submission.TextMaxLength)] string? Note = null
);

public sealed record AnswerToSend(string Key, string Value);

/// <param name="Part">Of the kind; empty where it is none of them.</param>
/// <param name="Sha256">As this device has computed it: another file than that is refused.</param>
public sealed record FileToSend(
    Guid AttachmentId,
    string Part,
    string? Title = null,
    string? Source = null,
    string? Proves = null,
    string? Sha256 = null
);

public sealed record SubmissionSupplement(
    Guid Id,
    [property: MaxLength(Submission.TextMaxLength)] string? Text = null,
    IReadOnlyList<AnswerToSend>? Answers = null,
    IReadOnlyList<FileToSend>? Files = null
);

public sealed record SubmissionUrging(Guid Id);

public sealed record SubmissionTakingBack(Guid Id, string? Reason = null);

internal static class SubmissionsApi
{
    public static void MapSubmissions(this RouteGroupBuilder api)
    {
        var submissions = api.MapGroup("/submissions").WithTags("材料和申请");
        submissions.MapGet("/kinds", Kinds).WithSummary("这个案件能交什么、能申请什么");
        submissions.MapGet("/applications", Applications).WithSummary("我的案件里能申请的事");
        submissions.MapPost("", Send).Counted(Limited.Create).WithSummary("提交材料或申请");
        submissions.MapGet("", List).WithSummary("我交的材料和申请");
        submissions.MapGet("/released", Released).WithSummary("法院发来的其他当事人的材料");
        submissions.MapGet("/by-number/{number}", ByNumber).WithSummary("按回执号查");
        submissions.MapGet("/{id:guid}", Detail).WithSummary("一份材料或申请");
        submissions.MapPost("/{id:guid}/supplement", Supplement).Counted(Limited.Create).WithSummary("补交");
        submissions.MapPost("/{id:guid}/urge", Urge).Counted(Limited.Create).WithSummary("催办");
        submissions.MapPost("/{id:guid}/take-back", TakeBack).Counted(Limited.Create).WithSummary("撤回");
    }

    private static async Task<Ok<CaseKinds>> Kinds(Guid caseId, Caller caller, LitigantKindQueries queries, CancellationToken ct) =>
        TypedResults.Ok(await queries.Of(caseId, caller.Actor, ct));

    private static async Task<Ok<ApplicationPage>> Applications(
        Caller caller,
        LitigantKindQueries queries,
        CancellationToken ct,
        string? cursor = null,
        int limit = 20
    ) => TypedResults.Ok(await queries.Applications(caller.Actor, PageRequest.After(cursor, limit, LitigantLists.Applications), limit, ct));

    private static async Task<Results<Created<SubmissionView>, Ok<SubmissionView>>> Send(
        NewSubmissionRequest body,
        Caller caller,
        SendSubmission send,
        LitigantSubmissionQueries queries,
        CancellationToken ct
    )
    {
        CheckId(body.Id);
        var request = new SendSubmission.Request(caller.Channel, body.CaseId, body.Kind)
        {
            Answers = AnswersOf(body.Answers),
            Files = FilesOf(body.Files),
            Note = body.Note ?? "",
        };
        var (submission, isNew) = await send.Handle(body.Id, request, caller.Actor, ct);
        var view = await queries.Detail(submission.Id, caller.Actor, ct);
        return isNew ? TypedResults.Created($"/api/v1/submissions/{submission.Id}", view) : TypedResults.Ok(view);
    }

    private static async Task<Ok<SubmissionPage>> List(
        Caller caller,
        LitigantSubmissionQueries queries,
        CancellationToken ct,
        Guid? caseId = null,
        string? state = null,
        string? cursor = null,
        int limit = 20
    ) =>
        TypedResults.Ok(
            await queries.List(caseId, StateOf(state), caller.Actor, PageRequest.After(cursor, limit, LitigantLists.Submissions), limit, ct)
        );

    private static async Task<Ok<ReleasedSubmissions>> Released(
        Guid caseId,
        Caller caller,
        LitigantSubmissionQueries queries,
        CancellationToken ct
    ) => TypedResults.Ok(await queries.Released(caseId, caller.Actor, ct));

    private static async Task<Ok<SubmissionView>> ByNumber(
        string number,
        Caller caller,
        LitigantSubmissionQueries queries,
        CancellationToken ct
    ) => TypedResults.Ok(await queries.ByNumber(number, caller.Actor, ct));

    private static async Task<Ok<SubmissionView>> Detail(Guid id, Caller caller, LitigantSubmissionQueries queries, CancellationToken ct) =>
        TypedResults.Ok(await queries.Detail(id, caller.Actor, ct));

    private static async Task<Ok<SubmissionView>> Supplement(
        Guid id,
        SubmissionSupplement body,
        Caller caller,
        SupplementSubmission supplement,
        LitigantSubmissionQueries queries,
        CancellationToken ct
    )
    {
        CheckId(body.Id);
        var request = new SupplementSubmission.Request(body.Text ?? "")
        {
            Answers = AnswersOf(body.Answers ?? []),
            Files = FilesOf(body.Files ?? []),
        };
        await supplement.Handle(id, body.Id, request, caller.Actor, ct);
        return TypedResults.Ok(await queries.Detail(id, caller.Actor, ct));
    }

    private static async Task<Ok<SubmissionView>> Urge(
        Guid id,
        SubmissionUrging body,
        Caller caller,
        Urge<Submission> urge,
        LitigantSubmissionQueries queries,
        CancellationToken ct
    )
    {
        CheckId(body.Id);
        await urge.Handle(id, body.Id, "", caller.Actor, ct);
        return TypedResults.Ok(await queries.Detail(id, caller.Actor, ct));
    }

    private static async Task<Ok<SubmissionView>> TakeBack(
        Guid id,
        SubmissionTakingBack body,
        Caller caller,
        TakeBackSubmission takeBack,
        LitigantSubmissionQueries queries,
        CancellationToken ct
    )
    {
        CheckId(body.Id);
        await takeBack.Handle(id, body.Id, body.Reason ?? "", caller.Actor, ct);
        return TypedResults.Ok(await queries.Detail(id, caller.Actor, ct));
    }

    private static SubmissionState? StateOf(string? word) =>
        word switch
        {
            null or "" => null,
            "toReview" => SubmissionState.ToReview,
            "awaitingSubmitter" => SubmissionState.AwaitingSubmitter,
            "accepted" => SubmissionState.Accepted,
            "refused" => SubmissionState.Refused,
            "takenBack" => SubmissionState.TakenBack,
            _ => throw RequestErrors.Invalid(),
        };

    private static List<SubmittedAnswer> AnswersOf(IEnumerable<AnswerToSend> answers) =>
        [.. answers.Select(a => new SubmittedAnswer(a.Key, a.Value))];

    private static List<GivenFile> FilesOf(IEnumerable<FileToSend> files) =>
        [
            .. files.Select(f => new GivenFile(f.AttachmentId, f.Part)
            {
                Title = f.Title ?? "",
                Source = f.Source ?? "",
                Proves = f.Proves ?? "",
                Sha256 = f.Sha256 ?? "",
            }),
        ];

    private static void CheckId(Guid id)
    {
        if (id == Guid.Empty)
            throw RequestErrors.Invalid();
    }
}
