using Domain.DocumentService;
using Domain.Notifications;
using Domain.Organisation;
using Domain.Shared;
using Given;
using Infrastructure.DocumentService;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Tests.DocumentService;

public sealed class RetryAndWithdrawTests : ServiceDeskTest
{
    private static readonly PlannedWay s_email = new(ServiceChannel.Email, "zhang@example.com", AddressBasis.Confirmed, "地址确认书");

    [Fact]
    public async Task Only_what_failed_is_sent_again_and_only_once()
    {
        var service = await Begun(Sms, s_email);
        await Deliver(service);
        await Fail(service, 1, "smtp_552");

        Assert.Equal(1, await Retry(service));

        var attempts = (await Stored(service)).Attempts;
        Assert.Equal([ServiceChannel.SmsLink, ServiceChannel.Email, ServiceChannel.Email], attempts.Select(a => a.Channel));
        Assert.Equal(
            (attempts[1].Id, AttemptState.Queued, "zhang@example.com"),
            (attempts[2].RetriesId!.Value, attempts[2].State, attempts[2].Address)
        );
        await Refused("service_entry.nothing_to_retry", () => Retry(service));
        Assert.Equal(3, await Data.Use((CourtDb db) => db.Set<Notice>().CountAsync(n => n.SubjectId == service.Id)));

        await Fail(service, 2, "smtp_552");
        Assert.Equal(1, await Retry(service)); // the repetition failed too
    }

