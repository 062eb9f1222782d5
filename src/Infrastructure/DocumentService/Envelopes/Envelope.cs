using Domain.DocumentService;
using Infrastructure.DocumentService.Certificates;

namespace Infrastructure.DocumentService.Envelopes;

/// <summary>What goes to one recipient by post: address sheet, return form, documents.</summary>
/// <param name="Number">SD20261120-0042-0003-2: task, recipient, attempt; the piece's number with the post, in the QR code.</param>
/// <param name="Postcode">Six digits; empty where none is known.</param>
/// <param name="Form">The return form (送达回证) that is signed and comes back.</param>
/// <param name="Problem">Why it cannot be printed; empty when it can.</param>
public sealed record Envelope(
    Guid ServiceId,
    Guid AttemptId,
    string Number,
    string Postcode,
    string Address,
    CertificateSheet Form,
    string Problem
)
{
    public Service Service => Form.Service;

    public IReadOnlyList<ServedDocument> Documents => Form.Snapshot.Documents;
}
