using System.Collections.Concurrent;
using System.Globalization;
using Domain.Litigants;
using Domain.Notifications;
using Domain.Shared;
using Infrastructure.Notifications;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Infrastructure.Gateways.WeChat;

/// <summary>
/// Subscribe messages (订阅消息). What cannot be sent is refused at once, so that the SMS goes instead. A time-out is tried again
/// for a one-time template, because its one credit lets no second message through; a long-term one would, so there the SMS goes.
/// </summary>
internal sealed partial class SubscribeGateway(
    SubscribeCalls calls,
    SubscribeTemplates templates,
    WeChatOptions options,
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<SubscribeGateway> log
) : INoticeGateway
{
    private const int PeopleAtOnce = 8;
    private static readonly TimeSpan s_untilLessBusy = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan s_untilTheOtherIsSent = TimeSpan.FromSeconds(5);
    private DateTimeOffset _quotaBackAt;

    public NoticeChannel Channel => NoticeChannel.WeChat;

    public int BatchSize => 20;

    public async Task<IReadOnlyList<Handover>> Send(IReadOnlyList<OutgoingNotice> notices, CancellationToken ct)
    {
        var people = await People(notices, ct);
        ConcurrentBag<Handover> done = [];
        // One message after the other to one person: at once they fail (43108).
        await Parallel.ForEachAsync(
            notices.GroupBy(n => n.RecipientId),
            new ParallelOptions { MaxDegreeOfParallelism = PeopleAtOnce, CancellationToken = ct },
            async (own, token) =>
            {
                foreach (var notice in own)
                    done.Add(await Send(notice, people.GetValueOrDefault(notice.RecipientId ?? Guid.Empty), token));
            }
        );
        return [.. done];
    }

    private async Task<Handover> Send(OutgoingNotice notice, Person? person, CancellationToken ct)
    {
        if (templates.For(notice.Kind) is not { } template)
            return Refused(FailureCodes.NoTemplate);
        if (person is null)
            return Refused(FailureCodes.NoOpenId);
        if (person.Credits.GetValueOrDefault(template.Id) <= 0)
            return Refused(FailureCodes.NoCredit);
        if (clock.GetUtcNow() < _quotaBackAt)
            return Refused(WeChatCodes.DayQuotaUsed);
        var answer = await calls.Send(Message(notice, template, person.OpenId), ct);
        if (answer is null)
            return template.LongTerm ? Refused(FailureCodes.Timeout) : Again(FailureCodes.Timeout);
        return await Read(answer, notice, template, person);

        Handover Refused(object code) => new(notice.Id, HandoverOutcome.Refused, Text(code));
        Handover Again(object code, TimeSpan? after = null) => new(notice.Id, HandoverOutcome.TryAgain, Text(code), After: after);

        async Task<Handover> Read(WeChatAnswer sent, OutgoingNotice of, SubscribeTemplate by, Person to)
        {
            switch (sent.ErrCode)
            {
                case 0:
                    if (!by.LongTerm)
                        await Note(to, by, c => c.Spent(clock.GetUtcNow()));
                    var number = sent.MessageId.ValueKind is System.Text.Json.JsonValueKind.Number or System.Text.Json.JsonValueKind.String
                        ? sent.MessageId.ToString()
                        : null;
                    return new Handover(
                        of.Id,
                        options.Push.IsOn && number is not null ? HandoverOutcome.Accepted : HandoverOutcome.Delivered,
                        ProviderId: number
                    );
                case WeChatCodes.NoCredit:
                    NoCredit(log, of.Id); // a person's choice, not a fault
                    await Note(to, by, c => c.Exhausted(clock.GetUtcNow()));
                    return Refused(sent.ErrCode);
                case WeChatCodes.Busy:
                    return Again(sent.ErrCode);
                case WeChatCodes.SentAtOnce:
                    return Again(sent.ErrCode, s_untilTheOtherIsSent);
                case WeChatCodes.TooOften:
                    return Again(sent.ErrCode, s_untilLessBusy);
                case WeChatCodes.DayQuotaUsed:
                    _quotaBackAt = ChinaTime.StartOf(ChinaTime.DayOf(clock.GetUtcNow()).AddDays(1));
                    Failed(log, of.Kind, sent.ErrCode);
                    return Refused(sent.ErrCode);
                case var code when WeChatCodes.IsTokenRejected(code) || code == SubscribeCalls.NoToken:
                    Failed(log, of.Kind, code);
                    return Again(code);
                default: // the template, the page, the data or the account is wrong: no repetition helps, somebody must look
                    Failed(log, of.Kind, sent.ErrCode);
                    return Refused(sent.ErrCode);
            }
        }
    }

    private SubscribeMessage Message(OutgoingNotice notice, SubscribeTemplate template, string openId)
    {
        var now = clock.GetUtcNow();
        var values = new Dictionary<string, string>(notice.Fields)
        {
            ["text"] = notice.Body,
            ["title"] = notice.Title,
            ["now"] = SubscribeFields.Time(now),
        };
        return new SubscribeMessage(
            openId,
            template.Id,
            PageOf(notice),
            options.State,
            "zh_CN",
            template.Fields.ToDictionary(
                f => f.Key,
                f => new SubscribeValue(SubscribeFields.Fit(SubscribeFields.TypeOf(f.Key)!, NoticeKind.Render(f.Value, values), now))
            )
        );
    }

    private static string PageOf(OutgoingNotice notice) =>
        notice.Subject switch
        {
            { Kind: SubjectKind.Service, Id: var service } => $"pages/documents/detail?id={service}",
            { Kind: SubjectKind.WorkOrder, Id: var order } => $"pages/messages/detail?id={order}",
            { Kind: SubjectKind.Case, Id: var @case } => $"pages/cases/detail?id={@case}",
            { Kind: SubjectKind.CaseBinding, Id: var binding } => $"pages/bindings/detail?id={binding}",
            { Kind: SubjectKind.Submission, Id: var submission } => $"pages/materials/detail?id={submission}",
            { Kind: SubjectKind.ReadingRequest, Id: var reading } => $"pages/readings/detail?id={reading}",
            _ => "pages/notices/index",
        };

    private async Task<Dictionary<Guid, Person>> People(IReadOnlyList<OutgoingNotice> notices, CancellationToken ct)
    {
        var ids = notices.Where(n => n.RecipientKind == RecipientKind.Litigant).Select(n => n.RecipientId!.Value).Distinct().ToList();
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CourtDb>();
        var openIds = await db.Set<Litigant>()
            .AsNoTracking()
            .Where(l => ids.Contains(l.Id) && l.OpenId != null)
            .Select(l => new { l.Id, l.OpenId })
            .ToListAsync(ct);
        var credits = await db.Set<SubscribeCredit>().AsNoTracking().Where(c => ids.Contains(c.LitigantId)).ToListAsync(ct);
        return openIds.ToDictionary(
            l => l.Id,
            l => new Person(l.Id, l.OpenId!, credits.Where(c => c.LitigantId == l.Id).ToDictionary(c => c.TemplateId, c => c.Count))
        );
    }

    /// <summary>Also when the worker is stopping: WeChat has taken the message.</summary>
    private async Task Note(Person person, SubscribeTemplate template, Action<SubscribeCredit> happened)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope
            .ServiceProvider.GetRequiredService<SubscribeCredits>()
            .Change(
                person.LitigantId,
                [
                    (
                        template.Id,
                        credit =>
                        {
                            happened(credit);
                            person.Credits[template.Id] = credit.Count;
                        }
                    ),
                ],
                CancellationToken.None
            );
    }

    private static string Text(object code) => Convert.ToString(code, CultureInfo.InvariantCulture)!;

    [LoggerMessage(Level = LogLevel.Information, Message = "WeChat has no credit left for notice {Notice}")]
    private static partial void NoCredit(ILogger log, Guid notice);

    [LoggerMessage(Level = LogLevel.Error, Message = "WeChat does not take subscribe messages of {Kind}: errcode {ErrCode}")]
    private static partial void Failed(ILogger log, string kind, int errCode);

    /// <param name="Credits">By template, as far as this batch knows.</param>
    private sealed record Person(Guid LitigantId, string OpenId, Dictionary<string, int> Credits);
}
