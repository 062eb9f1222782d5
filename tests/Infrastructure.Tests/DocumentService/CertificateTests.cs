using Domain.DocumentService;
using Domain.Organisation;
using Domain.Shared;
using Given;
using Infrastructure.DocumentService.Certificates;
using Infrastructure.DocumentService.Envelopes;
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

        Assert.Equal(certificate.Pages, await Data.PagesOf(certificate.Sha256));
        Assert.InRange(certificate.Pages, 1, 3);
        var (_, pdf) = await Data.Use((OpenCertificate open) => open.Handle(certificate.Id, By, default));
        await using (pdf)
            Assert.StartsWith("%PDF-", new StreamReader(pdf).ReadLine());
    }

    [Fact]
    public async Task The_voucher_says_channel_whole_address_basis_hashes_times_conclusion_rule_limit_and_the_whole_trace()
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
            "13800138000",
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
            .. trace.Select(t => ServiceTrace.Words(t).Replace("138****8000", "13800138000", StringComparison.Ordinal)),
        ];
        Assert.All(said, words => Assert.Contains(words, html, StringComparison.Ordinal));
        Assert.DoesNotContain("138****8000", html, StringComparison.Ordinal);
        Assert.DoesNotContain("电子签章", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_of_a_service_that_was_withdrawn_in_part_certifies_what_was_served_and_names_the_rest()
    {
        var recipient = CourtDataServing.Recipient(
            (await Data.Case()).Parties[0],
            consent: "",
            ways: new PlannedWay(ServiceChannel.SmsLink, "13800138000", AddressBasis.Found, "户籍信息")
        );
        var @case = await Data.Use((CourtDb db) => db.Set<Domain.Cases.Case>().Include(c => c.Parties).AsNoTracking().SingleAsync());
        var service = (await Data.BegunServices(@case, Clerk, [recipient], DocumentKind.Judgment, DocumentKind.AppealFeeNotice)).Single();
        var judgment = service.Copies.Single(c => c.Kind == DocumentKind.Judgment);
        var me = Actor.Litigant(Guid.CreateVersion7(), "陈建华");
        await Change(service, s => s.Sign(judgment.DocumentId, ServiceChannel.SmsLink, null, "已验手机码", me, Clock.GetUtcNow()));
        await Change(service, s => s.Withdraw("文书有误", By, Clock.GetUtcNow()));

        var html = await Html<VoucherSheet>(service, CertificateKind.Voucher);
        Assert.Contains("2026 年 11 月 20 日已送达", html, StringComparison.Ordinal);
        Assert.Contains("已撤回", html, StringComparison.Ordinal);
        Assert.DoesNotContain("尚未送达", await Html<ReturnSheet>(service, CertificateKind.Return), StringComparison.Ordinal);
        var certificate = await Issue(service);
        Assert.Equal([false, true], certificate.Documents.Select(d => d.IsWithdrawn));
        var verified = await Verified(certificate.Number, certificate.VerifyCode);
        Assert.Equal(["2026 年 11 月 20 日已送达", "已撤回"], verified.Documents.Select(d => d.ConclusionText));
    }

    [Fact]
    public async Task Whoever_signed_on_paper_is_named_whole_in_the_trace_of_the_certificate_too()
    {
        var service = await Served();
        await Change(
            service,
            s =>
                s.Attempt(
                    new PlannedWay(ServiceChannel.InPerson, "", AddressBasis.Found),
                    null,
                    new("https://court.example"),
                    By,
                    Clock.GetUtcNow()
                )
        );
        await Change(
            service,
            s =>
                s.SignedOnPaper(
                    s.Attempts.MaxBy(a => a.Position)!.Id,
                    "陈建华",
                    SignerRelation.Self,
                    "",
                    Clock.GetUtcNow(),
                    null,
                    new ReceivingParty(false, false, []),
                    By,
                    Clock.GetUtcNow()
                )
        );
        var html = await Html<VoucherSheet>(service, CertificateKind.Voucher);
        Assert.Contains("本人 陈建华 签收", html, StringComparison.Ordinal);
        Assert.DoesNotContain("陈*", html, StringComparison.Ordinal);
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
        Assert.Equal(
            $"这是第 1 版，已由第 2 版 {later.Number}（2026 年 11 月 20 日出具）代替，原因：送达有新的记录。以第 2 版为准。",
            (await Verified(first.Number, first.VerifyCode)).Remark
        );
        Assert.Equal(
            $"现行有效。这是第 2 版，代替 {first.Number}，原因：送达有新的记录。",
            (await Verified(later.Number, later.VerifyCode)).Remark
        );
        Assert.Equal("", (await Verified(form.Number, form.VerifyCode)).Remark); // another form is no later edition
        var listed = await Data.Use((CertificateQueries q) => q.Issued(null, By, default));
        Assert.Equal(
            [(later.Number, true), (form.Number, true), (first.Number, false)],
            listed.Rows.OrderByDescending(r => r.Number).Select(r => (r.Number, r.IsNewest))
        );
    }

    [Fact]
    public async Task Every_delivery_that_served_the_party_is_a_row_in_the_order_of_time_with_the_one_basis()
    {
        var @case = await Data.Case();
        var agent = await Data.Agent(@case.Parties[0], "王明");
        var email = new PlannedWay(ServiceChannel.Email, "chen@example.com", AddressBasis.Confirmed, "地址确认书");
        var lawyer = new PlannedWay(ServiceChannel.SmsLink, "13600009117", AddressBasis.Found, "运营商查得");
        var services = await Data.BegunServices(
            @case,
            Clerk,
            [
                CourtDataServing.Recipient(@case.Parties[0], ways: email),
                CourtDataServing.Recipient(@case.Parties[0], ways: lawyer) with
                {
                    ServiceId = Guid.CreateVersion7(),
                    AgentId = agent.Id,
                    Name = "王明",
                    Role = "原告的代理律师",
                },
            ]
        );
        Clock.Now += TimeSpan.FromMinutes(1);
        await Change(services[0], s => s.Failed(s.Attempts[0].Id, "smtp_552", Clock.GetUtcNow(), Clock.GetUtcNow()));
        Clock.Now += TimeSpan.FromMinutes(1);
        await Change(
            services[1],
            s =>
                s.Sign(
                    s.Copies[0].DocumentId,
                    ServiceChannel.SmsLink,
                    null,
                    "确认签收",
                    Actor.Litigant(Guid.CreateVersion7(), "王明"),
                    Clock.GetUtcNow()
                )
        );

        foreach (
            var html in new[]
            {
                await Html<VoucherSheet>(services[0], CertificateKind.Voucher),
                await Html<ReturnSheet>(services[0], CertificateKind.Return),
            }
        )
        {
            Assert.Contains("短信链接　13600009117（经原告的代理律师王明）", html);
            Assert.Contains("chen@example.com", html);
            Assert.Contains("诉讼代理人签收之日（民事诉讼法第八十八条第二款、民事诉讼法解释第一百三十二条）", html);
            Assert.DoesNotContain("第八十七条", html);
            Assert.DoesNotContain("smtp_552", html[..html.IndexOf("反映截至", StringComparison.Ordinal)].Split("三、送达轨迹")[0]);
            Assert.True(
                html.IndexOf("10:27:00", StringComparison.Ordinal) < html.IndexOf("10:28:00 签收", StringComparison.Ordinal)
                    || html.Contains("签收 2026-11-20 10:28:00")
            );
        }

        var certificate = await Issue(services[0]);
        var seen = await Verified(certificate.Number, certificate.VerifyCode);
        Assert.Equal("诉讼代理人签收之日（民事诉讼法第八十八条第二款、民事诉讼法解释第一百三十二条）", seen.Documents.Single().RuleText);
    }

    [Fact]
    public async Task Every_signature_that_a_mediation_statement_rests_on_is_a_row_and_the_other_sides_number_is_not_given_away()
    {
        var @case = await Data.Case();
        var other = new PlannedWay(ServiceChannel.SmsLink, "13600009117", AddressBasis.Confirmed, "地址确认书");
        var services = await Data.BegunServices(
            @case,
            Clerk,
            [CourtDataServing.Recipient(@case.Parties[0]), CourtDataServing.Recipient(@case.Parties[1], ways: other)],
            DocumentKind.MediationStatement
        );
        foreach (var service in services)
        {
            Clock.Now += TimeSpan.FromMinutes(1);
            var signer = Actor.Litigant(Guid.CreateVersion7(), service.RecipientName);
            await Change(service, s => s.Sign(s.Copies[0].DocumentId, ServiceChannel.SmsLink, null, "确认签收", signer, Clock.GetUtcNow()));
        }

        var html = await Html<VoucherSheet>(services[0], CertificateKind.Voucher);
        Assert.Contains("短信链接　13800138000", html);
        Assert.Contains($"短信链接　136****9117（经{services[1].RecipientRole}{services[1].RecipientName}）", html);
        Assert.DoesNotContain("13600009117", html);
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
