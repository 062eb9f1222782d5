using Domain.Attachments;
using Domain.Shared;

namespace Domain.Bindings;

/// <summary>The papers of a request, for staff who may see them.</summary>
public sealed class OpenBindingPaper(ICourtDb db, IFileStore files, TimeProvider clock) : OpenFiles(db, files, clock)
{
    protected override IEnumerable<IQueryable<Attachment>> FilesFor(Actor by) => [Db.BindingPapersFor(by)];
}
