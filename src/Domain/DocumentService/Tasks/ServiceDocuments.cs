using Domain.Attachments;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.DocumentService;

/// <summary>The documents of a confirmation: whose they are, that nobody has served them, and which they correct.</summary>
public sealed class ServiceDocuments(ICourtDb db)
{
    /// <summary>Marks them as taken by the task; saved with it.</summary>
    public async Task<IReadOnlyList<TaskDocument>> Choose(ConfirmedService confirmed, Actor by, CancellationToken ct)
    {
        if (confirmed.Documents.Count == 0)
            throw ServingErrors.NoDocument();
        if (confirmed.Documents.Count > ServiceTask.MaxDocuments)
            throw ServingErrors.TooManyDocuments();
        var corrected = await Corrected(confirmed, by, ct);
        var uploads = await Uploads(confirmed, by, ct);
        var handedOver = await HandedOver(confirmed, ct);
        return [.. confirmed.Documents.Select(d => Chosen(d) with { CorrectsId = d.CorrectsId })];

        TaskDocument Chosen(ConfirmedDocument document)
        {
            if (document.CorrectsId is { } old && !corrected.Contains(old))
                throw ServingErrors.CorrectionNotFound();
            if (document.CaseDocumentId is { } id)
            {
                var own = handedOver[id];
                own.ServedByTaskId = confirmed.Id;
                return new TaskDocument(Guid.CreateVersion7(), own.Kind, own.Title, own.Sha256, own.Pages, own.IsAppealable, own.Id);
            }

            var upload = uploads[document.AttachmentId!.Value];
            var title = TypedText.Storable(document.Title);
            if (title.Length is 0 or > ServiceTask.TitleMaxLength)
                throw ServingErrors.TitleMissing();
            upload.BelongTo(SubjectKind.ServiceTask, confirmed.Id);
            return new TaskDocument(Guid.CreateVersion7(), document.Kind, title, upload.Sha256, upload.Pages!.Value, document.IsAppealable);
        }
    }

    private async Task<Dictionary<Guid, Attachment>> Uploads(ConfirmedService confirmed, Actor by, CancellationToken ct)
    {
        if (confirmed.Documents.Any(d => d.AttachmentId is null == d.CaseDocumentId is null))
            throw ServingErrors.DocumentNotFound();
        var ids = confirmed.Documents.Select(d => d.AttachmentId).OfType<Guid>().ToList();
        var me = by.Id;
        var uploads = await db.Set<Attachment>()
            .Where(a => ids.Contains(a.Id) && a.UploadedById == me && a.Pages != null && a.SubjectId == null)
            .ToDictionaryAsync(a => a.Id, ct);
        return uploads.Count == ids.Count ? uploads : throw ServingErrors.DocumentNotFound();
    }

    private async Task<Dictionary<Guid, CaseDocument>> HandedOver(ConfirmedService confirmed, CancellationToken ct)
    {
        var ids = confirmed.Documents.Select(d => d.CaseDocumentId).OfType<Guid>().ToList();
        if (ids.Count == 0)
            return [];
        if (confirmed.Cases is not [{ CaseId: var caseId }])
            throw ServingErrors.OnlyOneCase();
        var found = await db.Set<CaseDocument>().Where(d => ids.Contains(d.Id) && d.CaseId == caseId).ToDictionaryAsync(d => d.Id, ct);
        if (found.Count != ids.Count)
            throw ServingErrors.DocumentNotFound();
        if (found.Values.FirstOrDefault(d => d.ServedByTaskId is not null) is { } taken)
        {
            var other = await db.Set<ServiceTask>().AsNoTracking().SingleAsync(t => t.Id == taken.ServedByTaskId, ct);
            throw ServingErrors.DocumentTaken(taken.Title, other.ClerkName, other.Number, other.ConfirmedAt);
        }

        return found;
    }

    private async Task<HashSet<Guid>> Corrected(ConfirmedService confirmed, Actor by, CancellationToken ct)
    {
        if (confirmed.CorrectsTaskId is not { } id)
            return [];
        var task =
            await db.ServiceTasksVisibleTo(by).AsNoTracking().SingleOrDefaultAsync(t => t.Id == id, ct)
            ?? throw ServingErrors.CorrectionNotFound();
        if (confirmed.Documents.All(d => d.CorrectsId is null))
            throw ServingErrors.CorrectsNothing();
        return [.. task.Documents.Select(d => d.Id)];
    }
}
