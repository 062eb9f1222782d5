using System.Globalization;
using Domain.Submissions;
using Domain.WorkOrders;
using Infrastructure.Supervision;

namespace Infrastructure.Demo.AtCounter;

/// <summary>What the drawn litigant and the other side handed in: waiting, accepted and released, to be supplemented, overdue, followed up.</summary>
internal sealed class DemoSubmissions(DemoCounter counter, DemoCases cases, DemoClosedCases closed, DemoVolumes volumes)
{
    private const int Sent = 9;

    private readonly DemoPerson _chen = counter.Chen;
    private readonly Guid _drawn = cases.All.Single(c => c.Case.Number == DemoProceedings.Drawn).Case.Id;

    public void Plan(DemoTimeline timeline)
    {
        timeline.At(counter.On(-Sent, 14 * 60), Overdue);
        for (var day = 1 - Sent; day <= 0; day++)
            timeline.At(counter.On(day, 9 * 60), () => counter.Do<SupervisionSweep>(s => s.Run(counter.Ct)));
        timeline.At(counter.On(-4, 10 * 60), Defence);
        timeline.At(counter.On(-4, 15 * 60), Appeal);
        timeline.At(counter.On(-2, 16 * 60), Extension);
        timeline.At(counter.On(-1, 20 * 60), Evidence);
        timeline.At(counter.On(-1, 20 * 60 + 30), Certificate);
    }

    private async Task Evidence() =>
        await Send(
            _chen,
            new(Channel.WeChat, _drawn, SubmissionKind.Evidence)
            {
                Files =
                [
                    await Exhibit("借条照片", "陈建华保管的原件", "李志强借款 120000 元，约定一年内归还"),
                    await Exhibit("银行流水（一年）", "开户银行打印", "120000 元已经转给李志强，他付过三次利息"),
                    await Exhibit("催款短信记录", "陈建华的手机", "到期后催过四次，李志强认可没有还"),
                ],
            }
        );

    private async Task Defence()
    {
        var lee = counter.People.Named("李志强");
        var id = await Send(
            lee,
            new(Channel.WeChat, _drawn, SubmissionKind.Defence) { Files = [new(await volumes.Upload("答辩状", lee), "defence")] }
        );
        await Accept(id, release: true);
    }

    private async Task Extension()
    {
        var until = counter.Calendar.Today.AddDays(14).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var id = await Send(
            _chen,
            new(Channel.WeChat, _drawn, SubmissionKind.EvidenceExtension)
            {
                Answers = [new("until", until), new("reasons", "五年前的开户资料要到下周才能从银行取得。")],
                Files = [new(await volumes.Upload("延长举证期限申请书", _chen), "petition")],
            }
        );
        var asked = new AskedFor(["申请书最后一页没有签名，请签名后重新上传", "请附银行的受理回执，写明什么时候能取到"]);
        await counter.Do<AskSubmitter>(s => s.Handle(id, Guid.CreateVersion7(), asked, counter.Judge.Actor, counter.Ct));
    }

    private async Task Overdue() =>
        await Send(
            _chen,
            new(Channel.WeChat, _drawn, SubmissionKind.EvidenceCollection)
            {
                Answers =
                [
                    new("target", "收款银行越秀支行"),
                    new("evidence", "收款账户的开户资料和借款当月流水"),
                    new("reasons", "账户不在我名下，自己取不到；要证明钱是李志强收的。"),
                ],
                Files = [new(await volumes.Upload("调取证据申请书", _chen), "petition")],
            }
        );

    /// <summary>Its copy has been served since, and the other side's days to reply run.</summary>
    private async Task Appeal()
    {
        var id = await Send(
            _chen,
            new(Channel.WeChat, await counter.CaseOf(closed.Judged), SubmissionKind.Appeal)
            {
                Answers =
                [
                    new("claims", "撤销一审判决第二项，改判支付全部逾期利息。"),
                    new("amount", "18600"),
                    new("reasons", "一审认定利息从起诉之日起算，与合同约定不符。"),
                ],
                Files = [new(await volumes.Upload("民事上诉状", _chen), "petition")],
            }
        );
        await Accept(id, release: null);
        await counter.Do<MarkFollowUp>(s => s.Handle(id, FollowUpKind.ServeCopy, null, counter.Clerk.Actor, counter.Ct));
    }

    private async Task Certificate() =>
        await Send(
            _chen,
            new(Channel.WeChat, await counter.CaseOf(closed.Effective), SubmissionKind.EffectCertificate)
            {
                Answers = [new("purpose", "申请执行")],
            }
        );

    private async Task<GivenFile> Exhibit(string title, string source, string proves) =>
        new(await volumes.Upload(title, _chen), "evidence")
        {
            Title = title,
            Source = source,
            Proves = proves,
        };

    private Task Accept(Guid id, bool? release) =>
        counter.Do<AcceptSubmission>(s =>
            s.Handle(id, Guid.CreateVersion7(), new("") { Release = release }, counter.Clerk.Actor, counter.Ct)
        );

    private async Task<Guid> Send(DemoPerson by, SendSubmission.Request request)
    {
        var id = Guid.CreateVersion7();
        await counter.Do<SendSubmission>(s => s.Handle(id, request, by.Actor, counter.Ct));
        return id;
    }
}
