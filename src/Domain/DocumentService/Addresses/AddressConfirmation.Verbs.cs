using Domain.Cases;
using Domain.Shared;

namespace Domain.DocumentService;

public sealed partial class AddressConfirmation
{
    public bool IsInForce => EndedAt is null;

    /// <summary>确认书 2026-06-08: the origin of its addresses and the words of its consent.</summary>
    public string Title => TitleOf(ChinaTime.DayOf(ConfirmedAt));

    public static string TitleOf(DateOnly confirmedOn) => $"确认书 {confirmedOn:yyyy-MM-dd}";

    /// <summary>A person with a verified identity signs for themself on the platform.</summary>
    /// <param name="signatureSha256">Of the picture of the handwritten name.</param>
    public static AddressConfirmation Sign(
        Guid id,
        ConfirmationSubject subject,
        ConfirmationForm form,
        string signatureSha256,
        Actor by,
        DateTimeOffset now
    ) =>
        Confirm(
            id,
            subject,
            form,
            ConfirmationMeans.Platform,
            by.Name,
            subject.Person.AgentId is null ? "本人" : "诉讼代理人",
            by,
            now,
            litigantId: by.Id,
            signature: signatureSha256
        );

    /// <summary>A clerk notes what was said on the phone or stands on a paper form.</summary>
    /// <param name="signerRelation">本人, 法定代表人, 诉讼代理人.</param>
    public static AddressConfirmation Note(
        Guid id,
        ConfirmationSubject subject,
        ConfirmationForm form,
        ConfirmationMeans means,
        string signerName,
        string signerRelation,
        Actor by,
        DateTimeOffset now
    )
    {
        if (means == ConfirmationMeans.Platform)
            throw new InvalidOperationException("On the platform people sign for themselves.");
        return Confirm(
            id,
            subject,
            form,
            means,
            ConfirmationTexts.Signer(signerName),
            ConfirmationTexts.Relation(signerRelation),
            by,
            now,
            notedBy: by.Name
        );
    }

    /// <summary>A newer one of the same person takes its place; services made under it stand.</summary>
    public void ReplacedBy(AddressConfirmation newer, Actor by, DateTimeOffset now)
    {
        if (!IsInForce)
            return;
        (EndedAt, ReplacedById) = (now, newer.Id);
        Raise(FactFor(ConfirmationFacts.Replaced, by, now, new ConfirmationReplacedData(newer.Id, ChinaTime.DayOf(newer.ConfirmedAt))));
    }

    /// <summary>The consent ends for later services; completed ones stand.</summary>
    public void Withdraw(string reason, Actor by, DateTimeOffset now)
    {
        if (WithdrawnAt is not null)
            return;
        if (ReplacedById is not null)
            throw ConfirmationErrors.Replaced();
        (EndedAt, WithdrawnAt) = (now, now);
        Raise(FactFor(ConfirmationFacts.Withdrawn, by, now, new ConfirmationWithdrawnData(ConfirmationTexts.Remarks(reason))));
    }

    /// <summary>Says the same: sending the form again changes nothing.</summary>
    public bool Says(ConfirmationForm form) =>
        form
        == new ConfirmationForm(
            AcceptsElectronic,
            AcceptsWeChat,
            AcceptsAccount,
            Mobile,
            Email,
            PostalAddress,
            Postcode,
            Scope,
            KeepsSecret,
            Remarks
        );

    /// <summary>The addresses that it confirms, as rows for later services.</summary>
    public IEnumerable<ServiceAddress> Addresses(Actor by)
    {
        if (Mobile.Length > 0)
            yield return Row(AddressKind.Mobile, Mobile);
        if (Email.Length > 0)
            yield return Row(AddressKind.Email, Email);
        yield return Row(AddressKind.Postal, Postcode.Length > 0 ? $"{PostalAddress} {Postcode}" : PostalAddress);

        ServiceAddress Row(AddressKind kind, string value) => ServiceAddress.Confirmed(this, kind, value, by);
    }

    private static AddressConfirmation Confirm(
        Guid id,
        ConfirmationSubject subject,
        ConfirmationForm form,
        ConfirmationMeans means,
        string signer,
        string relation,
        Actor by,
        DateTimeOffset now,
        Guid? litigantId = null,
        string? signature = null,
        string? notedBy = null
    )
    {
        var confirmation = new AddressConfirmation
        {
            Id = id,
            CaseId = subject.CaseId,
            CourtId = subject.CourtId,
            DivisionId = subject.DivisionId,
            PartyId = subject.Person.PartyId,
            AgentId = subject.Person.AgentId,
            PersonId = subject.Person.Id,
            PersonKey = subject.PersonKey,
            LitigantId = litigantId,
            SignerName = signer,
            SignerRelation = relation,
            Means = means,
            AcceptsElectronic = form.AcceptsElectronic,
            AcceptsWeChat = form.AcceptsElectronic && form.AcceptsWeChat,
            AcceptsAccount = form.AcceptsElectronic && form.AcceptsAccount,
            Mobile = form.Mobile,
            Email = form.Email,
            PostalAddress = form.PostalAddress,
            Postcode = form.Postcode,
            Scope = form.Scope,
            KeepsSecret = form.KeepsSecret,
            SignatureSha256 = signature,
            Remarks = form.Remarks,
            NotedByName = notedBy,
            ConfirmedAt = now,
        };
        var data = new AddressConfirmedData(
            means,
            confirmation.AcceptsElectronic,
            confirmation.AcceptsWeChat,
            confirmation.AcceptsAccount,
            form.Scope,
            form.KeepsSecret,
            signature
        );
        confirmation.Raise(confirmation.FactFor(ConfirmationFacts.Confirmed, by, now, data, form.Text));
        return confirmation;
    }

    private Fact FactFor(string kind, Actor by, DateTimeOffset now, FactData data, string content = "") =>
        new(kind, by, now)
        {
            Data = data,
            Content = content,
            Topics =
            [
                LiveTopic.ServicesOf(DivisionId),
                CaseTopics.Case(CaseId),
                .. LitigantId is { } litigant ? [LiveTopic.Litigant(litigant)] : Array.Empty<string>(),
            ],
        };
}

/// <summary>A party or an agent of a case, to whom documents may be served.</summary>
public sealed record ConfirmationSubject(RecipientKey Person, string PersonKey)
{
    public required Guid CaseId { get; init; }
    public required Guid CourtId { get; init; }
    public required Guid DivisionId { get; init; }

    /// <summary>Of the party, also where its agent is meant.</summary>
    public required PartyRole Role { get; init; }
}
