using Domain.DocumentService;
using Domain.Organisation;
using Domain.Shared;
using Given;
using Infrastructure.DocumentService.Certificates;
using Infrastructure.Persistence;
using Infrastructure.Tracing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Infrastructure.Tests.DocumentService;

/// <summary>What is stored of a service is compared with its trace by attempt, copy and document: nothing alike, long or simultaneous hides a change.</summary>
public sealed class ServiceProofTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private static int s_next;
    private readonly StoppedClock _clock = new(new DateTimeOffset(2026, 11, 20, 2, 26, 0, TimeSpan.Zero));
    private CourtData _data = null!;
    private Staff _clerk = null!;
    private Actor _by = null!;

    public async Task InitializeAsync()
    {
        _data = await CourtData.Open(database.ConnectionString($"proof{Interlocked.Increment(ref s_next)}"), _clock);
        _clerk = await _data.Staff(Role.Clerk, await _data.Division(), "吴佳乐");
        _by = await _data.ActorOf(_clerk);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("UPDATE service_copies SET limit_ends_on = limit_ends_on + 30 WHERE service_id = {0} AND position = 2", "conclusion")]
    [InlineData("UPDATE service_copies SET limit_days = 150, limit_law = '民法典' WHERE service_id = {0} AND position = 1", "conclusion")]
    [InlineData("UPDATE service_copies SET served_by_attempt_id = NULL WHERE service_id = {0} AND position = 2", "conclusion")]
    public async Task Of_two_documents_with_one_title_each_has_its_own_conclusion(string sql, string field)
    {
        var service = await Served(DocumentKind.Judgment, DocumentKind.Judgment);
        await Finds(service, sql, $"document {(sql.EndsWith('1') ? 1 : 2)} (判决书): {field} is not what the trace says");
    }

    [Theory]
    [InlineData("verify_code = 'AAAAAAAAAAAA'", "verifyCode")]
    [InlineData("source_sha256 = repeat('a', 64)", "sourceSha256")]
    [InlineData("size = size + 1", "size")]
    [InlineData("frozen_at = frozen_at - interval '1 year'", "frozenAt")]
    [InlineData("case_number = '（2026）粤0104民初999号'", "caseNumber")]
    public async Task What_the_public_page_verifies_a_document_with_is_sealed_too(string change, string field) =>
        await Finds(
            await Served(),
            $"UPDATE served_documents SET {change}",
            $"document 1 (判决书): the frozen document is not the one of the trace ({field})"
        );

    [Fact]
    public async Task Of_a_list_of_documents_that_no_line_holds_each_is_still_the_one_that_was_frozen()
    {
        var service = await Served([DocumentKind.Judgment, .. Enumerable.Repeat(DocumentKind.Other, 99)]);
        Assert.True((await _data.WordsOf(service, ServiceFacts.Begun)).Single().Length > 250);
        await Finds(
            service,
            "UPDATE served_documents SET sha256 = (SELECT sha256 FROM served_documents WHERE position = 2) WHERE position = 1",
            "document 1 (判决书): the frozen document is not the one of the trace (sha256)"
        );
    }

    [Theory]
    [InlineData(
        "UPDATE service_attempts SET sent_at = sent_at + interval '300 milliseconds' WHERE service_id = {0} AND position = 1",
        "sentAt"
    )]
    [InlineData(
        "UPDATE service_attempts SET delivered_at = delivered_at - interval '1 millisecond' WHERE service_id = {0} AND position = 1",
        "deliveredAt"
    )]
    public async Task A_time_is_the_one_of_the_trace_to_the_millisecond(string sql, string field) =>
        await Finds(await Served(), sql, $"attempt 1: {field} is not what the trace says");

    [Fact]
    public async Task An_attempt_has_its_own_times_and_not_those_of_another()
    {
        var service = await Served();
        await Finds(
            service,
            """
            UPDATE service_attempts SET delivered_at = (SELECT delivered_at FROM service_attempts WHERE service_id = {0} AND position = 1)
            WHERE service_id = {0} AND position = 2
            """,
            "attempt 2: deliveredAt is not what the trace says"
        );
    }

    [Fact]
    public async Task A_document_was_opened_when_it_was_opened_and_not_when_another_was()
    {
        var service = await Served(DocumentKind.Judgment, DocumentKind.Other);
        _clock.Now += TimeSpan.FromSeconds(1);
        await _data.ChangeService(
            service,
            s => s.Open(Copy(s, 1).DocumentId, ServiceChannel.SmsLink, "本人实名", Actor.System, _clock.Now)
        );
        await Finds(
            service,
            """
            UPDATE service_copies AS c SET opened_at = first.opened_at, opened_attempt_id = first.opened_attempt_id
            FROM service_copies AS first WHERE c.service_id = {0} AND c.position = 2 AND first.service_id = {0} AND first.position = 1
            """,
            "document 2 (其他文书): openedAt is not what the trace says"
        );
    }

    [Theory]
    [InlineData(
        "UPDATE service_attempts SET address = '13900139000' WHERE service_id = {0} AND position = 1",
        "address is not what the trace"
    )]
    [InlineData("UPDATE service_attempts SET origin = '答辩状载明' WHERE service_id = {0} AND position = 2", "the address is not")]
    [InlineData("UPDATE service_attempts SET basis = 'Provided' WHERE service_id = {0} AND position = 1", "basis is not")]
    [InlineData("UPDATE service_attempts SET reference = 'EMS1' WHERE service_id = {0} AND position = 1", "reference is not")]
    [InlineData("UPDATE services SET consent = '确认书 2025-01-01' WHERE id = {0}", "consent is not")]
    [InlineData("UPDATE services SET has_domicile = FALSE WHERE id = {0}", "hasDomicile is not")]
    [InlineData("DELETE FROM service_attempts WHERE service_id = {0} AND position = 2", "attempt 2 is gone")]
    [InlineData("DELETE FROM service_copies WHERE service_id = {0}", "document 1 is gone")]
    public async Task What_the_law_and_the_certificate_rest_on_is_what_the_trace_says(string sql, string problem)
    {
        var service = await Served();
        await Execute(sql, service.Id);
        Assert.Contains(problem, (await Break(service))!, StringComparison.Ordinal);
        Assert.False((await VerifyAll()).IsIntact);
    }

    [Theory]
    [InlineData("UPDATE service_plans SET recipients = replace(recipients, '138', '139')", "is not the one that was confirmed")]
    [InlineData("UPDATE service_tasks SET documents = replace(documents, '1', '2')", "the documents are not")]
    [InlineData("DELETE FROM service_plans", "is gone")]
    public async Task A_task_says_what_was_confirmed(string sql, string problem)
    {
        await Served();
        Assert.True((await VerifyAll()).IsIntact);
        await Execute(sql, Guid.Empty);
        var found = new TraceFindings();
        await _data.Use((ServiceVerifier verifier) => verifier.Verify(found, default));
        Assert.Contains(problem, found.First!.Problem, StringComparison.Ordinal);
    }

    /// <summary>What happened to a service leaves its proof whole, whichever verb it was.</summary>
    [Fact]
    public async Task After_everything_that_can_happen_a_service_still_agrees_with_its_trace()
    {
        var service = await Served(DocumentKind.Judgment, DocumentKind.Judgment);
        Assert.Null(await Break(service));
        await Do(s => s.Open(Copy(s, 1).DocumentId, ServiceChannel.SmsLink, "已验手机码 138****8000", Actor.System, _clock.Now));
        await Do(s =>
            s.Sign(
                Copy(s, 1).DocumentId,
                ServiceChannel.SmsLink,
                null,
                "本人实名",
                Actor.Litigant(Guid.CreateVersion7(), "陈建华"),
                _clock.Now
            )
        );
        await Do(s => s.Failed(First(s).Id, "bounced", _clock.Now, _clock.Now));
        await Do(s => s.NoteReply(First(s).Id, _clock.Now, "收到了", _by, _clock.Now));
        await Do(s => s.NoteAct(First(s).Id, _clock.Now, "到庭", _by, _clock.Now));
        await Do(s => s.ProveArrival(First(s).Id, First(s).QueuedAt, "邮箱截图", _by, _clock.Now));
        await Do(s => s.AskForPaper(Actor.System, _clock.Now));
        await Do(s => s.PaperSent("1234567890", _by, _clock.Now));
        await Do(s => s.Object(ObjectionKind.NotMine, "不是我", "本人实名", Actor.System, _clock.Now));
        await Do(s => s.ReadByAgent(Copy(s, 1).DocumentId, "本人实名", Actor.System, _clock.Now));
        var links = new ServiceLinks("https://court.example");
        await Do(s => s.Attempt(new(ServiceChannel.Post, "广州市越秀区 1 号", AddressBasis.Confirmed), null, links, _by, _clock.Now));
        await Do(s => s.Posted(Newest(s).Id, "1234567890123", _clock.Now, _by, _clock.Now));
        await Do(s => s.Returned(Newest(s).Id, ChinaTime.DayOf(_clock.Now), ReturnReason.Refused, false, _by, _clock.Now));
        await Do(s => s.TakeBack(Newest(s).Id, "看错了", _by, _clock.Now));
        await Do(s =>
            s.SignedOnPaper(
                Newest(s).Id,
                "陈小明",
                SignerRelation.AdultCoResident,
                "",
                _clock.Now,
                null,
                new ReceivingParty(false, false, []),
                _by,
                _clock.Now
            )
        );
        await Do(s => s.TakeBack(Newest(s).Id, "不是他签的", _by, _clock.Now));
        await Do(s => s.Attempt(new(ServiceChannel.InPerson, "", AddressBasis.Found), null, links, _by, _clock.Now));
        await Do(s => s.Left(Newest(s).Id, LeftPlace.Court, "见证人李四，某居委会", false, _clock.Now, _by, _clock.Now));
        await Do(s => s.Attempt(new(ServiceChannel.PublicNotice, "", AddressBasis.Found), null, links, _by, _clock.Now));
        await Do(s => s.DraftNotice(Newest(s).Id, NoticeGround.Missing, "派出所证明下落不明", "公告", 30, _by, _clock.Now));
        await Do(s => s.Published(Newest(s).Id, "人民法院公告网", ChinaTime.DayOf(_clock.Now), _by, _clock.Now));
        await Do(s => s.Withdraw("撤回", _by, _clock.Now));
        Assert.True((await VerifyAll()).IsIntact);
        Assert.DoesNotContain("李四", string.Concat((await Rows(service)).Select(r => r.Data)), StringComparison.Ordinal);

        static ServiceAttempt First(Service s) => s.Attempts.MinBy(a => a.Position)!;
        static ServiceAttempt Newest(Service s) => s.Attempts.MaxBy(a => a.Position)!;

        async Task Do(Action<Service> verb)
        {
            _clock.Now += TimeSpan.FromMilliseconds(1_234.5678);
            await _data.ChangeService(service, verb);
            Assert.Null(await Break(service));
        }
    }

    private async Task Finds(Service service, string sql, string problem)
    {
        Assert.True((await VerifyAll()).IsIntact);
        await Execute(sql, service.Id);
        Assert.Equal(problem, await Break(service));
        var refused = await Assert.ThrowsAsync<RefusedException>(() =>
            _data.Use((IssueCertificate issue) => issue.Handle(service.Id, CertificateKind.Voucher, _by, default))
        );
        Assert.Equal("service.trace_broken", refused.Code);
        Assert.False((await VerifyAll()).IsIntact);
    }

    /// <summary>Two ways; each arrived, a minute apart.</summary>
    private async Task<Service> Served(params DocumentKind[] kinds)
    {
        var @case = await _data.Case();
        PlannedWay[] ways =
        [
            new(ServiceChannel.SmsLink, "13800138000", AddressBasis.Confirmed, "地址确认书"),
            new(ServiceChannel.Email, "chen@example.com", AddressBasis.Confirmed, "地址确认书"),
        ];
        var service = (
            await _data.BegunServices(@case, _clerk, [CourtDataServing.Recipient(@case.Parties[0], ways: ways)], kinds)
        ).Single();
        for (var way = 0; way < 2; way++)
        {
            var position = way + 1;
            _clock.Now += TimeSpan.FromMinutes(1);
            await _data.ChangeService(service, s => s.Sent(Attempt(s, position).Id, _clock.Now, _clock.Now));
            await _data.ChangeService(service, s => s.Delivered(Attempt(s, position).Id, _clock.Now, _clock.Now));
        }

        return service;
    }

    private static ServiceAttempt Attempt(Service service, int position) => service.Attempts.Single(a => a.Position == position);

    private static ServiceCopy Copy(Service service, int position) => service.Copies.Single(c => c.Position == position);

    private async Task<string?> Break(Service service)
    {
        var stored = await _data.Use(
            (CourtDb db) =>
                db.Set<Service>().AsNoTracking().Include(s => s.Copies).Include(s => s.Attempts).SingleAsync(s => s.Id == service.Id)
        );
        var documents = await _data.Use((CourtDb db) => db.Set<ServedDocument>().AsNoTracking().ToListAsync());
        return ServiceProof.BreakOf(stored, await Rows(service), documents, _data.Services.GetRequiredService<ITraceMac>());
    }

    private Task<List<TraceRow>> Rows(Service service) =>
        _data.Use(
            (CourtDb db) => db.Set<TraceRow>().AsNoTracking().Where(t => t.SubjectId == service.Id).OrderBy(t => t.Sequence).ToListAsync()
        );

    private async Task<TraceFindings> VerifyAll()
    {
        var found = await _data.VerifyTrace();
        await _data.Use((ServiceVerifier verifier) => verifier.Verify(found, default));
        return found;
    }

    private Task Execute(string sql, Guid service) => _data.Use((CourtDb db) => db.Database.ExecuteSqlRawAsync(sql, service));
}
