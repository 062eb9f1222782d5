using Domain.Shared;

namespace Domain.DocumentService;

/// <param name="Ground">Why there may be a public notice.</param>
/// <param name="Findings">How that was found; of ways that failed the trace speaks, and this adds to it.</param>
/// <param name="Parts">What JI 139 asks for, see <see cref="PublicNoticeText.PartsOf"/>.</param>
/// <param name="Days">公告期.</param>
/// <param name="IsSummary">适用简易程序, as the clerk says where the trial system does not; null when not said.</param>
public sealed record NoticeDraft(NoticeGround Ground, string Findings, IReadOnlyList<string> Parts, int Days, bool? IsSummary);

/// <summary>拟公告: the text of a public notice is drawn up, and why there may be one (CPL 95, JI 138–140). Its publication is entered later.</summary>
public sealed class DraftPublicNotice(ServiceDesk desk, NoticeConditions conditions, ServiceLinks links)
{
    /// <exception cref="RefusedException"><c>service_entry.criminal_notice</c>, <c>service_entry.no_notice_for_mediation</c>,
    /// <c>service_entry.summary_procedure</c>, <c>service_entry.procedure_unknown</c>, <c>service_entry.way_open</c>,
    /// <c>service_entry.nothing_tried</c>, <c>service_entry.findings_missing</c>, <c>service_entry.domicile_unknown</c>, <c>service_entry.notice_days</c>,
    /// <c>service_entry.notice_part_missing</c>, <c>service_entry.already_entered</c>.</exception>
    public async Task Handle(Guid serviceId, NoticeDraft draft, Actor by, CancellationToken ct)
    {
        var hinges = await conditions.HingesOnProcedure(serviceId, ct);
        var beside = await conditions.Beside(serviceId, draft.Ground, ct);
        await desk.Change(
            serviceId,
            by,
            (service, now) =>
            {
                if (hinges && (service.IsSummary ?? draft.IsSummary ?? throw ServiceEntryErrors.ProcedureUnknown()))
                    throw ServiceEntryErrors.SummaryProcedure();
                service.CheckNotice(draft.Ground);
                if (beside is not null)
                    throw beside;
                if (service.HasDomicile is not { } hasDomicile)
                    throw ServiceEntryErrors.DomicileUnknown();
                if (draft.Days != EffectiveDate.ForeignNoticeDays && (draft.Days != EffectiveDate.NoticeDays || !hasDomicile))
                    throw ServiceEntryErrors.NoticeDays(service.LimitFacts);
                var text = PublicNoticeText.Compose(service, draft.Parts, draft.Days);
                var attempt =
                    service.Attempts.Find(a =>
                        a.Channel == ServiceChannel.PublicNotice && a.State is AttemptState.Queued or AttemptState.Sent
                    ) ?? service.Attempt(new PlannedWay(ServiceChannel.PublicNotice, "", AddressBasis.Found), null, links, by, now);
                service.DraftNotice(attempt.Id, draft.Ground, draft.Findings, text, draft.Days, by, now);
            },
            ct
        );
    }
}
