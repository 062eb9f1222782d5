using System.Text.Json;
using System.Text.Json.Serialization;
using Domain.Attachments;
using Domain.Cases;
using Domain.DocumentService;
using Domain.Shared;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.DocumentService;

/// <summary>
/// Takes over the documents that the trial system hands over: a folder with <c>manifest.json</c> and the PDFs it names. What was
/// taken over before is left alone; a bad entry is told and skipped, the others are taken over.
/// </summary>
public sealed class CaseDocumentImport(CourtDb db, IFileStore files, IServablePdf servable, TimeProvider clock)
{
    public const string ManifestName = "manifest.json";

    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public async Task<Result> Run(string folder, CancellationToken ct)
    {
        var manifest = Path.Combine(folder, ManifestName);
        if (!File.Exists(manifest))
            return new Result(0, 0, [$"{ManifestName} is missing"]);
        List<JsonElement> entries;
        try
        {
            await using var bytes = File.OpenRead(manifest);
            entries = (await JsonSerializer.DeserializeAsync<Manifest>(bytes, s_json, ct))?.Documents ?? [];
        }
        catch (JsonException e)
        {
            return new Result(0, 0, [$"{ManifestName} is not read: {e.Message}"]);
        }

        var (taken, known) = (0, 0);
        List<string> bad = [];
        foreach (var (at, element) in entries.Index())
        {
            try
            {
                var entry = element.Deserialize<Entry>(s_json)!;
                if (await TakeOver(folder, entry, ct))
                    taken++;
                else
                    known++;
            }
            catch (Exception e)
                when (e is JsonException or RefusedException or BadEntryException or IOException or UnauthorizedAccessException)
            {
                db.Forget();
                bad.Add($"entry {at + 1}: {e.Message}");
            }
        }

        return new Result(taken, known, bad);
    }

    /// <returns>False when it was there.</returns>
    private async Task<bool> TakeOver(string folder, Entry entry, CancellationToken ct)
    {
        if (entry.ExternalId is not { Length: > 0 and <= 60 } external)
            throw new BadEntryException("externalId is missing or longer than 60");
        if (await db.Set<CaseDocument>().AnyAsync(d => d.ExternalId == external, ct))
            return false;
        var title = TypedText.Storable(entry.Title ?? "").Trim();
        if (title.Length is 0 or > ServiceTask.TitleMaxLength)
            throw new BadEntryException($"{external}: title is missing or longer than {ServiceTask.TitleMaxLength}");
        var number = CaseNumber.Read(entry.CaseNumber ?? "", int.MaxValue - 1).CaseKey ?? entry.CaseNumber;
        var caseId =
            await db.Set<Case>().Where(c => c.Number == number).Select(c => (Guid?)c.Id).SingleOrDefaultAsync(ct)
            ?? throw new BadEntryException($"{external}: no case {entry.CaseNumber}");
        if (entry.File is not { Length: > 0 } name || Path.GetFileName(name) != name)
            throw new BadEntryException($"{external}: file is no plain name of a file in the folder");
        await using var bytes = File.OpenRead(Path.Combine(folder, name));
        await using var received = await files.Receive(bytes, ct);
        using (var head = received.OpenRead())
        {
            if (FileKind.Of(head) != FileKind.Pdf)
                throw new BadEntryException($"{external}: {name} is no PDF");
        }

        var (pdf, pages) = await servable.Make(received, ct);
        await pdf.Keep(ct);
        db.Set<CaseDocument>()
            .Add(
                new CaseDocument
                {
                    Id = Guid.CreateVersion7(clock.GetUtcNow()),
                    CaseId = caseId,
                    ExternalId = external,
                    Kind = entry.Kind,
                    Title = title,
                    Position = entry.Position,
                    Sha256 = pdf.Sha256,
                    Pages = pages,
                    IsAppealable = entry.IsAppealable ?? DocumentTitles.IsAppealable(entry.Kind, title),
                    SignedOffOn = entry.SignedOffOn,
                    ImportedAt = clock.GetUtcNow(),
                }
            );
        await db.SaveChangesAsync(ct);
        return true;
    }

    /// <param name="Taken">Taken over now.</param>
    /// <param name="Known">Taken over before.</param>
    /// <param name="Bad">What is wrong with the entries that were skipped.</param>
    public sealed record Result(int Taken, int Known, IReadOnlyList<string> Bad)
    {
        public override string ToString() =>
            string.Join(Environment.NewLine, [.. Bad, $"{Taken} documents taken over, {Known} known, {Bad.Count} skipped"]);
    }

    private sealed record Manifest(List<JsonElement>? Documents);

    private sealed record Entry(
        string? ExternalId,
        string? CaseNumber,
        DocumentKind Kind,
        string? Title,
        int Position,
        string? File,
        bool? IsAppealable,
        DateOnly SignedOffOn
    );

    private sealed class BadEntryException(string message) : Exception(message);
}
