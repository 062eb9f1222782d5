using Domain.Attachments;
using Domain.Shared;

namespace Domain.Submissions;

/// <summary>What was handed in, for those who may see its submission.</summary>
public sealed class OpenSubmittedFile(ICourtDb db, IFileStore files, TimeProvider clock) : OpenFiles(db, files, clock)
{
    private readonly TimeProvider _clock = clock;

    protected override IEnumerable<IQueryable<Attachment>> FilesFor(Actor by) => [new SubmissionAttachments(Db, _clock).For(by)];
}
