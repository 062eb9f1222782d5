using Domain.Attachments;
using Domain.Cases;
using Domain.Shared;
using Domain.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace Domain.Bindings;

/// <summary>A paper as it is sent: which file is what.</summary>
public sealed record GivenPaper(PaperKind Kind, Guid AttachmentId);

/// <summary>What the use cases on requests share.</summary>
internal static class BindingChanges
{
    public static async Task<List<(PaperKind Kind, Attachment File)>> Papers(
        this ICourtDb db,
        IReadOnlyCollection<GivenPaper> given,
        Actor by,
        CancellationToken ct
    )
    {
        if (given.Count > Attachment.MaxPerMessage)
            throw BindingErrors.TooManyPapers();
        var files = await db.UnsentAttachments([.. given.Select(g => g.AttachmentId)], by, ct);
        return
        [
            .. given
                .DistinctBy(g => g.AttachmentId)
                .Select(g => (g.Kind, files.Find(f => f.Id == g.AttachmentId) ?? throw AttachmentErrors.NotFound())),
        ];
    }

    /// <summary>With its agents, tracked.</summary>
    public static Task<CaseParty?> PartyOf(this ICourtDb db, CaseBinding binding, CancellationToken ct) =>
        db.Set<CaseParty>().Include(p => p.Agents).SingleOrDefaultAsync(p => p.Id == binding.PartyId, ct);

    /// <summary>What held until then holds no more: the agent has one request in force.</summary>
    public static async Task Replace(this ICourtDb db, CaseBinding binding, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        var earlier = await db.Set<CaseBinding>()
            .Where(b => b.AgentId == binding.AgentId && b.State == BindingState.Approved && b.Id != binding.Id)
            .ToListAsync(ct);
        foreach (var one in earlier)
            one.ReplacedBy(binding, by, now);
    }
}
