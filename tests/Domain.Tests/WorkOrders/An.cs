using Domain.Attachments;
using Domain.Calendar;
using Domain.Handling;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;

namespace Domain.Tests.WorkOrders;

/// <summary>An order of 陈建华 at the first civil division, with the people around it.</summary>
internal static class An
{
    public static readonly Guid CourtId = Guid.CreateVersion7();
    public static readonly Guid DivisionId = Guid.CreateVersion7();
    public static readonly Guid LitigantId = Guid.CreateVersion7();
    public static readonly WorkCalendar Calendar = new(OfficialCalendar.Years, []);

    /// <summary>Friday 2026-11-20, 10:26 in Guangzhou.</summary>
    public static readonly DateTimeOffset Friday = ChinaTime.At(new DateOnly(2026, 11, 20), new TimeOnly(10, 26));

    public static readonly Owner Judge = Person("陈静怡", Role.Judge);
    public static readonly Owner Colleague = Person("何思远", Role.Judge);
    public static readonly Owner Liaison = Person("罗志敏", Role.LiaisonOfficer);
    public static readonly Owner Head = Person("梁启明", Role.DivisionHead);
    public static readonly Owner Agent = Person("黄晓彤", Role.HotlineAgent, division: Guid.CreateVersion7());
    public static readonly Actor Requester = Actor.Litigant(LitigantId, "陈建华");

    public static Owner Person(string name, Role role, Guid? court = null, Guid? division = null) =>
        new(Guid.CreateVersion7(), name, role, court ?? CourtId, division ?? DivisionId, "民事审判第一庭");

    public static Actor As(Owner person) =>
        Actor.Staff(person.StaffId, person.Name, new StaffPost(Guid.CreateVersion7(), person.Role, person.CourtId, person.DivisionId));

    public static NewWorkOrder Message(
        string text = "开庭带手机给法官看转账记录，行不行？",
        Channel channel = Channel.WeChat,
        Category category = Category.CaseQuery,
        Requester? requester = null,
        bool sensitive = false,
        params Attachment[] attachments
    ) =>
        new(
            Guid.CreateVersion7(),
            "GZ20261120-000123",
            channel,
            category,
            requester ?? new Requester(LitigantId, "陈建华", "13812345620", "原告"),
            text
        )
        {
            CaseId = Guid.CreateVersion7(),
            CaseNumber = "(2026)粤0104民初12345号",
            IsSensitive = sensitive,
            Attachments = attachments,
        };

    public static WorkOrder Order(NewWorkOrder? message = null, Owner? owner = null, DateTimeOffset? at = null, Actor? by = null)
    {
        var now = at ?? Friday;
        message ??= Message();
        return WorkOrder.Open(
            message,
            owner ?? Judge,
            AnswerLimits.Default.Ladder(Calendar, null, message.Category, ChinaTime.DayOf(now)),
            by ?? Requester,
            now
        );
    }

    public static WorkOrder ClosedOrder()
    {
        var order = Order();
        order.Answered();
        return order;
    }

    public static void Answered(
        this WorkOrder order,
        Owner? by = null,
        string text = "可以。请带上手机原件。",
        DateTimeOffset? at = null
    ) => order.Answer(Guid.CreateVersion7(), text, [], As(by ?? Judge), "民事审判第一庭", at ?? Friday.AddHours(5));

    public static void UrgedAt(this WorkOrder order, DateTimeOffset at, string text = "") =>
        order.Urge(Guid.CreateVersion7(), text, Calendar, Requester, at);

    public static DateTimeOffset At(string localTime) =>
        ChinaTime.At(DateOnly.Parse(localTime[..10], null), TimeOnly.Parse(localTime[11..], null));

    public static Attachment File() =>
        new()
        {
            Id = Guid.CreateVersion7(),
            UploadedById = LitigantId,
            Name = "流水.pdf",
            ContentType = "application/pdf",
            Size = 10,
            Sha256 = new string('a', 64),
            UploadedAt = Friday,
        };

    /// <summary>What the trace says of a fact.</summary>
    public static string Line(this Fact fact) => WorkOrderTrace.Words(TraceRow.After("", Guid.Empty, 1, fact, "", TakenFacts.Mac));

    public static RefusedException Refused(string code, Action act)
    {
        var refused = Assert.Throws<RefusedException>(act);
        Assert.Equal(code, refused.Code);
        return refused;
    }
}
