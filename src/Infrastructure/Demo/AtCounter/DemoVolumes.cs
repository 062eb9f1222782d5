using System.Globalization;
using Domain.Attachments;
using Domain.Cases;
using Domain.DocumentService;
using Infrastructure.Cases.Import;
using Infrastructure.Files;
using Infrastructure.Previews;

namespace Infrastructure.Demo.AtCounter;

/// <summary>Papers of the main volumes and of what people hand in, printed together; the numbers in them are valid and nobody's.</summary>
internal sealed class DemoVolumes(DemoCounter counter)
{
    public const string Photo = "借条照片";

    /// <summary>Names no items.</summary>
    public const string FullOnly = "授权委托书（全权代理）";

    private static readonly DemoPaper[] s_ofVolumes =
    [
        OfParty(
            "民事起诉状",
            "原告：陈建华，男，1985 年 3 月 12 日出生，公民身份号码 {id}，住广州市越秀区东风东路 66 号，联系电话 13812345620。",
            "被告：李志强，男，住广州市海珠区示范路 27 号。",
            "诉讼请求：一、判令被告归还借款本金 120000 元；二、判令被告按年利率 3.45% 支付逾期利息；三、诉讼费用由被告承担。",
            "事实和理由：被告因周转需要向原告借款，原告通过银行转账交付，约定一年内归还。到期后被告只付过部分利息，经多次催讨未还。",
            "此致 广州市越秀区人民法院"
        ),
        OfParty(
            "借条和转账记录",
            "借条：今借到陈建华人民币 120000 元（大写壹拾贰万元整），于一年内归还，年利率 3.45%。借款人：李志强。",
            "转账凭证：付款人 陈建华，付款卡号 {card}，收款人 李志强，收款卡号 {card2}，金额 120000.00 元，附言 借款。",
            "对账：被告分三次支付利息共 3105.00 元，之后未再付款。原告以短信催讨四次，被告均回复“月底就还”。"
        ),
        OfParty(
            "第一次开庭笔录",
            "审判员：现在核对到庭当事人身份。原告陈建华，公民身份号码 {id}。被告李志强委托诉讼代理人到庭。",
            "审判员：原告陈述诉讼请求、事实和理由。原告：同起诉状。",
            "被告代理人：借条上的签名要求鉴定；对转账金额没有异议，认为是合伙投资款。",
            "审判员：原告举证。原告：提交借条、转账凭证（付款卡号 {card}）和短信记录，原件已核对。",
            "审判员：鉴定意见出具后双方质证，第二次开庭时间另行通知。休庭。"
        ),
        OfParty(
            "买卖合同和收货单",
            "合同：陈建华向广州越声电器有限公司购买商用冷柜两台，价款 80000 元，送货上门，质保一年。",
            "付款：陈建华从卡号 {card} 分两次付清 80000 元。收货单写明第二台压缩机异响，送货人员签字确认。"
        ),
        OfParty(
            "庭审笔录",
            "审判员：核对身份。原告陈建华，公民身份号码 {id}；被告委托诉讼代理人到庭。",
            "原告：两台冷柜中一台一直不能用，维修三次没有修好，要求退还价款。被告：同意退还一台的价款，不同意赔偿。",
            "审判员：双方是否同意调解？被告：需要请示。法庭辩论终结，择日宣判。"
        ),
    ];

    private static readonly DemoPaper[] s_handedIn =
    [
        OfParty(
            "答辩状",
            "答辩人：李志强。对原告陈建华的起诉答辩如下：",
            "一、原告转来的 120000 元中有 50000 元是合伙开店的投资款，不是借款。二、已经支付的 3105 元应当从本金中扣除。",
            "请求驳回原告超过 66895 元部分的诉讼请求。"
        ),
        OfParty(
            "银行流水（一年）",
            "户名 陈建华，卡号 {card}。摘要：转出 120000.00 元，收款人 李志强；转入 1035.00 元三次，付款人 李志强，附言 利息。"
        ),
        OfParty("催款短信记录", "“志强，借的钱到期了，什么时候能还？”——“月底就还，再宽限几天。”共四次，时间和号码见手机公证截图。"),
        OfParty(Photo, "今借到陈建华人民币壹拾贰万元整，一年内归还。", "借款人：李志强"),
        OfParty("延长举证期限申请书", "申请人陈建华。请求延长举证期限十四日。理由：向银行申请的五年前的开户资料要到下周才能取得。"),
        OfParty("调取证据申请书", "申请人陈建华。请求向收款银行调取收款账户的开户资料和当月流水。理由：账户不在申请人名下，自己取不到。"),
        OfParty(
            "民事上诉状",
            "上诉人：陈建华。上诉请求：撤销一审判决第二项，改判被上诉人支付全部逾期利息。",
            "上诉理由：一审认定利息从起诉之日起算，与合同约定不符。"
        ),
        OfParty(
            "授权委托书",
            "委托人现委托周文博律师（广东正衡律师事务所）为诉讼代理人。",
            "代理权限：承认、放弃、变更诉讼请求，进行和解，提起上诉。"
        ),
        OfParty(FullOnly, "委托人现委托广东正衡律师事务所的律师为诉讼代理人，姓名和执业证号见律师事务所函。", "代理权限：全权代理。"),
        OfParty("律师事务所函", "兹指派本所律师担任诉讼代理人，参加诉讼。请予接洽。"),
    ];

