using Domain.Cases;
using Domain.DocumentService;
using Domain.Organisation;
using Domain.Shared;
using Given;
using Infrastructure.DocumentService;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Tests.DocumentService;

public sealed class ServiceTaskQueryTests : ServiceDeskTest
{
    private static readonly PlannedWay s_weChat = new(ServiceChannel.WeChat, "", AddressBasis.Confirmed, "地址确认书");
    private static readonly PlannedWay s_email = new(ServiceChannel.Email, "zhang@example.com", AddressBasis.Confirmed, "地址确认书");

    [Fact]
    public async Task Progress_counts_documents_by_ways_and_a_repetition_in_place_of_what_failed()
    {
        var service = (
            await Data.BegunServices(
                Case,
                ClerkStaff,
                [CourtDataServing.Recipient(Case.Parties[0], ways: [s_weChat, Sms, s_email])],
                DocumentKind.Judgment,
                DocumentKind.Other
            )
        ).Single();
        await Change(service, s => s.Delivered(s.Attempts[0].Id, Now, Now));
        await Change(
            service,
            s => s.Sign(s.Copies[0].DocumentId, ServiceChannel.WeChat, null, "本人实名", CourtData.ActorOf(Litigant), Now)
        );
        await Change(service, s => s.Open(s.Copies[1].DocumentId, ServiceChannel.WeChat, "本人实名", CourtData.ActorOf(Litigant), Now));
        await Change(service, s => s.Sent(s.Attempts[1].Id, Now, Now));
        await Fail(service, 2, "smtp_552");

        Assert.Equal(new AttemptCounts(Signed: 1, Opened: 1, Delivered: 0, Sent: 2, Queued: 0, Failed: 2), (await Head(service)).Counts);

        await Data.Use((RetryFailedAttempts u) => u.Handle(new() { TaskId = service.TaskId }, Clerk, default));
        Assert.Equal(new AttemptCounts(Signed: 1, Opened: 1, Delivered: 0, Sent: 2, Queued: 2, Failed: 0), (await Head(service)).Counts);
        Assert.Equal((await Head(service)).Counts, (await List()).Single().Counts);
    }

    [Fact]
    public async Task A_party_served_through_its_agent_names_the_agents_way_as_the_basis()
    {
        var lawyer = await Data.Litigant("王律师");
        await Data.Agent(Case, lawyer);
        var agent = await Data.Use((CourtDb db) => db.Set<CaseAgent>().SingleAsync());
        var services = await Data.BegunServices(
            Case,
            ClerkStaff,
            [CourtDataServing.Recipient(Case.Parties[0], ways: [Sms]), CourtDataServing.Recipient(Case.Parties[0], agent, ways: [s_weChat])]
        );
        await Deliver(services[1]);

        var rows = (await Recipients(services[0])).Rows;

        var party = rows.Single(r => !r.IsAgent);
        Assert.Equal(
            (ServiceState.Effective, "原告的代理律师"),
            (party.State, party.Serving[party.Copies[0].ServedByAttemptId!.Value].AgentRole)
        );
        Assert.Equal(("陈**", "138****8000"), (party.Name, party.Attempts[0].Address));
    }

    [Fact]
    public async Task Recipients_come_page_by_page_and_by_what_is_left_to_do()
    {
        var recipients = Enumerable.Range(0, 5).Select(_ => CourtDataServing.Recipient(Case.Parties[0], ways: [Sms])).ToList();
        var services = await Data.BegunServices(Case, ClerkStaff, recipients);
        await Fail(services[3]);
        await Withdrawn(services[4]);

        var first = await Data.Use(
            (ServiceTaskQueries q) => q.Recipients(services[0].TaskId, RecipientFilter.All, null, Clerk, default, 3)
        );
        var second = await Data.Use(
            (ServiceTaskQueries q) => q.Recipients(services[0].TaskId, RecipientFilter.All, first.Next, Clerk, default, 3)
        );
        Assert.Equal(services.Select(s => s.Id), first.Rows.Concat(second.Rows).Select(r => r.ServiceId));
        Assert.Null(second.Next);
        Assert.Equal(services[3].Id, (await Recipients(services[0], RecipientFilter.Failed)).Rows.Single().ServiceId);
        Assert.Equal(4, (await Recipients(services[0], RecipientFilter.Open)).Rows.Count);
    }

    [Fact]
    public async Task The_list_is_filtered_by_state_and_counts_what_is_under_way()
    {
        var open = await Begun(Sms);
        var done = await Begun(Sms);
        await Deliver(done);
        var failed = await Begun(Sms);
        await Fail(failed);
        var withdrawn = await Begun(Sms);
        await Data.Use((WithdrawServiceTask u) => u.Handle(withdrawn.TaskId, "有误", Clerk, default));
        var (waiting, _) = await Data.ConfirmedTask(Case, ClerkStaff);

        var judge = await Data.Staff(Role.Judge, await Data.Division());
        await Data.Seat(Case, judge);
        foreach (
            var (mine, by) in new[]
            {
                (true, Clerk),
                (false, Clerk),
                (false, await Data.ActorOf(judge)),
                (false, await Data.ActorOf(await Data.Staff(Role.DivisionHead, await Data.Division()))),
                (false, await Data.ActorOf(await Data.Staff(Role.President, await Data.Division()))),
            }
        )
        {
            Assert.Equal([waiting.Id, withdrawn.TaskId, failed.TaskId, done.TaskId, open.TaskId], await Listed(TaskFilter.All));
            Assert.Equal([waiting.Id, failed.TaskId, open.TaskId], await Listed(TaskFilter.Open));
            Assert.Equal([failed.TaskId], await Listed(TaskFilter.Failed));
            Assert.Equal([done.TaskId], await Listed(TaskFilter.Done));
            Assert.Equal([withdrawn.TaskId], await Listed(TaskFilter.Withdrawn));

            async Task<IEnumerable<Guid>> Listed(TaskFilter filter) =>
                (await Data.Use((ServiceTaskQueries q) => q.List(mine, filter, null, by, default)))
                    .Rows.Select(t => t.Id)
                    .OrderByDescending(i => i);
        }

        Assert.Equal(3, (await Data.Use((ServiceTaskQueries q) => q.UnderWay(Clerk, default))).Total);
    }

