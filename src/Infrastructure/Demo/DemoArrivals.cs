using Domain.Cases;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;

namespace Infrastructure.Demo;

/// <summary>Messages of ninety days: mostly calls on working days, the larger part answered at once.</summary>
internal sealed class DemoArrivals(
    DemoStaff staff,
    DemoPeople people,
    DemoCases cases,
    DemoCalendar calendar,
    DemoDesk desk,
    DemoTimeline timeline,
    DemoDice dice
)
{
    /// <summary>Of the weight of its court.</summary>
    private const int OfDrawnDivision = 6;

    private const int OpenPerWeight = 3;

    /// <summary>How many ask about a case again that was asked about within a month.</summary>
    private const double Again = 0.06;

    private readonly DemoLife _life = new(calendar, desk, timeline, staff, dice);
    private readonly DemoDice _again = new(20_260_403);
    private readonly ILookup<DemoCourt, DemoCase> _casesByCourt = cases
        .All.Where(c => c.Callers.Count > 0 && !c.Callers.Any(p => people.IsDrawn(p.Person)))
        .ToLookup(c => c.Court);
    private readonly Dictionary<Guid, DateOnly> _asked = [];

    /// <summary>The drawn division's messages come on top of its court's.</summary>
    private readonly (DemoCourt, int)[] _courts =
    [
        .. staff.Courts.Select(c => (c, c.Weight - (c.Divisions.Any(d => DemoInbox.LaysOut(c, d)) ? OfDrawnDivision : 0))),
    ];
    private readonly IReadOnlyList<DemoPost> _agents = staff.Courts.SelectMany(c => c.Holders(Role.HotlineAgent)).ToList();

    private static readonly (Channel, int)[] s_onWorkdays =
    [
        (Channel.Hotline, 62),
        (Channel.WeChat, 20),
        (Channel.Web, 6),
        (Channel.Hall, 6),
        (Channel.Kiosk, 2),
        (Channel.AiAttendant, 3),
        (Channel.Sms, 1),
    ];

    private static readonly (Channel, int)[] s_onRestDays = [(Channel.WeChat, 70), (Channel.Web, 20), (Channel.AiAttendant, 10)];

    /// <summary>The drawn division is a busy one; what came before <see cref="DemoInbox"/> takes over is answered in time.</summary>
    public void PlanDrawnDivision(int days, int perDay)
    {
        var busy = cases
            .All.Skip(DrawnCases.All.Count) // whose messages are laid out one by one
            .Where(c =>
                DemoInbox.LaysOut(c.Court, c.Division)
                && c.Case.JudgeId is not null
                && c.Callers.Any(caller => caller.Person.Litigant is not null)
                && !c.Callers.Any(caller => people.IsDrawn(caller.Person))
            )
            .ToList();
        for (var day = calendar.Today.AddDays(-days); day < calendar.Workday(calendar.Today, -6); day = day.AddDays(1))
        {
            for (var i = 0; i < perDay && calendar.Works(day); i++)
            {
                var at = calendar.AtHome(day, DateTimeOffset.MinValue);
                if (Pick(busy, day) is not { } @case)
                    continue;
                timeline.At(
                    at,
                    () =>
                        LeaveMessage(
                            Channel.WeChat,
                            @case.Court,
                            @case,
                            TextFor(dice.Weighted(DemoTexts.Mix), @case, at, atOnce: false),
                            at,
                            inTime: true
                        )
                );
            }
        }
    }

    /// <summary>What came in the last two days and nobody has answered yet: other courts too have open orders, by their size.</summary>
    public void PlanOpen()
    {
        foreach (var (court, weight) in _courts.Where(c => !c.Item1.Divisions.Any(d => DemoInbox.LaysOut(c.Item1, d))))
        {
            for (var i = 0; i < weight * OpenPerWeight; i++)
            {
                var day = calendar.Workday(calendar.Today, -dice.Between(1, 2));
                var at = calendar.AtHome(day, DateTimeOffset.MinValue);
                timeline.At(at, () => Leave(court, day, at));
            }
        }

        async Task Leave(DemoCourt court, DateOnly day, DateTimeOffset at)
        {
            var @case = Pick(_casesByCourt[court], day);
            await LeaveMessage(
                Channel.WeChat,
                court,
                @case,
                TextFor(dice.Weighted(DemoTexts.Mix), @case, at, atOnce: false),
                at,
                answered: false
            );
        }
    }

    public void Plan(int days)
    {
        for (var day = calendar.Today.AddDays(-days); day <= calendar.Today; day = day.AddDays(1))
        {
            var works = calendar.Works(day);
            var count = works ? dice.Between(76, 94) : dice.Between(8, 15);
            for (var i = 0; i < count; i++)
            {
                var channel = dice.Weighted(works ? s_onWorkdays : s_onRestDays);
                var at = channel is Channel.WeChat or Channel.Web or Channel.AiAttendant or Channel.Sms
                    ? calendar.AtHome(day, DateTimeOffset.MinValue)
                    : calendar.AtWork(day, DateTimeOffset.MinValue);
                timeline.At(at, () => Arrive(channel, at));
            }
        }
    }

    private async Task Arrive(Channel channel, DateTimeOffset at)
    {
        var court = dice.Weighted(_courts);
        var category = dice.Weighted(DemoTexts.Mix);
        var day = ChinaTime.DayOf(at);
        IEnumerable<DemoCase> ofCourt = _casesByCourt[court];
        // The drawn division's last days are laid out by DemoInbox, so that its screens show what was drawn.
        if (at > DemoCalendar.At(calendar.Workday(calendar.Today, -6), 0))
            ofCourt = ofCourt.Where(c => !DemoInbox.LaysOut(c.Court, c.Division));
        var @case = dice.Chance(0.8) || category is Category.ContactJudge or Category.HandOverMaterials ? Pick(ofCourt, day) : null;
        if (channel is Channel.WeChat or Channel.Web)
            await LeaveMessage(channel, court, @case, TextFor(category, @case, at, atOnce: false), at);
        else
            await Register(channel, court, @case, TextFor(category, @case, at, atOnce: channel != Channel.Sms && dice.Chance(0.8)), at);
    }

    /// <summary>Mostly a case that nobody asked about within a month: most people ask once.</summary>
    private DemoCase? Pick(IEnumerable<DemoCase> from, DateOnly day)
    {
        var filed = from.Where(c => c.Case.FiledOn < day).ToLookup(c => IsAskedAbout(c, day));
        var (asked, fresh) = (filed[true].ToList(), filed[false].ToList());
        var among = asked.Count > 0 && (fresh.Count == 0 || _again.Chance(Again)) ? asked : fresh;
        if (among.Count == 0)
            return null;
        var @case = dice.Of(among);
        _asked[@case.Case.Id] = day;
        return @case;
    }

    /// <summary>Within a month before the day.</summary>
    public bool IsAskedAbout(DemoCase @case, DateOnly day) => _asked.TryGetValue(@case.Case.Id, out var last) && last.AddDays(31) > day;

    /// <param name="atOnce">Something that an agent can answer, whatever the category.</param>
    private DemoText TextFor(Category category, DemoCase? @case, DateTimeOffset at, bool atOnce) =>
        dice.Of([
            .. DemoTexts
                .All.Where(t =>
                    (atOnce ? t.AtOnce is not null : t.Category == category)
                    && (!t.NeedsCase || @case is not null)
                    && (t.Enforcement is not { } enforcement || enforcement == (@case?.Case.State == CaseState.Enforcing))
                    && (t.HearingAhead is not { } ahead || (@case?.Case.HearingAt is { } hearing && hearing > at == ahead))
                )
                .DefaultIfEmpty(DemoTexts.All.First(t => t.Category == Category.FilingConsultation)),
        ]);

    private async Task LeaveMessage(
        Channel channel,
        DemoCourt court,
        DemoCase? @case,
        DemoText text,
        DateTimeOffset at,
        bool inTime = false,
        bool answered = true
    )
    {
        var user = @case?.Callers.FirstOrDefault(c => c.Person.Litigant is not null).Person;
        if (user is null)
            @case = null;
        user ??= dice.Of(people.Parties.Where(p => p.Litigant is not null && !people.IsDrawn(p)).ToList());
        // Now and then somebody types a number that is not known to be theirs.
        var typed = @case is null && dice.Chance(0.15) ? dice.Of(_casesByCourt[court].ToList()).Case.Number : null;
        var message = new LeaveMessage.Message(
            channel,
            text.Category,
            DemoLife.Fill(text.Asks, @case, at),
            @case?.Case.Id,
            typed,
            @case is null && typed is null ? court.Court.Id : null,
            []
        );
        var order = await desk.LeaveMessage(Guid.CreateVersion7(at), message, user);
        if (!answered)
            return;
        var made = new DemoOrder(order, text, court, @case);
        _life.GoesOn(made, inTime);
        var isDrawn = @case is not null && DemoInbox.LaysOut(@case.Court, @case.Division);
        if (!isDrawn && _again.Chance(0.06))
            timeline.At(at.AddHours(_again.Between(3, 26)), () => AskAgain(made, message, user));
    }

    /// <summary>The same person, the same thing, another message: the judge of both puts them together.</summary>
    private async Task AskAgain(DemoOrder first, LeaveMessage.Message message, DemoPerson user)
    {
        if (first.Order.IsClosed)
            return;
        var order = await desk.LeaveMessage(Guid.CreateVersion7(), message with { Text = "再问一次，还没有人回。" + message.Text }, user);
        var again = new DemoOrder(order, first.Text, first.Court, first.Case);
        if (order.OwnerId == first.Order.OwnerId && order.State == first.Order.State && _again.Chance(0.6))
            await desk.Merge(again, first);
        else
            _life.GoesOn(again);
    }

    private async Task Register(Channel channel, DemoCourt court, DemoCase? @case, DemoText text, DateTimeOffset at)
    {
        var (person, role) = @case is null ? (dice.Of(people.Parties.Where(p => !people.IsDrawn(p)).ToList()), "") : dice.Of(@case.Callers);
        var atCourt = channel is Channel.Hall or Channel.Kiosk;
        var by = dice.Of(atCourt ? court.Holders(Role.FilingDivision) : _agents);
        var order = await desk.Register(
            Guid.CreateVersion7(at),
            new RegisterIntake.Intake(channel, text.Category, person.Name, person.Phone, role, DemoLife.Fill(text.Asks, @case, at))
            {
                LitigantId = person.Litigant?.Id,
                CaseId = @case?.Case.Id,
                CourtId = @case is null ? court.Court.Id : null,
                AnsweredAtOnce = channel == Channel.Sms ? null : text.AtOnce,
            },
            by
        );
        _life.GoesOn(new DemoOrder(order, text, court, @case));
    }
}
