using Domain.Shared;

namespace Domain.Partners;

/// <summary>Another system that calls this one or hears of what happens here (对接系统), of one court or of the whole city.</summary>
public sealed class Partner : Aggregate
{
    public const int NameMaxLength = 40;

    /// <summary>So many of a kind at a time: the old one and the new one while keys are changed.</summary>
    public const int MostKeys = 2;

    private Partner() { }

    public string Name { get; private init; } = "";
    public PartnerKind Kind { get; private init; }

    /// <summary>Null for the whole city.</summary>
    public Guid? CourtId { get; private init; }

    public List<PartnerScope> Scopes { get; private set; } = [];

    /// <summary>As in <see cref="PartnerSettings"/>.</summary>
    public List<string> Addresses { get; private set; } = [];

    public int CallsPerMinute { get; private set; }
    public int BodyKilobytes { get; private set; }
    public PartnerState State { get; private set; }
    public DateTimeOffset OpenedAt { get; private init; }
    public List<PartnerKey> Keys { get; } = [];

    public PartnerSettings Settings => new(Scopes, Addresses, CallsPerMinute, BodyKilobytes);

    /// <param name="courtId">Null for the whole city, which takes an approval.</param>
    /// <param name="approval">Of whoever agreed; null within one court.</param>
    internal static Partner Open(NewPartner opened, Guid? courtId, Actor by, DateTimeOffset now, ApprovalData? approval = null)
    {
        var settings = opened.Settings.Checked();
        var partner = new Partner
        {
            Id = opened.Id,
            Name = opened.CheckedName(),
            Kind = opened.Kind,
            CourtId = courtId,
            OpenedAt = now,
        };
        partner.Take(settings);
        partner.Raise(
            PartnerFacts.Opened,
            by,
            now,
            new PartnerOpenedData(partner.Name, partner.Kind, PartnerSettingsData.Of(settings), approval)
        );
        return partner;
    }

    internal void Set(PartnerSettings settings, Actor by, DateTimeOffset now, ApprovalData? approval = null)
    {
        CheckNotEnded();
        var wanted = settings.Checked();
        Take(wanted);
        Raise(PartnerFacts.Changed, by, now, new PartnerChangedData(PartnerSettingsData.Of(wanted), approval));
    }

    /// <param name="key">Its own id is made by the page: pressing twice makes one.</param>
    internal void AddKey(PartnerKey key, Actor by, DateTimeOffset now)
    {
        CheckNotEnded();
        if (Keys.Exists(k => k.Id == key.Id))
            throw PartnerErrors.KeyShown();
        if (Keys.Count(k => k.Kind == key.Kind && k.IsAlive(now)) >= MostKeys)
            throw PartnerErrors.TooManyKeys();
        Keys.Add(key);
        Raise(PartnerFacts.KeyMade, by, now, new PartnerKeyData(key.Kind, key.Hint));
    }

    public void EndKey(Guid keyId, Actor by, DateTimeOffset now)
    {
        var key = Keys.Find(k => k.Id == keyId) ?? throw PartnerErrors.KeyNotFound();
        if (key.EndedAt is not null)
            return;
        (key.EndedAt, key.EndedByName) = (now, by.Name);
        Raise(PartnerFacts.KeyEnded, by, now, new PartnerKeyData(key.Kind, key.Hint));
    }

    public void Pause(Actor by, DateTimeOffset now) => Become(PartnerState.Paused, PartnerFacts.Paused, by, now);

    public void Resume(Actor by, DateTimeOffset now) => Become(PartnerState.Active, PartnerFacts.Resumed, by, now);

    /// <summary>For good; its keys with it.</summary>
    public void End(Actor by, DateTimeOffset now)
    {
        foreach (var key in Keys.Where(k => k.EndedAt is null))
            (key.EndedAt, key.EndedByName) = (now, by.Name);
        Become(PartnerState.Ended, PartnerFacts.Ended, by, now);
    }

    private void Become(PartnerState state, string fact, Actor by, DateTimeOffset now)
    {
        if (State == state)
            return;
        CheckNotEnded();
        State = state;
        Raise(fact, by, now, null);
    }

    private void Take(PartnerSettings settings) =>
        (Scopes, Addresses, CallsPerMinute, BodyKilobytes) = (
            [.. settings.Scopes],
            [.. settings.Addresses],
            settings.CallsPerMinute,
            settings.BodyKilobytes
        );

    private void CheckNotEnded()
    {
        if (State == PartnerState.Ended)
            throw PartnerErrors.Ended();
    }

    private void Raise(string kind, Actor by, DateTimeOffset now, FactData? data) =>
        Raise(new Fact(kind, by, now) { Data = data, Topics = [LiveTopic.Partners] });
}

/// <param name="Id">Made by the page: pressing twice opens one.</param>
public sealed record NewPartner(Guid Id, string Name, PartnerKind Kind, PartnerSettings Settings)
{
    internal string CheckedName() =>
        TypedText.Storable(Name) switch
        {
            "" => throw PartnerErrors.NameMissing(),
            { Length: > Partner.NameMaxLength } => throw PartnerErrors.NameTooLong(),
            var name => name,
        };
}
