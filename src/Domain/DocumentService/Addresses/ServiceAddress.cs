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
    private ServiceAddress() { }

    public const int ValueMaxLength = 200;
    public const int OriginMaxLength = 100;

    public Guid CaseId { get; private init; }
    public Guid PartyId { get; private init; }
    public Guid? AgentId { get; private init; }
    public AddressKind Kind { get; private init; }

    /// <summary>The person offered it for being served electronically: with a form or a pleading of their own.</summary>
    public bool IsDesignated => Kind != AddressKind.Postal && Basis is AddressBasis.Provided or AddressBasis.Confirmed;

    /// <summary>A phone number in normal form, an e-mail address, or a postal address with its postcode at the end.</summary>
    public string Value { get; private init; } = "";

    public AddressBasis Basis { get; private init; }

    /// <summary>答辩状（2026-09-12）载明, 确认书 2026-06-08, 运营商查得.</summary>
    public string Origin { get; private init; } = "";

    /// <summary>The confirmation that it stands in.</summary>
    public Guid? ConfirmationId { get; private init; }

    /// <summary>The party's own pleading that names it for service (OLR 29-3), with its day; null for any other basis.</summary>
    public PleadingKind? Pleading { get; private init; }

    public DateOnly? PleadingOn { get; private init; }
    public DateTimeOffset AddedAt { get; private init; }
    public Guid? AddedById { get; private init; }
    public string AddedByName { get; private init; } = "";
    public DateTimeOffset? EndedAt { get; private set; }
    public string EndReason { get; private set; } = "";

    /// <summary>A clerk adds one that a pleading gives or the court found.</summary>
    /// <param name="added">Of any basis but confirmed: that takes a form.</param>
    public static ServiceAddress Add(NewServiceAddress added, ConfirmationSubject subject, Actor by, DateTimeOffset now)
    {
        if (added.Basis == AddressBasis.Confirmed)
            throw ConfirmationErrors.BasisInvalid();
        var pleading = PleadingOf(added, subject, now);
        var from = pleading?.Origin ?? ConfirmationForm.Line(added.Origin, OriginMaxLength);
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
            Pleading = pleading?.Kind,
            PleadingOn = pleading?.On,
            AddedAt = now,
            AddedById = by.Id,
            AddedByName = by.Name,
        };
        return address.Recorded(subject.DivisionId, by, now);
    }

    /// <summary>One that stands in a form.</summary>
    internal static ServiceAddress Confirmed(AddressConfirmation by, AddressKind kind, string value, Actor actor) =>
        new ServiceAddress
        {
            Id = Guid.CreateVersion7(by.ConfirmedAt),
            CaseId = by.CaseId,
            PartyId = by.PartyId,
            AgentId = by.AgentId,
            Kind = kind,
            Value = value,
            Basis = AddressBasis.Confirmed,
            Origin = by.Title,
            ConfirmationId = by.Id,
            AddedAt = by.ConfirmedAt,
            AddedById = actor.Id,
            AddedByName = actor.Name,
        }.Recorded(by.DivisionId, actor, by.ConfirmedAt);

    /// <summary>Only the person's own side can have named it: a complaint never speaks for a defendant, nor for a defendant's lawyer.</summary>
    private static Pleading? PleadingOf(NewServiceAddress added, ConfirmationSubject subject, DateTimeOffset now)
    {
        if (added.Basis != AddressBasis.Provided)
            return null;
        var pleading = added.Pleading ?? throw ConfirmationErrors.PleadingMissing();
        if (!pleading.Kind.MayBeFiledBy(subject.Role))
            throw ConfirmationErrors.NotTheirPleading(subject.Role, pleading.Kind);
        return pleading.On <= ChinaTime.DayOf(now) ? pleading : throw ConfirmationErrors.PleadingInFuture();
    }

    private ServiceAddress Recorded(Guid divisionId, Actor by, DateTimeOffset now)
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
    public void End(string reason, Actor by, DateTimeOffset now, params IReadOnlyList<string> topics)
    {
        if (EndedAt is not null)
            return;
        (EndedAt, EndReason) = (now, ServiceTexts.Reason(reason));
        Raise(new Fact(ConfirmationFacts.AddressEnded, by, now) { Data = new AddressEndedData(Kind, EndReason), Topics = topics });
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
