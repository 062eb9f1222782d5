using Domain.Cases;
using Domain.Reading;
using Domain.Shared;
using Domain.Supervision;
using Domain.Tests.WorkOrders;
using Domain.WorkOrders;

namespace Domain.Tests.Reading;

public class ReadingRequestTests
{
    private static readonly DateOnly s_today = ChinaTime.DayOf(An.Friday);
    private static readonly Releaser s_clerk = new(An.As(An.Judge), IsAllowed: true, "民一庭");
    private readonly Case _case;
    private readonly CaseParty _party;

    public ReadingRequestTests()
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
            Name = "王小明",
            IdentityKey = "key",
        };
        _case.Parties.Add(_party);
    }

    [Fact]
    public void It_is_answered_within_three_working_days_and_climbs_by_two_and_two()
    {
        var request = Asked();
        Assert.Equal((new DateOnly(2026, 11, 25), 3, 2, 2), (request.DueDay, request.LimitDays, request.SecondDays, request.ThirdDays));
        Assert.Equal(SupervisionStep.Reminder, request.NextStep);
    }

    [Fact]
    public void What_is_released_can_be_read_to_the_end_of_its_last_day()
    {
        var (request, file) = (Asked(), File());
        request.Release(Guid.CreateVersion7(), Of(s_today.AddDays(7), file), s_clerk, An.Friday);
        Assert.Equal((ReadingState.Open, true, (SupervisionStep?)null), (request.State, request.IsClosed, request.NextStep));
        Assert.True(request.Files.Single(f => f.CaseFileId == file.Id).IsReleased);
        Assert.True(request.IsOpenOn(s_today.AddDays(7)));
        Assert.False(request.IsOpenOn(s_today.AddDays(8)));
        Assert.False(request.Lapse(ReadingEnd.Expired, An.At("2026-11-27 23:59")));
        Assert.True(request.Lapse(ReadingEnd.Expired, An.At("2026-11-28 00:00")));
        Assert.Equal((ReadingState.Ended, ReadingEnd.Expired), (request.State, request.EndedBy));
    }

    [Fact]
    public void Secret_files_other_cases_and_days_too_far_are_refused()
    {
        var request = Asked();
        void Try(Release release) => request.Release(Guid.CreateVersion7(), release, s_clerk, An.Friday);
        var secret = File();
        secret.IsSecret = true;
        var removed = File();
        removed.RemovedAt = An.Friday;
        var missing = File();
        missing.Sha256 = "";
        foreach (var file in new[] { secret, removed, missing, File(Guid.CreateVersion7()) })
            An.Refused("reading.file_not_readable", () => Try(Of(s_today, file)));
        An.Refused("reading.files_missing", () => Try(Of(s_today)));
        An.Refused("reading.until_outside", () => Try(Of(s_today.AddDays(-1), File())));
        An.Refused("reading.until_outside", () => Try(Of(s_today.AddDays(31), File())));
        var stranger = new Releaser(An.As(An.Colleague), IsAllowed: false, "民一庭");
        An.Refused("reading_request.not_yours", () => request.Release(Guid.CreateVersion7(), Of(s_today, File()), stranger, An.Friday));
        Assert.Equal(ReadingState.ToReview, request.State);
    }

    [Fact]
    public void The_duty_is_signed_once_in_the_text_that_holds()
    {
        var request = Asked();
        An.Refused("reading.not_open", () => request.Sign(ReadingDuty.Version, An.Requester, An.Friday));
        request.Release(Guid.CreateVersion7(), Of(s_today, File()), s_clerk, An.Friday);
        An.Refused("reading.duty_changed", () => request.Sign("1999-01", An.Requester, An.Friday));
        request.Sign(ReadingDuty.Version, An.Requester, An.Friday);
        request.Sign(ReadingDuty.Version, An.Requester, An.Friday.AddMinutes(5));
        Assert.Equal((An.Friday, ReadingDuty.Version), (request.SignedAt, request.SignedVersion));
    }

    [Fact]
    public void The_court_takes_back_with_a_reason_and_the_reader_without()
    {
        var request = Asked();
        request.Release(Guid.CreateVersion7(), Of(s_today, File()), s_clerk, An.Friday);
        An.Refused("reading_request.reason_missing", () => request.EndEarly(Guid.CreateVersion7(), " ", s_clerk, An.Friday));
        request.EndEarly(Guid.CreateVersion7(), "有他人隐私", s_clerk, An.Friday);
        Assert.Equal((ReadingState.Ended, ReadingEnd.ByCourt, false), (request.State, request.EndedBy, request.IsOpenOn(s_today)));
        var other = Asked();
        other.TakeBack(Guid.CreateVersion7(), An.Requester, An.Friday);
        Assert.Equal((ReadingState.Ended, true), (other.State, other.IsClosed));
        An.Refused("reading.not_open", () => other.TakeBack(Guid.CreateVersion7(), An.Requester, An.Friday));
    }

    [Fact]
    public void Who_left_the_case_or_whose_authority_is_over_reads_nothing()
    {
        var agent = new CaseAgent
        {
            Id = Guid.CreateVersion7(),
            Name = "彭律",
            IdentityKey = "agent",
            LicenceNumber = "14401201012340832",
        };
        _party.Agents.Add(agent);
        var lawyer = Domain.Litigants.Litigant.SignUp("13800000000", null, An.Friday);
        lawyer.Verified("彭律", "agent", An.Friday);
        Assert.Equal(
            ("律师 14401****0832", agent),
            (AskReading.ReaderOf(_case, lawyer, s_today)!.Mark, AskReading.ReaderOf(_case, lawyer, s_today)!.Agent)
        );
        agent.LicenceNumber = "440104199001011234"; // an ID number in the wrong field
        Assert.DoesNotContain("1234", AskReading.ReaderOf(_case, lawyer, s_today)!.Mark, StringComparison.Ordinal);
        agent.EndsOn = s_today;
        Assert.NotNull(AskReading.ReaderOf(_case, lawyer, s_today));
        agent.EndsOn = s_today.AddDays(-1);
        Assert.Null(AskReading.ReaderOf(_case, lawyer, s_today));
        (agent.EndsOn, _party.LeftAt) = (null, An.Friday);
        Assert.Null(AskReading.ReaderOf(_case, lawyer, s_today));
    }

    [Fact]
    public void Checks_warn_of_closed_cases_ended_authority_and_readings_before()
    {
        var request = Asked();
        Assert.All(ReadingChecks.Of(request, _case, null, 0, s_today), c => Assert.Equal(Domain.Bindings.CheckResult.Agrees, c.Result));
        _case.Restriction = CaseRestriction.ClosedHearing;
        _party.LeftAt = An.Friday;
        var checks = ReadingChecks.Of(request, _case, null, 2, s_today);
        Assert.Equal("申请人已不是本案当事人", checks[0].Statement);
        Assert.Equal(2, checks.Count(c => c.Result == Domain.Bindings.CheckResult.Decide));
    }

    [Fact]
    public void The_watermark_names_reader_time_and_case()
    {
        var lines = ReadOnePage.Watermark(Asked(), An.Friday);
        Assert.Equal(
            [
                $"{Masking.NameForSelf("王小明")} 证件尾号 1234 手机尾号 5620",
                "2026-11-20 10:26 仅供 （2026）粤0104民初12345号",
                "阅卷申请 YJ20261120-0001",
            ],
            lines
        );
    }

    private ReadingRequest Asked()
    {
        var reader = new Reader(An.LitigantId, _party, null)
        {
            Name = "王小明",
            Phone = "13800005620",
            IdentityKey = "key",
            Mark = "证件尾号 1234",
        };
        var asked = new NewReading(Guid.CreateVersion7(), "YJ20261120-0001", _case, reader, [File()], "准备上诉") { Channel = Channel.Web };
        var ladder = new ReadingSettings().Ladder(An.Calendar, An.Friday);
        return ReadingRequest.Ask(asked, An.Judge, null, ladder, An.Requester, An.Friday);
    }

    private CaseFile File(Guid? caseId = null) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            CaseId = caseId ?? _case.Id,
            ExternalId = "F1",
            Title = "起诉状",
            Pages = 11,
            Sha256 = new string('a', 64),
        };

    private static Release Of(DateOnly until, params CaseFile[] files) =>
        new(files, until, IsMasked: true, CaseRestriction.None, MostDays: 30);
}
