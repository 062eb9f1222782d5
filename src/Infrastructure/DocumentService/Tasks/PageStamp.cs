using Infrastructure.Pdf;

namespace Infrastructure.DocumentService;

/// <summary>What is laid over one page of a served document.</summary>
/// <param name="CaseNumber">As court papers print it.</param>
/// <param name="Page">1, 2, 3 … of <paramref name="Pages"/>.</param>
/// <param name="Size">Of the page that it is laid over.</param>
/// <param name="Qr">On the first page: the public address at which the document is verified.</param>
public sealed record PageStamp(
    string Court,
    string CaseNumber,
    string Serial,
    string VerifyCode,
    int Page,
    int Pages,
    PdfPage Size,
    (string Path, int Side)? Qr
);
