using Domain.Attachments;
using Domain.Bindings;
using Domain.Cases;
using Domain.Litigants;
using Domain.Organisation;
using Domain.Partners;
using Domain.Shared;
using Domain.Submissions;
using Infrastructure.Bindings;
using Infrastructure.Paging;
using Infrastructure.Partners;
using Infrastructure.Partners.Webhooks;
using Infrastructure.Reading;
using Infrastructure.Submissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Infrastructure.Tests.Demo;

/// <summary>What people hand in stands in each state, as the pages of the drawn clerk and the drawn litigant ask for it.</summary>
[Collection(OnLoadedDemo.Name)]
public class DemoCounterTests(LoadedDemo demo)
{
    private const string Drawn = "(2026)粤0104民初12345号";

    [Fact]
    public async Task The_clerks_queue_holds_what_waits_what_is_awaited_and_what_is_late()
    {
        var clerk = await Staff("wujiale");
        var waiting = (
            await Ask<SubmissionQueries, Page<QueuedSubmission>>(q => q.List(SubmissionList.ToReview, null, clerk, default))
        ).Rows;
        Assert.Equal(
            [SubmissionKind.Evidence, SubmissionKind.EffectCertificate, SubmissionKind.EvidenceCollection],
            waiting.Select(s => s.Kind).Order()
        );
        Assert.Equal(3, waiting.Single(s => s.Kind == SubmissionKind.Evidence).Files);
        var late = Assert.Single(
            (await Ask<SubmissionQueries, Page<QueuedSubmission>>(q => q.List(SubmissionList.Late, null, clerk, default))).Rows
        );
        Assert.Equal((SubmissionKind.EvidenceCollection, true), (late.Kind, late.Level >= 1));
        var awaited = Assert.Single(
            (await Ask<SubmissionQueries, Page<QueuedSubmission>>(q => q.List(SubmissionList.Awaiting, null, clerk, default))).Rows
        );
        Assert.Equal((SubmissionKind.EvidenceExtension, 2), (awaited.Kind, awaited.Needs));
        Assert.True(awaited.SupplementBy!.Value.Day > new DateOnly(2026, 11, 20));
    }

    [Fact]
    public async Task The_litigant_finds_the_other_sides_defence_and_an_appeal_that_goes_on()
    {
        var chen = await Chen();
        var mine = await Ask<LitigantSubmissionQueries, SubmissionPage>(q => q.List(null, null, chen, null, 20, default));
        Assert.Equal(new SubmissionCounts(Awaited: 1, Reviewing: 3, Refused: 0, Accepted: 1), mine.Counts);
        var released = await Ask<LitigantSubmissionQueries, ReleasedSubmissions>(async q =>
            await q.Released(await Case(Drawn), chen, default)
        );
        Assert.Equal(SubmissionKind.Defence, Assert.Single(released.Items).Kind);
        var row = mine.Items.Single(s => s.Kind == SubmissionKind.Appeal);
        var appeal = await Ask<LitigantSubmissionQueries, SubmissionView>(q => q.Detail(row.Id, chen, default));
        Assert.Equal([true, false, false], appeal.Follow.Select(f => f.DoneAt is not null));
        Assert.NotNull(appeal.Follow[1].Until);
    }

    [Fact]
    public async Task A_refund_shows_its_amount()
    {
        var (chen, row) = (await Chen(), await CertificateRow());
        var kinds = await Ask<LitigantKindQueries, CaseKinds>(q => q.Of(row.CaseId, chen, default));
        var refund = kinds.Kinds.Single(k => k.Kind == SubmissionKind.FeeRefund);
        Assert.True(refund.CanAct);
        Assert.Equal("1500.00", refund.Known["amount"]);
    }

    [Fact]
    public async Task Of_three_bindings_one_waits_with_its_papers_one_is_awaited_and_one_approved()
    {
        var clerk = await Staff("wujiale");
        var waiting = Assert.Single(
            (await Ask<BindingQueries, Page<BindingRow>>(q => q.List(BindingList.ToReview, null, clerk, default))).Rows
        );
        var detail = await Ask<BindingQueries, BindingDetail?>(q => q.Find(waiting.Id, clerk, default));
        Assert.Equal([PaperKind.PowerOfAttorney, PaperKind.Letter], detail!.Papers.Select(p => p.Kind).Order());
        Assert.Single((await Ask<BindingQueries, Page<BindingRow>>(q => q.List(BindingList.Awaiting, null, clerk, default))).Rows);
        var chen = await Chen();
        var given = await Ask<LitigantBindingQueries, GivenAuthorities>(q => q.Given(chen, default));
        Assert.Single(given.Items);
    }

