using Domain.Shared;

namespace Domain.Attachments;

public static class AttachmentErrors
{
    private const double MegaByte = 1024 * 1024;

    public static RefusedException NotFound() => new(Refusal.NotFound, "attachment.not_found", "没有这个附件，请重新添加");

    public static RefusedException NoPreview() => new(Refusal.NotFound, "attachment.no_preview", "这个附件没有这一部分预览，可下载原件");

    public static RefusedException IdReused() => new(Refusal.Conflict, "attachment.id_reused", "这个编号已经用过，请重新添加附件");

    /// <param name="bytes">As far as it is known: reading stops at the limit.</param>
    /// <param name="most">Of its kind, or of the way it came.</param>
    public static RefusedException TooLarge(long bytes, long most = Attachment.MaxBytes) =>
        new(
            Refusal.TooLarge,
            "attachment.too_large",
            (
                bytes > most * 1.1
                    ? $"这个文件 {bytes / MegaByte:0.#} MB，最大 {most / MegaByte:0} MB"
                    : $"这个文件超过 {most / MegaByte:0} MB"
            ) + "。可以剪短或分开传，或刻盘寄给法院。"
        );

    public static RefusedException TypeNotAllowed() =>
        new(Refusal.TypeNotAllowed, "attachment.type_not_allowed", "只能传图片、Word、PDF、录音和录像文件");

    public static RefusedException Macros() =>
        new(Refusal.TypeNotAllowed, "attachment.macros", "这个文件里有宏（会自己运行的程序），不能传。请另存为不带宏的 Word 或 PDF 再传。");

    public static RefusedException EmbeddedFile() =>
        new(
            Refusal.TypeNotAllowed,
            "attachment.embedded_file",
            "这个文件里面还插着别的文件，不能传。请把里面的文件取出来另外传，或另存为 PDF 再传。"
        );

    public static RefusedException UnpacksTooLarge() =>
        new(Refusal.TooLarge, "attachment.unpacks_too_large", "这个文件打开后内容过大，不能传。请另存为 PDF 再传，或分成几个文件。");

    public static RefusedException Damaged() =>
        new(Refusal.Unprocessable, "attachment.damaged", "这个文件已经损坏，打不开。请重新保存一份再传，或另存为 PDF。");

    public static RefusedException Infected() =>
        new(Refusal.TypeNotAllowed, "attachment.infected", "这个文件里查出病毒，没有收。请用杀毒软件检查存放它的设备，再传干净的文件。");

    public static RefusedException ScanUnavailable() =>
        new(Refusal.Unavailable, "attachment.scan_unavailable", "暂时不能检查文件，没有收。请过一会儿再传，或先只发文字。");

    public static RefusedException StoreUnavailable() =>
        new(Refusal.Unavailable, "attachment.store_unavailable", "暂时存取不了文件，请过几分钟再试。已经收到的文件不受影响。");

    public static RefusedException Empty() => new(Refusal.Unprocessable, "attachment.empty", "这个文件是空的，请重新选择");

    public static RefusedException InUse() => new(Refusal.Conflict, "attachment.in_use", "附件已经发出或者送达，不能删除");
}
