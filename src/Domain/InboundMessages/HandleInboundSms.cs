using System.Globalization;
using Domain.DocumentService;
using Domain.Drafts;
using Domain.Handling;
using Domain.Litigants;
using Domain.Notifications;
using Domain.Shared;
using Domain.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace Domain.InboundMessages;

/// <summary>
/// Reads one inbound SMS: an owner's reply becomes the answer of its order; anything else closes nothing, is recorded and
/// answered. The order, the message and all notices change in one transaction, so that a repetition finds it done.
/// </summary>
public sealed class HandleInboundSms(ICourtDb db, ReplyOrders orders, ReplyToServiceSms services, SurveyLinks surveys, TimeProvider clock)
{
    /// <summary>An automatic reply at the other end must not talk with ours for ever.</summary>
    private const int AnswersADayToStrangers = 1;

    public Task Handle(Guid id, CancellationToken ct) =>
        db.Change(
            async () =>
            {
                var sms = await db.Set<InboundSms>().SingleAsync(s => s.Id == id, ct);
                if (sms.Outcome == InboundOutcome.Waiting)
                    sms.Decide(await DecisionOn(sms, ct), clock.GetUtcNow());
            },
            ct
        );

    private async Task<InboundDecision> DecisionOn(InboundSms sms, CancellationToken ct)
    {
        var sender = await ReplySender.Find(db, sms.From, ct);
        if (await Refused(sms, ct) is { } refused)
            return refused;
        if (SmsReply.IsOptOut(sms.Text))
            return new(InboundOutcome.OptOut)
            {
                StaffId = sender?.StaffId,
                CourtId = sender?.MainPost.CourtId,
                DivisionId = sender?.MainPost.DivisionId,
            };
        return sender is null ? await FromOutside(sms, ct) : await FromStaff(sms, sender, ct);
    }

    private async Task<InboundDecision> FromStaff(InboundSms sms, ReplySender sender, CancellationToken ct)
    {
        var reply = SmsReply.Read(sms.Text);
        var target = await orders.Find(sender, reply, sms.Text, clock.GetUtcNow(), ct);
        var decision = target switch
        {
            { Match: ReplyMatch.Found, Order: { } order } when SmsReply.SaysSomething(target.Words) => await Answer(sms, order, target),
            { Match: ReplyMatch.Found, Order: { } order } => await Question(sms, sender, order, await NoteOn(order, sms, target, ct), ct),
            { Match: ReplyMatch.Closed, Order: { } order } => new(InboundOutcome.OrderClosed)
            {
                WorkOrderId = order.Id,
                CourtId = order.CourtId,
                DivisionId = order.DivisionId,
                Answer = [.. InboundNotices.OrderClosed.To(sender.Recipient, Closed(order), order.Subject)],
            },
            { Match: ReplyMatch.HandedOn, Order: { } order } => await HandedOn(sms, sender, order, ct),
            { Match: ReplyMatch.Several } => await Question(
                sms,
                sender,
                null,
                new(InboundOutcome.WhichOrder) { Answer = [.. Unclear(target, sms, sender)] },
                ct
            ),
            // 收到 of somebody who owes nothing, e.g. a leader who was told.
            _ when reply.Code is null && !SmsReply.SaysSomething(sms.Text) => new(InboundOutcome.NotAnAnswer),
            _ => new(InboundOutcome.NoOpenOrder) { NeedsPerson = true, Answer = [.. Unclear(target, sms, sender)] },
        };
        return decision with
        {
            StaffId = sender.StaffId,
            CourtId = decision.CourtId ?? sender.MainPost.CourtId,
            DivisionId = decision.DivisionId ?? sender.MainPost.DivisionId,
        };

        async Task<InboundDecision> Answer(InboundSms from, WorkOrder order, ReplyTarget to)
        {
            var now = clock.GetUtcNow();
            order.Answer(from.Id, to.Words, [], to.By, await db.DivisionName(to.By, ct), now, surveys.New(now), means: AnswerMeans.Sms);
            await db.TakeDraft(DraftKey.Reply(order.Id), to.By, ct);
            return new(InboundOutcome.Answered)
            {
                WorkOrderId = order.Id,
                CourtId = order.CourtId,
                DivisionId = order.DivisionId,
                Answer =
                [
                    .. InboundNotices.Answered.To(
                        sender.Recipient,
                        new Dictionary<string, string> { ["number"] = order.Number },
                        order.Subject
                    ),
                ],
            };
        }
    }

