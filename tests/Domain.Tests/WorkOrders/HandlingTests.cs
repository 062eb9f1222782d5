using Domain.Handling;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;

namespace Domain.Tests.WorkOrders;

public class HandlingTests
{
    [Fact]
    public void The_answer_closes_the_order_and_says_who_and_when()
    {
        var order = An.Order();
        order.Answered(text: " 可以。 ");

        Assert.Equal((WorkOrderState.Closed, An.Judge.StaffId, "陈静怡"), (order.State, order.ClosedById!.Value, order.ClosedByName));
        Assert.Equal(An.Friday.AddHours(5), order.ClosedAt);
        Assert.True(order.IsUnreadByRequester);
        var entry = Assert.Single(order.Entries);
        Assert.Equal((EntryKind.Answer, "可以。", "民事审判第一庭"), (entry.Kind, entry.Text, entry.AuthorTitle));
        Assert.True(entry.IsForLitigant);
    }

    [Fact]
    public void A_closed_order_refuses_what_would_change_it_and_names_who_closed_it()
    {
        Action<WorkOrder>[] verbs =
        [
            o => o.Answered(),
            o => o.ReplyInterim(Guid.CreateVersion7(), "稍等", false, [], An.As(An.Judge), "", An.Friday),
            o => o.Transfer(new(Guid.CreateVersion7(), An.Colleague, "请办", An.As(An.Judge), "", An.Friday)),
            o => o.Return(new(Guid.CreateVersion7(), An.Liaison, "不是我庭", An.As(An.Judge), "", An.Friday)),
            o => o.Assign(new(Guid.CreateVersion7(), An.Colleague, "", An.As(An.Liaison), "", An.Friday)),
            o => o.Supplement(Guid.CreateVersion7(), "补充", [], An.Requester, An.Friday),
            o => o.UrgedAt(An.Friday),
        ];

        foreach (var verb in verbs)
        {
            var order = An.ClosedOrder();
            var version = order.Version;
            var refused = An.Refused("work_order.closed", () => verb(order));
            Assert.Equal("陈静怡已于 11-20 周五 15:26 答复办结。您写的内容还在，没有发出", refused.Message);
            Assert.Equal((version, 1), (order.Version, order.Entries.Count));
        }
    }

    [Fact]
    public void The_owner_and_the_head_and_liaison_officer_of_the_division_may_handle_it_and_nobody_else()
    {
        var order = An.Order();

        Assert.All([An.Judge, An.Head, An.Liaison], person => Assert.True(order.MayBeHandledBy(An.As(person))));
        Owner[] others =
        [
            An.Colleague,
            An.Agent,
            An.Person("书记员", Role.Clerk),
            An.Person("别庭庭长", Role.DivisionHead, division: Guid.CreateVersion7()),
            An.Person("别院庭长", Role.DivisionHead, court: Guid.CreateVersion7()),
            An.Person("院长", Role.President),
        ];
        Assert.All(others, person => An.Refused("work_order.not_yours", () => order.Answered(person)));
        Assert.False(order.MayBeHandledBy(An.Requester));
        Assert.False(order.MayBeHandledBy(Actor.System));
    }

    [Fact]
    public void Nothing_may_be_written_empty_or_too_long()
    {
        var order = An.Order();
        var (judge, id, tooLong) = (An.As(An.Judge), Guid.CreateVersion7(), new string('长', WorkOrder.TextMaxLength + 1));

        foreach (var (text, code) in ((string, string)[])[(" ", "work_order.text_missing"), (tooLong, "work_order.text_too_long")])
        {
            An.Refused(code, () => order.Answer(id, text, [], judge, "", An.Friday));
            An.Refused(code, () => order.ReplyInterim(id, text, false, [], judge, "", An.Friday));
            An.Refused(code, () => order.Note(id, text, judge, "", An.Friday));
            An.Refused(code, () => order.Supplement(id, text, [], An.Requester, An.Friday));
        }

        foreach (
            var (reason, code) in ((string, string)[])
                [(" ", "work_order.reason_missing"), (new string('长', WorkOrder.ReasonMaxLength + 1), "work_order.text_too_long")]
        )
        {
            An.Refused(code, () => order.Transfer(new(id, An.Colleague, reason, judge, "", An.Friday)));
            An.Refused(code, () => order.Return(new(id, An.Liaison, reason, judge, "", An.Friday)));
            An.Refused(code, () => order.RevealPhone(reason, judge, An.Friday));
        }

        An.Refused("work_order.text_too_long", () => order.UrgedAt(An.Friday, tooLong));
        Assert.Empty(order.Entries);
        Assert.Equal(2, order.Version);
    }

    [Fact]
    public void Only_the_owners_first_look_is_kept()
    {
        var order = An.Order();
        order.OpenedBy(An.As(An.Head), An.Friday);
        Assert.Null(order.OwnerReadAt);
        order.OpenedBy(An.As(An.Judge), An.Friday.AddMinutes(5));
        order.OpenedBy(An.As(An.Judge), An.Friday.AddMinutes(9));

        Assert.Equal(An.Friday.AddMinutes(5), order.OwnerReadAt);
        Assert.Single(order.Facts, f => f.Kind == WorkOrderFacts.Read);
        Assert.Equal(new DateOnly(2026, 11, 25), order.DueDay);
    }

    [Theory]
    [InlineData(true, WorkOrderState.AwaitingRequester)]
    [InlineData(false, WorkOrderState.ToAnswer)]
    public void A_reply_on_the_way_leaves_the_order_open_and_its_deadline_as_it_is(bool asksForMore, WorkOrderState state)
    {
        var order = An.Order();
        var due = order.DueAt;
        order.ReplyInterim(Guid.CreateVersion7(), "请补充流水", asksForMore, [], An.As(An.Judge), "民一庭", An.Friday.AddHours(1));

        Assert.Equal((state, due), (order.State, order.DueAt));
        Assert.True(order.IsUnreadByRequester);
    }

