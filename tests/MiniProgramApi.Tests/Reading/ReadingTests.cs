using Domain.Attachments;
using Domain.Cases;
using Domain.Litigants;
using Domain.Organisation;
using Domain.Reading;
using Domain.Shared;
using Given;
using Infrastructure.Persistence;
using Infrastructure.Reading;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace MiniProgramApi.Tests.Reading;

/// <summary>阅卷 over HTTP: pages are shown to their reader alone, signed for, marked, written down, and to nobody afterwards.</summary>
[Collection(ApiTest.Name)]
public sealed class ReadingTests(ApiHost host)
{
    private DateOnly Today => ChinaTime.DayOf(host.Data.Now());

    [Fact]
    public async Task A_party_asks_is_released_signs_and_reads_pages_that_carry_the_name()
    {
        var (judge, @case, party, phone) = await Desk();
        var (file, secret) = (await host.Data.MainFile(@case), await host.Data.MainFile(@case, isSecret: true));
        var terms = (await phone.Get($"/readings/terms?caseId={@case.Id}")).Is(200);
        Assert.Equal([file.Id.ToString()], terms["files"]!.AsArray().Select(f => (string)f!["id"]!));
        (await phone.Post("/readings", Wish(Guid.CreateVersion7(), @case, secret))).IsRefused(422, "reading.file_not_readable");

        var wish = Wish(Guid.CreateVersion7(), @case, file);
        var asked = (await phone.Post("/readings", wish)).Is(201);
        var id = (Guid)asked["id"]!;
        (await phone.Post("/readings", wish)).Is(200);
        (await phone.Post("/readings", Wish(Guid.CreateVersion7(), @case, file))).IsRefused(409, "reading.asked_already");
        (await phone.Get(Page(id, file))).IsRefused(404, "reading.page_not_found");

        await Release(id, judge, new ReleaseReading.Choice([file.Id], Today.AddDays(7), false));
        var open = (await phone.Get($"/readings/{id}")).Is(200);
        Assert.Equal(("open", true, false), ((string)open["state"]!, (bool)open["canRead"]!, (bool)open["isSigned"]!));
        Assert.InRange((int)open["secondsLeft"]!, 7 * 24 * 3600, 8 * 24 * 3600); // to the end of the last day
        (await phone.Get(Page(id, file))).IsRefused(404, "reading.page_not_found"); // not signed
        (await phone.Post($"/readings/{id}/sign", new { version = "2000-01" })).IsRefused(409, "reading.duty_changed");
        (await phone.Post($"/readings/{id}/sign", new { version = ReadingDuty.Version })).Is(200);
        (await phone.Get(Page(id, file))).IsRefused(503, "reading.page_not_ready");

        await host.Data.Prepared(file);
        var page = await phone.Get(Page(id, file));
        Assert.Equal([0xFF, 0xD8], page.IsOk()[..2]);
        Assert.Equal("image/jpeg", page.ContentHeaders.ContentType!.MediaType);
        Assert.True(page.Headers.CacheControl!.NoStore);
        var plain = await Plain(file);
        Assert.NotEqual(plain, page.Bytes);
        Assert.True(Ink(await Grey(page.Bytes)) > Ink(await Grey(plain)) + 2_000, "no watermark in the pixels");

        (await phone.Get(Page(id, file))).IsOk(); // within the minute: the same row, where the clock did not turn
        var rows = await host.Data.Use((CourtDb db) => db.Set<ReadPage>().Where(p => p.ReadingRequestId == id).ToListAsync());
        Assert.InRange(rows.Count, 1, 2);
        Assert.All(rows, r => Assert.Equal((file.Id, 1), (r.CaseFileId, r.Page)));
        var after = (await phone.Get($"/readings/{id}")).Is(200)["files"]![0]!;
        Assert.Equal((1, 1), ((int)after["lastPage"]!, (int)after["seenPages"]!));
        var detail = await host.Data.Use((ReadingQueries q) => q.Find(id, judge, default));
        Assert.Equal((1, 1), (detail!.Now.Pages, detail.Now.Visits));
    }

