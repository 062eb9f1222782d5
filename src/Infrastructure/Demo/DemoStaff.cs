using System.Globalization;
using Domain.Organisation;
using Domain.Shared;

namespace Infrastructure.Demo;

/// <summary>One post with its holder, ready to act.</summary>
internal sealed record DemoPost(Staff Staff, Post Post, CourtLevel Level)
{
    public Actor Actor { get; } =
        Actor.Staff(Staff.Id, Staff.Name, new StaffPost(Post.Id, Post.Role, Post.CourtId, Post.DivisionId, Level));
}

/// <summary>A court with its people.</summary>
/// <param name="Weight">How much of the two levels' work comes here.</param>
internal sealed record DemoCourt(Court Court, IReadOnlyList<Division> Divisions, int Weight)
{
    public List<DemoPost> Posts { get; } = [];

    public Division Division(string shortName) => Divisions.Single(d => d.ShortName == shortName);

    public IReadOnlyList<DemoPost> Holders(Role role, Guid? division = null) =>
        [.. Posts.Where(p => p.Post.Role == role && p.Staff.IsActive && (division is null || p.Post.DivisionId == division))];
}

/// <summary>Some 560 people at 13 courts; heads of trial divisions also judge, most liaison officers are clerks too.</summary>
internal sealed class DemoStaff
{
    public const int HotlineAgents = 18;

    private static readonly Dictionary<string, int> s_weights = new()
    {
        ["gz-zy"] = 8,
        ["liwan"] = 6,
        ["yuexiu"] = 13,
        ["haizhu"] = 9,
        ["tianhe"] = 16,
        ["baiyun"] = 14,
        ["huangpu"] = 7,
        ["panyu"] = 12,
        ["huadu"] = 7,
        ["nansha"] = 6,
        ["conghua"] = 4,
        ["zengcheng"] = 7,
        ["gz-int"] = 5,
    };

    /// <summary>The drawn division, 越秀法院民一庭.</summary>
    private static readonly string[] s_drawnJudges =
    [
        "陈静怡",
        "何思远",
        "罗子健",
        "梁嘉敏",
        "温雅琪",
        "关宇航",
        "邓晓岚",
        "莫志恒",
        "冼慧珊",
    ];

    private readonly DemoDice _dice = new(20_260_101);
    private readonly HashSet<string> _names = [.. s_drawnJudges, .. DemoAccounts.Staff.Select(s => s.Name)];
    private readonly DateTimeOffset _now;
    private int _made;

    public DemoStaff(IReadOnlyList<Court> courts, IReadOnlyList<Division> divisions, DateTimeOffset now)
    {
        _now = now;
        Courts =
        [
            .. courts.Select(c => new DemoCourt(
                c,
                [.. divisions.Where(d => d.CourtId == c.Id).OrderBy(d => d.Position)],
                s_weights[c.Slug]
            )),
        ];
        foreach (var court in Courts)
            Fill(court);
        var city = Courts.Single(c => c.Court.Level == CourtLevel.Intermediate);
        FillHotline(city);
        // Of two people one asks for what holds for the whole city, the other approves.
        Take(city, city.Divisions.Single(d => d.Kind == DivisionKind.Technology), Role.Administrator);
    }

    public IReadOnlyList<DemoCourt> Courts { get; }

    public IEnumerable<Staff> People => Courts.SelectMany(c => c.Posts).Select(p => p.Staff).Distinct();

    private void Fill(DemoCourt court)
    {
        var leaders = court.Divisions.Single(d => d.Kind == DivisionKind.Leadership);
        Take(court, leaders, Role.President);
        for (var i = 0; i < 2; i++)
            Take(court, leaders, Role.VicePresident);
        foreach (var division in court.Divisions.Where(d => d.Kind != DivisionKind.Leadership))
            Fill(court, division);
    }

