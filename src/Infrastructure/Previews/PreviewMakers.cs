using Domain.Attachments;

namespace Infrastructure.Previews;

/// <summary>Which maker makes what.</summary>
public sealed class PreviewMakers(PaperPages papers, UprightPicture pictures, PlayableMedia media)
{
    public Task Make(PreviewWork work, CancellationToken ct) =>
        work.Kind.Group switch
        {
            FileGroup.Document => papers.Make(work, ct),
            FileGroup.Image => pictures.Make(work, ct),
            _ => media.Make(work, ct),
        };
}