    [Fact]
    public void A_reply_of_the_liaison_officer_does_not_take_the_order_out_of_assignment()
    {
        var order = An.Order(owner: An.Liaison);
        order.ReplyInterim(Guid.CreateVersion7(), "已收到", false, [], An.As(An.Liaison), "民一庭", An.Friday);
        Assert.Equal(WorkOrderState.ToAssign, order.State);

        order.ReplyInterim(Guid.CreateVersion7(), "请补充", true, [], An.As(An.Liaison), "民一庭", An.Friday);
        order.Supplement(Guid.CreateVersion7(), "补充", [], An.Requester, An.Friday);
        Assert.Equal(WorkOrderState.ToAssign, order.State);
    }

    [Fact]
    public void A_note_is_not_for_the_litigant_and_may_be_written_after_the_answer()
    {
        var order = An.ClosedOrder();
        order.Note(Guid.CreateVersion7(), "已电话告知", An.As(An.Colleague), "民一庭", An.Friday.AddDays(1));

        Assert.False(order.Entries[^1].IsForLitigant);
        Assert.Empty(order.Facts[^1].Notices);
        Assert.True(order.IsClosed);
    }

    [Fact]
    public void A_transfer_names_a_new_owner_who_has_not_read_it_and_keeps_the_deadline()
    {
        var order = An.Order();
        order.OpenedBy(An.As(An.Judge), An.Friday);
        var due = order.DueAt;
        order.Transfer(new(Guid.CreateVersion7(), An.Colleague, "合议庭另一位法官主审", An.As(An.Judge), "民一庭", An.Friday));

        Assert.Equal((An.Colleague.StaffId, WorkOrderState.ToAnswer, due), (order.OwnerId, order.State, order.DueAt));
        Assert.Null(order.OwnerReadAt);
        Assert.Equal("合议庭另一位法官主审", order.Entries[^1].Text);
        Assert.False(order.Entries[^1].IsForLitigant);
        An.Refused("work_order.not_yours", () => order.Answered(An.Judge));
    }

    [Fact]
    public void The_owner_hands_on_and_the_head_reassigns()
    {
        var (handedOn, reassigned) = (An.Order(), An.Order());
        handedOn.Transfer(new(Guid.CreateVersion7(), An.Colleague, "由他承办", An.As(An.Judge), "民一庭", An.Friday));
        reassigned.Transfer(new(Guid.CreateVersion7(), An.Colleague, "由他承办", An.As(An.Head), "民一庭", An.Friday));
        Assert.Equal(("转办", "改派"), (HandlingFacts.Chinese(handedOn.Facts[^1].Kind), HandlingFacts.Chinese(reassigned.Facts[^1].Kind)));
    }

    [Fact]
    public void After_a_hand_over_the_former_owners_screen_looks_again_too()
    {
        var order = An.Order();
        order.Transfer(new(Guid.CreateVersion7(), An.Colleague, "转办", An.As(An.Judge), "", An.Friday));
        Assert.Contains(LiveTopic.Staff(An.Judge.StaffId), order.Facts[^1].Topics);
        Assert.Contains(LiveTopic.Staff(An.Colleague.StaffId), order.Facts[^1].Topics);
    }

    [Fact]
    public void A_returned_order_is_assigned_anew()
    {
        var order = An.Order();
        order.Return(new(Guid.CreateVersion7(), An.Liaison, "不是我的案件", An.As(An.Judge), "", An.Friday));
        Assert.Equal((WorkOrderState.ToAssign, An.Liaison.StaffId), (order.State, order.OwnerId));

        order.Assign(new(Guid.CreateVersion7(), An.Colleague, "", An.As(An.Liaison), "", An.Friday));
        Assert.Equal((WorkOrderState.ToAnswer, An.Colleague.StaffId), (order.State, order.OwnerId));
        Assert.Equal("交 民事审判第一庭 何思远", order.Entries[^1].Text);
    }

    [Fact]
    public void Who_assigns_too_late_takes_it_from_nobody()
    {
        var order = An.Order();
        order.Return(new(Guid.CreateVersion7(), An.Liaison, "不是我的案件", An.As(An.Judge), "", An.Friday));
        order.Transfer(new(Guid.CreateVersion7(), An.Colleague, "由他承办", An.As(An.Head), "", An.Friday));
        Assert.Equal("分派", HandlingFacts.Chinese(order.Facts[^1].Kind));

        var late = An.Refused(
            "work_order.not_to_assign",
            () => order.Assign(new(Guid.CreateVersion7(), An.Judge, "", An.As(An.Liaison), "", An.Friday))
        );
        Assert.Equal("这件工单已由何思远承办，不用再分派", late.Message);
        Assert.Equal(An.Colleague.StaffId, order.OwnerId);
    }

    [Fact]
    public void Looking_at_the_full_number_leaves_a_trace_with_its_reason()
    {
        var order = An.Order();
        Assert.Equal("13812345620", order.RevealPhone(" 回拨当事人 ", An.As(An.Judge), An.Friday));
        Assert.Equal((WorkOrderFacts.PhoneRevealed, "回拨当事人"), (order.Facts[^1].Kind, order.Facts[^1].Line()));
    }

    [Fact]
    public void An_attachment_belongs_to_the_reply_it_came_with()
    {
        var (order, file, entry) = (An.Order(), An.File(), Guid.CreateVersion7());
        order.Answer(entry, "见附件", [file], An.As(An.Judge), "", An.Friday);
        Assert.Equal((order.Id, entry), (file.SubjectId, file.EntryId));
    }
}
