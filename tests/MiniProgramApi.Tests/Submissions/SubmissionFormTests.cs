using System.Text;
using Domain.Cases;
using Domain.DocumentService;
using Domain.Notifications;
using Domain.Organisation;
using Domain.Shared;
using Domain.Submissions;
using Infrastructure.Persistence;
using Infrastructure.Submissions;
using Microsoft.EntityFrameworkCore;

namespace MiniProgramApi.Tests.Submissions;

/// <summary>Forms and 生效证明 over HTTP, from the application to the page that verifies the paper.</summary>
[Collection(ApiTest.Name)]
public sealed class SubmissionFormTests(ApiHost host)
{
    [Fact]
    public async Task A_form_is_taken_away_filled_and_sent_as_the_part_that_it_is()
    {
        var (_, @case, phone) = await Desk(CaseState.Heard);
        var word = await phone.Get($"/submissions/forms/hearingExtension?caseId={@case.Id}");
        Assert.Equal((200, DocxForm.ContentType), (word.Status, word.ContentHeaders.ContentType!.MediaType));
        Assert.Equal("PK"u8.ToArray(), word.Bytes[..2]);
        Assert.Contains("%E5%BB%B6%E6%9C%9F", word.ContentHeaders.ContentDisposition!.ToString(), StringComparison.Ordinal);
        var pdf = await phone.Get($"/submissions/forms/appraisal?caseId={@case.Id}&format=pdf");
        Assert.Equal("%PDF", Encoding.ASCII.GetString(pdf.Bytes[..4]));

        object Body(params object[] answers) => new { caseId = @case.Id, answers };
        (await phone.Post("/submissions/forms/otherApplication/pdf", Body())).IsRefused(422, "submission.fields_missing");
        (await phone.Post("/submissions/forms/identity/pdf", Body())).IsRefused(404, "submission.no_form");
        var made = (
            await phone.Post(
                "/submissions/forms/otherApplication/pdf",
                Body(
                    new { key = "subject", value = "更正笔录" },
                    new { key = "claims", value = "请更正第二页" },
                    new { key = "reasons", value = "记错了日期" }
                )
            )
        ).Is(200);
        Assert.Equal("申请书.pdf", (string)made["name"]!);
        var attachment = (Guid)made["attachmentId"]!;
        Assert.Equal(200, (await phone.Get($"/attachments/{attachment}")).Status);
        var sent = (
            await phone.Post(
                "/submissions",
                new
                {
                    id = Guid.CreateVersion7(),
                    caseId = @case.Id,
                    kind = "otherApplication",
                    answers = Array.Empty<object>(),
                    files = new[]
                    {
                        new
                        {
                            attachmentId = attachment,
                            part = "petition",
                            sha256 = (string)made["sha256"]!,
                        },
                    },
                }
            )
        ).Is(201);
        Assert.Equal("petition", (string)sent["files"]![0]!["part"]!);

        var stranger = await host.SignedIn(await host.Data.Litigant("路人"));
        (await stranger.Get($"/submissions/forms/appraisal?caseId={@case.Id}")).IsRefused(404, "submission.case_not_found");
        (await host.Phone().Get($"/submissions/forms/appraisal?caseId={@case.Id}")).IsRefused(401, "auth.required");
    }

