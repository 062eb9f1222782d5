using Domain.Cases;
using Domain.DocumentService;
using Domain.Notifications;
using Domain.Shared;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Demo;

/// <summary>Somebody to be served.</summary>
/// <param name="Lives">What happens with the service, each at its moment.</param>
internal sealed record DemoRecipient(PlannedRecipient Planned, RecipientAccount Account, Action<DemoServiceLife>? Lives = null)
{
    /// <summary>The form or the addresses in which the consent stands, where they are not on record yet.</summary>
    public IReadOnlyList<object> Records { get; init; } = [];
}

/// <summary>One task for one case, from the confirmation to what became of it, by the domain's verbs in the order of time.</summary>
internal sealed class DemoServing(CourtDb db, ServiceLinks links, ServiceLaw law, DemoCalendar calendar, CancellationToken ct)
{
    private readonly DemoFallback _fallback = new(links, law.Calendar, calendar.Now);

    public async Task<ServiceTask> Serve(
        string number,
        DemoCase @case,
        DemoPost clerk,
        DateTimeOffset at,
        IReadOnlyList<StoredPaper> papers,
        IReadOnlyList<DemoRecipient> recipients
    )
    {
        var documents = papers
            .Select(p => new TaskDocument(Guid.CreateVersion7(at), p.Paper.Kind, p.Paper.Title, p.Sha256, p.Pages))
            .ToList();
        var id = Guid.CreateVersion7(at);
        var plan = new ServicePlan
        {
            Id = Guid.CreateVersion7(at),
            TaskId = id,
            CaseId = @case.Case.Id,
            ConfirmedAt = at,
            CaseNumber = @case.Case.Number,
            Position = 1,
            Recipients = [.. recipients.Select(r => r.Planned)],
            State = ServicePlanState.Started,
        };
        var task = ServiceTask.Confirm(id, number, @case.Division.Id, documents, [plan], null, clerk.Actor, at);
        task.Started(at.AddSeconds(1));
        var frozen = papers.Select((p, i) => Frozen(task, @case, p, i + 1, at)).ToList();
        var served = recipients
            .Where(r => r.Planned.Ways.Count > 0)
            .Select(
                (r, i) =>
                    (
                        Service: Service.Begin(
                            task,
                            plan,
                            r.Planned,
                            i + 1,
                            @case.Case,
                            law.FactsOf(@case.Case, @case.Case.Parties.Single(p => p.Id == r.Planned.PartyId)),
                            @case.Court.Court.ShortName,
                            r.Account,
                            frozen,
                            links,
                            at.AddSeconds(1)
                        ),
                        r.Lives
                    )
            )
            .ToList();
        var services = served.ConvertAll(s => s.Service);

        List<ServiceDuty> duties = [];
        var steps = new PriorityQueue<Action, (DateTimeOffset At, int)>();
        var each = services.ToDictionary(
            s => s.Id,
            s => new DemoServiceLife(s, clerk.Actor, links, (when, act) => steps.Enqueue(() => Do(when, act), (when, steps.Count)))
        );
        foreach (var (service, lives) in served)
        {
            DemoFallback.Begin(service);
            lives?.Invoke(each[service.Id]);
        }

        while (true)
        {
            var until = steps.TryPeek(out _, out var next) ? next.At : calendar.Now;
            if (services.Where(s => s.NextFallbackAt <= until).MinBy(s => s.NextFallbackAt) is { NextFallbackAt: { } due } silent)
            {
                duties.AddRange(_fallback.GoOn(silent, each[silent.Id], PartyOf(silent)));
                ConcludeServices.Update(services, law, due);
                continue;
            }

            if (!steps.TryDequeue(out var step, out _))
                break;
            step();
        }

        if (services.Count > 0 && services.TrueForAll(s => s.State == ServiceState.Withdrawn))
            task.Withdraw(DemoFaces.WithdrawnFor, clerk.Actor, at + DemoFaces.WithdrawnAfter);
        db.AddRange([.. recipients.SelectMany(r => r.Records), task, plan, .. frozen, .. services, .. duties]);
        await db.SaveChangesAsync(ct);
        db.Forget();
        return task;

        CaseParty PartyOf(Service service) => @case.Case.Parties.Single(p => p.Id == service.PartyId);

        void Do(DateTimeOffset when, Action<DateTimeOffset> act)
        {
            act(when);
            ConcludeServices.Update(services, law, when);
            foreach (var duty in duties)
                ConcludeServices.End(duty, services.Single(s => s.Id == duty.ServiceId), when);
        }
    }

