using Domain.Shared;

namespace Domain.DocumentService;

/// <summary>A party of a case or an agent of one, with every known way to reach the person, the best of each channel first.</summary>
/// <param name="Role">原告, 被告的代理律师.</param>
/// <param name="IdLastFour">Of the ID number; empty for an agent or when unknown.</param>
/// <param name="RepresentedBy">The party's agents whose authority runs, in words; empty when there are none.</param>
/// <param name="HasAccount">Known to this platform by verified identity.</param>
/// <param name="DefaultReason">Why the person need not be served when the other of party and agent is; empty where that does not hold.</param>
public sealed record Recipient(
    Guid CaseId,
    RecipientKey Key,
    string Name,
    string Role,
    bool IsOrganisation,
    string IdLastFour,
    string RepresentedBy,
    bool HasAccount,
    RecipientConsent Consent,
    IReadOnlyList<KnownWay> Ways,
    LastReached? Last,
    string DefaultReason
)
{
    private static readonly ServiceChannel[] s_proposed = [ServiceChannel.WeChat, ServiceChannel.SmsLink, ServiceChannel.Email];

    /// <summary>Of the case and the party, whoever receives for it.</summary>
    public required LimitFacts Facts { get; init; }

    /// <summary>Of the person: served through the institution (CPL 92–94), never by a channel.</summary>
    public required bool? IsInCustody { get; init; }

    /// <summary>Of the case.</summary>
    public required bool IsSensitive { get; init; }

    /// <summary>As staff see it.</summary>
    public string Shown => ShownName.Of(Name, IsSensitive);

    public Guid PartyId => Key.PartyId;

    public Guid? AgentId => Key.AgentId;

    public IEnumerable<KnownWay> WaysBy(ServiceChannel channel) => Ways.Where(w => w.Channel == channel);

    public bool Allows(KnownWay way) => way.IsAllowed(Consent.IsGiven) && !(IsInCustody == true && way.Channel.IsElectronic());

    public bool IsServedBy(KnownWay way) => way.Serves(Consent.IsGiven) && Allows(way);

    /// <summary>Electronic ways that serve, by the surest kind of address that the person has.</summary>
    public IReadOnlyList<KnownWay> Proposed()
    {
        var serving = s_proposed.Select(c => WaysBy(c).FirstOrDefault(IsServedBy)).OfType<KnownWay>().ToList();
        return serving.Count == 0 ? [] : [.. serving.Where(w => w.Basis == serving.MaxBy(s => s.Surety)!.Basis)];
    }

    /// <summary>What may follow by itself where the chosen ways do not reach the person, the surest of each channel first.</summary>
    public IReadOnlyList<PlannedWay> FallbackWays =>
        [.. Ways.Where(w => IsInCustody != true || !w.Channel.IsElectronic()).OrderByDescending(w => w.Surety).Select(w => w.Planned)];

    /// <summary>Why nothing electronic serves this person, as the clerk reads it.</summary>
    public string WhyNot()
    {
        if (IsInCustody == true)
            return $"受送达人在押，应当通过其所在监所转交，不适用电子送达（{LawTable.Of(LawPoint.ThroughInstitution, Facts.Procedure).Cite}）。";
        var found = Ways.FirstOrDefault(w =>
            w.Channel.IsElectronic() && w.Channel != ServiceChannel.Voice && w.Basis is AddressBasis.Found or AddressBasis.Unconfirmed
        );
        var address =
            found is { } way
                ? $"{(way.Channel == ServiceChannel.SmsLink ? "短信号码" : way.Channel.Chinese() + "地址")}为法院查得，仅到达不产生送达效力"
            : Ways.Any(w => w.Channel.IsElectronic()) ? ""
            : "没有电子送达地址";
        var consent = Consent.IsGiven ? "" : Consent.WhyNot;
        return $"{string.Join('；', new[] { consent, address }.Where(s => s.Length > 0))}（《人民法院在线诉讼规则》第 29、31 条）。";
    }
}

/// <summary>Party, and agent where the agent is meant.</summary>
public readonly record struct RecipientKey(Guid PartyId, Guid? AgentId)
{
    /// <summary>The agent's where there is one, else the party's.</summary>
    public Guid Id => AgentId ?? PartyId;
}

/// <summary>Consent to electronic service on record (OLR 29).</summary>
/// <param name="Words">确认书 2026-06-08, 答辩状载明地址. Empty where there is none.</param>
/// <param name="WhyNot">没有电子送达的同意记录. Empty where there is consent.</param>
public sealed record RecipientConsent(string Words, string WhyNot)
{
    public const string NoRecord = "没有电子送达的同意记录";

    public bool IsGiven => Words.Length > 0;
}

/// <param name="Address">As it is; empty for WeChat, the account, in person and public notice.</param>
/// <param name="Origin">Where it comes from, in words: 答辩状载明.</param>
public sealed record KnownWay(ServiceChannel Channel, string Address, AddressBasis Basis, string Origin)
{
    /// <summary>The higher the surer.</summary>
    public int Surety =>
        Basis switch
        {
            AddressBasis.Confirmed => 3,
            AddressBasis.Provided => 2,
            AddressBasis.Found => 1,
            _ => 0,
        };

    /// <summary>Electronic service needs consent (CPL 90); an address that may be a stranger's is used for nothing.</summary>
    public bool IsAllowed(bool hasConsent) =>
        !Channel.IsElectronic() || (Basis != AddressBasis.Unconfirmed && (hasConsent || Channel == ServiceChannel.Voice));

    /// <summary>Can serve by itself: a found address only with a reply or a reading (OLR 31), a call only prompts (OLR 32).</summary>
    public bool Serves(bool hasConsent) =>
        !Channel.IsElectronic()
        || (hasConsent && Channel != ServiceChannel.Voice && Basis is AddressBasis.Provided or AddressBasis.Confirmed);

    /// <summary>As screens show it.</summary>
    public string Masked => ServiceAddresses.Mask(Channel, Address);

    public PlannedWay Planned => new(Channel, Address, Basis, Origin);
}

/// <summary>When and how documents last reached the person in this case.</summary>
public sealed record LastReached(DateTimeOffset At, ServiceChannel Channel, string Titles, AttemptState State);