    [Fact]
    public async Task Whatever_is_guessed_is_answered_alike()
    {
        var (judge, @case, party, phone) = await Desk();
        var (file, secret, other) = (
            await host.Data.MainFile(@case),
            await host.Data.MainFile(@case, isSecret: true),
            await host.Data.MainFile(@case)
        );
        var (_, foreign, _, stranger) = await Desk();
        var elsewhere = await host.Data.MainFile(foreign);
        var id = await Signed(phone, judge, @case, file);
        await host.Data.Prepared(file);
        (await phone.Get(Page(id, file))).IsOk();
        List<Answer> guesses = [];
        foreach (var one in new[] { secret, other, elsewhere })
            guesses.Add(await phone.Get(Page(id, one)));
        foreach (var number in new[] { "0", "2", "-1", "99999999999", "x" })
            guesses.Add(await phone.Get($"/readings/{id}/files/{file.Id}/pages/{number}"));
        guesses.Add(await phone.Get($"/readings/{Guid.CreateVersion7()}/files/{file.Id}/pages/1"));
        guesses.Add(await stranger.Get(Page(id, file)));
        Assert.All(guesses, g => g.IsRefused(404, "reading.page_not_found"));
        Assert.Single(guesses.Select(g => g.WithoutErrorNumber).Distinct());
        (await stranger.Get($"/readings/{id}")).IsRefused(404, "reading_request.not_found");
        (await stranger.Post($"/readings/{id}/sign", new { version = ReadingDuty.Version })).IsRefused(404, "reading_request.not_found");
        (await stranger.Post($"/readings/{id}/take-back", new { id = Guid.CreateVersion7() })).IsRefused(404, "reading_request.not_found");
        (await stranger.Get($"/readings/terms?caseId={@case.Id}")).IsRefused(404, "reading.case_not_found");
        (await stranger.Post("/readings", Wish(Guid.CreateVersion7(), @case, file))).IsRefused(404, "reading.case_not_found");
        (await host.Phone().Get(Page(id, file))).IsRefused(401, "auth.required");
        foreach (var path in new[] { "", "/pages", $"/pdf" })
            Assert.Equal(404, (await phone.Get($"/readings/{id}/files/{file.Id}{path}")).Status);
    }

    [Theory]
    [InlineData("ended")]
    [InlineData("last day")]
    [InlineData("party left")]
    [InlineData("closed to the public")]
    [InlineData("made secret")]
    [InlineData("exchanged")]
    [InlineData("taken back")]
    [InlineData("ended by the court")]
    [InlineData("expired")]
    public async Task What_ends_the_right_ends_the_reading_at_the_next_page(string how)
    {
        var judge = await host.Data.Staff(Role.Judge, await host.Data.Division());
        var @case = await host.Data.Case(judge: judge);
        var lawyer = await host.Data.Litigant("彭律");
        await host.Data.Agent(@case, lawyer);
        var (by, phone) = (await host.Data.ActorOf(judge), await host.SignedIn(lawyer));
        var file = await host.Data.MainFile(@case);
        var id = await Signed(phone, by, @case, file);
        await host.Data.Prepared(file);
        (await phone.Get(Page(id, file))).IsOk();
        var (now, yesterday) = (host.Data.Now(), Today.AddDays(-1));
        await host.Data.Use(
            (CourtDb db) =>
                how switch
                {
                    "ended" => db.Set<CaseAgent>()
                        .Where(a => a.IdentityKey == lawyer.IdentityKey)
                        .ExecuteUpdateAsync(s => s.SetProperty(a => a.EndedAt, now)),
                    "last day" => db.Set<CaseAgent>()
                        .Where(a => a.IdentityKey == lawyer.IdentityKey)
                        .ExecuteUpdateAsync(s => s.SetProperty(a => a.EndsOn, yesterday)),
                    "party left" => db.Set<CaseParty>()
                        .Where(p => p.CaseId == @case.Id)
                        .ExecuteUpdateAsync(s => s.SetProperty(p => p.LeftAt, now)),
                    "closed to the public" => db.Set<Case>()
                        .Where(c => c.Id == @case.Id)
                        .ExecuteUpdateAsync(s => s.SetProperty(c => c.Restriction, CaseRestriction.ClosedHearing)),
                    "made secret" => db.Set<CaseFile>()
                        .Where(f => f.Id == file.Id)
                        .ExecuteUpdateAsync(s => s.SetProperty(f => f.IsSecret, true)),
                    "exchanged" => db.Set<CaseFile>()
                        .Where(f => f.Id == file.Id)
                        .ExecuteUpdateAsync(s => s.SetProperty(f => f.Sha256, new string('a', 64))),
                    "expired" => db.Set<ReadingRequest>()
                        .Where(r => r.Id == id)
                        .ExecuteUpdateAsync(s => s.SetProperty(r => r.Until, yesterday)),
                    _ => Task.FromResult(0),
                }
        );
        if (how == "taken back")
            (await phone.Post($"/readings/{id}/take-back", new { id = Guid.CreateVersion7() })).Is(200);
        if (how == "ended by the court")
            await host.Data.Use((EndReading e) => e.Handle(id, Guid.CreateVersion7(), "发现有他人隐私", by, default));
        (await phone.Get(Page(id, file))).IsRefused(404, "reading.page_not_found");
        if (how is "made secret" or "exchanged")
        {
            Assert.Empty((await phone.Get($"/readings/{id}")).Is(200)["files"]!.AsArray());
            return;
        }

        var view = (await phone.Get($"/readings/{id}")).Is(200);
        Assert.Equal(("ended", false, 0), ((string)view["state"]!, (bool)view["canRead"]!, view["files"]!.AsArray().Count));
        await host.Data.Use((CloseReadings c) => c.Run(default));
        Assert.Equal(
            ReadingState.Ended,
            await host.Data.Use((CourtDb db) => db.Set<ReadingRequest>().Where(r => r.Id == id).Select(r => r.State).SingleAsync())
        );
    }

