using Domain.Calendar;
using Domain.Shared;
using Domain.Supervision;

namespace Domain.Contacts;

public enum ContactChangeState
{
    /// <summary>待公布.</summary>
    Reported,
    Published,

    /// <summary>退回: what was reported is wrong.</summary>
    Returned,
}

/// <summary>
/// Somebody's number, division or post as liaison officer changed (联系方式变更): reported within 5 working days of taking
/// effect, published within 2 of the report. Nothing changes in the directory, the posts or the numbers before it is published.
/// </summary>
public sealed class ContactChange : Supervised
{
    public const int ReasonMaxLength = 300;

    private ContactChange() { }

    public Guid CourtId { get; private init; }

    /// <summary>The person's division when it was reported.</summary>
    public Guid DivisionId { get; private init; }

    public string DivisionName { get; private init; } = "";

    /// <summary>Who publishes: the court's 科信处.</summary>
    public Guid PublishingDivisionId { get; private init; }

    public Guid StaffId { get; private init; }
    public string StaffName { get; private init; } = "";

    /// <summary>Becomes the liaison officer of the division, of <see cref="ToDivisionId"/> where it is set.</summary>
    public bool BecomesLiaison { get; private init; }

    /// <summary>Null where it stays, as the others.</summary>
    public string? Mobile { get; private init; }

    public string? OfficePhone { get; private init; }
    public Guid? ToDivisionId { get; private init; }
    public DateOnly EffectiveOn { get; private init; }

    /// <summary>The last day on which the report was in time.</summary>
    public DateOnly ReportBy { get; private init; }

