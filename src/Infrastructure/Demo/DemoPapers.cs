using Domain.Attachments;
using Domain.Cases;
using Domain.DocumentService;
using Domain.Organisation;
using Domain.Shared;
using Infrastructure.Pdf;

namespace Infrastructure.Demo;

public sealed record DemoSheetText(DemoPaper Paper, string Court, string Number = "", string Day = "")
{
    /// <summary>A party's paper is the one that it calls itself, not the copy of it.</summary>
    public string Title => Court.Length > 0 ? Paper.Title : Paper.Title.Replace("副本", "", StringComparison.Ordinal);
}

public sealed record DemoPaper(DocumentKind Kind, string Title, IReadOnlyList<string> Paragraphs);

/// <summary>A printed document in the file store.</summary>
internal sealed record StoredPaper(DemoPaper Paper, string Sha256, long Size, int Pages);

/// <summary>Prints a handful of documents; those that no drawn screen opens are shared by many cases.</summary>
internal sealed class DemoPapers(PdfPrinter printer, IFileStore files, CancellationToken ct)
{
    public static readonly DemoPaper Judgment = new(
        DocumentKind.Judgment,
        "民事判决书",
        [
            "原告与被告民间借贷纠纷一案，本院立案后，依法适用普通程序，公开开庭进行了审理。原告及其委托诉讼代理人、被告及其委托诉讼代理人到庭参加诉讼。本案现已审理终结。",
            "原告向本院提出诉讼请求：判令被告归还借款本金并支付利息，本案诉讼费用由被告负担。事实和理由：双方签订借款合同，原告依约转账交付款项，借款到期后被告未归还。",
            "被告辩称：对借款本金没有异议，对利息的起算时间有异议。",
            "经审理查明：借款合同、转账凭证和对账记录经双方质证，本院予以采信。借款到期后，被告支付了部分利息，其余本息未付。",
            "本院认为：合法的借贷关系受法律保护。被告逾期未还款，应当承担归还本金并支付逾期利息的责任。",
            "依照《中华人民共和国民法典》第六百七十五条、第六百七十六条，《中华人民共和国民事诉讼法》第六十七条规定，判决如下：",
            "一、被告自本判决生效之日起十日内归还借款本金；二、被告自本判决生效之日起十日内支付利息。",
            "如果未按本判决指定的期间履行给付金钱义务，应当依照《中华人民共和国民事诉讼法》第二百六十四条规定，加倍支付迟延履行期间的债务利息。",
            "如不服本判决，可以在判决书送达之日起十五日内，向本院递交上诉状，并按照对方当事人的人数提出副本，上诉于{appeal}。",
        ]
    );

    public static readonly DemoPaper Mediation = new(
        DocumentKind.MediationStatement,
        "民事调解书",
        [
            "原告与被告民间借贷纠纷一案，本院立案后，依法适用普通程序进行了审理。",
            "本案审理过程中，经本院主持调解，当事人自愿达成如下协议：被告分三期归还借款本金，原告放弃利息请求。",
            "上述协议，不违反法律规定，本院予以确认。案件受理费减半收取，由被告负担。",
            "本调解书经各方当事人签收后，即具有法律效力。",
        ]
    );

    public static readonly DemoPaper AppealGuide = new(
        DocumentKind.Other,
        "上诉须知",
        [
            "一、不服第一审判决的，上诉期为十五日；不服第一审裁定的，上诉期为十日。期间自送达之日的次日起算，届满日是休息日的，顺延到其后第一个工作日。",
            "二、上诉状应当写明当事人、原审法院名称、案件编号和案由，以及上诉的请求和理由，并按对方当事人人数提交副本。",
            "三、提交上诉状后七日内交纳上诉案件受理费，逾期不交且未提出缓交申请的，按自动撤回上诉处理。",
        ]
    );

    public static readonly DemoPaper Fees = new(
        DocumentKind.Other,
        "诉讼费用结算通知书",
        [
            "本案诉讼费用已经结算。预交的费用多于应负担部分的，本院在判决生效后十五日内退还；少于应负担部分的，请在收到本通知后七日内补交。",
            "退费请在诉讼服务平台登记收款账户，收款人应当是本案当事人本人。",
        ]
    );

    public static readonly DemoPaper Summons = new(
        DocumentKind.Summons,
        "开庭传票",
        [
            "被传唤人：本案当事人。传唤事由：开庭审理。应到处所：本院第五审判庭。",
            "请携带身份证件和证据原件，提前三十分钟到庭。原告无正当理由拒不到庭的，可以按撤诉处理；被告无正当理由拒不到庭的，可以缺席判决。",
        ]
    );

    public static readonly DemoPaper Evidence = new(
        DocumentKind.EvidenceNotice,
        "举证通知书",
        [
            "请在收到本通知书之日起十五日内向本院提交证据。逾期提交的，应当说明理由；理由不成立的，本院根据不同情形可以不予采纳该证据，或者采纳该证据但予以训诫、罚款。",
            "申请延长举证期限的，应当在举证期限届满前提出书面申请。",
        ]
    );

