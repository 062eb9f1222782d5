using Domain.Cases;
using Domain.Handling;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Tests.WorkOrders;

public class DispatchTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task A_message_about_a_case_goes_to_its_judge()
    {
        var (data, division) = await Court();
        var judge = await data.Staff(Role.Judge, division, "陈静怡");
        await data.Staff(Role.LiaisonOfficer, division);
        var litigant = await data.Litigant();

        var order = await data.Message(litigant, await data.Case(litigant, division, judge));
        Assert.Equal(
            (judge.Id, "陈静怡", Role.Judge, WorkOrderState.ToAnswer, "原告"),
            (order.OwnerId, order.OwnerName, order.OwnerRole, order.State, order.RequesterRole)
        );
        Assert.Equal((division.CourtId, division.Id), (order.CourtId, order.DivisionId));
    }

    [Fact]
    public async Task A_case_without_a_judge_goes_to_the_divisions_liaison_officer()
    {
        var (data, division) = await Court();
        var liaison = await data.Staff(Role.LiaisonOfficer, division);
        var litigant = await data.Litigant();

        var order = await data.Message(litigant, await data.Case(litigant, division));
        Assert.Equal((liaison.Id, WorkOrderState.ToAssign, division.Id), (order.OwnerId, order.State, order.DivisionId));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_judge_who_has_left_gets_nothing_any_more(bool onlyThePost)
    {
        var (data, division) = await Court();
        var judge = await data.Staff(Role.Judge, division);
        var liaison = await data.Staff(Role.LiaisonOfficer, division);
        var litigant = await data.Litigant();
        var @case = await data.Case(litigant, division, judge);
        await data.Use(
            (CourtDb db) =>
                onlyThePost
                    ? db.Set<Post>().Where(p => p.StaffId == judge.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.IsActive, false))
                    : db.Set<Staff>().Where(s => s.Id == judge.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.IsActive, false))
        );

        Assert.Equal(liaison.Id, (await data.Message(litigant, @case)).OwnerId);
    }

    [Fact]
    public async Task A_division_without_a_liaison_officer_falls_back_on_the_filing_division()
    {
        var (data, division) = await Court();
        var filing = await data.Division(DivisionKind.Filing);
        var liaison = await data.Staff(Role.LiaisonOfficer, filing);
        await data.Staff(Role.DivisionHead, filing);
        var litigant = await data.Litigant();

        var order = await data.Message(litigant, await data.Case(litigant, division));
        Assert.Equal((liaison.Id, filing.Id), (order.OwnerId, order.DivisionId));
    }

    [Fact]
    public async Task Without_a_case_it_goes_to_the_courts_filing_division_and_for_want_of_a_liaison_officer_to_its_head()
    {
        var (data, _) = await Court();
        var head = await data.Staff(Role.DivisionHead, await data.Division(DivisionKind.Filing));
        var order = await data.Message(await data.Litigant());
        Assert.Equal((head.Id, WorkOrderState.ToAnswer), (order.OwnerId, order.State));
    }

    [Fact]
    public async Task A_court_where_nobody_can_answer_says_so()
    {
        var (data, _) = await Court();
        await data.Staff(Role.LiaisonOfficer, await data.Division(DivisionKind.Filing, "tianhe"));
        var litigant = await data.Litigant();
        await Refused("work_order.nobody_to_answer", () => data.Message(litigant));
    }

    [Fact]
    public async Task A_typed_number_of_an_own_case_finds_it_however_it_is_typed()
    {
        var (data, division) = await Court();
        var judge = await data.Staff(Role.Judge, division);
        var litigant = await data.Litigant();
        var @case = await data.Case(litigant, division, judge, "(2026)粤0104民初777号");

        var order = await Leave(data, litigant, "２０２６ 粤0104 民初 777");
        Assert.Equal((@case.Id, @case.Number, judge.Id), (order.CaseId!.Value, order.CaseNumber, order.OwnerId));
    }

    [Fact]
    public async Task A_strangers_number_and_an_unknown_one_are_treated_alike()
    {
        var (data, division) = await Court();
        var judge = await data.Staff(Role.Judge, division);
        var liaison = await data.Staff(Role.LiaisonOfficer, await data.Division(DivisionKind.Filing));
        await data.Case(await data.Litigant("李志强"), division, judge, "(2026)粤0104民初888号");
        var litigant = await data.Litigant();

        foreach (var number in (string[])["(2026)粤0104民初888号", "(2026)粤0104民初889号"])
        {
            var order = await Leave(data, litigant, number);
            Assert.Equal(
                (null, number, liaison.Id, "", false),
                (order.CaseId, order.CaseNumber, order.OwnerId, order.RequesterRole, order.IsSensitive)
            );
        }
    }

    [Fact]
    public async Task The_number_of_a_court_elsewhere_is_refused_and_so_is_what_is_no_number()
    {
        var (data, _) = await Court();
        await data.People();
        var litigant = await data.Litigant();
        await Refused("case_number.other_court", () => Leave(data, litigant, "(2026)粤0305民初1号"));
        await Refused("case_number.other_court", () => Leave(data, litigant, "(2026)粤7101行初1号"));
        await Refused("case_number.invalid", () => Leave(data, litigant, "我的案子"));
        await Refused("work_order.court_missing", () => Leave(data, litigant, null));
    }

    [Fact]
    public async Task Another_persons_case_is_not_found_and_so_is_an_own_one_before_the_identity_is_verified()
    {
        var (data, division) = await Court();
        await data.People();
        var owner = await data.Litigant("李志强");
        var @case = await data.Case(owner, division);
        var stranger = await data.Litigant();
        var unverified = await data.Litigant(verified: false);
        await Refused("case.not_found", () => data.Message(stranger, @case));
        await Refused("case.not_found", () => data.Message(unverified, @case));
    }

    [Fact]
    public async Task A_lawyer_may_write_while_the_authority_runs()
    {
        var (data, division) = await Court();
        await data.People();
        var (party, lawyer, former) = (await data.Litigant(), await data.Litigant("周文博"), await data.Litigant("前任律师"));
        var @case = await data.Case(party, division);
        await data.Agent(@case, lawyer);
        await data.Agent(@case, former, endedAt: new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

        Assert.Equal("原告的代理人", (await data.Message(lawyer, @case)).RequesterRole);
        await Refused("case.not_found", () => data.Message(former, @case));
    }

    [Fact]
    public async Task A_case_of_minors_makes_the_order_sensitive()
    {
        var (data, division) = await Court();
        await data.People();
        var litigant = await data.Litigant();
        Assert.True((await data.Message(litigant, await data.Case(litigant, division, restriction: CaseRestriction.Juvenile))).IsSensitive);
    }

    [Fact]
    public async Task An_agent_dispatches_a_call_to_the_cases_judge_and_registers_twice_only_once()
    {
        var (data, division) = await Court();
        var judge = await data.Staff(Role.Judge, division);
        var agent = await data.ActorOf(await data.Staff(Role.HotlineAgent, await data.Division(DivisionKind.Filing, "gz-zy")));
        var @case = await data.Case(division: division, judge: judge);
        var intake = new RegisterIntake.Intake(Channel.Hotline, Category.ContactJudge, " 陈建华 ", "138 1234 5620", "原告", "请法官回电")
        {
            CaseId = @case.Id,
        };
        var id = Guid.CreateVersion7();

        var both = await Task.WhenAll(
            Enumerable.Range(0, 2).Select(_ => data.Use((RegisterIntake register) => register.Handle(id, intake, agent, default)))
        );
        var order = both[0];
        Assert.Equal(both[0].Number, both[1].Number);
        Assert.Equal(
            (judge.Id, agent.Id, "13812345620", "陈建华"),
            (order.OwnerId, order.RegisteredById!.Value, order.RequesterPhone, order.RequesterName)
        );
        Assert.Equal(1, await data.Use((CourtDb db) => db.Set<WorkOrder>().CountAsync()));
        await Refused(
            "request.id_reused",
            async () =>
                await data.Use(async (RegisterIntake register) => await register.Handle(id, intake, await data.ActorOf(judge), default))
        );
    }

    [Fact]
    public async Task An_intake_that_cannot_be_stored_is_refused_in_words()
    {
        var (data, _) = await Court();
        await data.People();
        var agent = await data.ActorOf(await data.Staff(Role.HotlineAgent, await data.Division(DivisionKind.Filing, "gz-zy")));
        var court = await data.Court();
        var fine = new RegisterIntake.Intake(Channel.Hotline, Category.CaseQuery, "陈建华", "", "", "问进度") { CourtId = court.Id };

        await Refused("work_order.phone_invalid", () => Register(fine with { Phone = "12345" }));
        await Refused("work_order.name_too_long", () => Register(fine with { Name = new string('陈', 41) }));
        await Refused("case_number.invalid", () => Register(fine with { UnconfirmedCaseNumber = new string('1', 61) }));
        await Refused("work_order.court_missing", () => Register(fine with { CourtId = null }));
        await Refused("case.not_found", () => Register(fine with { CaseId = Guid.CreateVersion7() }));
        Assert.Equal("未留名", (await Register(fine with { Name = "\0 " })).RequesterName);

        Task<WorkOrder> Register(RegisterIntake.Intake intake) =>
            data.Use((RegisterIntake register) => register.Handle(Guid.CreateVersion7(), intake, agent, default));
    }

    [Fact]
    public async Task An_order_is_only_handed_to_a_judge_or_liaison_officer_of_the_same_court()
    {
        var (data, division) = await Court();
        var judge = await data.Staff(Role.Judge, division);
        var litigant = await data.Litigant();
        var order = await data.Message(litigant, await data.Case(litigant, division, judge));
        var elsewhere = await data.Staff(Role.Judge, await data.Division(court: "tianhe"));
        var clerk = await data.Staff(Role.Clerk, division);

        foreach (var to in (Staff[])[elsewhere, clerk])
            await Refused(
                "work_order.recipient_not_found",
                () =>
                    data.Use(
                        async (Transfer<WorkOrder> transfer) =>
                        {
                            await transfer.Handle(
                                order.Id,
                                Guid.CreateVersion7(),
                                new HandOver(to.Id, "转办"),
                                await data.ActorOf(judge),
                                default
                            );
                            return 0;
                        }
                    )
            );
    }

    private async Task<(CourtData Data, Division Division)> Court()
    {
        var data = await CourtData.Open(database.ConnectionString($"dispatch{CourtData.Next()}"));
        return (data, await data.Division());
    }

    private static Task<WorkOrder> Leave(CourtData data, Domain.Litigants.Litigant by, string? number) =>
        data.Use(
            async (LeaveMessage leave) =>
                (
                    await leave.Handle(
                        Guid.CreateVersion7(),
                        new LeaveMessage.Message(Channel.Web, Category.CaseQuery, "到哪一步了", null, number, null, []),
                        CourtData.ActorOf(by),
                        default
                    )
                ).Order
        );

    private static async Task Refused<T>(string code, Func<Task<T>> act) =>
        Assert.Equal(code, (await Assert.ThrowsAsync<RefusedException>(act)).Code);
}
