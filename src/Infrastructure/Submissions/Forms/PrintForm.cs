using Domain.Attachments;
using Domain.DocumentService;
using Domain.Litigants;
using Domain.Shared;
using Domain.Submissions;
using Infrastructure.Pdf;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace Infrastructure.Submissions;

public enum FormFormat
{
    Docx,
    Pdf,
}

/// <summary>A form as a file: empty to take away, or filled and at once an attachment of whoever filled it.</summary>
public sealed partial class PrintForm(
    WriteForm write,
    PdfPrinter printer,
    UploadAsLitigant upload,
    IFileStore files,
    TimeProvider clock,
    ILogger<PrintForm> log
)
{
    /// <returns>Name and bytes of the form with what the court knows, the rest to be filled by hand.</returns>
    /// <exception cref="RefusedException">Those of <see cref="WriteForm"/>; <c>certificate.printer_down</c>.</exception>
    public async Task<(string Name, byte[] Bytes)> Empty(
        SubmissionKind kind,
        Guid caseId,
        FormFormat format,
        Actor by,
        CancellationToken ct
    )
    {
        var form = await write.Handle(kind, caseId, answers: null, by, ct);
        return format == FormFormat.Docx ? ($"{form.Title}.docx", DocxForm.Write(form)) : ($"{form.Title}.pdf", await Pdf(form, ct));
    }

    public async Task<Attachment> Filled(
        SubmissionKind kind,
        Guid caseId,
        IReadOnlyCollection<SubmittedAnswer> answers,
        Actor by,
        CancellationToken ct
    )
    {
        var form = await write.Handle(kind, caseId, answers, by, ct);
        await using var file = await files.Receive(new MemoryStream(await Pdf(form, ct)), ct);
        return (await upload.Handle(Guid.CreateVersion7(clock.GetUtcNow()), $"{form.Title}.pdf", file, by, ct)).Attachment;
    }

    private async Task<byte[]> Pdf(CourtForm form, CancellationToken ct)
    {
        try
        {
            return await printer.Print<FormSheet>(new Dictionary<string, object?> { ["Form"] = form }, ct);
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            PrinterDown(log, e);
            throw CertificateErrors.PrinterDown();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The browser that prints forms did not answer")]
    private static partial void PrinterDown(ILogger log, Exception exception);
}