    /// <summary>Why no order was found, as the writer can mend it.</summary>
    private static IEnumerable<Notice> Unclear(ReplyTarget target, InboundSms sms, ReplySender sender)
    {
        var kind =
            target.UnknownCode is not null ? InboundNotices.UnknownCode
            : target.Match == ReplyMatch.Several ? InboundNotices.WhichOrder
            : InboundNotices.NoOpenOrder;
        Dictionary<string, string> fields = new()
        {
            ["code"] = target.UnknownCode ?? "",
            ["count"] = target.Open.ToString(CultureInfo.InvariantCulture),
        };
        return kind.To(sender.Recipient, fields, sms.AboutItself(sender.MainPost));
    }

    /// <summary>What the former owner knows is of use to who has the order now.</summary>
    private async Task<InboundDecision> HandedOn(InboundSms sms, ReplySender sender, WorkOrder order, CancellationToken ct)
    {
        await Note(order, sms, sender.Posts[0], ct);
        return new(InboundOutcome.OrderHandedOn)
        {
            WorkOrderId = order.Id,
            CourtId = order.CourtId,
            DivisionId = order.DivisionId,
            Answer =
            [
                .. InboundNotices.OrderHandedOn.To(
                    sender.Recipient,
                    new Dictionary<string, string> { ["number"] = order.Number, ["owner"] = order.OwnerName },
                    order.Subject
                ),
            ],
        };
    }

    /// <summary>What was written stands on the order, for colleagues only.</summary>
    private async Task Note(WorkOrder order, InboundSms sms, Actor by, CancellationToken ct) =>
        order.Note(
            sms.Id,
            $"短信回复，未作为答复：{(sms.Text.Length == 0 ? "（空）" : sms.Text)}",
            by,
            await db.DivisionName(by, ct),
            clock.GetUtcNow()
        );

    private async Task<InboundDecision> NoteOn(WorkOrder order, InboundSms sms, ReplyTarget target, CancellationToken ct)
    {
        await Note(order, sms, target.By, ct);
        return new(InboundOutcome.NotAnAnswer)
        {
            WorkOrderId = order.Id,
            CourtId = order.CourtId,
            DivisionId = order.DivisionId,
            Answer =
            [
                .. InboundNotices.NotAnAnswer.To(
                    NoticeRecipient.Staff(target.By.Id),
                    new Dictionary<string, string> { ["number"] = order.Number, ["replyCode"] = order.ReplyCode },
                    order.Subject
                ),
            ],
        };
    }

    /// <summary>The liaison officer is asked, once until somebody has looked.</summary>
    private async Task<InboundDecision> Question(
        InboundSms sms,
        ReplySender sender,
        WorkOrder? order,
        InboundDecision decision,
        CancellationToken ct
    )
    {
        var asked = await db.Set<InboundSms>()
            .AnyAsync(
                s =>
                    s.StaffId == sender.StaffId
                    && s.WorkOrderId == decision.WorkOrderId
                    && s.NeedsPerson
                    && s.HandledAt == null
                    && s.Id != sms.Id,
                ct
            );
        var (court, division) = order is null ? (sender.MainPost.CourtId, sender.MainPost.DivisionId) : (order.CourtId, order.DivisionId);
        var liaison = asked ? null : await sender.WhoLooks(db, court, division, ct);
        return decision with
        {
            NeedsPerson = true,
            Asked = liaison is not { } who
                ? []
                :
                [
                    .. InboundNotices.AskLiaison.To(
                        NoticeRecipient.Staff(who),
                        new Dictionary<string, string>
                        {
                            ["judge"] = sender.Posts[0].Name,
                            ["order"] = order is null ? "多件工单中的一件" : $"工单 {order.Number}",
                        },
                        order?.Subject ?? sms.AboutItself(sender.MainPost)
                    ),
                ],
        };
    }

