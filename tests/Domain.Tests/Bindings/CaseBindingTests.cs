using Domain.Attachments;
using Domain.Bindings;
using Domain.Cases;
using Domain.Shared;
using Domain.Supervision;
using Domain.Tests.WorkOrders;
using Domain.WorkOrders;

namespace Domain.Tests.Bindings;

public class CaseBindingTests
{
    private static readonly BindingDecision s_general = new(AgentAuthority.General, AuthorityItems.None, null);
    private static readonly DateOnly s_today = ChinaTime.DayOf(An.Friday);
    private static readonly Actor s_judge = An.As(An.Judge);
    private static readonly Reviewer s_panel = new(s_judge, SitsOnCase: true, "民一庭");
    private readonly CaseParty _party;
    private readonly Case _case;

    public CaseBindingTests()
    {
        _case = new Case
        {
            Id = Guid.CreateVersion7(),
            Number = "(2026)粤0104民初12345号",
            Cause = "民间借贷纠纷",
            CourtId = An.CourtId,
            DivisionId = An.DivisionId,
        };
        _party = new CaseParty
        {
            Id = Guid.CreateVersion7(),
            CaseId = _case.Id,
            Name = "陈丽",
        };
        _case.Parties.Add(_party);
    }

    [Theory]
    [InlineData(PaperAuthority.FullOnly, AuthorityItems.None, AuthorityItems.Appeal, false)]
    [InlineData(PaperAuthority.Special, AuthorityItems.Appeal | AuthorityItems.Settle, AuthorityItems.Appeal, true)]
    [InlineData(PaperAuthority.Special, AuthorityItems.Settle, AuthorityItems.Appeal, false)]
    public void An_agent_may_do_what_the_paper_names_one_by_one(PaperAuthority paper, AuthorityItems items, AuthorityItems wanted, bool may)
    {
        var binding = Asked(new(AgentKind.CloseRelative, paper, items));
        var authority = items == 0 ? AgentAuthority.General : AgentAuthority.Special;
        var (agent, isNew) = binding.Approve(Guid.CreateVersion7(), new(authority, items, null), _party, s_panel, An.Friday.AddHours(1));
        Assert.Equal((may, true, BindingState.Approved), (agent.May(wanted, s_today), isNew, binding.State));
        agent.EndsOn = s_today.AddDays(-1);
        Assert.False(agent.May(wanted, s_today));
        (agent.EndsOn, agent.EndedAt) = (null, An.Friday);
        Assert.False(agent.May(wanted, s_today));
    }

    [Fact]
    public void Full_power_alone_never_becomes_special_authority()
    {
        var binding = Asked(new(AgentKind.CloseRelative, PaperAuthority.FullOnly, AuthorityItems.None));
        An.Refused(
            "case_binding.items_beyond_paper",
            () =>
                binding.Approve(Guid.CreateVersion7(), new(AgentAuthority.Special, AuthorityItems.Appeal, null), _party, s_panel, An.Friday)
        );
    }

    [Fact]
    public void An_agent_of_whom_the_trial_system_said_nothing_may_do_nothing_special() =>
        Assert.False(new CaseAgent { Name = "王明" }.May(AuthorityItems.Appeal, s_today));

    [Fact]
    public void The_clock_stands_while_the_requester_is_awaited_and_begins_anew_the_day_after()
    {
        var binding = Asked();
        Assert.Equal(new DateOnly(2026, 11, 25), binding.DueDay);
        var monday = An.At("2026-11-23 10:00");
        binding.AskForMore(Guid.CreateVersion7(), ["补签名页"], Until(monday), s_panel, monday);
        Assert.Equal(
            (true, (SupervisionStep?)null, new DateOnly(2026, 11, 26)),
            (binding.IsPaused, binding.NextStep, binding.SupplementBy)
        );
        Assert.False(binding.IsPutOff(monday.AddDays(30)));
        An.Refused("case_binding.asked_before", () => binding.AskForMore(Guid.CreateVersion7(), ["再补"], Until(monday), s_panel, monday));

        var tuesday = An.At("2026-11-24 10:00");
        binding.Supplement(Guid.CreateVersion7(), "补上了", [], LadderOf(tuesday), An.Requester, tuesday);
        Assert.Equal((BindingState.ToReview, new DateOnly(2026, 11, 27), false), (binding.State, binding.DueDay, binding.IsPaused));
    }

