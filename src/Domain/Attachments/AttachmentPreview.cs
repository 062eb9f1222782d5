namespace Domain.Attachments;

/// <param name="Preview">Null for a kind of which none is made.</param>
/// <param name="Parts">In order.</param>
public sealed record AttachmentPreview(Attachment File, FilePreview? Preview, IReadOnlyList<PreviewPart> Parts)
{
    public PreviewState State => Preview?.State ?? PreviewState.NotPossible;

    public bool IsComing => State is PreviewState.Waiting or PreviewState.Making;

    public string StateText => State.Chinese(Preview?.Reason ?? PreviewFailures.Kind);

    public IReadOnlyList<PreviewPart> Pages => [.. Parts.Where(p => p.Kind == PreviewPartKind.Page)];

    public PreviewPart? Media => Parts.FirstOrDefault(p => p.Kind == PreviewPartKind.Media);

    public PreviewPart? Poster => Parts.FirstOrDefault(p => p.Kind == PreviewPartKind.Poster);

    /// <summary>Of a long document only the first pages are made.</summary>
    public int PagesLeftOut => State == PreviewState.Ready ? Math.Max(0, Preview!.Pages - Pages.Count) : 0;
}
