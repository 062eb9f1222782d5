using System.Text;
using Domain.DocumentService;
using Domain.Organisation;
using Infrastructure.DocumentService;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Tests.DocumentService;

public sealed class MailTests : ServiceDeskTest
{
    [Fact]
    public async Task A_batch_takes_what_waits_once_and_asking_again_gives_the_same_file()
    {
        var service = await Begun(Post, Sms);
        var id = Guid.CreateVersion7();
        var batch = await Make(id);
        Assert.Equal((1, batch.Number), (batch.Pieces, (await Make(id)).Number));
        await Refused("service_entry.nothing_to_export", () => Make(Guid.CreateVersion7()));

        var file = await Data.Use(async (PostBatchFile f) => Encoding.UTF8.GetString((await f.Write(id, Clerk, default))!.Value.Bytes));
        var lines = file.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("\uFEFF批次号,件号,收件人,联系电话,收件地址,案号,文书,页数,寄件法院,送达人", lines[0].TrimEnd('\r'));
        Assert.Equal(2, lines.Length);
        Assert.Contains($"{batch.Number},{service.TaskNumber}-0001-1,陈建华,", lines[1]);
        Assert.Contains("广州市海珠区新港中路1号", lines[1]);
        Assert.Contains(batch.Number, (await Words(service, ServiceFacts.GivenToPost)).Single());
    }

