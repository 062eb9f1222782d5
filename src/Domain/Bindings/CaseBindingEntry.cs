using Domain.Handling;

namespace Domain.Bindings;

/// <summary>One word in the conversation about a request: what is missing, what was added, why not.</summary>
public sealed class CaseBindingEntry : HandledEntry
{
    public Guid CaseBindingId { get; init; }
}

/// <summary>Which file is which paper.</summary>
public sealed class BindingPaper
{
    public Guid CaseBindingId { get; init; }
    public Guid AttachmentId { get; init; }
    public PaperKind Kind { get; init; }
}
