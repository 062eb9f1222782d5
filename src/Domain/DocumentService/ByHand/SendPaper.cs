using Domain.Shared;

namespace Domain.DocumentService;

/// <summary>A clerk records that the paper which the recipient asked for was sent (CPL 90); the date of service stays.</summary>
public sealed class SendPaper(ChangeService services)
{
    /// <param name="reference">法院专递单号, 当面领取.</param>
    public Task Handle(Guid serviceId, string reference, Actor by, CancellationToken ct) =>
        services.Handle(
            serviceId,
            (service, now) =>
            {
                service.PaperSent(ServiceTexts.Reason(reference), by, now);
                return Task.CompletedTask;
            },
            by,
            ct
        );
}