    public bool WasReportedLate { get; private init; }
    public Guid ReportedById { get; private init; }
    public string ReportedByName { get; private init; } = "";
    public DateTimeOffset ReportedAt { get; private init; }
    public ContactChangeState State { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    public Guid? EndedById { get; private set; }
    public string EndedByName { get; private set; } = "";

    /// <summary>Why it was returned.</summary>
    public string Reason { get; private set; } = "";

    public override Subject Subject => new(SubjectKind.ContactChange, Id) { CourtId = CourtId, DivisionId = DivisionId };

    public override Guid SupervisedDivisionId => PublishingDivisionId;

    protected override bool IsDone => State != ContactChangeState.Reported;

    protected override DateOnly StartOfOldClock => ChinaTime.DayOf(ReportedAt);

    /// <param name="publishers">Who may publish it.</param>
    public static ContactChange Report(
        NewContactChange change,
        WorkCalendar calendar,
        ContactSettings settings,
        IEnumerable<Guid> publishers,
        Actor by,
        DateTimeOffset now
    )
    {
        if (!change.BecomesLiaison && change.Mobile is null && change.OfficePhone is null && change.ToDivisionId is null)
            throw ContactErrors.NothingChanged();
        var today = ChinaTime.DayOf(now);
        if (change.EffectiveOn < today.AddYears(-1) || change.EffectiveOn > today.AddDays(30))
            throw ContactErrors.DayInvalid();
        var reportBy = calendar.Add(change.EffectiveOn, settings.Report.Days);
        var reported = new ContactChange
        {
            Id = change.Id,
            CourtId = change.CourtId,
            DivisionId = change.DivisionId,
            DivisionName = change.DivisionName,
            PublishingDivisionId = change.PublishingDivisionId,
            StaffId = change.StaffId,
            StaffName = change.StaffName,
            BecomesLiaison = change.BecomesLiaison,
            Mobile = Number(change.Mobile, mobile: true),
            OfficePhone = Number(change.OfficePhone, mobile: false),
            ToDivisionId = change.ToDivisionId,
            EffectiveOn = change.EffectiveOn,
            ReportBy = reportBy.Day,
            WasReportedLate = now >= reportBy.At,
            ReportedById = by.Id,
            ReportedByName = by.Name,
            ReportedAt = now,
        };
        reported.StartClock(Ladder.Of(calendar, settings.Publish, today), now);
        reported.Raise(
            reported.FactFor(
                ContactFacts.Reported,
                by,
                now,
                new ContactReportedData(
                    reported.StaffId,
                    reported.StaffName,
                    reported.EffectiveOn,
                    reported.BecomesLiaison,
                    reported.Mobile,
                    reported.OfficePhone,
                    reported.ToDivisionId,
                    reported.ReportBy,
                    reported.WasReportedLate
                )
            ) with
            {
                Notices =
                [
                    .. ContactNotices.ToPublish.To(
                        publishers,
                        reported.Subject,
                        ContactNotices.Fields(change.DivisionName, reported.DueOn, change.StaffName)
                    ),
                ],
            }
        );
        return reported;
    }

    public void Publish(Actor by, DateTimeOffset now) => End(ContactChangeState.Published, ContactFacts.Published, "已公布", null, by, now);

    public void Return(string reason, Actor by, DateTimeOffset now)
    {
        Reason = TypedText.Storable(reason) switch
        {
            "" => throw ContactErrors.ReasonMissing(),
            { Length: > ReasonMaxLength } => throw ContactErrors.TextTooLong(),
            var why => why,
        };
        End(ContactChangeState.Returned, ContactFacts.Returned, "已退回，请看原因", new ContactReturnedData(Reason), by, now);
    }

    protected override SupervisionNotices SupervisionNotices => ContactNotices.OfChange;

    protected override IReadOnlyDictionary<string, string> NoticeFields => ContactNotices.Fields(DivisionName, DueOn);

    protected override IEnumerable<Holder> RemindedInstead(SupervisionChain chain) => chain.Head is { } head ? [head] : [];

    protected override IReadOnlyList<string> SupervisionTopics => Topics();

    private void End(ContactChangeState state, string kind, string result, FactData? data, Actor by, DateTimeOffset now)
    {
        if (State != ContactChangeState.Reported)
            throw ContactErrors.Ended(EndedByName);
        (State, EndedAt, EndedById, EndedByName) = (state, now, by.Id, by.Name);
        StopClock();
        Raise(
            FactFor(kind, by, now, data) with
            {
                Notices =
                [
                    .. ContactNotices.Done.To(
                        [StaffId, ReportedById],
                        Subject,
                        ContactNotices.Fields(DivisionName, DueOn, StaffName, result)
                    ),
                ],
            }
        );
    }

    private Fact FactFor(string kind, Actor by, DateTimeOffset now, FactData? data = null) =>
        new(kind, by, now) { Data = data, Topics = Topics() };

    private List<string> Topics()
    {
        List<string> topics =
        [
            LiveTopic.Division(PublishingDivisionId),
            LiveTopic.Division(DivisionId),
            LiveTopic.Court(CourtId),
            LiveTopic.Staff(StaffId),
            LiveTopic.Staff(ReportedById),
        ];
        if (ToDivisionId is { } to)
            topics.Add(LiveTopic.Division(to));
        return topics;
    }

    private static string? Number(string? typed, bool mobile)
    {
        if (typed is null)
            return null;
        if (!PhoneNumber.TryRead(typed, out var number, out var isMobile) || (mobile && !isMobile))
            throw mobile ? ContactErrors.MobileInvalid() : ContactErrors.OfficePhoneInvalid();
        return !isMobile && number.StartsWith("020", StringComparison.Ordinal) ? number.Insert(3, "-") : number; // as the directory prints numbers of Guangzhou
    }
}

/// <summary>A change as it is reported.</summary>
public sealed record NewContactChange(string DivisionName, string StaffName, DateOnly EffectiveOn)
{
    public required Guid Id { get; init; }
    public required Guid CourtId { get; init; }
    public required Guid DivisionId { get; init; }
    public required Guid PublishingDivisionId { get; init; }
    public required Guid StaffId { get; init; }
    public bool BecomesLiaison { get; init; }
    public string? Mobile { get; init; }
    public string? OfficePhone { get; init; }
    public Guid? ToDivisionId { get; init; }
}
