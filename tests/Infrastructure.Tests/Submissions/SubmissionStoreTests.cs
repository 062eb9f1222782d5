using Domain.Attachments;
using Domain.Auditing;
using Domain.Cases;
using Domain.Notifications;
using Domain.Organisation;
using Domain.Partners;
using Domain.Shared;
using Domain.Submissions;
using Given;
using Infrastructure.Keys;
using Infrastructure.Persistence;
using Infrastructure.Submissions;
using Infrastructure.Supervision;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Tests.Submissions;

public sealed class SubmissionStoreTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const string Account = "6222020200112233445";

    [Fact]
    public async Task An_account_lies_sealed_is_shown_by_its_last_digits_and_revealed_to_who_decides_for_a_reason()
    {
        var data = await CourtData.Open(database.ConnectionString("submission_account"));
        var desk = await data.SubmissionScene(state: CaseState.Closed);
        SubmittedAnswer[] answers =
        [
            new("amount", "50"),
            new("reasons", "多交"),
            new("holder", "陈建华"),
            new("bank", "中国银行越秀支行"),
            new("account", "6222 0202 0011 2233 445"),
        ];
        var sent = await data.Submission(desk.Case, desk.Plaintiff, SubmissionKind.FeeRefund, answers);
        var stored = await data.Use(
            (CourtDb db) => db.Set<SubmissionAnswer>().SingleAsync(a => a.SubmissionId == sent.Id && a.Key == "account")
        );
        Assert.Equal("**** 3445", stored.Value);
        Assert.DoesNotContain(Account, stored.Closed, StringComparison.Ordinal);

        var (judge, clerk) = (await data.ActorOf(desk.Judge), await data.ActorOf(desk.Clerk));
        var detail = await data.Use((SubmissionQueries q) => q.Find(sent.Id, judge, default));
        Assert.Equal(["50.00", "多交", "陈建华", "中国银行越秀支行", "**** 3445"], detail!.Answers.Select(a => a.Value));
        Task<string> Reveal(Actor by, string why) => data.Use((RevealAccount r) => r.Handle(sent.Id, "account", why, by, default));
        Assert.Equal("submission.reveal_reason", (await Assert.ThrowsAsync<RefusedException>(() => Reveal(judge, " "))).Code);
        Assert.Equal("submission.not_yours", (await Assert.ThrowsAsync<RefusedException>(() => Reveal(clerk, "转账"))).Code);
        Assert.Equal(Account, await Reveal(judge, "通知财务转账"));
        Assert.True(
            await data.Use(
                (CourtDb db) => db.Set<TraceRow>().AnyAsync(t => t.SubjectId == sent.Id && t.Kind == SubmissionFacts.AccountRevealed)
            )
        );
        await data.Use((Infrastructure.Auditing.KeepAudit keep) => keep.Run(default));
        Assert.True(
            await data.Use((CourtDb db) => db.Set<AuditEntry>().AnyAsync(a => a.SubjectId == sent.Id && a.Kind == AuditKind.Revealed))
        );
    }

    /// <summary>CPL 62: who may not appeal for the party may not take its appeal away either.</summary>
    [Fact]
    public async Task An_agent_without_special_authority_does_not_take_back_the_appeal_of_the_party()
    {
        var data = await CourtData.Open(database.ConnectionString("submission_taken"));
        var desk = await data.SubmissionScene(state: CaseState.Closed);
        var agent = await data.Litigant("赵律师");
        await data.Agent(desk.Case, agent);
        var appeal = await data.Submission(desk.Case, desk.Plaintiff, SubmissionKind.Appeal);
        var other = await data.Submission(desk.Case, desk.Plaintiff);
        Task TakeBack(Submission sent, Actor by) =>
            data.Use((TakeBackSubmission t) => t.Handle(sent.Id, Guid.CreateVersion7(), "", by, default));

        Assert.Equal(
            "submission.needs_authority",
            (await Assert.ThrowsAsync<RefusedException>(() => TakeBack(appeal, agent.AsActor()))).Code
        );
        await TakeBack(other, agent.AsActor());
        await TakeBack(appeal, desk.Plaintiff.AsActor());
    }

    [Fact]
    public async Task Nobody_decides_on_what_came_while_they_were_deciding()
    {
        var data = await CourtData.Open(database.ConnectionString("submission_meanwhile"));
        var desk = await data.SubmissionScene();
        var sent = await data.Submission(desk.Case, desk.Defendant);
        var clerk = await data.ActorOf(desk.Clerk);
        await data.Use((AskSubmitter a) => a.Handle(sent.Id, Guid.CreateVersion7(), new AskedFor(["补签名"]), clerk, default));
        var by = desk.Defendant.AsActor();
        var file = new GivenFile((await data.UploadedPaper(by)).Id, "");
        await data.Use((SupplementSubmission s) => s.Handle(sent.Id, Guid.CreateVersion7(), new("补上了") { Files = [file] }, by, default));
        Task Accept(string seen) =>
            data.Use((AcceptSubmission a) => a.Handle(sent.Id, Guid.CreateVersion7(), new("") { Seen = seen }, clerk, default));

        Assert.Equal("submission.came_meanwhile", (await Assert.ThrowsAsync<RefusedException>(() => Accept(sent.ReceiptHash))).Code);
        await Accept(
            await data.Use((CourtDb db) => db.Set<Submission>().Where(s => s.Id == sent.Id).Select(s => s.ReceiptHash).SingleAsync())
        );
    }

    [Fact]
    public void What_was_sealed_for_one_opens_for_no_other()
    {
        var seal = new SecretSeal(new byte[32]);
        var (mine, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var closed = seal.Seal(Account, mine);
        Assert.Equal(Account, seal.Open(closed, mine));
        Assert.NotEqual(closed, seal.Seal(Account, mine));
        Assert.Throws<InvalidOperationException>(() => seal.Open(closed, other));
        Assert.Throws<InvalidOperationException>(() => new SecretSeal([.. Enumerable.Repeat((byte)1, 32)]).Open(closed, mine));
        Assert.Throws<InvalidOperationException>(() => seal.Open("x", mine));
    }

    [Fact]
    public async Task What_is_late_climbs_what_lapses_goes_on_and_partners_hear_of_it()
    {
        var data = await CourtData.Open(database.ConnectionString("submission_late"));
        var desk = await data.SubmissionScene();
        var sent = await data.Submission(desk.Case, desk.Defendant);
        var clerk = await data.ActorOf(desk.Clerk);
        await data.Use((AskSubmitter a) => a.Handle(sent.Id, Guid.CreateVersion7(), new AskedFor(["补签名"]), clerk, default));
        Assert.Equal(0, await data.Use((LapseSubmissions l) => l.Run(default)));
        await data.Use(
            (CourtDb db) =>
                db.Set<Submission>()
                    .Where(s => s.Id == sent.Id)
                    .ExecuteUpdateAsync(s => s.SetProperty(x => x.SupplementBy, new DateOnly(2020, 1, 2)))
        );
        Assert.Equal(1, await data.Use((LapseSubmissions l) => l.Run(default)));
        var head = await data.Staff(Role.DivisionHead, await data.Division());
        await data.Use((SupervisionSweep sweep) => sweep.Run(default));
        Assert.True(await data.Use((CourtDb db) => db.Set<Submission>().AnyAsync(s => s.Id == sent.Id && s.Level >= 1)));
        var levels = SubmissionNotices.Supervision.Level.Key;
        Assert.True(
            await data.Use(
                (CourtDb db) => db.Set<Notice>().AnyAsync(n => n.SubjectId == sent.Id && n.Kind == levels && n.RecipientId == head.Id)
            )
        );
        var late = await data.Use((SubmissionQueries q) => q.List(SubmissionList.Late, null, clerk, default));
        Assert.Equal(sent.Id, late.Rows.Single().Id);
        var counts = await data.Use((SubmissionQueries q) => q.Counts(clerk, default));
        Assert.Equal((1, 1, 0), (counts[SubmissionList.ToReview], counts[SubmissionList.Late], counts[SubmissionList.Awaiting]));
        var events = await data.Use(
            (CourtDb db) => db.Set<IntegrationEvent>().Where(e => e.SubjectId == sent.Id).OrderBy(e => e.Sequence).ToListAsync()
        );
        Assert.Equal(["toReview", "awaitingSubmitter", "toReview"], events.Select(e => e.State));
        Assert.All(events, e => Assert.Equal((EventKind.MaterialChanged, sent.Number), (e.Kind, e.SubjectNumber)));
    }

    [Fact]
    public async Task One_queue_page_by_page_for_the_people_of_the_case_and_nobody_else()
    {
        var data = await CourtData.Open(database.ConnectionString("submission_queue"));
        var (desk, other) = (await data.SubmissionScene(), await data.SubmissionScene());
        List<Guid> ids = [];
        for (var i = 0; i < 3; i++)
            ids.Add((await data.Submission(desk.Case, desk.Defendant)).Id);
        var theirs = await data.Submission(other.Case, other.Defendant);
        foreach (var by in new[] { await data.ActorOf(desk.Judge), await data.ActorOf(desk.Clerk) })
        {
            var page = await data.Use((SubmissionQueries q) => q.List(SubmissionList.ToReview, null, by, default));
            Assert.Equal(ids, page.Rows.Select(r => r.Id).Order());
            Assert.All(page.Rows, r => Assert.Equal(("李大强", "被告"), (r.Submitter, r.SubmitterRole)));
            Assert.Null(await data.Use((SubmissionQueries q) => q.Find(theirs.Id, by, default)));
            Assert.Equal(
                ids[0],
                await data.Use((SubmissionQueries q) => q.ByNumber(page.Rows.Single(r => r.Id == ids[0]).Number, by, default))
            );
            Assert.Equal(3, (await data.Use((SubmissionQueries q) => q.OfCase(desk.Case.Id, by, default))).Count);
            var refused = await Assert.ThrowsAsync<RefusedException>(() =>
                data.Use((AcceptSubmission a) => a.Handle(theirs.Id, Guid.CreateVersion7(), new(""), by, default))
            );
            Assert.Equal("submission.not_found", refused.Code);
        }

        var clerk = await data.ActorOf(desk.Clerk);
        await data.Use((CourtDb db) => Changed(db, ids[2], new string('0', 64)));
        Assert.False((await data.Use((SubmissionQueries q) => q.Find(ids[2], clerk, default)))!.IsIntact);
        var changed = await Assert.ThrowsAsync<RefusedException>(() =>
            data.Use((RefuseSubmission r) => r.Handle(ids[2], Guid.CreateVersion7(), new("不收"), clerk, default))
        );
        Assert.Equal("submission.file_changed", changed.Code);
        await data.Use((AcceptSubmission a) => a.Handle(ids[1], Guid.CreateVersion7(), new(""), clerk, default));
        var today = await data.Use((SubmissionQueries q) => q.List(SubmissionList.Today, null, clerk, default));
        Assert.Equal(ids[1], today.Rows.Single().Id);
    }

    private static Task<int> Changed(CourtDb db, Guid id, string hash) =>
        db.Set<Attachment>().Where(a => a.SubjectId == id).ExecuteUpdateAsync(s => s.SetProperty(a => a.Sha256, hash));
}
