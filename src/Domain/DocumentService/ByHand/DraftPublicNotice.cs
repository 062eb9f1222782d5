using Domain.Cases;
using Domain.Shared;

namespace Domain.DocumentService;

/// <summary>拟公告: the text of a public notice is drawn up (CPL 95, JI 138–140). Its publication is entered later.</summary>
public sealed class DraftPublicNotice(ServiceDesk desk, ServiceLinks links)
{
    /// <param name="parts">What JI 139 asks for, see <see cref="PublicNoticeText.PartsOf"/>.</param>
    /// <param name="isSummary">The clerk says so of a case whose procedure is not on record: 简易程序, where there is no public notice (JI 140).</param>
    /// <exception cref="RefusedException"><c>service_entry.summary_procedure</c>, <c>service_entry.domicile_unknown</c>, <c>service_entry.notice_days</c>,
    /// <c>service_entry.notice_part_missing</c>, <c>service_entry.already_entered</c>.</exception>
    public Task Handle(Guid serviceId, IReadOnlyList<string> parts, int days, bool isSummary, Actor by, CancellationToken ct)
    {
        if (isSummary)
            throw ServiceEntryErrors.SummaryProcedure();
        return desk.Change(
            serviceId,
            by,
            (service, now) =>
            {
                if (service.TrialProcedure is TrialProcedure.Summary or TrialProcedure.SmallClaims)
                    throw ServiceEntryErrors.SummaryProcedure();
                if (service.HasDomicile is not { } hasDomicile)
                    throw ServiceEntryErrors.DomicileUnknown();
                if (days != EffectiveDate.ForeignNoticeDays && (days != EffectiveDate.NoticeDays || !hasDomicile))
                    throw ServiceEntryErrors.NoticeDays();
                var text = PublicNoticeText.Compose(service, parts, days);
                var attempt =
                    service.Attempts.Find(a =>
                        a.Channel == ServiceChannel.PublicNotice && a.State is AttemptState.Queued or AttemptState.Sent
                    ) ?? service.Attempt(new PlannedWay(ServiceChannel.PublicNotice, "", AddressBasis.Found), null, links, by, now);
                service.DraftNotice(attempt.Id, text, days, by, now);
            },
            ct
        );
    }
}
