using Domain.Attachments;
using Domain.Cases;
using Domain.Handling;
using Domain.Notifications;
using Domain.Shared;
using Domain.Supervision;
using Domain.WorkOrders;

namespace Domain.Bindings;

/// <summary>
/// 案件绑定: an agent asks to be bound to a party of a case with a power of attorney, or the clerk enters the agent from the paper. What was
/// asked stands here whether such a case exists or not; the answer to who asks is the same.
/// </summary>
public sealed partial class CaseBinding : Handled, IHandled, IOfCase
{
    public static readonly NumberSeries Numbers = new("BD", Digits: 4, Block: 1);

    private CaseBinding() { }

    /// <summary>Normal form, as it was typed.</summary>
    public string CaseNumber { get; private init; } = "";

    /// <summary>Null where number and name fit no case.</summary>
    public Guid? CaseId { get; private init; }

    public Guid? PartyId { get; private init; }

    /// <summary>As it was typed.</summary>
    public string PartyName { get; private init; } = "";

    /// <summary>The case allows no content outside the court (未成年人、家事).</summary>
    public bool IsSensitive { get; private init; }

    /// <summary>The agent's account; null where the clerk entered somebody.</summary>
    public Guid? LitigantId { get; private init; }

    public string AgentName { get; private init; } = "";
    public string AgentPhone { get; private init; } = "";

    /// <summary>See <see cref="Litigants.IIdentityKeys"/>.</summary>
    public string IdentityKey { get; private init; } = "";

    public Channel Channel { get; private init; }
    public AgentKind AgentKind { get; private init; }
    public PaperAuthority PaperAuthority { get; private init; }

    /// <summary>What the paper names one by one.</summary>
    public AuthorityItems Items { get; private init; }

    public string LicenceNumber { get; private init; } = "";
    public string Firm { get; private init; } = "";
    public LicenceVerdict Licence { get; private init; }

    /// <summary>As the lawyers' platform has it.</summary>
    public string LicenceFirm { get; private init; } = "";

    public DateOnly? EndsOn { get; private set; }
    public DateTimeOffset AskedAt { get; private init; }
    public BindingState State { get; private set; }

    /// <summary>What was missing was asked for, once.</summary>
    public bool WasAskedForMore { get; private set; }

    /// <summary>The last day on which the requester may bring it; null while nothing is awaited.</summary>
    public DateOnly? SupplementBy { get; private set; }

    public bool SupplementByIsProvisional { get; private set; }

    /// <summary>The clock stands while the requester is awaited.</summary>
    public bool IsPaused { get; private set; }

    /// <summary>As what the agent was bound; null before.</summary>
    public AgentAuthority? Authority { get; private set; }

    public AuthorityItems BoundItems { get; private set; }

    /// <summary>The agent of the case; null before it is approved.</summary>
    public Guid? AgentId { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }
    public BindingEnd? EndedBy { get; private set; }
    public List<CaseBindingEntry> Entries { get; } = [];
    public List<BindingPaper> Papers { get; } = [];

    public static HandledKind Declared { get; } =
        new(BindingNotices.Words, BindingNotices.Handling, HandledActs.Urging)
        {
            Own = new OwnNotices
            {
                Urged = BindingNotices.Urged,
                Moved = BindingNotices.Moved,
                Lapsed = BindingNotices.Lapsed,
            },
        };

    protected override HandledKind Kind => Declared;

    public override Subject Subject => new(SubjectKind.CaseBinding, Id) { CourtId = CourtId, DivisionId = DivisionId };

    protected override bool IsDone => IsClosed || IsPaused;

    protected override DateOnly StartOfOldClock => ChinaTime.DayOf(AskedAt);

    protected override SupervisionNotices SupervisionNotices => BindingNotices.Supervision;

    protected override IReadOnlyDictionary<string, string> NoticeFields => BindingNotices.Fields(this);

    /// <summary>The requester's phone does not look again: it would find nothing new.</summary>
    protected override IReadOnlyList<string> SupervisionTopics =>
        LitigantId is { } litigant ? [.. Topics().Except([LiveTopic.Litigant(litigant)])] : Topics();

    protected override IReadOnlyList<string> RecountTopics => Topics();

    /// <summary>An agent asks.</summary>
    /// <param name="clerk">Of the case: told beside the owner.</param>
    public static CaseBinding Ask(NewBinding asked, Owner owner, Guid? clerk, Ladder ladder, Actor by, DateTimeOffset now)
    {
        var binding = Of(asked, owner, ladder, now);
        binding.Raise(
            binding.FactFor(
                BindingFacts.Asked,
                by,
                now,
                new BindingAskedData(
                    binding.Number,
                    binding.CaseNumber,
                    binding.CaseId,
                    binding.AgentKind,
                    binding.PaperAuthority,
                    binding.Licence,
                    binding.DueDay
                ),
                notices:
                [
                    .. binding.TellOwner(BindingNotices.Asked, now),
                    .. binding.Tell(BindingNotices.Asked, clerk == owner.StaffId ? null : clerk, ("owed", binding.Owed(now))),
                    .. binding.ToRequester(BindingNotices.Received, []),
                ]
            )
        );
        return binding;
    }

