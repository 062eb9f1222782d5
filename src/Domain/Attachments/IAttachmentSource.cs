using Domain.Shared;

namespace Domain.Attachments;

/// <summary>Opens the files of one kind of thing to those who may see it; a feature that takes files of its own adds another.</summary>
public interface IAttachmentSource
{
    IQueryable<Attachment> For(Actor by);
}
