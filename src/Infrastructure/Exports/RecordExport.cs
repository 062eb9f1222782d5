using Domain.Auditing;
using Domain.Exports;
using Domain.Organisation;
using Domain.Shared;

namespace Infrastructure.Exports;

/// <summary>Notes who takes what as a file, before the first byte is sent.</summary>
public sealed class RecordExport(Persistence.CourtDb db, IAudit audit, TimeProvider clock)
{
    /// <param name="subject">What it holds: 工单台账 越秀法院 2026-11 接收.</param>
    /// <returns>The watermark of the file.</returns>
    public async Task<string> Handle(string subject, SheetFormat format, Actor by, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var title = by.Post!.Role.Chinese();
        db.Set<Export>().Add(Export.Of(subject, format.Extension(), by, title, now));
        await db.SaveChangesAsync(ct);
        audit.Note(AuditEntry.Of(AuditKind.Exported, "导出", by, text: $"{subject}.{format.Extension()}"));
        return $"导出人 {by.Name}（{title}），{CellText.Of(now)}。内部资料，含个人信息，不得外传。";
    }
}
