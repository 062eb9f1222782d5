using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Xml.Linq;

namespace Infrastructure.Files.S3;

/// <summary>Files in a bucket of an S3 service, under their hash.</summary>
internal sealed class S3Files(S3Settings settings, S3Client client) : IStorage
{
    public async Task Put(string name, string path, CancellationToken ct)
    {
        var length = new FileInfo(path).Length;
        if (length <= settings.PartBytes)
            using (await client.Send(Putting(name, path, 0, length), ct)) { }
        else
            await PutInParts(name, path, length, ct);
    }

    public async Task<Stream> Open(string name, CancellationToken ct)
    {
        using var head = await client.Send(new S3Request(HttpMethod.Head, name), ct);
        return new S3Stream(
            client,
            name,
            head.Content.Headers.ContentLength ?? throw new IOException($"{name}: the S3 service tells no length."),
            head.Headers.ETag?.Tag,
            settings.Patience
        );
    }

    public async Task Delete(string name, CancellationToken ct)
    {
        try
        {
            using var _ = await client.Send(new S3Request(HttpMethod.Delete, name), ct);
        }
        catch (FileNotFoundException)
        {
            // Some services say so.
        }
    }

    public async Task<StoredFile?> Find(string name, CancellationToken ct)
    {
        try
        {
            using var head = await client.Send(new S3Request(HttpMethod.Head, name), ct);
            var headers = head.Content.Headers;
            return new StoredFile(name, headers.ContentLength ?? 0, headers.LastModified ?? DateTimeOffset.UnixEpoch);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    /// <summary>By the first version of the request: its pages go by names, which every service understands the same way.</summary>
    public async IAsyncEnumerable<StoredFile> List([EnumeratorCancellation] CancellationToken ct)
    {
        var (after, isMore) = ("", true);
        while (isMore)
        {
            var page = await client.Xml(new S3Request(HttpMethod.Get, "") { Query = [("marker", after), ("max-keys", "1000")] }, ct);
            isMore = false;
            foreach (var file in Children(page, "Contents"))
            {
                after = Text(file, "Key");
                isMore = Text(page, "IsTruncated") == "true";
                if (!StoredFile.IsName(after))
                    continue;
                yield return new StoredFile(
                    after,
                    long.Parse(Text(file, "Size"), CultureInfo.InvariantCulture),
                    DateTimeOffset.Parse(Text(file, "LastModified"), CultureInfo.InvariantCulture)
                );
            }
        }
    }

    public async Task Check(CancellationToken ct)
    {
        try
        {
            using var _ = await client.Send(new S3Request(HttpMethod.Head, ""), ct);
        }
        catch (FileNotFoundException e)
        {
            throw new IOException($"There is no bucket {settings.Bucket}.", e);
        }
    }

    private async Task PutInParts(string name, string path, long length, CancellationToken ct)
    {
        var begun = await client.Xml(new S3Request(HttpMethod.Post, name) { Query = [("uploads", "")] }, ct);
        var upload = Text(begun, "UploadId");
        try
        {
            var parts = new StringBuilder("<CompleteMultipartUpload>");
            for (var (number, at) = (1, 0L); at < length; number++, at += settings.PartBytes)
            {
                var part = Putting(name, path, at, Math.Min(settings.PartBytes, length - at)) with
                {
                    Query = [("partNumber", number.ToString(CultureInfo.InvariantCulture)), ("uploadId", upload)],
                };
                using var put = await client.Send(part, ct);
                parts.Append(
                    CultureInfo.InvariantCulture,
                    $"<Part><PartNumber>{number}</PartNumber><ETag>{put.Headers.ETag}</ETag></Part>"
                );
            }

            await Complete(name, upload, parts.Append("</CompleteMultipartUpload>").ToString(), length, ct);
        }
        catch
        {
            await Abort(name, upload);
            throw;
        }
    }

    private async Task Complete(string name, string upload, string parts, long length, CancellationToken ct)
    {
        var bytes = Encoding.UTF8.GetBytes(parts);
        var request = new S3Request(HttpMethod.Post, name)
        {
            Query = [("uploadId", upload)],
            Body = () => new MemoryStream(bytes),
            Length = bytes.Length,
        };
        try
        {
            // The service may answer 200 and tell of a failure in the body.
            var done = await client.Xml(request, ct);
            if (done.Name.LocalName == "Error")
                throw new IOException($"{name}: {Text(done, "Code")}");
        }
        catch (FileNotFoundException)
        {
            // Done by a try whose answer was lost: then there is no such upload any more, but the file.
            if ((await Find(name, ct))?.Size != length)
                throw new IOException($"{name}: the upload {upload} is gone.");
        }
    }

    private async Task Abort(string name, string upload)
    {
        try
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5));
            using var _ = await client.Send(new S3Request(HttpMethod.Delete, name) { Query = [("uploadId", upload)] }, limit.Token);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // What began it is told; the rest is the bucket's rule for uploads that never end.
        }
    }

    private static S3Request Putting(string name, string path, long at, long length) =>
        new(HttpMethod.Put, name) { Body = () => new FilePart(path, at, length), Length = length };

    private static IEnumerable<XElement> Children(XElement parent, string name) => parent.Elements().Where(e => e.Name.LocalName == name);

    private static string Text(XElement parent, string name) => Children(parent, name).FirstOrDefault()?.Value ?? "";
}
