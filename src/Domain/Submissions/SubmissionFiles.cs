using Domain.Attachments;
using Domain.Shared;
using Domain.Uploads;
using Microsoft.EntityFrameworkCore;

namespace Domain.Submissions;

/// <summary>The files that a person names: uploaded by them, not sent yet, whole, and such that the court can open them.</summary>
internal static class SubmissionFiles
{
    /// <summary>Of evidence the list itself proves nothing.</summary>
    private const string EvidencePart = "evidence";

    private static readonly string[] s_unreadable = [PreviewFailures.Password, PreviewFailures.Damaged];

    /// <summary>What is not what came nobody decides on.</summary>
    public static async Task RefuseChanged(this ICourtDb db, Guid submissionId, CancellationToken ct)
    {
        if (
            await db.Set<SubmittedFile>()
                .AnyAsync(
                    f => f.SubmissionId == submissionId && db.Set<Attachment>().Any(a => a.Id == f.AttachmentId && a.Sha256 != f.Sha256),
                    ct
                )
        )
            throw SubmissionErrors.FileChanged();
    }

    /// <param name="evidence">Names each file and says what it proves.</param>
    public static async Task<List<(GivenFile Given, Attachment File)>> FilesToSend(
        this ICourtDb db,
        IReadOnlyCollection<GivenFile> given,
        bool evidence,
        Actor by,
        CancellationToken ct
    )
    {
        if (given.Count == 0)
            return [];
        var ids = given.Select(g => g.AttachmentId).ToList();
        var found = await db.Set<Attachment>()
            .Where(a => ids.Contains(a.Id) && a.UploadedById == by.Id && a.SubjectId == null)
            .ToDictionaryAsync(a => a.Id, ct);
        if (found.Count < ids.Count)
            throw await Why([.. ids.Where(i => !found.ContainsKey(i))]);
        var hashes = found.Values.Select(a => a.Sha256).Distinct().ToList();
        var unreadable = await db.Set<FilePreview>()
            .Where(p => hashes.Contains(p.FileHash) && p.State == PreviewState.NotPossible && s_unreadable.Contains(p.Reason))
            .Select(p => p.FileHash)
            .ToListAsync(ct);
        return [.. given.Select(g => (Checked(g, found[g.AttachmentId]), found[g.AttachmentId]))];

        GivenFile Checked(GivenFile file, Attachment stored)
        {
            if (file.Sha256.Length > 0 && !string.Equals(file.Sha256, stored.Sha256, StringComparison.OrdinalIgnoreCase))
                throw SubmissionErrors.HashMismatch(stored.Name);
            if (unreadable.Contains(stored.Sha256))
                throw SubmissionErrors.FileUnreadable(stored.Name);
            if (evidence && file.Part == EvidencePart && (file.Title.Length == 0 || file.Proves.Length == 0))
                throw SubmissionErrors.EvidenceIncomplete(stored.Name);
            return file;
        }

        async Task<RefusedException> Why(List<Guid> missing) =>
            await db.Set<Upload>()
                .AsNoTracking()
                .Where(u => missing.Contains(u.Id) && u.OwnerId == by.Id && u.State != UploadState.Uploaded)
                .OrderBy(u => u.Id)
                .FirstOrDefaultAsync(ct)
                is { } upload
                ? upload.State == UploadState.Refused
                    ? upload.WhyRefused()
                    : SubmissionErrors.FileNotReady(upload.Name)
                : AttachmentErrors.NotFound();
    }
}