    [Fact]
    public void Where_the_setting_says_so_the_days_run_on()
    {
        var binding = Asked();
        var due = binding.DueDay;
        var monday = An.At("2026-11-23 10:00");
        binding.AskForMore(Guid.CreateVersion7(), ["补签名页"], Until(monday) with { Restarts = false }, s_panel, monday);
        binding.Supplement(Guid.CreateVersion7(), "补上了", [], LadderOf(monday), An.Requester, monday.AddHours(1));
        Assert.Equal((due, SupervisionStep.Reminder), (binding.DueDay, binding.NextStep));
    }

    [Fact]
    public void What_did_not_come_in_time_goes_back_to_the_court()
    {
        var binding = Asked();
        var monday = An.At("2026-11-23 10:00");
        binding.AskForMore(Guid.CreateVersion7(), ["补签名页"], Until(monday), s_panel, monday);
        Assert.False(binding.LapseSupplement(LadderOf(monday), An.At("2026-11-26 23:59")));
        var friday = An.At("2026-11-27 00:01");
        Assert.True(binding.LapseSupplement(LadderOf(friday), friday));
        Assert.Equal(
            (BindingState.ToReview, (DateOnly?)null, new DateOnly(2026, 12, 2)),
            (binding.State, binding.SupplementBy, binding.DueDay)
        );
    }

    [Fact]
    public void A_stranger_of_the_court_decides_nothing()
    {
        var other = new Reviewer(An.As(An.Colleague), SitsOnCase: false, "民一庭");
        An.Refused("case_binding.not_yours", () => Asked().Approve(Guid.CreateVersion7(), s_general, _party, other, An.Friday));
        An.Refused("case_binding.not_yours", () => Asked().Refuse(Guid.CreateVersion7(), "不行", other, An.Friday));
    }

    [Fact]
    public void Two_agents_at_most_and_the_same_one_again_changes_the_authority()
    {
        _party.Agents.Add(new CaseAgent { Id = Guid.CreateVersion7(), Name = "甲" });
        var first = Asked();
        var (agent, _) = first.Approve(Guid.CreateVersion7(), s_general, _party, s_panel, An.Friday);
        Assert.Equal(1, agent.Seat);
        _party.Agents.Add(agent);
        An.Refused(
            "case_binding.too_many_agents",
            () => Asked(key: "another").Approve(Guid.CreateVersion7(), s_general, _party, s_panel, An.Friday)
        );
        var changed = Asked(new(AgentKind.CloseRelative, PaperAuthority.Special, AuthorityItems.Appeal));
        var (same, isNew) = changed.Approve(
            Guid.CreateVersion7(),
            new(AgentAuthority.Special, AuthorityItems.Appeal, null),
            _party,
            s_panel,
            An.Friday
        );
        Assert.Equal((agent, false, true), (same, isNew, agent.May(AuthorityItems.Appeal, s_today)));
        first.ReplacedBy(changed, s_judge, An.Friday);
        Assert.Equal((BindingState.Ended, BindingEnd.Replaced), (first.State, first.EndedBy));
    }

    [Fact]
    public void Who_owned_the_request_and_sits_on_the_case_no_more_decides_nothing_unless_nobody_is_there()
    {
        var former = s_panel with { SitsOnCase = false };
        An.Refused("case_binding.not_yours", () => Asked().Refuse(Guid.CreateVersion7(), "不行", former, An.Friday));
        Assert.True(Asked().MayBeDecidedBy(former with { CaseHasNobody = true }));
        Assert.False(Asked().MayBeDecidedBy(new Reviewer(An.As(An.Head), SitsOnCase: false, "民一庭") { CaseHasNobody = true }));
    }

    [Fact]
    public void What_fits_no_case_is_decided_by_the_owner_or_who_handles_for_the_division()
    {
        var binding = Asked(fits: false);
        Assert.All(
            [An.Judge, An.Head, An.Liaison],
            person => Assert.True(binding.MayBeDecidedBy(new Reviewer(An.As(person), SitsOnCase: false, "民一庭")))
        );
        Assert.False(binding.MayBeDecidedBy(new Reviewer(An.As(An.Colleague), SitsOnCase: false, "民一庭")));
    }

    [Theory]
    [InlineData("彭 伟", "")]
    [InlineData("别名", "14401201012340832")]
    public void An_agent_of_the_trial_system_without_identity_is_the_same_by_licence_or_name(string name, string licence)
    {
        var known = new CaseAgent
        {
            Id = Guid.CreateVersion7(),
            Name = name,
            LicenceNumber = licence,
        };
        _party.Agents.AddRange([known, new CaseAgent { Id = Guid.CreateVersion7(), Name = "甲" }]);
        var binding = Asked(new(AgentKind.Lawyer, PaperAuthority.General, AuthorityItems.None));
        Assert.Contains(BindingChecks.Of(binding, _case), c => c.Statement.StartsWith("已是这位当事人的代理人", StringComparison.Ordinal));
        var (agent, isNew) = binding.Approve(Guid.CreateVersion7(), s_general, _party, s_panel, An.Friday);
        Assert.Equal((known, false, "key"), (agent, isNew, agent.IdentityKey));
    }

