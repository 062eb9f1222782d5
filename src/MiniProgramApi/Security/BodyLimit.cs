using Domain.Attachments;
using Microsoft.AspNetCore.Http.Metadata;
using MiniProgramApi.Refusals;

namespace MiniProgramApi.Security;

/// <summary>Refuses what says of itself that it is too long, before reading any of it; Kestrel cuts off what does not say.</summary>
internal sealed class BodyLimit(RequestDelegate next)
{
    public const long Json = 64 * 1024;

    /// <summary>The file, and room for the multipart around it.</summary>
    public const long Upload = Attachment.MaxBytes + 256 * 1024;

    public Task Invoke(HttpContext context)
    {
        var limit = context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? Json;
        if (context.Request.ContentLength is not { } length || length <= limit)
            return next(context);
        return context.Refuse(limit == Upload ? AttachmentErrors.TooLarge(length) : RequestErrors.TooLarge());
    }
}
