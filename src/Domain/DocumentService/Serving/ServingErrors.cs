using System.Globalization;
using Domain.Shared;

namespace Domain.DocumentService;

/// <summary>Why a confirmation of service is refused.</summary>
public static class ServingErrors
{
    public static RefusedException CaseNotFound() => new(Refusal.NotFound, "serving.case_not_found", "没有这个案件，或者不由您送达");

    public static RefusedException NoCase() => new(Refusal.Unprocessable, "serving.no_case", "还没有选案件");

    public static RefusedException TooManyCases() =>
        new(Refusal.Unprocessable, "serving.too_many_cases", $"一次最多送达 {ServiceTask.MaxCases} 个案件，请分批");

    public static RefusedException NoDocument() => new(Refusal.Unprocessable, "serving.no_document", "还没有选文书");

    public static RefusedException TooManyDocuments() =>
        new(Refusal.Unprocessable, "serving.too_many_documents", $"一次最多送达 {ServiceTask.MaxDocuments} 份文书，请分批");

    public static RefusedException TitleMissing() =>
        new(Refusal.Unprocessable, "serving.title_missing", $"每份文书都要有标题，最多 {ServiceTask.TitleMaxLength} 字");

    public static RefusedException DocumentNotFound() =>
        new(Refusal.NotFound, "serving.document_not_found", "有一份文书已经不在，请重新选择文书");

    public static RefusedException OnlyOneCase() =>
        new(Refusal.Unprocessable, "serving.only_one_case", "审判系统移交的文书只能送达本案，批量送达请上传文书");

    public static RefusedException DocumentTaken(string title, string clerk, string taskNumber, DateTimeOffset at) =>
        new(
            Refusal.Conflict,
            "serving.document_taken",
            $"《{title}》已由{clerk}于 {ChinaTime.ToLocal(at).ToString("MM-dd HH:mm", CultureInfo.InvariantCulture)} 确认送达（{taskNumber}），没有重复送达"
        );

    public static RefusedException RecipientsChanged() =>
        new(Refusal.Conflict, "serving.recipients_changed", "案件的当事人或者代理人已有变化，请返回核对受送达人");

    public static RefusedException AddressChanged(string name) =>
        new(Refusal.Conflict, "serving.address_changed", $"{name}的送达地址或者来源已有变化，请返回核对");

    public static RefusedException NotAllowed(string name, string channel) =>
        new(
            Refusal.Unprocessable,
            "serving.way_not_allowed",
            $"{name}不能用{channel}送达：没有电子送达的同意记录，或者地址未核实（《人民法院在线诉讼规则》第 29、31 条）"
        );

    public static RefusedException NoWay(string name) =>
        new(Refusal.Unprocessable, "serving.no_way", $"{name}没有可用的送达方式，请选择方式，或者写明本次不送的原因");

    public static RefusedException ReasonMissing(string name) =>
        new(Refusal.Unprocessable, "serving.reason_missing", $"请写明本次不送{name}的原因");

    public static RefusedException Nobody(string caseNumber) => new(Refusal.Unprocessable, "serving.nobody", $"{caseNumber} 没有受送达人");

    public static RefusedException ContactNotAllowed(string name) =>
        new(Refusal.Unprocessable, "serving.contact_not_allowed", $"向{name}只能邮寄或者当面送达，并写明与当事人的关系");

    public static RefusedException FactsMissing(string caseNumber, string missing) =>
        new(Refusal.Unprocessable, "serving.facts_missing", $"{caseNumber} 还不知道{missing}，期限不能确定。请先补充，再确认送达。");

    public static RefusedException CorrectionNotFound() =>
        new(Refusal.NotFound, "serving.correction_not_found", "没有要更正的送达，或者它不是这个案件的");

    public static RefusedException CorrectsNothing() => new(Refusal.Unprocessable, "serving.corrects_nothing", "请指明更正哪一份文书");

    public static RefusedException AddressMissing() =>
        new(Refusal.Unprocessable, "serving.address_missing", $"请填写到门牌号的邮寄地址，最多 {ServiceAddress.ValueMaxLength} 字");

    public static RefusedException Unreadable() =>
        new(Refusal.Unprocessable, "serving.pdf_unreadable", "这份 PDF 打不开，文件可能已损坏。请重新导出后再上传");

    public static RefusedException Encrypted() =>
        new(Refusal.Unprocessable, "serving.pdf_encrypted", "这份 PDF 加了密码。请去掉密码后再上传");

    public static RefusedException NotADocument() =>
        new(Refusal.TypeNotAllowed, "serving.type_not_allowed", "送达文书只能是 PDF 或者 Word 文件");

    public static RefusedException NoWordConversion() =>
        new(Refusal.TypeNotAllowed, "serving.no_word_conversion", "这台服务器没有装 Word 转换，请另存为 PDF 再上传");

    public static RefusedException WordNotConverted() =>
        new(Refusal.Unprocessable, "serving.word_not_converted", "这份 Word 文件转换不了。请另存为 PDF 再上传");
}
