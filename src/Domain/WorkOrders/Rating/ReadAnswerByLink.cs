using Domain.Handling;
using Domain.Litigants;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.WorkOrders;

/// <summary>Sends a code to the phone that the answer's link was sent to; to no other (ADR 19).</summary>
public sealed class RequestAnswerCode(ICourtDb db, CodeSending sending, TimeProvider clock)
{
    /// <exception cref="RefusedException"><c>survey.not_found</c>, <c>survey.code_limit</c>.</exception>
    public async Task<CodeAnswer> Handle(string token, CodeAsker asker, CancellationToken ct)
    {
        var order = await db.OrderBySurvey(token, clock.GetUtcNow(), ct);
        return await sending.Send(
            order.SurveyPhone ?? throw SurveyErrors.NotFound(),
            order.AnswerPurpose(),
            asker,
            code =>
                [
                    WorkOrderNotices.AnswerCode.Through(
                        Notifications.NoticeChannel.Sms,
                        null,
                        order.SurveyPhone,
                        new Dictionary<string, string> { ["code"] = code },
                        order.Subject
                    ),
                ],
            SurveyErrors.TooManyCodes,
            ct
        );
    }
}

/// <summary>Whoever proves that phone may read that one answer.</summary>
public sealed class ReadAnswerByLink(ICourtDb db, SmsCodeCheck codes, TimeProvider clock)
{
    /// <param name="device">That asked for the code; see <see cref="CodeAsker"/>.</param>
    /// <returns>The order whose newest answer may be shown.</returns>
    /// <exception cref="RefusedException"><c>survey.not_found</c>, <c>survey.code_wrong</c>.</exception>
    public async Task<Guid> Handle(string token, string code, string device, CancellationToken ct)
    {
        var order = await db.OrderBySurvey(token, clock.GetUtcNow(), ct);
        await codes.UseOf(
            order.SurveyPhone ?? throw SurveyErrors.NotFound(),
            order.AnswerPurpose(),
            code,
            device,
            SurveyErrors.CodeWrong,
            ct
        );
        await db.Change(db.Set<WorkOrder>(), order.Id, o => o.ReadByLink(SurveyToken.HashOf(token), clock.GetUtcNow()), ct);
        return order.Id;
    }
}

internal static class SurveyAccess
{
    public static string AnswerPurpose(this WorkOrder order) => SmsCode.Link("answer", order.Id);

    public static async Task<WorkOrder> OrderBySurvey(this ICourtDb db, string token, DateTimeOffset now, CancellationToken ct)
    {
        var hash = SurveyToken.HashOf(token);
        var order = await db.Set<WorkOrder>().AsNoTracking().SingleOrDefaultAsync(o => o.SurveyTokenHash == hash, ct);
        return order is not null && order.IsSurveyOpen(now) ? order : throw SurveyErrors.NotFound();
    }
}