    [Fact]
    public async Task Two_readers_get_different_pictures_of_the_same_page_and_numbers_are_black()
    {
        var judge = await host.Data.Staff(Role.Judge, await host.Data.Division());
        var party = await host.Data.Litigant("王小明");
        var @case = await host.Data.Case(judge: judge, plaintiff: party);
        var lawyer = await host.Data.Litigant("彭律");
        await host.Data.Agent(@case, lawyer);
        var (by, file) = (await host.Data.ActorOf(judge), await host.Data.MainFile(@case, "440104199001011234 13812345678"));
        var (one, other) = (await host.SignedIn(party), await host.SignedIn(lawyer));
        var (mine, theirs) = (await Signed(one, by, @case, file), await Signed(other, by, @case, file, masked: false));
        await host.Data.Prepared(file);
        var masks = await host.Data.Use((CourtDb db) => db.Set<PageMask>().Where(m => m.FileHash == file.Sha256).ToListAsync());
        Assert.Equal([MaskKind.IdNumber, MaskKind.Phone], masks.Select(m => m.Kind).Order());
        var (masked, open) = ((await one.Get(Page(mine, file))).IsOk(), (await other.Get(Page(theirs, file))).IsOk());
        Assert.NotEqual(masked, open);
        var (covered, shown) = (await Grey(masked), await Grey(open));
        foreach (var mask in masks)
        {
            var inside = covered.Box(mask);
            Assert.True(inside.All(p => p < 40), "text can be read under the block");
            Assert.Contains(shown.Box(mask), p => p > 200); // without it there is paper between the letters
        }
    }

    [Fact]
    public async Task A_reader_who_copies_page_by_page_is_stopped_by_the_minute()
    {
        var (judge, @case, party, _) = await Desk();
        var file = await host.Data.MainFile(@case);
        var strict = host.Another(null, ("RateLimits:ReadPagePerPerson", "1"));
        var phone = await host.SignedIn(party, strict);
        var id = await Signed(phone, judge, @case, file);
        await host.Data.Prepared(file);
        (await phone.Get(Page(id, file))).IsOk();
        Assert.Equal(429, (await phone.Get(Page(id, file))).Status);
    }

