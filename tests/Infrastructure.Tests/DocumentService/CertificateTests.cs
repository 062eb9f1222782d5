using Domain.DocumentService;
using Domain.Organisation;
using Domain.Shared;
using Given;
using Infrastructure.DocumentService.Certificates;
using Infrastructure.DocumentService.Envelopes;
using Infrastructure.Files;
using Infrastructure.Pdf;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Infrastructure.Tests.DocumentService;

/// <summary>What a certificate says, and who gets one.</summary>
public sealed class CertificateTests(TestDatabase database) : CertificateTest(database)
{
    [Fact]
    public async Task A_certificate_is_a_whole_PDF_in_the_store_with_a_number_and_what_it_certifies()
    {
        var service = await Served();
        var certificate = await Issue(service);
        Assert.Equal("SDHZ20261120-000001", certificate.Number);
        Assert.Equal((service.Version, service.TraceHash), (certificate.ServiceVersion, certificate.ServiceHash));
        var document = Assert.Single(certificate.Documents);
        Assert.Equal(
            ("判决书", ServiceStanding.Effective, new DateOnly(2026, 11, 20), ServiceRule.Arrival),
            (document.Title, document.Standing, document.EffectiveOn!.Value, document.Rule!.Value)
        );

        var path = Data.Services.GetRequiredService<DiskFiles>().PathOf(certificate.Sha256);
        Assert.Equal(certificate.Pages, await PdfMerge.PageCount(path, default));
        Assert.InRange(certificate.Pages, 1, 3);
        var (_, pdf) = await Data.Use((OpenCertificate open) => open.Handle(certificate.Id, By, default));
        await using (pdf)
            Assert.StartsWith("%PDF-", new StreamReader(pdf).ReadLine());
    }