    /// <summary>
    /// A litigant's letter is not acted on: who holds the phone is not known. Staff see it on the list, with the order it probably belongs to.
    /// Only 收到 to the number that documents were served on is a fact of that service.
    /// </summary>
    private async Task<InboundDecision> FromOutside(InboundSms sms, CancellationToken ct)
    {
        if (await services.Take(sms.From, sms.Text, sms.SentAt, clock.GetUtcNow(), ct) is { } service)
            return new(InboundOutcome.ServiceReply) { CourtId = service.CourtId, DivisionId = service.DivisionId };
        var isMobile = PhoneNumber.TryRead(sms.From, out _, out var mobile) && mobile;
        var answer =
            isMobile && await MayAnswer(sms.From, AnswersADayToStrangers, ct)
                ? InboundNotices.LetterReceived.To(NoticeRecipient.Phone(sms.From), new Dictionary<string, string>(), sms.AboutItself(null))
                : [];
        var theirs = await db.Set<WorkOrder>()
            .Where(o => o.RequesterPhone == sms.From)
            .OrderByDescending(o => o.ReceivedAt)
            .Take(20)
            .Select(o => new
            {
                o.Id,
                o.CourtId,
                o.DivisionId,
                o.ClosedAt,
            })
            .ToListAsync(ct);
        var isKnown = theirs.Count > 0 || await db.Set<Litigant>().AnyAsync(l => l.Phone == sms.From, ct);
        var open = theirs.Where(o => o.ClosedAt is null).ToList();
        return new InboundDecision(isKnown ? InboundOutcome.FromLitigant : InboundOutcome.UnknownNumber)
        {
            NeedsPerson = true,
            WorkOrderId = open.Count == 1 ? open[0].Id : null,
            CourtId = open.Count == 1 ? open[0].CourtId : null,
            DivisionId = open.Count == 1 ? open[0].DivisionId : null,
            Answer = [.. answer],
        };
    }

    /// <summary>拒收 to the number that documents were served on is the clerk's matter: it serves nobody, and another way has to be taken.</summary>
    /// <returns>Null where it is about no service.</returns>
    private async Task<InboundDecision?> Refused(InboundSms sms, CancellationToken ct)
    {
        if (!ReplyToServiceSms.IsRefusal(sms.Text))
            return null;
        var meant = await services.MeantBy(sms.From, sms.SentAt, clock.GetUtcNow(), ct);
        return meant.Count == 0
            ? null
            : new(InboundOutcome.ServiceRefused)
            {
                NeedsPerson = true,
                ServiceTaskId = meant[0].TaskId,
                CourtId = meant[0].CourtId,
                DivisionId = meant[0].DivisionId,
                Asked =
                [
                    .. meant
                        .DistinctBy(s => (s.ClerkId, s.TaskId))
                        .SelectMany(s =>
                            InboundNotices.ServiceRefused.To(
                                NoticeRecipient.Staff(s.ClerkId),
                                InboundNotices.RefusedFields(s),
                                s.TaskSubject
                            )
                        ),
                ],
            };
    }

    private async Task<bool> MayAnswer(string from, int aDay, CancellationToken ct)
    {
        var since = clock.GetUtcNow().AddDays(-1);
        return await db.Set<InboundSms>().CountAsync(s => s.From == from && s.ReceivedAt > since && s.WasAnswered, ct) < aDay;
    }

    private static Dictionary<string, string> Closed(WorkOrder order) =>
        new()
        {
            ["number"] = order.Number,
            ["closedAt"] = $"{ChinaTime.Day(ChinaTime.DayOf(order.ClosedAt!.Value))}{ChinaTime.Clock(order.ClosedAt.Value)}",
        };
}
