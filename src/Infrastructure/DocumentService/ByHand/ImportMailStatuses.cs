using Domain.DocumentService;
using Domain.Shared;
using Infrastructure.Persistence;

namespace Infrastructure.DocumentService;

public enum ImportOutcome
{
    Applied,

    /// <summary>Known already: an earlier import, or entered by hand.</summary>
    Known,
    Refused,
}

/// <param name="Piece">件号 or 邮件号, as the file says.</param>
/// <param name="Why">Why it was refused.</param>
public sealed record ImportedLine(int Line, string Piece, ImportOutcome Outcome, string Why = "");

/// <summary>导入邮政状态: line by line, so that one bad line stops no other. Importing a file again changes nothing.</summary>
public sealed class ImportMailStatuses(CourtDb db, ApplyMailStatus apply)
{
    /// <exception cref="RefusedException"><c>service_entry.bad_file</c>, <c>service_entry.file_too_long</c>: nothing of it was applied.</exception>
    public async Task<IReadOnlyList<ImportedLine>> Handle(byte[] file, Actor by, CancellationToken ct)
    {
        List<ImportedLine> lines = [];
        foreach (var (line, piece, status, refused) in MailStatusFile.Read(file))
        {
            if (status is null)
            {
                lines.Add(new(line, piece, ImportOutcome.Refused, refused!.Message));
                continue;
            }

            try
            {
                lines.Add(new(line, piece, await apply.Handle(status, by, ct) ? ImportOutcome.Applied : ImportOutcome.Known));
            }
            catch (RefusedException why)
            {
                lines.Add(new(line, piece, ImportOutcome.Refused, why.Message));
            }

            db.Forget();
        }

        return lines;
    }
}
