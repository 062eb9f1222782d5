using Bunit;
using Domain.Attachments;
using Domain.Cases;
using Domain.Handling;
using Domain.Litigants;
using Domain.Organisation;
using Domain.Shared;
using Domain.Submissions;
using Domain.WorkOrders;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Portal.Submissions;

namespace Portal.Tests.Submissions;

/// <summary>A case with a judge and a clerk, and what its plaintiff hands in.</summary>
public abstract class SubmissionPageTest(TestDatabase database) : DeskTest(database)
{
    private protected async Task<(Actor Judge, Actor Clerk, Case Case, Litigant Person)> Desk()
    {
        var desk = await Data.SubmissionScene();
        return (await Data.ActorOf(desk.Judge), await Data.ActorOf(desk.Clerk), desk.Case, desk.Plaintiff);
    }

    /// <summary>As the phone sends it.</summary>
    private protected async Task<Submission> Evidence(Case @case, Litigant person)
    {
        var by = CourtData.ActorOf(person);
        var file = new GivenFile((await Data.UploadedPaper(by)).Id, "evidence")
        {
            Title = "转账记录",
            Source = "手机银行",
            Proves = "证明还过钱",
        };
        var request = new SendSubmission.Request(Channel.WeChat, @case.Id, SubmissionKind.Evidence) { Files = [file] };
        return (await Data.Use((SendSubmission send) => send.Handle(Guid.CreateVersion7(), request, by, default))).Submission;
    }

    /// <summary>Whatever may be handed in on that day.</summary>
    private protected async Task<Submission> Sent(
        Case @case,
        Litigant person,
        SubmissionKind kind,
        string? account = null,
        string? holder = null
    )
    {
        var by = CourtData.ActorOf(person);
        var file = (await Data.UploadedPaper(by)).Id;
        return await Data.Use(
            async (CourtDb db) =>
            {
                var now = Clock.GetUtcNow();
                var of = await db.Set<Case>().Include(c => c.Parties).SingleAsync(c => c.Id == @case.Id);
                var owner = await db.Set<Staff>().SingleAsync(s => s.Id == of.JudgeId);
                var post = await db.Set<Post>().FirstAsync(p => p.StaffId == owner.Id);
                var id = Guid.CreateVersion7();
                var seal = await Data.Use((ISecretSeal s) => Task.FromResult(s));
                var number = await Data.Use((INumberSource n) => n.Next(Submission.Numbers, ChinaTime.DayOf(now), default).AsTask());
                var sent = new NewSubmission(
                    id,
                    number,
                    kind,
                    of,
                    new Submitter(person.Id, person.Name!, person.Phone!, of.Parties.OrderBy(p => p.Position).First(), null)
                )
                {
                    Channel = Channel.WeChat,
                    Files =
                    [
                        (
                            new GivenFile(file, SubmissionKinds.Of(kind).Parts[0].Key),
                            await db.Set<Attachment>().SingleAsync(a => a.Id == file)
                        ),
                    ],
                    Answers = account is null
                        ? []
                        :
                        [
                            new()
                            {
                                SubmissionId = id,
                                Key = "account",
                                Value = account[^4..],
                                Closed = seal.Seal(account, id),
                            },
                            new()
                            {
                                SubmissionId = id,
                                Key = "holder",
                                Value = holder ?? person.Name!,
                            },
                        ],
                };
                var settings = new SubmissionSettings();
                var calendar = await Data.Use((Domain.Calendar.ICalendars c) => c.Current(default).AsTask());
                var submission = Submission.Send(
                    sent,
                    new Owner(owner.Id, owner.Name, Role.Judge, post.CourtId, post.DivisionId, "民一庭"),
                    of.ClerkId,
                    settings.Ladder(kind, calendar, now),
                    by,
                    now
                );
                db.Add(submission);
                await db.SaveChangesAsync();
                return submission;
            }
        );
    }

    private protected Task<Submission> Stored(Guid id) =>
        Data.Use((CourtDb db) => db.Set<Submission>().AsNoTracking().SingleAsync(s => s.Id == id));

    private protected IRenderedComponent<SubmissionsPage> Opened(Actor me, Guid id) =>
        Render<SubmissionsPage>(p => p.AddCascadingValue(me).Add(x => x.Id, id));

    /// <summary>The files were compared: now the button sends.</summary>
    private protected static void Ready(IRenderedComponent<SubmissionsPage> page)
    {
        page.WaitForElement("[data-sms]");
        page.WaitForAssertion(() => Assert.False(page.Find("[data-send]").HasAttribute("disabled")));
    }
}
