using Domain.Shared;

namespace Domain.DocumentService;

/// <summary>公告送达: the last resort, for what its conditions are recorded first.</summary>
public sealed partial class Service
{
    /// <summary>The text of a public notice is ready; it has not been published.</summary>
    /// <param name="findings">How the ground was found.</param>
    public void DraftNotice(Guid attemptId, NoticeGround ground, string findings, string text, int days, Actor by, DateTimeOffset now)
    {
        var found = TypedText.Storable(findings);
        if (found.Length is 0 or > ServiceAttempt.FindingsMaxLength)
            throw ServiceEntryErrors.FindingsMissing();
        var attempt = Waiting(attemptId, ServiceChannel.PublicNotice);
        if ((attempt.NoticeGround, attempt.NoticeFindings, attempt.NoticeText, attempt.NoticeDays) == (ground, found, text, days))
            return;
        (attempt.NoticeGround, attempt.NoticeFindings, attempt.NoticeText, attempt.NoticeDays) = (ground, found, text, days);
        Raise(FactFor(ServiceFacts.NoticeDrafted, by, now, new NoticeDraftedData(TracedAttempt.Of(attempt)), text));
    }

    /// <summary>公告: the period runs from the last posting or publication (CPL 95, JI 138).</summary>
    /// <param name="media">人民法院公告网; 法院公告栏、住所地张贴.</param>
    public void Published(Guid attemptId, string media, DateOnly on, Actor by, DateTimeOffset now)
    {
        var attempt = Waiting(attemptId, ServiceChannel.PublicNotice);
        if (string.IsNullOrEmpty(attempt.NoticeText))
            throw ServiceEntryErrors.NoticePartMissing();
        if (on > ChinaTime.DayOf(now))
            throw ServiceEntryErrors.InFuture();
        if (on < ChinaTime.DayOf(BegunAt))
            throw ServiceEntryErrors.BeforeSending();
        var at = on == ChinaTime.DayOf(now) ? now : ChinaTime.StartOf(on);
        (attempt.PublishedOn, attempt.SentAt, attempt.Reference) = (on, at, media);
        attempt.Reach(AttemptState.Sent, at);
        Raise(FactFor(ServiceFacts.Published, by, now, new PublishedData(TracedAttempt.Of(attempt), media, on), attempt.NoticeText));
    }

    /// <exception cref="RefusedException">See <see cref="WhyNoNotice"/>.</exception>
    public void CheckNotice(NoticeGround ground)
    {
        if (WhyNoNotice(ground) is { } refusal)
            throw refusal;
    }

    /// <summary>Why there may be no public notice, or not yet (CPL 95): <c>service_entry.criminal_notice</c>,
    /// <c>service_entry.no_notice_for_mediation</c>, <c>service_entry.way_open</c>, <c>service_entry.nothing_tried</c>,
    /// <c>service_entry.already_served</c>.</summary>
    /// <returns>Null where there may be one.</returns>
    public RefusedException? WhyNoNotice(NoticeGround ground)
    {
        if (!MayBeNoticed)
            return Procedure == Procedure.Criminal ? ServiceEntryErrors.CriminalNotice() : ServiceEntryErrors.NoNoticeForMediation();
        if (State.IsServed())
            return ServiceEntryErrors.AlreadyServed();
        if (State == ServiceState.ForClerk)
            return ServiceEntryErrors.WayOpen("文书已被查看，还没有认定");
        if (OpenWay() is { } way)
            return ServiceEntryErrors.WayOpen($"{way.Channel.Chinese()}还在送达");
        return ground == NoticeGround.OtherWaysFailed && !Attempts.Exists(IsTriedInVain) ? ServiceEntryErrors.NothingTried() : null;
    }

    /// <summary>适用简易程序 or 小额诉讼程序; null where the trial system does not tell.</summary>
    public bool? IsSummary =>
        TrialProcedure is { } known ? known is Cases.TrialProcedure.Summary or Cases.TrialProcedure.SmallClaims : null;

    /// <summary>Criminal papers and mediation statements go to the person alone.</summary>
    public bool MayBeNoticed => Procedure != Procedure.Criminal && !Copies.Exists(c => c.Kind == DocumentKind.MediationStatement);

    /// <summary>It may still be served without a public notice.</summary>
    public bool IsWayOpen => State == ServiceState.ForClerk || OpenWay() is not null;

    /// <summary>Another way that may still serve; while there is one, there is no public notice. A call only prompts.</summary>
    private ServiceAttempt? OpenWay() =>
        Attempts.Find(a =>
            a.Channel is not (ServiceChannel.PublicNotice or ServiceChannel.Voice)
            && !a.IsOver
            && (
                a.Channel.IsByHand()
                    ? a.State is AttemptState.Queued or AttemptState.Sent
                    : a.State == AttemptState.Queued || NextFallbackAt is not null || ConcludesAt is not null
            )
        );

    /// <summary>直接送达 or 邮寄: what is only electronic is no trial of the ways of the law.</summary>
    private static bool IsTriedInVain(ServiceAttempt attempt) =>
        attempt is { Channel: ServiceChannel.Post or ServiceChannel.InPerson, State: AttemptState.Failed, ReturnedOn: null };
}
