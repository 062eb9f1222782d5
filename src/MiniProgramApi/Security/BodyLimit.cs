using Domain.Attachments;
using Microsoft.AspNetCore.Http.Metadata;
using MiniProgramApi.Refusals;

namespace MiniProgramApi.Security;

/// <summary>Refuses what says of itself that it is too long, before reading any of it; Kestrel cuts off what does not say.</summary>
internal sealed class BodyLimit(RequestDelegate next)
{
    /// <summary>Of what has come and is not read yet, by connection; more than an address line.</summary>
    public const long Buffer = 128 * 1024;

    public const long Json = 64 * 1024;

    /// <summary>The file, and room for the multipart around it.</summary>
    public const long Upload = Attachment.MaxBytes + 256 * 1024;

    /// <summary>A file in pieces, or whole in one.</summary>
    public static readonly long Pieces = FileKind.MostBytesOfAny;

    public Task Invoke(HttpContext context)
    {
        var limit = context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? Json;
        if (context.Request.ContentLength is not { } length || length <= limit)
            return next(context);
        return context.Refuse(
            limit switch
            {
                Upload => AttachmentErrors.TooLarge(length),
                > Upload => AttachmentErrors.TooLarge(length, limit),
                _ => RequestErrors.TooLarge(),
            }
        );
    }
}