    private void Fill(DemoCourt court, Division division)
    {
        var isTrial =
            division.Kind
            is DivisionKind.Filing
                or DivisionKind.Civil
                or DivisionKind.Criminal
                or DivisionKind.Administrative
                or DivisionKind.Enforcement;
        var head = Take(court, division, Role.DivisionHead);
        var liaison = Take(court, division, Role.LiaisonOfficer);
        if (isTrial)
        {
            AlsoAs(court, division, head.Staff, Role.Judge);
            AlsoAs(court, division, liaison.Staff, Role.Clerk);
            var judges = JudgesOf(court, division);
            for (var i = 0; i < judges; i++)
                Take(court, division, Role.Judge);
            for (var i = 0; i < (judges + 1) / 2; i++)
                Take(court, division, Role.Clerk);
        }

        if (division.Kind == DivisionKind.Filing)
            Take(court, division, Role.FilingDivision);
        if (division.Kind == DivisionKind.Petition)
            Take(court, division, Role.PetitionOffice);
        if (division.Kind == DivisionKind.Technology)
            Take(court, division, Role.Administrator);
        // Retired with cases still in his name: such orders go to the liaison officer.
        if (division.ShortName == "民二庭")
            Take(court, division, Role.Judge).Staff.SetActive(false, Actor.System, _now);
    }

    private static int JudgesOf(DemoCourt court, Division division) =>
        division.Kind switch
        {
            DivisionKind.Civil => IsDrawn(court, division) ? s_drawnJudges.Length
            : court.Weight > 10 ? 4
            : 3,
            DivisionKind.Criminal or DivisionKind.Enforcement => 2,
            _ => 1,
        };

    private static bool IsDrawn(DemoCourt court, Division division) => court.Court.Slug == "yuexiu" && division.ShortName == "民一庭";

    private void FillHotline(DemoCourt court)
    {
        var division = court.Divisions.Single(d => d.Kind == DivisionKind.Filing);
        AlsoAs(court, division, Take(court, division, Role.ShiftLeader).Staff, Role.HotlineAgent);
        for (var i = 1; i < HotlineAgents; i++)
            Take(court, division, Role.HotlineAgent);
        Take(court, division, Role.DutyJudge);
        Take(court, division, Role.SupervisionOfficer);
    }

    private DemoPost Take(DemoCourt court, Division division, Role role)
    {
        var (name, login) = NextOf(court, division, role);
        var staff = new Staff
        {
            Id = Guid.CreateVersion7(_now.AddDays(-400).AddSeconds(++_made)),
            Name = name,
            LoginName = login,
            Mobile = string.Create(CultureInfo.InvariantCulture, $"13900{_made:D6}"),
            Email = $"{login}@gzcourt.example",
            OfficePhone = string.Create(CultureInfo.InvariantCulture, $"020-8310{1_000 + _made:D4}"),
        }.Entered(Actor.System, _now);
        return AlsoAs(court, division, staff, role);
    }

    private (string Name, string Login) NextOf(DemoCourt court, Division division, Role role)
    {
        var known = DemoAccounts.Staff.FirstOrDefault(s =>
            s.Role == role
            && s.CourtSlug == court.Court.Slug
            && s.Division == division.ShortName
            && court.Posts.All(p => p.Staff.LoginName != s.Login)
        );
        if (known is not null)
            return (known.Name, known.Login);
        var login = string.Create(CultureInfo.InvariantCulture, $"{court.Court.Slug}-{court.Posts.Count + 1:D3}");
        var drawn =
            role == Role.Judge && IsDrawn(court, division)
                ? s_drawnJudges.FirstOrDefault(n => court.Posts.All(p => p.Staff.Name != n))
                : null;
        return (drawn ?? NewName(), login);
    }

    private string NewName()
    {
        while (true)
        {
            var name = DemoNames.Person(_dice);
            if (_names.Add(name))
                return name;
        }
    }

    private DemoPost AlsoAs(DemoCourt court, Division division, Staff staff, Role role)
    {
        var post = new Post
        {
            Id = Guid.CreateVersion7(_now.AddDays(-400)),
            StaffId = staff.Id,
            CourtId = court.Court.Id,
            DivisionId = division.Id,
            Role = role,
        }.Entered(Actor.System, _now);
        staff.Posts.Add(post);
        var held = new DemoPost(staff, post, court.Court.Level);
        court.Posts.Add(held);
        return held;
    }
}
