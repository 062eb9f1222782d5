using Domain.Handling;
using Domain.Notifications;
using Domain.Organisation;
using Domain.Shared;
using Domain.Supervision;
using Domain.Tests.WorkOrders;

namespace Domain.Tests.Handling;

/// <summary>Another kind than orders: what it declares works, in its own words, and what it does not declare is refused.</summary>
public class FileLoanTests
{
    private static readonly DateTimeOffset s_monday = An.At("2026-11-23 10:00");
    private static readonly Actor s_filing = An.As(An.Person("郑海燕", Role.FilingDivision));

    private readonly FileLoan _loan = FileLoan.Open(
        "DJ20261120-000001",
        An.Judge,
        Ladder.Of(An.Calendar, SupervisionLimits.Default, new DateOnly(2026, 11, 20)),
        An.Requester,
        An.Friday
    );

    [Fact]
    public void An_extension_is_asked_for_granted_and_told_in_its_own_words()
    {
        _loan.RequestExtension(3, "档案在外地", An.Head.StaffId, An.As(An.Judge), s_monday);
        Assert.Equal(
            "【广州法院12368】承办法官 陈静怡申请调卷申请 DJ20261120-000001 延期 3 个工作日，请登录 12368 平台审批。",
            Sms(An.Head)
        );
        Assert.Equal("3 个工作日，档案在外地", Line());

        _loan.ApproveExtension(_loan.ExtendedLadder(An.Calendar), An.As(An.Head), s_monday.AddHours(1));
        Assert.Equal(
            (ExtensionState.Approved, new DateOnly(2026, 11, 30), SupervisionStep.Reminder),
            (_loan.ExtensionState, _loan.DueDay, _loan.NextStep)
        );
        Assert.Equal("【广州法院12368】调卷申请 DJ20261120-000001 的延期申请已批准，应于 11 月 30 日（周一）24:00 前调卷。", Sms(An.Judge));
        An.Refused("file_loan.extended_before", () => _loan.RequestExtension(1, "再延", null, An.As(An.Judge), s_monday.AddHours(2)));
    }

    [Fact]
    public void It_goes_to_another_handler_and_back_to_nobody_else()
    {
        var entry = Guid.CreateVersion7();
        An.Refused("file_loan.not_yours", () => _loan.Transfer(new(entry, An.Colleague, "转办", An.As(An.Colleague), "民一庭", s_monday)));
        _loan.Transfer(new(entry, An.Colleague, "由何法官承办", An.As(An.Judge), "民一庭", s_monday));

        Assert.Equal((An.Colleague.StaffId, EntryKind.HandOver), (_loan.OwnerId, Assert.Single(_loan.Entries).Kind));
        var row = TraceRow.After("", _loan.Id, 1, _loan.Facts[^1], "", TakenFacts.Mac);
        Assert.Equal(
            (HandlingFacts.Transferred, An.Judge.StaffId, An.Colleague),
            (row.Kind, row.Read<HandedOverData>().From.StaffId, row.Read<HandedOverData>().To)
        );
    }

    [Fact]
    public void It_is_urged_once_a_day_and_remarked_on_by_leaders()
    {
        _loan.Urge(Guid.CreateVersion7(), "", An.Calendar, An.Requester, s_monday);
        Assert.Equal("第 1 次", Line());
        An.Refused("file_loan.urged_today", () => _loan.Urge(Guid.CreateVersion7(), "", An.Calendar, An.Requester, s_monday.AddHours(1)));

        _loan.Remark(Guid.CreateVersion7(), "请今天办", An.As(An.Head), "民一庭", s_monday);
        Assert.Equal("【广州法院12368】庭长 梁启明对您承办的调卷申请 DJ20261120-000001 作了批注，请登录 12368 平台查看。", Sms(An.Judge));
        An.Refused("file_loan.not_a_leader", () => _loan.Remark(Guid.CreateVersion7(), "批注", An.As(An.Judge), "民一庭", s_monday));
    }

    [Fact]
    public void It_climbs_when_it_is_late_and_ends()
    {
        var chain = new SupervisionChain(new Holder(An.Head.StaffId, An.Head.Name, Role.DivisionHead), null, null);
        while (_loan.TakeStep(chain, An.At("2026-11-26 09:00"))) { }

        Assert.Equal(1, _loan.Level);
        Assert.Contains("逾期未调卷", Sms(An.Head), StringComparison.Ordinal);
        _loan.Lend(An.As(An.Judge), An.At("2026-11-26 10:00"));
        Assert.Null(_loan.NextStep);
        Assert.Contains(
            "调卷办结",
            An.Refused("file_loan.closed", () => _loan.Urge(Guid.CreateVersion7(), "", An.Calendar, An.Requester, s_monday)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void What_it_did_not_declare_is_refused()
    {
        var (judge, head, id) = (An.As(An.Judge), An.As(An.Head), Guid.CreateVersion7());
        Action[] acts =
        [
            () => _loan.Return(new(id, An.Liaison, "退回", judge, "民一庭", s_monday)),
            () => _loan.Assign(new(id, An.Colleague, "", head, "民一庭", s_monday)),
            () => _loan.AskReassignment("忙", null, judge, s_monday),
            () => _loan.RefuseReassignment("不", An.Calendar, head, s_monday),
            () => _loan.ApproveReassignment(new(id, An.Colleague, "", head, "民一庭", s_monday)),
            () => _loan.MergeInto(_loan, id, judge, "民一庭", s_monday),
            () => _loan.CloseReview(id, "依据充分", Guid.CreateVersion7(), "", s_filing, "立案庭", s_monday),
        ];
        Assert.All(acts, act => An.Refused("handling.not_offered", act));
        Assert.Equal("调卷申请不能退回", An.Refused("handling.not_offered", acts[0]).Message);
        Assert.Single(_loan.Facts);
    }

    private string Line() => HandlingTrace.Words(TraceRow.After("", _loan.Id, 1, _loan.Facts[^1], "", TakenFacts.Mac));

    private string Sms(Owner to)
    {
        var notice = _loan.Facts[^1].Notices.Single(n => n.RecipientId == to.StaffId && n.Channel == NoticeChannel.Sms);
        NoticeKind[] kinds = [.. FileLoan.Texts.Kinds, .. new SupervisionNotices(FileLoan.Words).Kinds];
        return NoticeKind.Render(kinds.Single(k => k.Key == notice.Kind).Text, notice.Fields);
    }
}
