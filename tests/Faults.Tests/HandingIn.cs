using System.Net.Http.Headers;
using Domain.Cases;
using Given;

namespace Faults.Tests;

/// <summary>A material with one picture, as a phone hands it in.</summary>
internal static class HandingIn
{
    public static async Task<HttpResponseMessage> Upload(LitigantClient phone, Guid id)
    {
        using var bytes = new ByteArrayContent([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. id.ToByteArray()]);
        bytes.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        using var form = new MultipartFormDataContent { { new StringContent(id.ToString()), "id" }, { bytes, "file", "照片.png" } };
        return await phone.Send("attachments", form);
    }

    public static Task<HttpResponseMessage> Material(LitigantClient phone, Case @case, Guid id, Guid file) =>
        phone.Post(
            "submissions",
            new
            {
                id,
                caseId = @case.Id,
                kind = "otherMaterial",
                answers = Array.Empty<object>(),
                files = new[] { new { attachmentId = file, part = "other" } },
            }
        );
}