    [Fact]
    public async Task Two_clerks_who_retry_at_the_same_moment_send_once()
    {
        var service = await Begun(Sms);
        await Fail(service);
        var colleague = await Data.ActorOf(await Data.Staff(Role.Clerk, await Data.Division()));
        var results = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(async i =>
                {
                    try
                    {
                        return await Data.Use(
                            (RetryFailedAttempts u) => u.Handle(new() { TaskId = service.TaskId }, i % 2 == 0 ? Clerk : colleague, default)
                        );
                    }
                    catch (Domain.Shared.RefusedException)
                    {
                        return 0;
                    }
                })
        );
        Assert.Equal(1, results.Sum());
        Assert.Equal(2, (await Stored(service)).Attempts.Count);
    }

    [Fact]
    public async Task A_withdrawn_task_sends_nothing_more_and_what_was_served_stays_served()
    {
        List<PlannedRecipient> recipients =
        [
            CourtDataServing.Recipient(Case.Parties[0], ways: [Sms, Post]),
            CourtDataServing.Recipient(Case.Parties[1], ways: [Sms]),
        ];
        var services = await Data.BegunServices(Case, ClerkStaff, recipients);
        await Deliver(services[0]);
        await Refused("service.reason_missing", () => Withdraw(services[0], ""));

        await Withdraw(services[0], "文书有误");
        await Withdraw(services[0], "文书有误"); // finishes what is left: nothing
        await Refused("service_task.withdrawn", () => Withdraw(services[0], "重复送达")); // a colleague was faster

        var (served, open) = (await Stored(services[0]), await Stored(services[1]));
        Assert.Equal(
            (ServiceState.Effective, AttemptState.Delivered, AttemptState.Withdrawn),
            (served.State, served.Attempts[0].State, served.Attempts[1].State)
        );
        Assert.Equal((ServiceState.Withdrawn, AttemptState.Withdrawn), (open.State, open.Attempts[0].State));
        Assert.Equal(
            NoticeState.Expired,
            await Data.Use((CourtDb db) => db.Set<Notice>().Where(n => n.SubjectId == open.Id).Select(n => n.State).SingleAsync())
        );
        var task = await Data.Use((CourtDb db) => db.Set<ServiceTask>().SingleAsync(t => t.Id == open.TaskId));
        Assert.Equal((ServiceTaskState.Withdrawn, "文书有误"), (task.State, task.Reason));
        Assert.Single(await Words(served, ServiceFacts.Withdrawn));
        await Refused("service.withdrawn", () => Retry(open));
    }

    [Fact]
    public async Task Of_several_documents_the_one_that_was_served_stays_so_and_only_the_others_are_withdrawn()
    {
        var way = new PlannedWay(ServiceChannel.SmsLink, "13800138000", AddressBasis.Found, "户籍信息");
        var recipient = CourtDataServing.Recipient(Case.Parties[0], consent: "", ways: way);
        var service = (
            await Data.BegunServices(Case, ClerkStaff, [recipient], DocumentKind.Judgment, DocumentKind.AppealFeeNotice)
        ).Single();
        var judgment = service.Copies.Single(c => c.Kind == DocumentKind.Judgment);
        await Data.ChangeService(service, s => s.Delivered(s.Attempts[0].Id, Now, Now));
        await Data.ChangeService(
            service,
            s =>
                s.Sign(
                    judgment.DocumentId,
                    ServiceChannel.SmsLink,
                    null,
                    "已验手机码",
                    Actor.Litigant(Guid.CreateVersion7(), "陈建华"),
                    Now
                )
        );
        Assert.Equal(ServiceState.UnderWay, (await Stored(service)).State);

        await Withdraw(service, "文书有误");
        await Data.ChangeService(service, s => s.NoteReply(s.Attempts[0].Id, Now, "收到", Clerk, Now)); // of what was not withdrawn

        var stored = await Stored(service);
        Assert.Equal((ServiceState.Effective, ChinaTime.DayOf(Now)), (stored.State, stored.EffectiveOn!.Value));
        Assert.Equal([false, true], stored.Copies.Select(c => c.IsWithdrawn));
        Assert.Equal(new DateOnly(2026, 12, 7), stored.Copies[0].LimitEndsOn);
        Assert.Null(stored.Copies[1].EffectiveOn);
        Assert.Equal([$"《{stored.Copies[1].Title}》，文书有误"], await Words(service, ServiceFacts.Withdrawn));
        var head = (await Data.Use((ServiceTaskQueries q) => q.Head(service.TaskId, Clerk, default)))!;
        Assert.Equal((TaskStanding.WithdrawnInPart, TaskWithdrawal.Done), (head.Standing, head.Withdrawal));
        Assert.True((await Data.VerifyTrace()).IsIntact);

        await Data.Use((ProposeEffect p) => p.Run(default));
        Assert.Equal(1, (await Data.Use((CourtDb db) => db.Set<EffectiveJudgment>().SingleAsync())).Served);
    }

    [Fact]
    public async Task A_report_that_comes_after_the_withdrawal_shows_that_it_was_served_and_it_stays_so()
    {
        var service = await Begun(Sms);
        await Data.ChangeService(service, s => s.Sent(s.Attempts[0].Id, Now, Now));
        await Withdraw(service, "文书有误");
        Assert.Equal(ServiceState.Withdrawn, (await Stored(service)).State);

        await Data.ChangeService(service, s => s.Delivered(s.Attempts[0].Id, Now, Now));

        var stored = await Stored(service);
        Assert.Equal((ServiceState.Effective, false), (stored.State, stored.Copies.Single().IsWithdrawn));
        Assert.True((await Data.VerifyTrace()).IsIntact);
    }

    [Fact]
    public async Task A_task_that_has_not_begun_never_begins_after_its_withdrawal()
    {
        var (task, plan) = await Data.ConfirmedTask(Case, ClerkStaff);
        await Data.Use((WithdrawServiceTask u) => u.Handle(task.Id, "选错了案件", Clerk, default));
        Assert.Equal(
            ServicePlanState.Withdrawn,
            await Data.Use((CourtDb db) => db.Set<ServicePlan>().Where(p => p.Id == plan.Id).Select(p => p.State).SingleAsync())
        );
    }

    [Fact]
    public async Task Others_neither_retry_nor_withdraw()
    {
        var service = await Begun(Sms);
        await Fail(service);
        foreach (
            var by in new[]
            {
                await Data.ActorOf(await Data.Staff(Role.Clerk, await Data.Division(DivisionKind.Criminal))),
                await Data.ActorOf(await Data.Staff(Role.President, await Data.Division())),
                CourtData.ActorOf(await Data.Litigant()),
            }
        )
        {
            await Refused(
                "service_task.not_found",
                () => Data.Use((RetryFailedAttempts u) => u.Handle(new() { TaskId = service.TaskId }, by, default))
            );
            await Refused("service_task.not_found", () => Data.Use((WithdrawServiceTask u) => u.Handle(service.TaskId, "x", by, default)));
        }
    }

    /// <summary>Refused by the recipient, the mail has served by coming back (MAIL 11): nothing of it has failed.</summary>
    [Fact]
    public async Task What_served_by_coming_back_is_not_sent_again()
    {
        var service = await Begun(Post);
        await Data.Use((RecordPosting u) => u.Handle(service.Id, service.Attempts[0].Id, "EY123456789CN", Now, Clerk, default));
        await Data.Use(
            (RecordReturn u) =>
                u.Handle(service.Id, service.Attempts[0].Id, new DateOnly(2026, 11, 20), ReturnReason.Refused, false, Clerk, default)
        );
        await Refused("service_entry.nothing_to_retry", () => Retry(service));
        var counts = (await Data.Use((ServiceTaskQueries q) => q.Head(service.TaskId, Clerk, default)))!.Counts;
        Assert.Equal((1, 0), (counts.Delivered, counts.Failed));
    }

    private Task<int> Retry(Service service) =>
        Data.Use((RetryFailedAttempts u) => u.Handle(new() { TaskId = service.TaskId }, Clerk, default));

    private Task Withdraw(Service service, string reason) =>
        Data.Use((WithdrawServiceTask u) => u.Handle(service.TaskId, reason, Clerk, default));
}
