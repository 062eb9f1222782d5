using Domain.Cases;
using Domain.Litigants;
using Domain.Notifications;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.DocumentService;

/// <summary>A party lets the own agent read a document, for as long as the authority runs; the agent is told. Again changes nothing.</summary>
public sealed class ForwardServedDocument(ICourtDb db, ConcludeServices conclude, TimeProvider clock)
{
    public async Task Handle(Guid copyId, Guid agentId, ServiceReader reader, CancellationToken ct) =>
        await db.ChangeService(
            conclude,
            reader,
            clock,
            copyId,
            async (reading, service, copy, now) =>
            {
                if (service.AgentId is not null || reading.IsForwarded(copyId))
                    throw ServedDocumentErrors.NotForAgents();
                if (copy.IsWithdrawn)
                    throw ServiceErrors.Withdrawn();
                var agent =
                    await db.AgentsActing()
                        .AsNoTracking()
                        .SingleOrDefaultAsync(a => a.Id == agentId && a.PartyId == service.PartyId && a.IdentityKey != "", ct)
                    ?? throw ServedDocumentErrors.AgentNotFound();
                if (
                    await db.Set<ServiceForward>()
                        .AnyAsync(f => f.ServiceId == service.Id && f.DocumentId == copy.DocumentId && f.AgentId == agentId, ct)
                )
                    return false;
                db.Set<ServiceForward>()
                    .Add(
                        new ServiceForward
                        {
                            Id = Guid.CreateVersion7(now),
                            ServiceId = service.Id,
                            DocumentId = copy.DocumentId,
                            AgentId = agentId,
                            ByLitigantId = reading.LitigantId,
                            At = now,
                        }
                    );
                var account = await db.Set<Litigant>().AsNoTracking().SingleOrDefaultAsync(l => l.IdentityKey == agent.IdentityKey, ct);
                var mobile =
                    account?.Phone ?? (PhoneNumber.TryRead(agent.Phone, out var number, out var isMobile) && isMobile ? number : null);
                var recipient =
                    account is not null ? NoticeRecipient.Litigant(account.Id, mobile, account.OpenId is not null)
                    : mobile is not null ? NoticeRecipient.Phone(mobile)
                    : null;
                service.Forward(
                    copy.DocumentId,
                    agent,
                    reading.By,
                    now,
                    recipient is null
                        ? []
                        : [.. ServiceNotices.Forwarded.To(recipient, new Dictionary<string, string>(), service.TaskSubject)]
                );
                return true;
            },
            ct
        );
}