    [Fact]
    public async Task The_voucher_says_channel_masked_address_basis_hashes_times_conclusion_rule_limit_and_the_whole_trace()
    {
        var service = await Served();
        var html = await Html<VoucherSheet>(service, CertificateKind.Voucher);
        var trace = await Data.Use((CourtDb db) => db.Set<TraceRow>().Where(t => t.SubjectId == service.Id).ToListAsync());
        var sha256 = await Data.Use((CourtDb db) => db.Set<ServedDocument>().Select(d => d.Sha256).SingleAsync());
        string[] said =
        [
            (await Data.Court()).FullName,
            "电子送达凭证",
            "SDHZ-test",
            "民间借贷纠纷",
            "陈建华（原告）",
            "吴佳乐",
            "确认书 2026-06-08",
            "短信链接",
            "138****8000",
            "本人确认",
            "地址确认书",
            sha256,
            "2026 年 11 月 20 日已送达",
            "人民法院在线诉讼规则第三十一条",
            "上诉期 15 日，至 2026 年 12 月 7 日（民事诉讼法第一百七十一条）",
            "2026-11-20 10:26:00",
            service.TraceHash,
            "以最新凭证为准",
            "不是人民法院印章",
            .. trace.Select(t => t.Hash[..16]),
            .. trace.Select(ServiceTrace.Words),
        ];
        Assert.All(said, words => Assert.Contains(words, html, StringComparison.Ordinal));
        Assert.DoesNotContain("13800138000", html, StringComparison.Ordinal);
        Assert.DoesNotContain("电子签章", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_return_form_has_every_field_of_the_law()
    {
        var html = await Html<ReturnSheet>(await Served(), CertificateKind.Return);
        string[] fields =
        [
            "案由",
            "案号",
            "送达文书名称",
            "件数",
            "受送达人",
            "送达地址",
            "签名或者盖章",
            "代收人",
            "代收理由",
            "备考",
            "填发人",
            "送达人",
            "1．判决书　1 件（1 页）",
        ];
        Assert.All(fields, words => Assert.Contains(words, html, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_state_gives_the_same_certificate_and_a_later_fact_a_new_one_beside_it()
    {
        var service = await Served();
        var first = await Issue(service);
        Assert.Equal((first.Id, first.Sha256), ((await Issue(service)).Id, (await Issue(service)).Sha256));
        var form = await Issue(service, CertificateKind.Return);
        Assert.NotEqual(first.Number, form.Number);

        await Change(service, s => s.AskForPaper(Actor.System, Clock.GetUtcNow()));
        var later = await Issue(service);
        Assert.NotEqual(first.Number, later.Number);
        Assert.Equal("同一送达后来又出具了凭证，以最新凭证为准。", (await Verified(first.Number, first.VerifyCode)).Remark);
        Assert.Equal("", (await Verified(later.Number, later.VerifyCode)).Remark);
        var listed = await Data.Use((CertificateQueries q) => q.Issued(null, By, default));
        Assert.Equal(
            [(later.Number, true), (form.Number, true), (first.Number, false)],
            listed.Rows.OrderByDescending(r => r.Number).Select(r => (r.Number, r.IsNewest))
        );
    }

    [Fact]
    public async Task What_has_not_been_served_or_not_electronically_has_no_voucher()
    {
        var pending = (await Data.BegunServices(await Data.Case(), Clerk)).Single();
        Assert.Equal("service.not_served", (await Refused(pending)).Code);

        var @case = await Data.Case();
        var byPost = (
            await Data.BegunServices(
                @case,
                Clerk,
                [
                    CourtDataServing.Recipient(
                        @case.Parties[0],
                        ways: new PlannedWay(ServiceChannel.Post, "广州市越秀区东风中路 268 号 510030", AddressBasis.Confirmed)
                    ),
                ]
            )
        ).Single();
        await Change(
            byPost,
            s =>
            {
                s.Delivered(s.Attempts[0].Id, Clock.GetUtcNow(), Clock.GetUtcNow());
                s.Sign(
                    s.Copies[0].DocumentId,
                    ServiceChannel.Post,
                    null,
                    "法院专递回执",
                    Actor.Litigant(Guid.CreateVersion7(), "陈建华"),
                    Clock.GetUtcNow()
                );
            }
        );
        Assert.Equal("service.not_electronic", (await Refused(byPost)).Code);
        Assert.Equal(ServiceRule.PostReceipt, (await Issue(byPost, CertificateKind.Return)).Documents.Single().Rule);
    }

    [Fact]
    public async Task Nobody_issues_or_opens_a_certificate_of_services_that_are_not_theirs()
    {
        var service = await Served();
        var certificate = await Issue(service);
        var stranger = await Data.ActorOf(await Data.Staff(Role.Clerk, await Data.Division(court: "panyu")));
        Assert.Equal("service.not_found", (await Assert.ThrowsAsync<RefusedException>(() => Issue(service, by: stranger))).Code);
        Assert.Equal(
            "certificate.not_found",
            (
                await Assert.ThrowsAsync<RefusedException>(() =>
                    Data.Use((OpenCertificate open) => open.Handle(certificate.Id, stranger, default))
                )
            ).Code
        );
        Assert.Empty((await Data.Use((CertificateQueries q) => q.Issued(null, stranger, default))).Rows);
        Assert.Equal(
            "service_task.not_found",
            (
                await Assert.ThrowsAsync<RefusedException>(() =>
                    Data.Use((MergeCertificates merge) => merge.Handle(service.TaskId, CertificateKind.Voucher, stranger, default))
                )
            ).Code
        );
        Assert.Equal(
            "service_task.not_found",
            (
                await Assert.ThrowsAsync<RefusedException>(() =>
                    Data.Use((PrintEnvelopes print) => print.Handle(service.TaskId, stranger, default))
                )
            ).Code
        );
    }

    [Fact]
    public async Task Facts_that_arrive_while_certificates_are_issued_are_in_them_whole_or_not_at_all()
    {
        var service = await Served();
        var facts = Task.Run(async () =>
        {
            for (var i = 0; i < 12; i++)
            {
                Clock.Now += TimeSpan.FromSeconds(1);
                await Change(
                    service,
                    s => s.Open(s.Copies[0].DocumentId, ServiceChannel.SmsLink, "已验手机码 138****8000", Actor.System, Clock.GetUtcNow())
                );
            }
        });
        List<ServiceCertificate> issued = [];
        while (!facts.IsCompleted)
            issued.Add(await Issue(service));
        await facts;
        issued.Add(await Issue(service));

        var hashes = await Data.Use(
            (CourtDb db) => db.Set<TraceRow>().Where(t => t.SubjectId == service.Id).ToDictionaryAsync(t => t.Sequence, t => t.Hash)
        );
        Assert.All(issued, c => Assert.Equal(hashes[c.ServiceVersion], c.ServiceHash));
        Assert.Equal(issued.DistinctBy(c => c.ServiceVersion).Count(), issued.DistinctBy(c => c.Number).Count());
        Assert.Equal(hashes.Keys.Max(), issued[^1].ServiceVersion);
    }

    [Fact]
    public async Task Two_who_ask_at_once_get_the_same_certificate()
    {
        var service = await Served();
        var both = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Issue(service)));
        Assert.Single(both.DistinctBy(c => c.Id));
    }

    [Fact]
    public async Task Merged_certificates_stand_in_the_order_of_the_task_and_who_has_none_is_named()
    {
        var @case = await Data.Case();
        var services = await Data.BegunServices(
            @case,
            Clerk,
            [CourtDataServing.Recipient(@case.Parties[0]), CourtDataServing.Recipient(@case.Parties[1])],
            DocumentKind.Judgment,
            DocumentKind.Other
        );
        await Change(services[1], s => s.Delivered(s.Attempts[0].Id, Clock.GetUtcNow(), Clock.GetUtcNow()));
        var certificate = await Issue(services[1]);

        var (_, listed) = (
            await Data.Use((CertificateQueries q) => q.OfTask(services[0].TaskId, CertificateKind.Voucher, By, default))
        )!.Value;
        Assert.Equal([(services[0].Id, null), (services[1].Id, certificate.Number)], listed.Select(s => (s.ServiceId, s.Number)));
        var (path, number) = await Data.Use(
            (MergeCertificates merge) => merge.Handle(services[0].TaskId, CertificateKind.Voucher, By, default)
        );
        Assert.Equal((1 + certificate.Pages, services[0].TaskNumber), (await PdfMerge.PageCount(path, default), number));
        File.Delete(path);
    }
}