    public static readonly DemoPaper Acceptance = new(
        DocumentKind.Other,
        "受理案件通知书",
        [
            "您的起诉符合法律规定的受理条件，本院决定立案审理。",
            "请在七日内交纳案件受理费，并填写送达地址确认书。您可以自行委托诉讼代理人，可以申请调解。",
        ]
    );

    public static readonly DemoPaper Complaint = new(
        DocumentKind.Complaint,
        "起诉状副本",
        [
            "原告请求判令被告履行合同义务并承担诉讼费用。事实和理由见附后证据目录。",
            "请自收到起诉状副本之日起十五日内提交答辩状；逾期不答辩的，不影响案件审理。",
        ]
    );

    public static readonly DemoPaper Ruling = new(
        DocumentKind.Ruling,
        "民事裁定书",
        [
            "被告在提交答辩状期间对管辖权提出异议。经审查，本院对本案有管辖权。",
            "依照《中华人民共和国民事诉讼法》第一百三十条规定，裁定如下：驳回对本案管辖权提出的异议。",
            "如不服本裁定，可以在裁定书送达之日起十日内，向本院递交上诉状，上诉于{appeal}。",
        ]
    );

    private static readonly DemoPaper[] s_all = [Judgment, Mediation, AppealGuide, Fees, Summons, Evidence, Acceptance, Complaint, Ruling];

    private readonly Dictionary<string, Dictionary<DemoPaper, StoredPaper>> _shared = new(StringComparer.Ordinal);

    /// <summary>Once for all cases of a court: without a case number.</summary>
    public async Task<StoredPaper> Shared(DemoPaper paper, Court court)
    {
        if (!_shared.TryGetValue(court.Slug, out var papers))
            _shared[court.Slug] = papers = await PrintAll(court);
        return papers[paper];
    }

    /// <summary>For a case that somebody opens.</summary>
    public async Task<StoredPaper> Of(DemoPaper paper, DemoCase @case, DateOnly day) =>
        (
            await Print([
                Sheet(paper, @case.Court.Court) with
                {
                    Number = CaseNumber.Read(@case.Case.Number, int.MaxValue - 1).Number?.Display ?? @case.Case.Number,
                    Day = ChinaTime.DayWithYear(day),
                },
            ])
        )[0];

    /// <summary>
    /// 裁判文书 name the province before the court, special courts excepted (人民法院民事裁判文书制作规范，法〔2016〕221 号); notices bear the
    /// court's own name; a party's paper bears none.
    /// </summary>
    internal static string HeadOf(DocumentKind kind, string slug, string court) =>
        kind switch
        {
            DocumentKind.Complaint or DocumentKind.AppealPetition => "",
            DocumentKind.Judgment or DocumentKind.Ruling or DocumentKind.MediationStatement when slug != CourtFacts.InternetCourt =>
                "广东省" + court,
            _ => court,
        };

    private async Task<Dictionary<DemoPaper, StoredPaper>> PrintAll(Court court)
    {
        var stored = await Print([.. s_all.Select(paper => Sheet(paper, court))]);
        return s_all.Zip(stored).ToDictionary(p => p.First, p => p.Second);
    }

    private static DemoSheetText Sheet(DemoPaper paper, Court court)
    {
        var appeal = AppealRoutes.Of(court.Slug, Procedure.Civil, "民间借贷纠纷")?.To.FullName ?? "";
        return new(
            paper with
            {
                Paragraphs = [.. paper.Paragraphs.Select(p => p.Replace("{appeal}", appeal, StringComparison.Ordinal))],
            },
            HeadOf(paper.Kind, court.Slug, court.FullName)
        );
    }

    /// <summary>In one run of the browser, which costs more than the pages do; each sheet is a file of its own.</summary>
    public async Task<List<StoredPaper>> Print(IReadOnlyList<DemoSheetText> sheets)
    {
        var whole = PdfMerge.NewPath();
        try
        {
            var pdf = await printer.Print<DemoSheet>(
                new Dictionary<string, object?> { [nameof(DemoSheet.Sheets)] = sheets },
                ct,
                withOutline: true
            );
            await File.WriteAllBytesAsync(whole, pdf, ct);
            var starts = await PdfMerge.HeadedPages(whole, ct);
            if (starts.Count != sheets.Count)
                throw new InvalidDataException($"{sheets.Count} sheets begin on {starts.Count} pages");
            List<StoredPaper> stored = [];
            foreach (var (sheet, from, next) in sheets.Zip(starts, [.. starts.Skip(1), await PdfMerge.PageCount(whole, ct) + 1]))
                stored.Add(await Store(sheet, whole, from, next - 1));
            return stored;
        }
        finally
        {
            File.Delete(whole);
        }
    }

    private async Task<StoredPaper> Store(DemoSheetText sheet, string whole, int from, int to)
    {
        var path = await PdfMerge.Cut(whole, from, to, sheet.Court + sheet.Title, ct);
        try
        {
            await using var bytes = File.OpenRead(path);
            await using var received = await files.Receive(bytes, ct);
            await received.Keep(ct);
            return new StoredPaper(sheet.Paper, received.Sha256, received.Size, to - from + 1);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