    [Fact]
    public async Task A_judge_pages_through_the_tasks_of_every_case_they_sit_on_and_each_stands_once()
    {
        var judge = await Data.Staff(Role.Judge, await Data.Division());
        await Data.Seat(Case, judge);
        var own = await Data.Case(judge: judge);
        List<Guid> confirmed = [];
        for (var i = 0; i < 30; i++)
        {
            confirmed.Add((await Begun(Sms)).TaskId);
            var services = await Data.BegunServices(own, ClerkStaff, [CourtDataServing.Recipient(own.Parties[0], ways: [Sms])]);
            confirmed.Add(services[0].TaskId);
            Clock.Now += TimeSpan.FromSeconds(i % 3); // some at the same moment
        }

        var by = await Data.ActorOf(judge);
        foreach (var filter in new[] { TaskFilter.All, TaskFilter.Open })
        {
            var first = await Data.Use((ServiceTaskQueries q) => q.List(false, filter, null, by, default));
            var second = await Data.Use((ServiceTaskQueries q) => q.List(false, filter, first.Next, by, default));
            Assert.Equal((50, 10), (first.Rows.Count, second.Rows.Count));
            Assert.Null(second.Next);
            Assert.Equivalent(confirmed, first.Rows.Concat(second.Rows).Select(r => r.Id), strict: true);
        }
    }

    [Fact]
    public async Task Who_has_nothing_to_do_with_the_case_sees_neither_task_nor_service_nor_document()
    {
        var service = await Begun(Sms);
        var document = service.Copies[0].DocumentId;
        foreach (
            var by in new[]
            {
                await Data.ActorOf(await Data.Staff(Role.Clerk, await Data.Division(DivisionKind.Criminal))),
                await Data.ActorOf(await Data.Staff(Role.President, await Data.Division(court: "tianhe"))),
                await Data.ActorOf(await Data.Staff(Role.Judge, await Data.Division())),
                await Data.ActorOf(await Data.Staff(Role.HotlineAgent, await Data.Division())),
            }
        )
        {
            Assert.Null(await Data.Use((ServiceTaskQueries q) => q.Head(service.TaskId, by, default)));
            Assert.Empty(
                (await Data.Use((ServiceTaskQueries q) => q.Recipients(service.TaskId, RecipientFilter.All, null, by, default))).Rows
            );
            Assert.Empty((await Data.Use((ServiceTaskQueries q) => q.List(false, TaskFilter.All, null, by, default))).Rows);
            Assert.Null(await Data.Use((ServiceDetailQueries q) => q.Read(service.Id, by, default)));
            await Refused("service.document_not_found", () => Data.Use((OpenServedDocument u) => u.Handle(document, by, default)));
        }
    }

    [Fact]
    public async Task A_look_by_staff_is_traced_at_the_task_and_opens_nothing_for_the_recipient()
    {
        var service = await Begun(Sms);
        var head = await Data.ActorOf(await Data.Staff(Role.DivisionHead, await Data.Division()));
        var (document, bytes) = await Data.Use((OpenServedDocument u) => u.Handle(service.Copies[0].DocumentId, head, default));
        await using (bytes)
        {
            using var read = new MemoryStream();
            await bytes.CopyToAsync(read);
            Assert.Equal(document.Sha256, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(read.ToArray())));
        }

        Assert.Equal((null, AttemptState.Queued), ((await Stored(service)).Copies[0].OpenedAt, (await Stored(service)).Attempts[0].State));
        var row = await Data.Use(
            (CourtDb db) => db.Set<TraceRow>().SingleAsync(t => t.SubjectId == service.TaskId && t.Kind == ServiceFacts.DocumentViewed)
        );
        Assert.Equal((head.Id, $"{document.Serial}《判决书》"), (row.ActorId, ServiceTaskTrace.Words(row)));
        Assert.False((await Data.Use((ServiceDetailQueries q) => q.Read(service.Id, head, default)))!.MayHandle);
    }

    private Domain.Litigants.Litigant Litigant { get; } = Domain.Litigants.Litigant.SignUp("13800138000", null, DateTimeOffset.UnixEpoch);

    private Task Change(Service service, Action<Service> act) =>
        Data.Use((ServiceDesk desk) => desk.Change(service.Id, Clerk, (s, _) => act(s), default));

    private Task Withdrawn(Service service) => Change(service, s => s.Withdraw("有误", Clerk, Now));

    private Task<Page<RecipientRow>> Recipients(Service service, RecipientFilter filter = RecipientFilter.All) =>
        Data.Use((ServiceTaskQueries q) => q.Recipients(service.TaskId, filter, null, Clerk, default));

    private async Task<ServiceTaskHead> Head(Service service) =>
        (await Data.Use((ServiceTaskQueries q) => q.Head(service.TaskId, Clerk, default)))!;

    private async Task<IReadOnlyList<ServiceTaskRow>> List(TaskFilter filter = TaskFilter.All) =>
        (await Data.Use((ServiceTaskQueries q) => q.List(true, filter, null, Clerk, default))).Rows;
}
