using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.Cases;
using Infrastructure.WorkOrders;
using Portal.Shared;

namespace Portal.Intake;

/// <summary>What the desk asks of the court: caller, case, recipient, deadline.</summary>
public sealed partial class IntakeDesk
{
    private async Task Resume()
    {
        if (PhoneNumber.TryRead(Form.Phone, out var phone, out var mobile) && Form.Since is not null)
        {
            (Caller, CallerIsMobile) = (phone, mobile);
            await LoadCaller();
        }

        if (Form.CaseId is { } id)
            Card = await Run.Ask((CaseQueries q, CancellationToken ct) => q.Card(id, Caller, me, ct));
        await FindRecipient();
    }

    private async Task Take(Guid caseId)
    {
        Card = await Run.Ask((CaseQueries q, CancellationToken ct) => q.Card(caseId, Caller, me, ct));
        if (Card is null)
            return;
        (Found, Form.CaseId, Form.UnconfirmedNumber, Form.CourtId, Form.CaseTyped, Form.Verified) = (
            null,
            caseId,
            null,
            null,
            CaseWords.Display(Card.Case.Number),
            null
        );
        if (Card.CallerRole.Length > 0)
            (Form.Verified, Form.Role, Form.Name) = ($"来电号码与{Card.CallerRole}一致", Card.CallerRole, Card.CallerName);
        await FindRecipient();
    }

    private async Task LoadCaller()
    {
        var (caller, asOf) = (Caller, clock.GetUtcNow());
        History = new(after =>
        {
            if (after is null)
                asOf = clock.GetUtcNow();
            return Run.Ask((CallerQueries q, CancellationToken ct) => q.History(caller, after, asOf, me, ct));
        });
        await LoadHistory();
        CallerCases = await Run.Ask((CaseQueries q, CancellationToken ct) => q.OfPhone(Caller, null, me, ct));
    }

    private async Task LoadHistory()
    {
        if (History is not { } history)
            return;
        await history.Renew();
        HistoryTotal = history.HasMore
            ? await Run.Ask((CallerQueries q, CancellationToken ct) => q.Count(Caller, clock.GetUtcNow(), me, ct))
            : history.Rows.Count;
    }

    /// <summary>Who would get it, and by when: limits differ between courts.</summary>
    private async Task FindRecipient()
    {
        await LookForRecipient();
        await CountDays();
    }

    private async Task LookForRecipient()
    {
        Recipient = null;
        if (Form.CaseId is null && Form.CourtId is null)
            return;
        var refused = await Run.Try(
            async (CaseQueries q, CancellationToken ct) => Recipient = await q.Recipient(Form.CaseId, Form.CourtId ?? Guid.Empty, ct)
        );
        if (refused is not null)
            Problem = refused.Message;
    }

    private async Task CountDays()
    {
        var calendar = await calendars.Current(Run.Gone);
        var category = Form.Category ?? Category.CaseQuery;
        var limit = (await limits.Current(Run.Gone)).For(Recipient?.CourtId, category).Limits;
        Deadline = calendar.Add(Today, limit.Days);
        CountedDays = calendar.Days(Today, limit.Days);
    }
}