    [Fact]
    public async Task An_application_that_the_clerk_agrees_to_brings_a_certificate_that_anybody_verifies()
    {
        var (clerk, @case, phone) = await Desk(CaseState.Closed);
        var id = Guid.CreateVersion7();
        (
            await phone.Post(
                "/submissions",
                new
                {
                    id,
                    caseId = @case.Id,
                    kind = "effectCertificate",
                    answers = Array.Empty<object>(),
                    files = Array.Empty<object>(),
                }
            )
        ).Is(201);
        var by = await host.Data.ActorOf(clerk);
        Task Accept() => host.Data.Use((AcceptSubmission a) => a.Handle(id, Guid.CreateVersion7(), new(""), by, default));
        Assert.Equal("effect_certificate.not_known", (await Assert.ThrowsAsync<RefusedException>(Accept)).Code);
        (await phone.Get($"/submissions/{id}/certificate")).IsRefused(404, "effect_certificate.not_found");

        await Effective(@case);
        await Accept();
        Assert.Equal(1, await host.Data.Use((IssueEffectCertificates i) => i.Run(default)));
        Assert.Equal(0, await host.Data.Use((IssueEffectCertificates i) => i.Run(default)));

        var made = (await phone.Get($"/submissions/{id}")).Is(200)["certificate"]!;
        var pdf = await phone.Get($"/submissions/{id}/certificate");
        Assert.Equal("%PDF", Encoding.ASCII.GetString(pdf.Bytes[..4]));
        var told = await host.Data.Use(
            (CourtDb db) => db.Set<Notice>().Where(n => n.Kind == SubmissionNotices.CertificateReady.Key).ToListAsync()
        );
        Assert.Contains(told, n => n.SubjectId == id);
        var verified = (await host.Phone().Get($"/verifications/{made["number"]}?code={made["code"]}")).Is(200);
        Assert.Equal(
            ("effectCertificate", "生效证明", ""),
            ((string)verified["kind"]!, (string)verified["title"]!, (string)verified["remark"]!)
        );
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(pdf.Bytes)), (string)verified["sha256"]!);
        Assert.DoesNotContain(@case.Number[^6..^1], (string)verified["caseNumber"]!, StringComparison.Ordinal);
        Assert.Contains("2026 年 11 月 5 日", (string)verified["documents"]![0]!["conclusionText"]!, StringComparison.Ordinal);
        (await host.Phone().Get($"/verifications/{made["number"]}?code=WRONGWRONG22")).IsRefused(404, "verification.not_found");
        var stranger = await host.SignedIn(await host.Data.Litigant("路人"));
        (await stranger.Get($"/submissions/{id}/certificate")).IsRefused(404, "effect_certificate.not_found");
    }

    [Fact]
    public async Task The_petition_of_an_accepted_appeal_waits_to_be_served()
    {
        var (clerk, @case, phone) = await Desk(CaseState.Closed);
        var made = (
            await phone.Post(
                "/submissions/forms/appeal/pdf",
                new
                {
                    caseId = @case.Id,
                    answers = new[] { new { key = "claims", value = "撤销原判" }, new { key = "reasons", value = "认定事实不清" } },
                }
            )
        ).Is(200);
        var id = Guid.CreateVersion7();
        var sent = (
            await phone.Post(
                "/submissions",
                new
                {
                    id,
                    caseId = @case.Id,
                    kind = "appeal",
                    answers = Array.Empty<object>(),
                    files = new[] { new { attachmentId = (Guid)made["attachmentId"]!, part = "petition" } },
                }
            )
        ).Is(201);
        var by = await host.Data.ActorOf(clerk);
        await host.Data.Use((AcceptSubmission a) => a.Handle(id, Guid.CreateVersion7(), new(""), by, default));

        Assert.Equal(1, await host.Data.Use((HandOverAppeals h) => h.Run(default)));
        Assert.Equal(0, await host.Data.Use((HandOverAppeals h) => h.Run(default)));
        var document = await host.Data.Use((CourtDb db) => db.Set<CaseDocument>().SingleAsync(d => d.CaseId == @case.Id));
        Assert.Equal((DocumentKind.AppealPetition, (string)sent["number"]!, 1), (document.Kind, document.ExternalId, document.Pages));
    }

    /// <summary>As the trial system says it.</summary>
    private Task Effective(Case @case) =>
        host.Data.Use(
            async (CourtDb db) =>
            {
                db.Set<CaseNode>()
                    .Add(
                        new CaseNode
                        {
                            Id = Guid.CreateVersion7(),
                            CaseId = @case.Id,
                            ExternalId = "n-effective",
                            Kind = CaseNodeKind.Effective,
                            At = ChinaTime.StartOf(new DateOnly(2026, 11, 5)),
                            IsPublic = true,
                        }
                    );
                await db.SaveChangesAsync();
            }
        );

    private async Task<(Staff Clerk, Case Case, Phone Phone)> Desk(CaseState state)
    {
        var division = await host.Data.Division();
        var (judge, clerk) = (await host.Data.Staff(Role.Judge, division), await host.Data.Staff(Role.Clerk, division));
        var litigant = await host.Data.Litigant();
        var @case = await host.Data.Case(litigant, division, judge, state: state);
        await host.Data.Use(
            (CourtDb db) => db.Set<Case>().Where(c => c.Id == @case.Id).ExecuteUpdateAsync(s => s.SetProperty(c => c.ClerkId, clerk.Id))
        );
        return (clerk, @case, await host.SignedIn(litigant));
    }
}
