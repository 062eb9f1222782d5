using Domain.Attachments;

namespace Infrastructure.Previews;

/// <summary>One preview in the making: where its files lie meanwhile, what is there already, and where parts go.</summary>
/// <param name="Source">The plain original.</param>
/// <param name="PagesThere">Made before a worker died.</param>
/// <param name="MostPages">Of more the rest is not made.</param>
/// <param name="Keep">Stores a derived file, so that it is seen at once.</param>
/// <param name="Counted">Told the pages of the whole document.</param>
public sealed record PreviewWork(
    FileKind Kind,
    string Folder,
    string Source,
    int PagesThere,
    int MostPages,
    Func<PreviewPartKind, int, string, string, Task> Keep,
    Func<int, Task> Counted
);
