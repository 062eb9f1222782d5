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
        await using var bytes = await data.Use((IFileStore files) => files.Open(sha256, default));
        return await data.Use(
            (UploadServiceDocument upload) => upload.Handle(Guid.CreateVersion7(), name, bytes, actor, CancellationToken.None)
        );
    }

    /// <summary>Another agent of a party, a lawyer without an account.</summary>
    public static Task<CaseAgent> Agent(this CourtData data, CaseParty party, string name = "王明") =>
        data.Use(
            async (CourtDb db) =>
            {
                var agent = new CaseAgent
                {
                    Id = Guid.CreateVersion7(),
                    PartyId = party.Id,
                    Name = name,
                    IsLawyer = true,
                };
                db.Set<CaseAgent>().Add(agent);
                await db.SaveChangesAsync();
                return agent;
            }
        );

    public static readonly DateOnly PleadingDay = new(2026, 9, 12);

    /// <summary>An address on record of a party, or of an agent of it; what they provided stands in a pleading of their own side.</summary>
    /// <param name="origin">Of one that the court found.</param>
    public static Task Address(
        this CourtData data,
        CaseParty party,
        AddressKind kind,
        string value,
        AddressBasis basis = AddressBasis.Provided,
        string origin = "运营商查得",
        Guid? agentId = null
    ) =>
        data.Use(
            async (CourtDb db) =>
            {
                db.Set<ServiceAddress>().Add(AddressOf(party, kind, value, data.Now(), basis, origin, agentId));
                await db.SaveChangesAsync();
            }
        );

    public static ServiceAddress AddressOf(
        CaseParty party,
        AddressKind kind,
        string value,
        DateTimeOffset now,
        AddressBasis basis = AddressBasis.Provided,
        string origin = "",
        Guid? agentId = null
    )
    {
        var subject = new ConfirmationSubject(new RecipientKey(party.Id, agentId), "")
        {
            CaseId = party.CaseId,
            CourtId = Guid.Empty,
            DivisionId = Guid.Empty,
            Role = party.Role,
        };
        var pleading = new[] { PleadingKind.Complaint, PleadingKind.Defence, PleadingKind.Application }.First(k =>
            k.MayBeFiledBy(party.Role)
        );
        var added = new NewServiceAddress(kind, value, basis, origin)
        {
            Id = Guid.CreateVersion7(),
            CaseId = party.CaseId,
            PersonId = agentId ?? party.Id,
            Pleading = basis == AddressBasis.Provided ? new Pleading(pleading, PleadingDay) : null,
        };
        return ServiceAddress.Add(added, subject, Actor.System, now);
    }

    /// <summary>The phone of the case, which its person named for service in a pleading of their own.</summary>
    public static async Task<Case> WithDesignatedPhone(this CourtData data, Case @case)
    {
        await data.Address(@case.Parties[0], AddressKind.Mobile, @case.Parties[0].Phone);
        return @case;
    }

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