    [Fact]
    public async Task Only_who_the_court_names_releases_and_nothing_secret_can_be()
    {
        var (judge, @case, party, phone) = await Desk();
        var (file, secret) = (await host.Data.MainFile(@case), await host.Data.MainFile(@case, isSecret: true));
        var id = (Guid)(await phone.Post("/readings", Wish(Guid.CreateVersion7(), @case, file))).Is(201)["id"]!;
        await Refused("reading.not_looked_through", () => Release(id, judge, file)); // what is to be blackened is not known yet
        await host.Data.Prepared(file);
        await Refused("reading.file_not_readable", () => Release(id, judge, file, secret));
        await Refused("reading.until_outside", () => Release(id, judge, Today.AddDays(31), file));
        await Refused("reading.until_outside", () => Release(id, judge, Today.AddDays(-1), file));
        var stranger = await host.Data.ActorOf(await host.Data.Staff(Role.Judge, await host.Data.Division()));
        await Refused("reading_request.not_found", () => Release(id, stranger, file));
        await host.Data.Use((RefuseReading r) => r.Handle(id, Guid.CreateVersion7(), "请先交身份证明", judge, default));
        var view = (await phone.Get($"/readings/{id}")).Is(200);
        Assert.Equal(("refused", "请先交身份证明"), ((string)view["state"]!, (string)view["outcome"]!));
    }

    [Fact]
    public async Task What_no_program_reads_is_not_released_as_blackened_and_pictures_only_by_who_looked_at_them()
    {
        var (judge, @case, _, phone) = await Desk();
        var file = await host.Data.MainFile(@case);
        var id = (Guid)(await phone.Post("/readings", Wish(Guid.CreateVersion7(), @case, file))).Is(201)["id"]!;
        await host.Data.Prepared(file);
        await Without(file, MaskedFile.Unread);
        await Refused("reading.not_maskable", () => Release(id, judge, file));
        await Without(file, 3);
        var choice = new ReleaseReading.Choice([file.Id], Today.AddDays(7), true);
        await Refused("reading.pictures_not_looked_at", () => Release(id, judge, choice));
        await Preview(file, p => p.SetProperty(x => x.State, PreviewState.NotPossible));
        await Refused("reading.file_broken", () => Release(id, judge, choice with { PicturesAreLookedAt = true }));
        await Preview(file, p => p.SetProperty(x => x.State, PreviewState.Ready));
        await Release(id, judge, choice with { PicturesAreLookedAt = true });
    }

    [Fact]
    public async Task Pages_that_were_not_drawn_are_told_to_reader_and_court()
    {
        var (judge, @case, _, phone) = await Desk();
        var file = await host.Data.MainFile(@case);
        var id = await Signed(phone, judge, @case, file);
        await Preview(file, p => p.SetProperty(x => x.Pages, 31));
        var shown = (await phone.Get($"/readings/{id}")).Is(200)["files"]![0]!;
        Assert.Equal((1, 30), ((int)shown["pages"]!, (int)shown["hiddenPages"]!));
        Assert.Equal(30, (await host.Data.Use((ReadingQueries q) => q.Find(id, judge, default)))!.Files.Single().HiddenPages);
    }

    /// <summary>One that cannot be read is tried a few times, and meanwhile those behind it are looked through.</summary>
    [Fact]
    public async Task A_file_that_cannot_be_read_holds_up_no_other_and_older_rules_are_run_again()
    {
        var (judge, @case, _, phone) = await Desk();
        var (bad, good) = (await host.Data.MainFile(@case), await host.Data.MainFile(@case));
        (await phone.Post("/readings", Wish(Guid.CreateVersion7(), @case, bad, good))).Is(201);
        await host.Data.Prepared(good);
        var lost = new string('b', 64); // whose PDF is not in the store
        await host.Data.Use(
            (CourtDb db) => db.Set<CaseFile>().Where(f => f.Id == bad.Id).ExecuteUpdateAsync(s => s.SetProperty(f => f.Sha256, lost))
        );
        await host.Data.Use(
            (CourtDb db) =>
            {
                db.Set<FilePreview>()
                    .Add(
                        new()
                        {
                            FileHash = lost,
                            ContentType = "application/pdf",
                            State = PreviewState.Ready,
                        }
                    );
                return db.SaveChangesAsync();
            }
        );
        await host.Data.Use(
            (CourtDb db) =>
                db.Set<MaskedFile>().Where(m => m.FileHash == good.Sha256).ExecuteUpdateAsync(s => s.SetProperty(m => m.Rules, 0))
        );
        await Later();
        for (var tries = 0; tries < MaskedFile.MostTries; tries++)
        {
            await host.Data.Use((FindMasks find) => find.Run(default));
            await host.Data.Use((FindMasks find) => find.Run(default)); // at once it is not tried again
            Assert.Equal(tries < MaskedFile.MostTries - 1 ? MaskedFile.NotYet : MaskedFile.Unread, (await Masked(lost)).PagesWithoutText);
            await Later();
        }

        Assert.Equal((0, true), ((await Masked(good.Sha256)).PagesWithoutText, (await Masked(good.Sha256)).Rules > 0));

        Task Later() =>
            host.Data.Use((CourtDb db) => db.Set<MaskedFile>().ExecuteUpdateAsync(s => s.SetProperty(m => m.At, default(DateTimeOffset))));
        Task<MaskedFile> Masked(string hash) =>
            host.Data.Use((CourtDb db) => db.Set<MaskedFile>().AsNoTracking().SingleAsync(m => m.FileHash == hash));
    }

