using Domain.Attachments;
using Domain.Cases;
using Domain.Litigants;
using Domain.Reading;
using Domain.WorkOrders;
using Infrastructure.Persistence;
using Infrastructure.Previews;
using Infrastructure.Reading;
using Microsoft.EntityFrameworkCore;

namespace Given;

/// <summary>Documents of a main volume, and who asks to read them.</summary>
public static class CourtDataReading
{
    /// <summary>A document of one page with its PDF.</summary>
    public static async Task<CaseFile> MainFile(
        this CourtData data,
        Case @case,
        string text = "evidence",
        bool isSecret = false,
        int volume = 1
    )
    {
        var hash = await data.Pdf($"{text} {CourtData.Next()} a b c d e f g h i");
        return await data.Use(
            async (CourtDb db) =>
            {
                var file = new CaseFile
                {
                    Id = Guid.CreateVersion7(),
                    CaseId = @case.Id,
                    ExternalId = $"F{CourtData.Next()}",
                    Volume = volume,
                    Position = CourtData.Next(),
                    Kind = CaseFileKind.Evidence,
                    Title = "原告证据第 1 组",
                    Pages = 1,
                    FiledOn = new DateOnly(2026, 9, 2),
                    ExpectedHash = hash,
                    Sha256 = hash,
                    IsSecret = isSecret,
                };
                db.Set<CaseFile>().Add(file);
                await db.SaveChangesAsync();
                return file;
            }
        );
    }

    public static async Task<ReadingRequest> Reading(this CourtData data, Case @case, Litigant reader, params CaseFile[] files)
    {
        var wish = new AskReading.Wish(Channel.Web, @case.Id, [.. files.Select(f => f.Id)], "准备上诉");
        return (await data.Use((AskReading ask) => ask.Handle(Guid.CreateVersion7(), wish, reader.AsActor(), default))).Request;
    }

    /// <summary>What the workers do: pages are drawn, texts looked through.</summary>
    public static async Task Prepared(this CourtData data, params CaseFile[] files)
    {
        var hashes = files.Select(f => f.Sha256).ToList();
        await data.Use(
            (CourtDb db) =>
                db.Set<FilePreview>().Where(p => !hashes.Contains(p.FileHash) && p.State == PreviewState.Waiting).ExecuteDeleteAsync()
        );
        while (await data.Use((MakePreviews make) => make.Run(false, default)) > 0)
            continue;
        while (await data.Use((FindMasks find) => find.Run(default)) > 0)
            continue;
    }
}