    [Fact]
    public async Task Two_clicks_at_the_same_moment_are_one_batch()
    {
        await Begun(Post);
        var id = Guid.CreateVersion7();
        var batches = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Make(id)));
        Assert.Single(batches.Select(b => b.Number).Distinct());
        Assert.Equal(1, await Data.Use((CourtDb db) => db.Set<PostBatch>().CountAsync()));
    }

    [Fact]
    public async Task The_posts_file_is_applied_line_by_line_and_once()
    {
        var (signed, returned) = (await Begun(Post), await Begun(PostFound));
        await Make(Guid.CreateVersion7());
        var file = $"""
            件号,邮件号,状态,时间,签收人,关系,原因
            {signed.TaskNumber}-0001-1,EY100000001CN,收寄,2026-11-20 09:00,,,
            {returned.TaskNumber}-0001-1,EY100000002CN,收寄,2026-11-20 09:00,,,
            ,EY100000001CN,签收,2026-11-20 10:00,李四,同住成年家属,
            ,EY100000002CN,退回,2026-11-20 10:00,,,多次投递无人接收
            ,EY900000009CN,签收,2026-11-20 10:00,王五,本人,
            {signed.TaskNumber}-0001-1,EY100000001CN,派送中,2026-11-20 09:30,,,
            {signed.TaskNumber}-0001-1,EY100000001CN,收寄,昨天,,,
            """;

        var lines = await Import(file);

        Assert.Equal(
            [
                (2, ImportOutcome.Applied),
                (3, ImportOutcome.Applied),
                (4, ImportOutcome.Applied),
                (5, ImportOutcome.Applied),
                (6, ImportOutcome.Refused),
                (7, ImportOutcome.Refused),
                (8, ImportOutcome.Refused),
            ],
            lines.Select(l => (l.Line, l.Outcome))
        );
        Assert.Equal(ServiceEntryErrors.UnknownMail().Message, lines[4].Why);
        Assert.Equal((ServiceState.Effective, "李四"), ((await Stored(signed)).State, (await Stored(signed)).Copies[0].SignedName));
        Assert.Equal(
            (ServiceState.Failed, "mail_nobody_there"),
            ((await Stored(returned)).State, (await Stored(returned)).Attempts[0].FailureCode)
        );

        var again = await Import(file);
        Assert.Equal(4, again.Count(l => l.Outcome == ImportOutcome.Known));
        Assert.Single(await Words(signed, ServiceFacts.Signed));
    }

    [Fact]
    public async Task A_file_in_the_encoding_of_Chinese_spreadsheets_is_read_and_another_is_refused()
    {
        var service = await Begun(Post);
        var gb = CodePagesEncodingProvider
            .Instance.GetEncoding("GB18030")!
            .GetBytes($"件号,邮件号,状态,时间\r\n{service.TaskNumber}-0001-1,EY300000003CN,收寄,2026/11/20 9:05\r\n");
        Assert.Equal(ImportOutcome.Applied, (await Data.Use((ImportMailStatuses u) => u.Handle(gb, Clerk, default))).Single().Outcome);
        await Refused("service_entry.bad_file", () => Import("a,b\n1,2\n"));
    }

    [Fact]
    public async Task Another_division_neither_exports_nor_imports_this_ones_mail()
    {
        var service = await Begun(Post);
        var batch = await Make(Guid.CreateVersion7());
        var other = await Data.ActorOf(await Data.Staff(Role.Clerk, await Data.Division(DivisionKind.Criminal)));
        await Refused(
            "service_entry.nothing_to_export",
            () => Data.Use((MakePostBatch u) => u.Handle(Guid.CreateVersion7(), other, default))
        );
        Assert.Null(await Data.Use((PostBatchFile f) => f.Write(batch.Id, other, default)));
        var lines = await Data.Use(
            (ImportMailStatuses u) =>
                u.Handle(
                    Encoding.UTF8.GetBytes($"件号,邮件号,状态,时间\n{service.TaskNumber}-0001-1,EY300000003CN,收寄,2026-11-20 09:05\n"),
                    other,
                    default
                )
        );
        Assert.Equal(ImportOutcome.Refused, lines.Single().Outcome);
        Assert.Equal(AttemptState.Queued, (await Stored(service)).Attempts[0].State);
    }

    /// <summary>Only a refusal by the recipient or the named receiver serves (MAIL 11); the file's bare word does not say by whom.</summary>
    [Theory]
    [InlineData("拒收", false)]
    [InlineData("他人拒收", false)]
    [InlineData("本人拒收", true)]
    [InlineData("指定代收人拒收", true)]
    public async Task A_refusal_in_the_posts_file_serves_only_where_it_says_by_whom(string reason, bool serves)
    {
        var service = await Begun(Post);
        await Data.Use((RecordPosting u) => u.Handle(service.Id, service.Attempts[0].Id, "EY123456789CN", Now, Clerk, default));
        Clock.Now += TimeSpan.FromHours(1);
        await Import($"件号,邮件号,状态,时间,原因\r\n,EY123456789CN,退回,2026-11-20 11:00,{reason}\r\n");
        Assert.Equal(serves, (await Stored(service)).EffectiveOn is not null);
    }

    [Fact]
    public async Task The_list_says_what_waits_for_hands_and_empties_as_it_is_entered()
    {
        var service = await Begun(Post, Sms);
        Assert.Equal((1, 0), (await Count(Handwork.ToPost), await Count(Handwork.OnItsWay)));
        await Make(Guid.CreateVersion7());
        Assert.Equal((0, 1), (await Count(Handwork.ToPost), await Count(Handwork.OnItsWay)));
        await Data.Use((RecordPosting u) => u.Handle(service.Id, service.Attempts[0].Id, "EY123456789CN", Now, Clerk, default));
        Assert.Equal(
            "EY123456789CN",
            (await Data.Use((HandworkQueries q) => q.List(Handwork.OnItsWay, null, Clerk, default))).Rows.Single().Attempt.Reference
        );
        await Data.Use(
            (RecordReturn u) =>
                u.Handle(service.Id, service.Attempts[0].Id, new DateOnly(2026, 11, 20), ReturnReason.Refused, false, Clerk, default)
        );
        Assert.Equal(0, await Count(Handwork.OnItsWay));
    }

    private Task<PostBatch> Make(Guid id) => Data.Use((MakePostBatch u) => u.Handle(id, Clerk, default));

    private Task<IReadOnlyList<ImportedLine>> Import(string file) =>
        Data.Use((ImportMailStatuses u) => u.Handle(Encoding.UTF8.GetBytes(file), Clerk, default));

    private async Task<int> Count(Handwork what) => (await Data.Use((HandworkQueries q) => q.Counts(Clerk, default)))[what];
}