    private Task<int> Without(CaseFile file, int pages) =>
        host.Data.Use(
            (CourtDb db) =>
                db.Set<MaskedFile>()
                    .Where(m => m.FileHash == file.Sha256)
                    .ExecuteUpdateAsync(s => s.SetProperty(m => m.PagesWithoutText, pages))
        );

    private Task<int> Preview(CaseFile file, Action<UpdateSettersBuilder<FilePreview>> set) =>
        host.Data.Use((CourtDb db) => db.Set<FilePreview>().Where(p => p.FileHash == file.Sha256).ExecuteUpdateAsync(set));

    private static async Task Refused(string code, Func<Task> act) =>
        Assert.Equal(code, (await Assert.ThrowsAsync<RefusedException>(act)).Code);

    private Task Release(Guid id, Actor by, params CaseFile[] files) => Release(id, by, Today.AddDays(7), files);

    private Task Release(Guid id, Actor by, DateOnly until, params CaseFile[] files) =>
        Release(id, by, new ReleaseReading.Choice([.. files.Select(f => f.Id)], until, true));

    private Task Release(Guid id, Actor by, ReleaseReading.Choice choice) =>
        host.Data.Use((ReleaseReading r) => r.Handle(id, Guid.CreateVersion7(), choice, by, default));

    private async Task<Guid> Signed(Phone phone, Actor judge, Case @case, CaseFile file, bool masked = true)
    {
        var id = (Guid)(await phone.Post("/readings", Wish(Guid.CreateVersion7(), @case, file))).Is(201)["id"]!;
        await host.Data.Prepared(file);
        await Release(id, judge, new ReleaseReading.Choice([file.Id], Today.AddDays(7), masked) { PicturesAreLookedAt = true });
        (await phone.Post($"/readings/{id}/sign", new { version = ReadingDuty.Version })).Is(200);
        return id;
    }

    private async Task<(Actor Judge, Case Case, Litigant Party, Phone Phone)> Desk()
    {
        var party = await host.Data.Litigant("王小明");
        var judge = await host.Data.Staff(Role.Judge, await host.Data.Division());
        var @case = await host.Data.Case(judge: judge, plaintiff: party);
        return (await host.Data.ActorOf(judge), @case, party, await host.SignedIn(party));
    }

    private static object Wish(Guid id, Case @case, params CaseFile[] files) =>
        new
        {
            id,
            caseId = @case.Id,
            fileIds = files.Select(f => f.Id),
            purpose = "准备上诉",
        };

    private static string Page(Guid id, CaseFile file) => $"/readings/{id}/files/{file.Id}/pages/1";

    private async Task<byte[]> Plain(CaseFile file)
    {
        var part = await host.Data.Use((CourtDb db) => db.Set<PreviewPart>().SingleAsync(p => p.FileHash == file.Sha256));
        await using var bytes = await host.Data.Use((IFileStore files) => files.Open(part.StoredHash, default));
        using var copy = new MemoryStream();
        await bytes.CopyToAsync(copy);
        return copy.ToArray();
    }

    /// <summary>Pixels that are neither white nor black: what a watermark adds.</summary>
    private static int Ink(GreyPixels picture) => picture.Pixels.Count(p => p is > 60 and < 245);

    private static Task<GreyPixels> Grey(byte[] jpeg) => GreyPixels.Of(jpeg);
}
