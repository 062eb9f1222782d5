using Domain.Notifications;
using Domain.WorkOrders;

namespace Domain.Tests.Notifications;

public class NoticeStateTests
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 20, 2, 26, 0, TimeSpan.Zero);
    private static readonly Dictionary<string, string> s_fields = WorkOrderNotices.Answered.FieldNames.ToDictionary(f => f, _ => "1");

    [Fact]
    public void A_final_state_is_never_overwritten()
    {
        foreach (
            var end in new Action<Notice>[]
            {
                n => n.Delivered(s_now),
                n => n.Failed("X", s_now),
                n => n.Expire(s_now),
                n => n.MergeInto(Guid.CreateVersion7(), s_now),
            }
        )
        {
            var notice = ToLitigant();
            end(notice);
            var (state, ended) = (notice.State, notice.EndedAt);
            var later = s_now.AddHours(1);
            notice.TryAgainAt(later, "Y");
            notice.HoldUntil(later);
            notice.Release();
            notice.Accepted("p", later);
            notice.Delivered(later);
            Assert.Null(notice.Failed("Z", later));
            Assert.Null(notice.Expire(later));
            notice.MergeInto(Guid.CreateVersion7(), later);
            Assert.Equal((state, ended), (notice.State, notice.EndedAt));
        }
    }

    [Fact]
    public void A_channel_with_another_behind_it_is_waited_for_half_an_hour_only()
    {
        var notice = ToLitigant();
        Assert.Equal(s_now.AddMinutes(30), notice.ExpiresAt);
        var sms = notice.Expire(notice.ExpiresAt)!;
        Assert.Equal(
            (NoticeChannel.Sms, notice.Id, s_now.AddMinutes(30) + WorkOrderNotices.Answered.Lifetime),
            (sms.Channel, sms.FallbackOfId!.Value, sms.ExpiresAt)
        );
        Assert.Null(sms.Expire(sms.ExpiresAt));
    }

    [Fact]
    public void A_kind_that_comes_in_swarms_waits_a_moment_for_others_to_the_same_person()
    {
        var kind = WorkOrderNotices.Dispatched with { Digests = true };
        var staff = NoticeRecipient.Staff(Guid.CreateVersion7());
        var waits = kind.To(staff, s_fields).First().WrittenAt(s_now);
        Assert.Equal((true, false, s_now + NoticeKind.DigestsWithin), (waits.IsHeld, waits.WasHeld, waits.DueAt));
        var urgent = kind.To(staff, s_fields, urgent: true).First().WrittenAt(s_now);
        Assert.Equal((false, s_now), (urgent.IsHeld, urgent.DueAt));
        Assert.False(kind.To(NoticeRecipient.Phone("13800138000"), s_fields).First().WrittenAt(s_now).IsHeld);
    }

    [Fact]
    public void Only_what_buzzes_a_phone_of_staff_keeps_working_hours()
    {
        var staff = NoticeRecipient.Staff(Guid.CreateVersion7());
        Assert.True(WorkOrderNotices.Dispatched.To(staff, s_fields).First().KeepsWorkingHours);
        Assert.False(WorkOrderNotices.Dispatched.To(staff, s_fields, urgent: true).First().KeepsWorkingHours);
        Assert.False(ToLitigant().KeepsWorkingHours);
        Assert.False((WorkOrderNotices.Dispatched with { Channels = [NoticeChannel.Email] }).To(staff, s_fields).First().KeepsWorkingHours);
    }

    private static Notice ToLitigant() =>
        WorkOrderNotices
            .Answered.To(NoticeRecipient.Litigant(Guid.CreateVersion7(), "13800138000", usesWeChat: true), s_fields)
            .First()
            .WrittenAt(s_now);
}