    private readonly Dictionary<string, StoredPaper> _printed = new(StringComparer.Ordinal);

    public async Task Print()
    {
        DemoPaper[] all = [.. s_ofVolumes, .. s_handedIn];
        var stored = await counter.Papers().Print([.. all.Select(p => new DemoSheetText(Numbered(p), ""))]);
        foreach (var paper in stored)
            _printed.Add(paper.Paper.Title, paper);
        foreach (var paper in s_ofVolumes)
            await Keep(_printed[paper.Title].Sha256);
        _printed[Photo] = await Photographed(_printed[Photo]);
    }

    /// <returns>Null where nothing was printed under this title.</returns>
    public StoredPaper? Of(string title) => _printed.GetValueOrDefault(title);

    /// <summary>As the record of its case names it.</summary>
    public static TrialFile File(int n, StoredPaper pdf, CaseFileKind kind, DateOnly day) =>
        new($"f{n}", pdf.Paper.Title, kind, 1, n, pdf.Pages) { Sha256 = pdf.Sha256, FiledOn = day };

    /// <summary>As a file of its uploader.</summary>
    public Task<Guid> Upload(string title, DemoPerson by) =>
        counter.Upload(_printed[title].Sha256, title + (title == Photo ? ".png" : ".pdf"), by);

    private DemoPaper Numbered(DemoPaper paper) =>
        paper with
        {
            Paragraphs =
            [
                .. paper.Paragraphs.Select(p =>
                    p.Replace("{id}", counter.Chen.IdNumber, StringComparison.Ordinal)
                        .Replace("{card}", Card("622202360201234567"), StringComparison.Ordinal)
                        .Replace("{card2}", Card("621700332000765432"), StringComparison.Ordinal)
                ),
            ],
        };

    private async Task Keep(string sha256)
    {
        await using var bytes = await counter.Use<IFileStore>().Open(sha256, counter.Ct);
        await counter.Do<KeepCaseFile>(keep => keep.Handle(sha256, bytes, counter.Ct));
    }

    /// <summary>As a phone sends it.</summary>
    private async Task<StoredPaper> Photographed(StoredPaper paper)
    {
        var files = counter.Use<IFileStore>();
        using var folder = PreviewFolder.New();
        var (pdf, png) = (Path.Combine(folder.Path, "page.pdf"), Path.Combine(folder.Path, "page"));
        await files.CopyTo(paper.Sha256, pdf, counter.Ct);
        var limits = counter.Use<PreviewSettings>().Paper;
        var (end, _) = await BoundedProgram.Run("pdftoppm", ["-png", "-r", "72", "-singlefile", pdf, png], limits, counter.Ct);
        if (end != ProgramEnd.Done)
            throw new InvalidOperationException($"pdftoppm: {end}");
        await using var bytes = System.IO.File.OpenRead(png + ".png");
        await using var received = await files.Receive(bytes, counter.Ct);
        await received.Keep(counter.Ct);
        return paper with { Sha256 = received.Sha256, Size = received.Size };
    }

    /// <summary>With its check digit (Luhn).</summary>
    private static string Card(string body)
    {
        var sum = body.Reverse().Select((c, i) => (c - '0') * (i % 2 == 0 ? 2 : 1)).Sum(d => d > 9 ? d - 9 : d);
        return body + ((10 - (sum % 10)) % 10).ToString(CultureInfo.InvariantCulture);
    }

    private static DemoPaper OfParty(string title, params string[] paragraphs) => new(DocumentKind.Complaint, title, paragraphs);
}
