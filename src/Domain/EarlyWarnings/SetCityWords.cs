using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.EarlyWarnings;

/// <summary>The words (预警词) that are screened for in every court are changed.</summary>
public sealed class SetCityWords(ICourtDb db, TimeProvider clock)
{
    /// <param name="words">All that there are afterwards.</param>
    /// <param name="basedOn">The list's version when the page was opened; 0 before the first change.</param>
    public async Task<Foreseen> Foresee(IReadOnlyList<string> words, long basedOn, string reason, CancellationToken ct)
    {
        EarlyWarning.CheckedReason(reason);
        var list = await db.Set<WarningWordList>().AsNoTracking().WordsAsSeen(WarningWordList.City, basedOn, ct);
        var (_, added, dropped) = list.Compare(words);
        List<Difference> differences = [];
        if (added.Count > 0)
            differences.Add(new("加", "", string.Join('、', added)));
        if (dropped.Count > 0)
            differences.Add(new("去掉", string.Join('、', dropped), ""));
        return new(
            $"全市的预警词：加 {added.Count} 个，去掉 {dropped.Count} 个",
            differences,
            "生效后收到的留言和补充按新的词找；各院自己加的词不变"
        );
    }

    /// <inheritdoc cref="Foresee"/>
    /// <summary>In the save of the change that was approved.</summary>
    public Task Handle(IReadOnlyList<string> words, long basedOn, Approval approval, CancellationToken ct) =>
        db.ChangeWords(WarningWordList.City, basedOn, list => list.Set(words, approval, clock.GetUtcNow()), ct);
}