    /// <summary>The clerk enters an agent from the paper: bound at once.</summary>
    /// <returns>With the agent; new unless it was there already.</returns>
    public static (CaseBinding Binding, CaseAgent Agent) Enter(NewBinding entered, Owner owner, Ladder ladder, Actor by, DateTimeOffset now)
    {
        var binding = Of(entered, owner, ladder, now);
        var terms = entered.Terms;
        var (agent, _) = binding.Bind(
            entered.Target.Party!,
            new BindingDecision(terms.Given, terms.Items, terms.EndsOn),
            AgentSource.Clerk,
            now
        );
        binding.Close(by, now);
        binding.Raise(
            binding.FactFor(
                BindingFacts.Entered,
                by,
                now,
                new BindingEnteredData(
                    binding.Number,
                    binding.CaseNumber,
                    agent.Id,
                    binding.AgentKind,
                    terms.Given,
                    Words(terms.Given, terms.Items)
                ),
                notices: binding.ToRequester(BindingNotices.Entered, [])
            )
        );
        return (binding, agent);
    }

    private static CaseBinding Of(NewBinding asked, Owner owner, Ladder ladder, DateTimeOffset now)
    {
        var (target, agent) = (asked.Target, asked.Agent);
        var terms = asked.Terms.Checked(ChinaTime.DayOf(now));
        CheckPapers(terms.AgentKind, asked.Papers);
        var binding = new CaseBinding
        {
            Id = asked.Id,
            Number = asked.Number,
            CaseNumber = target.Number,
            CaseId = target.Party is null ? null : target.Case?.Id,
            PartyId = target.Party?.Id,
            PartyName = CheckedPartyName(target.PartyName),
            IsSensitive = target.Party is not null && target.Case!.IsSensitive,
            LitigantId = agent.LitigantId,
            AgentName = agent.Name,
            AgentPhone = agent.Phone,
            IdentityKey = agent.IdentityKey,
            Channel = asked.Channel,
            AgentKind = terms.AgentKind,
            PaperAuthority = terms.Authority,
            Items = terms.Items,
            LicenceNumber = terms.LicenceNumber,
            Firm = terms.Firm,
            Licence = asked.Licence.Verdict,
            LicenceFirm = asked.Licence.Firm,
            EndsOn = terms.EndsOn,
            AskedAt = now,
        };
        binding.StartClock(ladder, now);
        binding.Attach(asked.Papers, entryId: null);
        binding.OwnedBy(owner);
        return binding;
    }

    internal static string CheckedPartyName(string typed) =>
        TypedText.Storable(typed) switch
        {
            { Length: < 2 } => throw BindingErrors.PartyNameMissing(),
            { Length: > CaseAgent.NameMaxLength } => throw BindingErrors.TextTooLong(),
            var name => name,
        };

    private static void CheckPapers(AgentKind kind, IReadOnlyList<(PaperKind Kind, Attachment File)> papers)
    {
        var missing = kind.PapersOf().Except(papers.Select(p => p.Kind)).Select(p => kind.NameOf(p)).ToList();
        if (missing.Count > 0)
            throw BindingErrors.PapersMissing(string.Join('、', missing));
    }

    private void Attach(IReadOnlyList<(PaperKind Kind, Attachment File)> papers, Guid? entryId)
    {
        if (papers.Count > Attachment.MaxPerMessage)
            throw BindingErrors.TooManyPapers();
        foreach (var (kind, file) in papers)
        {
            file.BelongTo(SubjectKind.CaseBinding, Id, entryId);
            Papers.Add(
                new BindingPaper
                {
                    CaseBindingId = Id,
                    AttachmentId = file.Id,
                    Kind = kind,
                }
            );
        }
    }

    protected override IEnumerable<Notice> ToRequester(NoticeKind kind, IEnumerable<(string Name, string Value)> more) =>
        BindingNotices.ToRequester(kind, this, more);

    protected override void Write(EntryKind kind, Guid id, string text, Actor by, string title, DateTimeOffset now) =>
        Entries.Add(
            new CaseBindingEntry
            {
                Id = id,
                CaseBindingId = Id,
                Kind = kind,
                AuthorId = by.Id,
                AuthorName = by.Name,
                AuthorTitle = title,
                Text = text,
                At = now,
            }
        );

    protected override IReadOnlyList<string> Topics()
    {
        List<string> topics = [LiveTopic.CaseBinding(Id), .. base.Topics()];
        if (LitigantId is { } litigant)
            topics.Add(LiveTopic.Litigant(litigant));
        return topics;
    }
}
