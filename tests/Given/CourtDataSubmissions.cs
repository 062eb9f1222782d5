using Domain.Cases;
using Domain.Litigants;
using Domain.Organisation;
using Domain.Submissions;
using Domain.WorkOrders;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Given;

/// <summary>Those who hand in materials and those who review them.</summary>
/// <param name="Plaintiff">With an account, as the defendant has one.</param>
public sealed record SubmissionScene(Case Case, Litigant Plaintiff, Litigant Defendant, Staff Judge, Staff Clerk);

public static class CourtDataSubmissions
{
    /// <summary>A case with a judge and a clerk, whose two parties have verified accounts.</summary>
    public static async Task<SubmissionScene> SubmissionScene(
        this CourtData data,
        CaseRestriction restriction = CaseRestriction.None,
        CaseState state = CaseState.Filed
    )
    {
        var division = await data.Division();
        var (judge, clerk) = (await data.Staff(Role.Judge, division), await data.Staff(Role.Clerk, division));
        await data.Staff(Role.LiaisonOfficer, await data.Division(DivisionKind.Filing));
        var (plaintiff, defendant) = (await data.Litigant("陈建华"), await data.Litigant("李大强"));
        var @case = await data.Case(plaintiff, division, judge, restriction: restriction, defendant: defendant.Name!, state: state);
        await data.Use(
            async (CourtDb db) =>
            {
                var stored = await db.Set<Case>().Include(c => c.Parties).SingleAsync(c => c.Id == @case.Id);
                stored.ClerkId = clerk.Id;
                stored.Parties.Single(p => p.Role == PartyRole.Defendant).IdentityKey = defendant.IdentityKey!;
                await db.SaveChangesAsync();
            }
        );
        return new SubmissionScene(@case, plaintiff, defendant, judge, clerk);
    }

    /// <summary>Other material with one file, as the phone sends it.</summary>
    public static async Task<Submission> Submission(
        this CourtData data,
        Case @case,
        Litigant by,
        SubmissionKind kind = SubmissionKind.OtherMaterial,
        IReadOnlyCollection<SubmittedAnswer>? answers = null
    )
    {
        var rule = SubmissionKinds.Of(kind);
        List<GivenFile> files = [];
        foreach (var part in rule.Parts.Where(p => p.IsRequired))
            files.Add(new GivenFile((await data.UploadedPaper(by.AsActor())).Id, part.Key) { Title = part.Title, Proves = "欠款" });
        var request = new SendSubmission.Request(Channel.WeChat, @case.Id, kind) { Answers = answers ?? [], Files = files };
        return (await data.Use((SendSubmission send) => send.Handle(Guid.CreateVersion7(), request, by.AsActor(), default))).Submission;
    }
}
