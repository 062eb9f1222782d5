using Domain.Attachments;
using Domain.Shared;

namespace Domain.DocumentService;

/// <summary>Makes of a file what can be served: a PDF that opens, without a password.</summary>
public interface IServablePdf
{
    /// <summary>A Word file becomes a PDF here; where it does not, people are told before they choose one.</summary>
    bool ConvertsWord { get; }

    /// <summary>A PDF is checked and stays as it is; Word is converted.</summary>
    /// <returns>The file to keep: the one given, or a new one that the caller disposes of.</returns>
    /// <exception cref="RefusedException"><c>serving.pdf_…</c>, <c>serving.no_word_conversion</c>, <c>serving.word_not_converted</c>,
    /// <c>serving.type_not_allowed</c>.</exception>
    Task<(ReceivedFile Pdf, int Pages)> Make(ReceivedFile file, CancellationToken ct);
}
