using Domain.Attachments;
using Domain.Cases;
using Domain.DocumentService;
using Domain.Organisation;
using Domain.Shared;
using Infrastructure.Persistence;

namespace Given;

/// <summary>What lies on a clerk's desk before anything is served.</summary>
public static class CourtDataDesk
{
    /// <summary>A document of the trial system that waits to be served.</summary>
    public static Task<CaseDocument> HandedOver(
        this CourtData data,
        Case @case,
        string title = "民事判决书",
        DocumentKind kind = DocumentKind.Judgment,
        int position = 1
    ) =>
        data.Use(
            async (CourtDb db) =>
            {
                var document = new CaseDocument
                {
                    Id = Guid.CreateVersion7(),
                    CaseId = @case.Id,
                    ExternalId = $"T{CourtData.Next()}",
                    Kind = kind,
                    Title = title,
                    Position = position,
                    Pages = 1,
                    Sha256 = await data.Pdf("handed over"),
                    SignedOffOn = new DateOnly(2026, 11, 19),
                    ImportedAt = data.Now(),
                };
                db.Set<CaseDocument>().Add(document);
                await db.SaveChangesAsync();
                return document;
            }
        );

    /// <summary>A one-page PDF that the person uploaded to serve it.</summary>
    public static async Task<Attachment> UploadedDocument(this CourtData data, Staff by, string name = "上诉须知.pdf")
    {
        var actor = await data.ActorOf(by);
        var sha256 = await data.Pdf(name.GetHashCode(StringComparison.Ordinal).ToString(System.Globalization.CultureInfo.InvariantCulture));
        await using var bytes = await data.Use((IFileStore files) => Task.FromResult(files.Open(sha256)));
        return await data.Use(
            (UploadServiceDocument upload) => upload.Handle(Guid.CreateVersion7(), name, bytes, actor, CancellationToken.None)
        );
    }

    /// <summary>An address on record of a party, or of an agent of it.</summary>
    public static Task Address(
        this CourtData data,
        CaseParty party,
        AddressKind kind,
        string value,
        AddressBasis basis = AddressBasis.Provided,
        string origin = "答辩状载明",
        Guid? agentId = null
    ) =>
        data.Use(
            async (CourtDb db) =>
            {
                db.Set<ServiceAddress>()
                    .Add(
                        new ServiceAddress
                        {
                            Id = Guid.CreateVersion7(),
                            CaseId = party.CaseId,
                            PartyId = party.Id,
                            AgentId = agentId,
                            Kind = kind,
                            Value = value,
                            Basis = basis,
                            Origin = origin,
                            AddedAt = data.Now(),
                        }.Recorded(Guid.Empty, Actor.System, data.Now())
                    );
                await db.SaveChangesAsync();
            }
        );

    /// <summary>Another judge on the panel of a case, behind the one who presides.</summary>
    public static Task Seat(this CourtData data, Case @case, Staff judge) =>
        data.Use(
            async (CourtDb db) =>
            {
                db.Set<PanelMember>()
                    .Add(
                        new PanelMember
                        {
                            CaseId = @case.Id,
                            StaffId = judge.Id,
                            Position = 1,
                        }
                    );
                await db.SaveChangesAsync();
            }
        );

    /// <summary>What the proposal says of each, as a clerk would confirm it: the proposed ways, in person where there is none.</summary>
    public static async Task<ConfirmedCase> AsProposed(this CourtData data, Guid caseId)
    {
        var recipients = await data.Use((ServiceRecipients r) => r.Of(caseId, CancellationToken.None));
        return new ConfirmedCase(
            caseId,
            [
                .. recipients.Select(r => new ConfirmedRecipient(
                    r.Key,
                    [
                        .. (r.Proposed() is { Count: > 0 } proposed ? proposed : [.. r.WaysBy(ServiceChannel.InPerson)]).Select(
                            w => new ConfirmedWay(w.Channel, w.Address, w.Basis)
                        ),
                    ]
                )),
            ]
        );
    }

    public static ConfirmedDocument Document(Attachment upload, DocumentKind kind = DocumentKind.Other, Guid? corrects = null) =>
        new(kind, DocumentTitles.Guess(upload.Name), true) { AttachmentId = upload.Id, CorrectsId = corrects };

    public static ConfirmedDocument Document(CaseDocument handedOver) =>
        new(handedOver.Kind, handedOver.Title, true) { CaseDocumentId = handedOver.Id };
}
