using Domain.Organisation;
using Domain.Supervision;

namespace Domain.Tests.Supervision;

public class ChainTests
{
    private static readonly Guid s_late = Guid.CreateVersion7();
    private static readonly Holder s_head = new(Guid.CreateVersion7(), "梁启明", Role.DivisionHead);
    private static readonly Holder s_vice = new(Guid.CreateVersion7(), "郑伟斌", Role.VicePresident);
    private static readonly Holder s_president = new(Guid.CreateVersion7(), "林国栋", Role.President);
    private static readonly Holder s_platform = new(Guid.CreateVersion7(), "周敏", Role.FilingDivision);

    [Fact]
    public void Each_level_tells_its_post_and_copies_those_below()
    {
        var chain = new SupervisionChain(s_head, s_vice, s_president);

        Assert.Equal((s_head, s_vice, s_president), (chain.At(1, s_late), chain.At(2, s_late), chain.At(3, s_late)));
        Assert.Empty(chain.Below(1, s_late));
        Assert.Equal([s_head], chain.Below(2, s_late));
        Assert.Equal([s_vice, s_head], chain.Below(3, s_late));
        Assert.Equal("", Skipped(chain, 1, s_late));
    }

    [Fact]
    public void A_vacant_post_is_passed_over_upward()
    {
        var chain = new SupervisionChain(null, s_vice, s_president);

        Assert.Equal((s_vice, "庭长空缺"), (chain.At(1, s_late), Skipped(chain, 1, s_late)));
        Assert.Equal((s_vice, ""), (chain.At(2, s_late), Skipped(chain, 2, s_late)));
    }

    [Fact]
    public void The_late_person_is_passed_over_and_gets_no_copy()
    {
        var chain = new SupervisionChain(s_head, null, s_president);

        Assert.Equal((s_president, "庭长为承办人本人，分管院领导空缺"), (chain.At(1, s_head.StaffId), Skipped(chain, 1, s_head.StaffId)));
        Assert.Empty(chain.Below(3, s_head.StaffId));
    }

    [Fact]
    public void When_nobody_is_left_above_those_who_run_the_platform_are_told()
    {
        var chain = new SupervisionChain(s_head, s_vice, s_president) { Platform = [s_platform] };

        Assert.Equal([s_platform], chain.ToldAt(3, s_president.StaffId));
        Assert.Equal([s_president], chain.ToldAt(3, s_late));
        Assert.Equal("院长为承办人本人", Skipped(chain, 3, s_president.StaffId));
    }

    [Fact]
    public void The_line_of_the_trace_says_who_was_told_and_who_was_passed_over()
    {
        var owner = new ToldPerson(s_late, "陈静怡", Role.Judge);
        Assert.Equal(
            "二级督办 分管院领导 郑伟斌，抄送 庭长 梁启明、承办法官 陈静怡",
            SupervisionWords.Told(ToldData.Of(2, new SupervisionChain(s_head, s_vice, s_president), owner))
        );

        var head = new ToldPerson(s_head.StaffId, s_head.Name, Role.DivisionHead);
        Assert.Equal(
            "一级督办 院长 林国栋，庭长为承办人本人，分管院领导空缺，抄送 庭长 梁启明",
            SupervisionWords.Told(ToldData.Of(1, new SupervisionChain(s_head, null, s_president), head))
        );
        Assert.Equal("三级督办 无人可报，院长空缺", SupervisionWords.Told(ToldData.Of(3, new SupervisionChain(null, null, null), null)));
    }

    private static string Skipped(SupervisionChain chain, int level, Guid late) => SupervisionWords.Skipped(chain.PassedOver(level, late));
}