    [Fact]
    public async Task One_volume_waits_to_be_released_and_of_the_other_pages_were_read()
    {
        var (clerk, chen) = (await Staff("wujiale"), await Chen());
        Assert.Equal(
            Drawn,
            Assert
                .Single((await Ask<ReadingQueries, Page<ReadingRow>>(q => q.List(ReadingList.ToReview, null, clerk, default))).Rows)
                .CaseNumber
        );
        var open = (await Ask<LitigantReadingQueries, LitigantReadingPage>(q => q.List(chen, null, null, 20, default))).Items.Single(r =>
            r.CanRead
        );
        Assert.True(open.IsSigned);
        Assert.Equal(2, open.Files.Count);
        Assert.All(open.Files, f => Assert.Equal(1, f.SeenPages));
        Assert.Equal(2, (await Ask<ReadingQueries, IReadOnlyList<ReadPageRow>>(q => q.Pages(open.Id, clerk, default))).Count);
    }

    [Fact]
    public async Task What_was_handed_in_is_in_the_file_store_and_previews_are_wanted()
    {
        var files = demo.Service<IFileStore>();
        var hashes = await demo.Ask(db => db.Set<SubmittedFile>().Select(f => f.Sha256).Distinct().ToListAsync());
        Assert.Equal(7, hashes.Count);
        foreach (var hash in hashes)
            await (await files.Open(hash, default)).DisposeAsync();
        Assert.Equal(7, await demo.Ask(db => db.Set<FilePreview>().CountAsync(p => hashes.Contains(p.FileHash))));
        Assert.Equal(1, await demo.Ask(db => db.Set<Attachment>().CountAsync(a => a.ContentType == FileKind.Png.ContentType)));
        Assert.Equal(5, await demo.Ask(db => db.Set<CaseFile>().CountAsync(f => f.Sha256 != "")));
    }

    [Fact]
    public async Task The_trial_system_is_a_partner_whose_pushes_are_off()
    {
        var administrator = await Staff("jianhaowen");
        var row = Assert.Single(await Ask<PartnerQueries, List<PartnerRow>>(q => q.All(administrator, default)));
        Assert.Equal(PartnerKind.TrialSystem, row.Partner.Kind);
        var pushes = await Ask<DeliveryQueries, List<SubscriptionRow>>(q => q.Subscriptions(row.Partner.Id, administrator, default));
        Assert.Equal(PartnerState.Paused, Assert.Single(pushes).Subscription.State);
    }

    private async Task<T> Ask<TQueries, T>(Func<TQueries, Task<T>> query)
        where TQueries : notnull
    {
        await using var scope = demo.Services.CreateAsyncScope();
        return await query(scope.ServiceProvider.GetRequiredService<TQueries>());
    }

    private Task<Guid> Case(string number) => demo.Ask(db => db.Set<Case>().Where(c => c.Number == number).Select(c => c.Id).SingleAsync());

    private Task<Submission> CertificateRow() =>
        demo.Ask(db => db.Set<Submission>().SingleAsync(s => s.SubmissionKind == SubmissionKind.EffectCertificate));

    private Task<Actor> Chen() =>
        demo.Ask(async db =>
        {
            var chen = await db.Set<Litigant>().SingleAsync(l => l.Phone == "13812345620");
            return Actor.Litigant(chen.Id, chen.Name!);
        });

    private Task<Actor> Staff(string login) =>
        demo.Ask(async db =>
        {
            var staff = await db.Set<Staff>().Include(s => s.Posts).SingleAsync(s => s.LoginName == login);
            var post = staff.Posts[0];
            return Actor.Staff(staff.Id, staff.Name, new StaffPost(post.Id, post.Role, post.CourtId, post.DivisionId, CourtLevel.Basic));
        });
}
