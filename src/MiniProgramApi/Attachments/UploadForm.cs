using System.Text;
using Domain.Attachments;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using MiniProgramApi.Refusals;

namespace MiniProgramApi.Attachments;

/// <summary>A multipart upload, read as it comes: the file goes straight to the store, in whatever order the parts arrive.</summary>
internal sealed class UploadForm : IAsyncDisposable
{
    private const int FieldMaxLength = 1_000;

    private UploadForm() { }

    public ReceivedFile? File { get; private set; }
    public Guid? Id { get; private set; }

    /// <summary>The field <c>name</c>, else the part's file name: WeChat names the part after a temporary file of its own.</summary>
    public string? Name { get; private set; }

    public static async Task<UploadForm> Read(HttpRequest request, IFileStore files, CancellationToken ct)
    {
        if (
            !MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 200 } boundary
        )
            throw RequestErrors.ContentType();
        var form = new UploadForm();
        try
        {
            var reader = new MultipartReader(boundary, request.Body);
            while (await reader.ReadNextSectionAsync(ct) is { } section)
                await form.Take(section, files, ct);
            return form;
        }
        catch (Exception e)
        {
            await form.DisposeAsync();
            // Cut off or not multipart at all.
            if (e is InvalidDataException or IOException and not BadHttpRequestException)
                throw RequestErrors.Invalid();
            throw;
        }
    }

    public ValueTask DisposeAsync() => File?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task Take(MultipartSection section, IFileStore files, CancellationToken ct)
    {
        if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
            throw RequestErrors.Invalid();
        switch (HeaderUtilities.RemoveQuotes(disposition.Name).Value)
        {
            case "file" when File is null:
                File = await files.Receive(section.Body, ct);
                Name ??= HeaderUtilities
                    .RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName)
                    .Value;
                break;
            case "id" when Guid.TryParse(await Text(section, ct), out var id):
                Id = id;
                break;
            case "name":
                Name = await Text(section, ct);
                break;
            default:
                throw RequestErrors.Invalid();
        }
    }

    private static async Task<string> Text(MultipartSection section, CancellationToken ct)
    {
        var buffer = new byte[FieldMaxLength + 1];
        var read = await section.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct);
        return read <= FieldMaxLength ? Encoding.UTF8.GetString(buffer, 0, read) : throw RequestErrors.Invalid();
    }
}