    /// <summary>The failed notices of failed attempts; the rest went out, see <see cref="DemoNotices"/>.</summary>
    public Task FailNotices() =>
        db.Set<Notice>()
            .Where(n => n.SubjectKind == SubjectKind.Service && db.Set<ServiceAttempt>().Any(a => a.NoticeId == n.Id && a.FailedAt != null))
            .ExecuteUpdateAsync(
                n =>
                    n.SetProperty(x => x.State, Domain.Notifications.NoticeState.Failed)
                        .SetProperty(
                            x => x.FailureCode,
                            x => db.Set<ServiceAttempt>().Where(a => a.NoticeId == x.Id).Select(a => a.FailureCode).First()
                        )
                        .SetProperty(x => x.Attempts, 1)
                        .SetProperty(x => x.AcceptedAt, x => x.CreatedAt.AddSeconds(1))
                        .SetProperty(x => x.EndedAt, x => x.CreatedAt.AddSeconds(30)),
                ct
            );

    private static ServedDocument Frozen(ServiceTask task, DemoCase @case, StoredPaper paper, int position, DateTimeOffset at) =>
        new()
        {
            Id = Guid.CreateVersion7(at),
            TaskId = task.Id,
            CaseId = @case.Case.Id,
            CaseNumber = @case.Case.Number,
            Kind = paper.Paper.Kind,
            Title = paper.Paper.Title,
            Position = position,
            Pages = paper.Pages,
            IsAppealable = true,
            Serial = $"{task.Number}-0001-{position:D2}",
            VerifyCode = ServedDocument.NewVerifyCode(),
            SourceSha256 = paper.Sha256,
            Sha256 = paper.Sha256,
            Size = paper.Size,
            FrozenAt = at,
        };
}

/// <summary>What becomes of one service.</summary>
internal sealed class DemoServiceLife(Service service, Actor clerk, ServiceLinks links, Action<DateTimeOffset, Action<DateTimeOffset>> plan)
{
    public void Delivered(int way, DateTimeOffset at) => plan(at, now => service.Delivered(Id(way), now, now));

    public void Sent(int way, DateTimeOffset at, string reference = "") =>
        plan(at, now => service.Sent(Id(way), now, now, reference, clerk));

    public void Failed(int way, DateTimeOffset at, string code) => plan(at, now => service.Failed(Id(way), code, now, now));

    public void Open(ServiceChannel via, DateTimeOffset at) =>
        plan(
            at,
            now =>
            {
                foreach (var copy in service.Copies)
                    service.Open(copy.DocumentId, via, Evidence(via), Recipient, now);
            }
        );

    public void Sign(ServiceChannel via, DateTimeOffset at) =>
        plan(
            at,
            now =>
            {
                foreach (var copy in service.Copies)
                    service.Sign(copy.DocumentId, via, null, Evidence(via), Recipient, now);
            }
        );

    public void Post(string address, string reference, DateTimeOffset at) =>
        plan(
            at,
            now =>
            {
                var way = new PlannedWay(ServiceChannel.Post, address, AddressBasis.Found, "户籍地址");
                service.Sent(service.Attempt(way, null, links, clerk, now).Id, now, now, reference, clerk);
            }
        );

    /// <summary>On the receipt that came back, or on paper before the clerk.</summary>
    public void SignOnPaper(ServiceChannel via, DateTimeOffset at) =>
        plan(
            at,
            now =>
            {
                foreach (var copy in service.Copies)
                    service.Sign(copy.DocumentId, via, null, "回执上签名", clerk, now);
            }
        );

    /// <summary>The post found nobody there, and a public notice was drawn up and published.</summary>
    public void Noticed(int mail, DateTimeOffset returned, DateTimeOffset published)
    {
        plan(returned, now => service.Returned(Id(mail), ChinaTime.DayOf(now), ReturnReason.NobodyThere, false, clerk, now));
        plan(
            published,
            now =>
            {
                var days = service.HasDomicile == true ? EffectiveDate.NoticeDays : EffectiveDate.ForeignNoticeDays;
                var parts = PublicNoticeText
                    .PartsOf(service, null)
                    .Select(p => p.Draft.Length > 0 ? p.Draft : "请求归还借款本金并支付利息");
                var text = PublicNoticeText.Compose(service, [.. parts], days);
                var way = new PlannedWay(ServiceChannel.PublicNotice, "", AddressBasis.Found);
                var notice = service.Attempt(way, null, links, clerk, now).Id;
                service.DraftNotice(notice, NoticeGround.OtherWaysFailed, "邮寄两次退回，电话不通", text, days, clerk, now);
                service.Published(notice, "人民法院公告网，法院公告栏", ChinaTime.DayOf(now), clerk, now);
            }
        );
    }

    public void Withdraw(DateTimeOffset at, string reason) => plan(at, now => service.Withdraw(reason, clerk, now));

    public void AskForPaper(DateTimeOffset at) => plan(at, now => service.AskForPaper(Recipient, now));

    private Actor Recipient => service.LitigantId is { } id ? Actor.Litigant(id, service.RecipientName) : Actor.System;

    private string Evidence(ServiceChannel via) =>
        via is ServiceChannel.SmsLink or ServiceChannel.Email ? $"已验手机码 {Masking.Phone(service.RecipientPhone)}" : "本人实名";

    private Guid Id(int way) => service.Attempts[way].Id;
}
