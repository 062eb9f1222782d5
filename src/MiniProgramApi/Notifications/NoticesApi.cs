using Domain.Notifications;
using Domain.Shared;
using Infrastructure.Notifications;
using Infrastructure.Paging;
using Microsoft.AspNetCore.Http.HttpResults;
using MiniProgramApi.App;
using MiniProgramApi.Security;

namespace MiniProgramApi.Notifications;

/// <param name="Documents">It leads to the documents that were served: to those of <paramref name="ServiceId"/> where it is about one service.</param>
public sealed record NoticeView(
    Guid Id,
    string Title,
    string Text,
    string AtText,
    Guid? WorkOrderId,
    bool Documents,
    Guid? ServiceId,
    Guid? CaseId,
    bool Read,
    Guid? BindingId,
    Guid? SubmissionId
)
{
    public required Guid? ReadingId { get; init; }
}

/// <param name="Unread">Of all, not of this page.</param>
public sealed record NoticePage(IReadOnlyList<NoticeView> Items, string? NextCursor, int Unread);

internal static class NoticesApi
{
    public static void MapNotices(this RouteGroupBuilder api)
    {
        var notices = api.MapGroup("/notices").WithTags("消息通知");
        notices.MapGet("", List).WithSummary("我的消息");
        notices.MapPost("/{id:guid}/read", Read).WithSummary("看过了");
    }

    private static async Task<Ok<NoticePage>> List(
        Caller caller,
        NoticeInboxQueries inbox,
        CancellationToken ct,
        string? cursor = null,
        int limit = 20
    )
    {
        var page = await inbox.Newest(unreadOnly: false, PageRequest.After(cursor, limit, LitigantLists.Notices), caller.Actor, ct, limit);
        return TypedResults.Ok(
            new NoticePage(
                [
                    .. page.Rows.Select(n => new NoticeView(
                        n.Id,
                        n.Title,
                        n.Text,
                        n.AtText,
                        n.Subject is { Kind: SubjectKind.WorkOrder, Id: var order } ? order : null,
                        n.Subject?.Kind is SubjectKind.Service or SubjectKind.ServiceTask,
                        n.Subject is { Kind: SubjectKind.Service, Id: var service } ? service : null,
                        n.Subject is { Kind: SubjectKind.Case, Id: var @case } ? @case : null,
                        n.ReadAt is not null,
                        n.Subject is { Kind: SubjectKind.CaseBinding, Id: var binding } ? binding : null,
                        n.Subject is { Kind: SubjectKind.Submission, Id: var submission } ? submission : null
                    )
                    {
                        ReadingId = n.Subject is { Kind: SubjectKind.ReadingRequest, Id: var reading } ? reading : null,
                    }),
                ],
                page.Next?.For(LitigantLists.Notices),
                await inbox.UnreadCount(caller.Actor, ct)
            )
        );
    }

    private static async Task<NoContent> Read(Guid id, Caller caller, NoticeInboxQueries inbox, ReadNotice read, CancellationToken ct)
    {
        var notice = await inbox.Find(id, caller.Actor, ct) ?? throw NoticeErrors.NotFound();
        await read.Handle(id, notice.Version, caller.Actor, ct);
        return TypedResults.NoContent();
    }
}
