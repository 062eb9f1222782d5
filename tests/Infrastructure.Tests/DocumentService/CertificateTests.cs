using Domain.Cases;
using Domain.DocumentService;
using Domain.Organisation;
using Domain.Shared;
using Given;
using Infrastructure.DocumentService.Certificates;
using Infrastructure.DocumentService.Envelopes;
using Infrastructure.Files;
using Infrastructure.Pdf;
using Infrastructure.Persistence;
using Infrastructure.Tracing;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Infrastructure.Tests.DocumentService;

public sealed class CertificateTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private static int s_next;
    private readonly StoppedClock _clock = new(new DateTimeOffset(2026, 11, 20, 2, 26, 0, TimeSpan.Zero));
    private CourtData _data = null!;
    private Staff _clerk = null!;
    private Actor _by = null!;

    public async Task InitializeAsync()
    {
        _data = await CourtData.Open(database.ConnectionString($"certificates{Interlocked.Increment(ref s_next)}"), _clock);
        _clerk = await _data.Staff(Role.Clerk, await _data.Division(), "吴佳乐");
        _by = await _data.ActorOf(_clerk);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_certificate_is_a_whole_PDF_in_the_store_with_a_number_and_what_it_certifies()
    {
        var service = await Served();
        var certificate = await Issue(service);
        Assert.Equal("SDHZ20261120-000001", certificate.Number);
        Assert.Equal((service.Version, service.TraceHash), (certificate.TraceVersion, certificate.TraceHash));
        var document = Assert.Single(certificate.Documents);
        Assert.Equal(
            ("判决书", ServiceStanding.Effective, new DateOnly(2026, 11, 20), ServiceRule.Arrival),
            (document.Title, document.Standing, document.EffectiveOn!.Value, document.Rule!.Value)
        );

        var path = _data.Services.GetRequiredService<DiskFiles>().PathOf(certificate.Sha256);
        Assert.Equal(certificate.Pages, await PdfMerge.PageCount(path, default));
        Assert.InRange(certificate.Pages, 1, 3);
        var (_, pdf) = await _data.Use((OpenCertificate open) => open.Handle(certificate.Id, _by, default));
        await using (pdf)
            Assert.StartsWith("%PDF-", new StreamReader(pdf).ReadLine());
    }

    [Fact]
    public async Task The_voucher_says_channel_masked_address_basis_hashes_times_conclusion_rule_limit_and_the_whole_trace()
    {
        var service = await Served();
        var html = await Html<VoucherSheet>(service, CertificateKind.Voucher);
        var trace = await _data.Use((CourtDb db) => db.Set<TraceRow>().Where(t => t.SubjectId == service.Id).ToListAsync());
        var sha256 = await _data.Use((CourtDb db) => db.Set<ServedDocument>().Select(d => d.Sha256).SingleAsync());
        string[] said =
        [
            (await _data.Court()).FullName,
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

        await Change(service, s => s.AskForPaper(Actor.System, _clock.GetUtcNow()));
        var later = await Issue(service);
        Assert.NotEqual(first.Number, later.Number);
        Assert.Equal("同一送达后来又出具了凭证，以最新凭证为准。", (await Verified(first.Number, first.VerifyCode)).Remark);
        Assert.Equal("", (await Verified(later.Number, later.VerifyCode)).Remark);
        var listed = await _data.Use((CertificateQueries q) => q.Issued(null, _by, default));
        Assert.Equal(
            [(later.Number, true), (form.Number, true), (first.Number, false)],
            listed.Rows.OrderByDescending(r => r.Number).Select(r => (r.Number, r.IsNewest))
        );
    }

    [Theory]
    [InlineData("UPDATE trace SET data = replace(data, '138****8000', '138****8001') WHERE subject_id = {0} AND sequence = 2")]
    [InlineData("UPDATE trace SET at = at - interval '1 day' WHERE subject_id = {0} AND sequence = 3")]
    [InlineData("DELETE FROM trace WHERE subject_id = {0} AND sequence = (SELECT max(sequence) FROM trace WHERE subject_id = {0})")]
    [InlineData("DELETE FROM trace WHERE subject_id = {0} AND sequence = 2")]
    [InlineData("UPDATE services SET trace_hash = repeat('0', 64) WHERE id = {0}")]
    [InlineData("UPDATE service_attempts SET delivered_at = delivered_at - interval '3 hours' WHERE service_id = {0}")]
    [InlineData("UPDATE service_attempts SET sent_at = sent_at - interval '1 second' WHERE service_id = {0}")]
    [InlineData("UPDATE service_copies SET effective_on = effective_on - 1 WHERE service_id = {0}")]
    [InlineData("UPDATE service_copies SET limit_ends_on = limit_ends_on + 30 WHERE service_id = {0}")]
    [InlineData("UPDATE service_copies SET opened_at = now() WHERE service_id = {0}")]
    [InlineData("UPDATE service_copies SET signature_sha256 = repeat('a', 64) WHERE service_id = {0}")]
    [InlineData("UPDATE served_documents SET sha256 = repeat('a', 64)")]
    public async Task Of_a_tampered_service_no_certificate_is_made_and_the_check_of_the_trace_finds_it(string sql)
    {
        var service = await Served();
        Assert.True((await VerifyAll()).IsIntact);
        await Execute(sql, service.Id);
        Assert.Equal("service.trace_broken", (await Refused(service)).Code);
        Assert.Equal(0, await _data.Use((CourtDb db) => db.Set<ServiceCertificate>().CountAsync()));
        Assert.False((await VerifyAll()).IsIntact);
    }

    [Fact]
    public async Task A_certificate_that_was_issued_is_not_shown_for_a_trace_that_was_changed_after_it()
    {
        var service = await Served();
        var certificate = await Issue(service);
        await Execute("UPDATE trace SET actor_name = '别人' WHERE subject_id = {0} AND sequence = 1", service.Id);
        Assert.Equal("service.trace_broken", (await Refused(service)).Code);
        await Execute("UPDATE service_certificates SET trace_hash = repeat('b', 64) WHERE service_id = {0}", service.Id);
        Assert.Equal(2, (await VerifyAll()).Breaks);
        Assert.Equal(certificate.Sha256, (await Verified(certificate.Number, certificate.VerifyCode)).Sha256);
    }

    [Fact]
    public async Task A_conclusion_that_the_law_does_not_give_is_refused()
    {
        var @case = await _data.Case();
        var services = await _data.BegunServices(
            @case,
            _clerk,
            [CourtDataServing.Recipient(@case.Parties[0]), CourtDataServing.Recipient(@case.Parties[0])]
        );
        await Change(services[0], s => s.Delivered(s.Attempts[0].Id, _clock.GetUtcNow(), _clock.GetUtcNow()));
        await Execute(
            "UPDATE service_attempts SET delivered_at = '2026-11-18', sent_at = '2026-11-18' WHERE service_id = {0}",
            services[1].Id
        );
        Assert.Equal("service.conclusion_stale", (await Refused(services[0])).Code); // the party was served by the other
        var found = new TraceFindings();
        await _data.Use((ServiceVerifier verifier) => verifier.Verify(found, default));
        Assert.Equal(3, found.Breaks); // the other's time, and what the law makes of it for both
    }

    [Fact]
    public async Task A_served_file_or_a_certificate_that_is_not_what_it_was_is_refused()
    {
        var service = await Served();
        var certificate = await Issue(service);
        await Overwrite(certificate.Sha256);
        Assert.Equal(
            "service.file_broken",
            (
                await Assert.ThrowsAsync<RefusedException>(() =>
                    _data.Use((OpenCertificate open) => open.Handle(certificate.Id, _by, default))
                )
            ).Code
        );

        await Overwrite(await _data.Use((CourtDb db) => db.Set<ServedDocument>().Select(d => d.Sha256).SingleAsync()));
        Assert.Equal("service.file_broken", (await Refused(service, CertificateKind.Return)).Code);
        Assert.Equal(1, await _data.Use((CourtDb db) => db.Set<ServiceCertificate>().CountAsync()));
    }

    [Fact]
    public async Task What_has_not_been_served_or_not_electronically_has_no_voucher()
    {
        var pending = (await _data.BegunServices(await _data.Case(), _clerk)).Single();
        Assert.Equal("service.not_served", (await Refused(pending)).Code);

        var @case = await _data.Case();
        var byPost = (
            await _data.BegunServices(
                @case,
                _clerk,
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
                s.Delivered(s.Attempts[0].Id, _clock.GetUtcNow(), _clock.GetUtcNow());
                s.Sign(
                    s.Copies[0].DocumentId,
                    ServiceChannel.Post,
                    null,
                    "法院专递回执",
                    Actor.Litigant(Guid.CreateVersion7(), "陈建华"),
                    _clock.GetUtcNow()
                );
            }
        );
        Assert.Equal("service.not_electronic", (await Refused(byPost)).Code);
        Assert.Equal(ServiceRule.Signature, (await Issue(byPost, CertificateKind.Return)).Documents.Single().Rule);
    }

    [Fact]
    public async Task Nobody_issues_or_opens_a_certificate_of_services_that_are_not_theirs()
    {
        var service = await Served();
        var certificate = await Issue(service);
        var stranger = await _data.ActorOf(await _data.Staff(Role.Clerk, await _data.Division(court: "panyu")));
        Assert.Equal("service.not_found", (await Assert.ThrowsAsync<RefusedException>(() => Issue(service, by: stranger))).Code);
        Assert.Equal(
            "certificate.not_found",
            (
                await Assert.ThrowsAsync<RefusedException>(() =>
                    _data.Use((OpenCertificate open) => open.Handle(certificate.Id, stranger, default))
                )
            ).Code
        );
        Assert.Empty((await _data.Use((CertificateQueries q) => q.Issued(null, stranger, default))).Rows);
        Assert.Equal(
            "service_task.not_found",
            (
                await Assert.ThrowsAsync<RefusedException>(() =>
                    _data.Use((MergeCertificates merge) => merge.Handle(service.TaskId, CertificateKind.Voucher, stranger, default))
                )
            ).Code
        );
        Assert.Equal(
            "service_task.not_found",
            (
                await Assert.ThrowsAsync<RefusedException>(() =>
                    _data.Use((PrintEnvelopes print) => print.Handle(service.TaskId, stranger, default))
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
                _clock.Now += TimeSpan.FromSeconds(1);
                await Change(
                    service,
                    s => s.Open(s.Copies[0].DocumentId, ServiceChannel.SmsLink, "已验手机码 138****8000", Actor.System, _clock.GetUtcNow())
                );
            }
        });
        List<ServiceCertificate> issued = [];
        while (!facts.IsCompleted)
            issued.Add(await Issue(service));
        await facts;
        issued.Add(await Issue(service));

        var hashes = await _data.Use(
            (CourtDb db) => db.Set<TraceRow>().Where(t => t.SubjectId == service.Id).ToDictionaryAsync(t => t.Sequence, t => t.Hash)
        );
        Assert.All(issued, c => Assert.Equal(hashes[c.TraceVersion], c.TraceHash));
        Assert.Equal(issued.DistinctBy(c => c.TraceVersion).Count(), issued.DistinctBy(c => c.Number).Count());
        Assert.Equal(hashes.Keys.Max(), issued[^1].TraceVersion);
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
        var @case = await _data.Case();
        var services = await _data.BegunServices(
            @case,
            _clerk,
            [CourtDataServing.Recipient(@case.Parties[0]), CourtDataServing.Recipient(@case.Parties[1])],
            DocumentKind.Judgment,
            DocumentKind.Other
        );
        await Change(services[1], s => s.Delivered(s.Attempts[0].Id, _clock.GetUtcNow(), _clock.GetUtcNow()));
        var certificate = await Issue(services[1]);

        var (_, listed) = (
            await _data.Use((CertificateQueries q) => q.OfTask(services[0].TaskId, CertificateKind.Voucher, _by, default))
        )!.Value;
        Assert.Equal([(services[0].Id, null), (services[1].Id, certificate.Number)], listed.Select(s => (s.ServiceId, s.Number)));
        var (path, number) = await _data.Use(
            (MergeCertificates merge) => merge.Handle(services[0].TaskId, CertificateKind.Voucher, _by, default)
        );
        Assert.Equal((1 + certificate.Pages, services[0].TaskNumber), (await PdfMerge.PageCount(path, default), number));
        File.Delete(path);
    }

    [Fact]
    public async Task Envelopes_hold_sheet_form_and_documents_of_each_recipient_and_a_bad_one_is_named()
    {
        var @case = await _data.Case();
        PlannedWay To(string address) => new(ServiceChannel.Post, address, AddressBasis.Confirmed);
        var services = await _data.BegunServices(
            @case,
            _clerk,
            [
                CourtDataServing.Recipient(@case.Parties[0], ways: To("广州市越秀区东风中路 268 号 510030")),
                CourtDataServing.Recipient(@case.Parties[1], ways: To("")),
            ],
            DocumentKind.Judgment,
            DocumentKind.Other
        );
        var (_, envelopes) = (await _data.Use((EnvelopeQueries q) => q.OfTask(services[0].TaskId, _by, default)))!.Value;
        Assert.Equal(
            [("510030", "广州市越秀区东风中路 268 号", ""), ("", "", "没有邮寄地址")],
            envelopes.Select(e => (e.Postcode, e.Address, e.Problem))
        );
        Assert.Equal($"{services[0].TaskNumber}-0002-1", envelopes[1].Number);

        var (path, _) = await _data.Use((PrintEnvelopes print) => print.Handle(services[0].TaskId, _by, default));
        Assert.Equal(1 + 2 + 2, await PdfMerge.PageCount(path, default));
        File.Delete(path);
    }

    [Fact]
    public async Task An_envelope_whose_document_has_other_pages_than_it_was_frozen_with_is_left_out_by_name()
    {
        var @case = await _data.Case();
        var service = (
            await _data.BegunServices(
                @case,
                _clerk,
                [
                    CourtDataServing.Recipient(
                        @case.Parties[0],
                        ways: new PlannedWay(ServiceChannel.Post, "广州市越秀区 1 号", AddressBasis.Confirmed)
                    ),
                ]
            )
        ).Single();
        await Execute("UPDATE served_documents SET pages = 2", service.Id);
        var (path, _) = await _data.Use((PrintEnvelopes print) => print.Handle(service.TaskId, _by, default));
        Assert.Equal(1, await PdfMerge.PageCount(path, default));
        File.Delete(path);
    }

    [Fact]
    public async Task Whoever_has_number_and_code_sees_what_may_be_seen_and_a_wrong_code_looks_like_a_wrong_number()
    {
        var service = await Served();
        var certificate = await Issue(service);
        var seen = await Verified(certificate.Number.ToLowerInvariant(), $" {certificate.VerifyCode[..4]} {certificate.VerifyCode[4..]}");
        Assert.Equal(
            (VerifiedKind.Certificate, "电子送达凭证", "陈**", certificate.Sha256),
            (seen.Kind, seen.Title, seen.Recipient, seen.Sha256)
        );
        Assert.Equal(("2026 年 11 月 20 日已送达", "判决书"), (seen.Documents.Single().ConclusionText, seen.Documents.Single().Title));
        Assert.DoesNotContain(service.CaseNumber, seen.CaseNumber, StringComparison.Ordinal);

        var document = await _data.Use((CourtDb db) => db.Set<ServedDocument>().SingleAsync());
        var paper = await Verified(document.Serial, document.VerifyCode);
        Assert.Equal((VerifiedKind.Document, "判决书", document.Sha256, ""), (paper.Kind, paper.Title, paper.Sha256, paper.Recipient));
        foreach (
            var (number, code) in new[]
            {
                (certificate.Number, document.VerifyCode),
                ("SDHZ20261120-999999", certificate.VerifyCode),
                (certificate.Number, ""),
                ("", ""),
                (new string('A', 3_000), "\u0000"),
                ("SDHZ\u0000", "A"),
            }
        )
        {
            var refused = await Assert.ThrowsAsync<RefusedException>(() => Verified(number, code));
            Assert.Equal("verification.not_found", refused.Code);
        }
    }

    [Fact]
    public async Task Of_a_restricted_case_neither_case_nor_people_nor_documents_are_named()
    {
        var service = await Served(await _data.Case(restriction: CaseRestriction.Juvenile));
        var certificate = await Issue(service);
        var seen = await Verified(certificate.Number, certificate.VerifyCode);
        Assert.Equal(("", "", ""), (seen.CaseNumber, seen.Recipient, seen.Documents.Single().Title));
        var document = await _data.Use((CourtDb db) => db.Set<ServedDocument>().SingleAsync());
        var paper = await Verified(document.Serial, document.VerifyCode);
        Assert.Equal(("", ""), (paper.CaseNumber, paper.Title));
    }

    private async Task<Service> Served(Case? @case = null)
    {
        var service = (await _data.BegunServices(@case ?? await _data.Case(), _clerk)).Single();
        _clock.Now += TimeSpan.FromMinutes(1);
        var at = _clock.GetUtcNow();
        await Change(service, s => s.Sent(s.Attempts[0].Id, at, at));
        _clock.Now += TimeSpan.FromSeconds(3);
        await Change(service, s => s.Delivered(s.Attempts[0].Id, _clock.GetUtcNow(), _clock.GetUtcNow()));
        return await _data.Use((CourtDb db) => db.Set<Service>().AsNoTracking().SingleAsync(s => s.Id == service.Id));
    }

    private Task Change(Service service, Action<Service> verb) =>
        _data.Use(
            async (CourtDb db) =>
            {
                var stored = await db.Set<Service>().Include(s => s.Copies).Include(s => s.Attempts).SingleAsync(s => s.Id == service.Id);
                verb(stored);
                await _data.Use(
                    (LawOfService laws) => new ConcludeServices(db, laws).Update([stored], _clock.GetUtcNow(), CancellationToken.None)
                );
                await db.SaveChangesAsync();
            }
        );

    private Task<ServiceCertificate> Issue(Service service, CertificateKind kind = CertificateKind.Voucher, Actor? by = null) =>
        _data.Use((IssueCertificate issue) => issue.Handle(service.Id, kind, by ?? _by, default));

    private Task<RefusedException> Refused(Service service, CertificateKind kind = CertificateKind.Voucher) =>
        Assert.ThrowsAsync<RefusedException>(() => Issue(service, kind));

    private Task<Verification> Verified(string number, string code) => _data.Use((VerificationQueries q) => q.Find(number, code, default));

    private async Task<TraceFindings> VerifyAll()
    {
        var found = await _data.VerifyTrace();
        await _data.Use((ServiceVerifier verifier) => verifier.Verify(found, default));
        return found;
    }

    private Task Execute(string sql, Guid service) => _data.Use((CourtDb db) => db.Database.ExecuteSqlRawAsync(sql, service));

    private Task Overwrite(string sha256) => File.AppendAllTextAsync(_data.Services.GetRequiredService<DiskFiles>().PathOf(sha256), "x");

    private async Task<string> Html<TSheet>(Service service, CertificateKind kind)
        where TSheet : IComponent
    {
        var evidence = await _data.Use((TakeSnapshot read) => read.Handle(service.Id, _by, default));
        var sheet = new CertificateSheet(
            kind,
            evidence,
            "SDHZ-test",
            "CODE",
            "https://court.example/v/SDHZ-test?code=CODE",
            _clock.GetUtcNow(),
            _by.Name
        );
        await using var renderer = new HtmlRenderer(_data.Services, NullLoggerFactory.Instance);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (
                await renderer.RenderComponentAsync<TSheet>(
                    ParameterView.FromDictionary(new Dictionary<string, object?> { ["Sheet"] = sheet })
                )
            ).ToHtmlString()
        );
        return System.Net.WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Replace(html, "<[^>]+>", ""));
    }
}
