using Domain.Shared;

namespace Domain.DocumentService;

/// <summary>What kind of address: several channels may use one.</summary>
public enum AddressKind
{
    Mobile,
    Email,
    Fax,
    Postal,
}

/// <summary>A known address of a party or its agent in a case, with where it comes from. Ended, never overwritten.</summary>
public sealed class ServiceAddress : Aggregate
{
    public const int ValueMaxLength = 200;
    public const int OriginMaxLength = 100;

    public Guid CaseId { get; init; }
    public Guid PartyId { get; init; }
    public Guid? AgentId { get; init; }
    public AddressKind Kind { get; init; }

    /// <summary>A phone number in normal form, an e-mail address, or a postal address with its postcode at the end.</summary>
    public required string Value { get; init; }

    public AddressBasis Basis { get; init; }

    /// <summary>答辩状载明, 确认书 2026-06-08, 运营商查得.</summary>
    public string Origin { get; init; } = "";

    /// <summary>The confirmation that it stands in.</summary>
    public Guid? ConfirmationId { get; init; }

    public DateTimeOffset AddedAt { get; init; }
    public Guid? AddedById { get; init; }
    public string AddedByName { get; init; } = "";
    public DateTimeOffset? EndedAt { get; set; }
    public string EndReason { get; private set; } = "";

    /// <summary>A clerk adds one that a pleading gives or the court found.</summary>
    /// <param name="added">Of any basis but confirmed: that takes a form.</param>
    public static ServiceAddress Add(NewServiceAddress added, ConfirmationSubject subject, Actor by, DateTimeOffset now)
    {
        if (added.Basis == AddressBasis.Confirmed)
            throw ConfirmationErrors.BasisInvalid();
        var from = ConfirmationForm.Line(added.Origin, OriginMaxLength);
        if (from.Length == 0)
            throw ConfirmationErrors.OriginMissing();
        var address = new ServiceAddress
        {
            Id = added.Id,
            CaseId = subject.CaseId,
            PartyId = subject.Person.PartyId,
            AgentId = subject.Person.AgentId,
            Kind = added.Kind,
            Value = Read(added.Kind, added.Value),
            Basis = added.Basis,
            Origin = from,
            AddedAt = now,
            AddedById = by.Id,
            AddedByName = by.Name,
        };
        return address.Recorded(subject.DivisionId, by, now);
    }

    /// <summary>It is new here.</summary>
    public ServiceAddress Recorded(Guid divisionId, Actor by, DateTimeOffset now)
    {
        Raise(
            new Fact(ConfirmationFacts.AddressAdded, by, now)
            {
                Data = new AddressAddedData(Kind, Basis, Origin),
                Content = Value,
                Topics = [LiveTopic.ServicesOf(divisionId)],
            }
        );
        return this;
    }

    /// <summary>Wrong, or no longer in use: later services do not use it.</summary>
    public void End(string reason, Actor by, DateTimeOffset now)
    {
        if (EndedAt is not null)
            return;
        (EndedAt, EndReason) = (now, ServiceTexts.Reason(reason));
        Raise(new Fact(ConfirmationFacts.AddressEnded, by, now) { Data = new AddressEndedData(Kind, EndReason) });
    }

    private static string Read(AddressKind kind, string typed)
    {
        switch (kind)
        {
            case AddressKind.Mobile when PhoneNumber.TryRead(typed, out var mobile, out var isMobile) && isMobile:
                return mobile;
            case AddressKind.Fax when PhoneNumber.TryRead(typed, out var line, out _):
                return line;
            case AddressKind.Email when TypedText.Fold(typed) is var email && ConfirmationForm.IsEmail(email):
                return email;
            case AddressKind.Postal when ConfirmationForm.Line(typed, ValueMaxLength) is { Length: > 0 } postal:
                return postal;
            default:
                throw ConfirmationErrors.ValueInvalid();
        }
    }
}