    [Fact]
    public void An_authority_ends_on_the_day_after_its_last()
    {
        var binding = Asked(new PaperTerms(AgentKind.CloseRelative, PaperAuthority.General, 0) { EndsOn = new DateOnly(2026, 12, 31) });
        var (agent, _) = binding.Approve(
            Guid.CreateVersion7(),
            s_general with
            {
                EndsOn = new DateOnly(2026, 12, 31),
            },
            _party,
            s_panel,
            An.Friday
        );
        Assert.False(binding.Expire(agent, An.At("2026-12-31 23:59")));
        Assert.True(binding.Expire(agent, An.At("2027-01-01 00:00")));
        Assert.Equal((BindingEnd.Expired, (int?)null), (binding.EndedBy, agent.Seat));
        Assert.NotNull(agent.EndedAt);
    }

    [Fact]
    public void Notices_to_who_asks_name_no_case_and_those_of_a_closed_matter_no_number_to_anybody()
    {
        var binding = Asked();
        var notices = binding.Facts.SelectMany(f => f.Notices).ToList();
        Assert.Contains(notices, n => n.Kind == BindingNotices.Asked.Key);
        var received = notices.First(n => n.Kind == BindingNotices.Received.Key);
        Assert.DoesNotContain(received.Fields.Values, v => v.Contains("12345", StringComparison.Ordinal));
        Assert.DoesNotContain("12345", BindingNotices.Preview(BindingNotices.Refused, binding), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(AgentKind.Lawyer, PaperKind.Letter)]
    [InlineData(AgentKind.CloseRelative, PaperKind.Relation)]
    [InlineData(AgentKind.LegalWorker, PaperKind.Licence)]
    [InlineData(AgentKind.SocialOrganisation, PaperKind.Relation)]
    public void Each_kind_of_agent_brings_its_papers(AgentKind kind, PaperKind paper)
    {
        Assert.Contains(paper, kind.PapersOf());
        An.Refused("case_binding.papers_missing", () => Asked(new(kind, PaperAuthority.General, 0), papers: []));
    }

    [Fact]
    public void The_checks_say_what_the_machine_cannot_decide()
    {
        var binding = Asked(new(AgentKind.CloseRelative, PaperAuthority.FullOnly, 0));
        var checks = BindingChecks.Of(binding, _case);
        Assert.Equal(
            (CheckResult.Decide, true),
            (checks[0].Result, checks[0].Source.Contains("民事诉讼法解释第 89 条", StringComparison.Ordinal))
        );
        Assert.Contains(checks, c => c.Result == CheckResult.Agrees && c.Source.Contains("第 61 条", StringComparison.Ordinal));
        Assert.Equal(CheckResult.Against, BindingChecks.Of(binding, null)[0].Result);
    }

    private CaseBinding Asked(PaperTerms? terms = null, string key = "key", PaperKind[]? papers = null, bool fits = true)
    {
        terms ??= new PaperTerms(AgentKind.CloseRelative, PaperAuthority.General, AuthorityItems.None);
        if (terms.AgentKind.IsLicensed())
            terms = terms with { LicenceNumber = "14401201012340832", Firm = "广东岭南律师事务所" };
        return CaseBinding.Ask(
            new NewBinding(
                Guid.CreateVersion7(),
                "BD20261120-0001",
                new BindingTarget(_case.Number, _party.Name, fits ? _case : null, fits ? _party : null),
                new BindingAgent(An.LitigantId, "彭伟", "13800138000", key),
                terms
            )
            {
                Channel = Channel.WeChat,
                Papers = [.. (papers ?? [.. terms.AgentKind.PapersOf()]).Select(p => (p, File()))],
            },
            An.Judge,
            null,
            LadderOf(An.Friday),
            An.Requester,
            An.Friday
        );
    }

    private static Attachment File() => An.File();

    private static Ladder LadderOf(DateTimeOffset at) => Ladder.Of(An.Calendar, SupervisionLimits.Default, ChinaTime.DayOf(at));

    private static SupplementRule Until(DateTimeOffset at) => new(An.Calendar.Add(ChinaTime.DayOf(at), 3), Restarts: true);
}
