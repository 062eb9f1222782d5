using System.Globalization;
using Domain.Cases;
using Domain.Shared;

namespace Infrastructure.Litigants;

/// <summary>Nodes as a litigant reads them: plain words first, the term behind (looks: 白话在前，术语在后).</summary>
internal static class CaseNodeTexts
{
    public static CaseNodeRow Row(CaseNode node, bool isSensitive)
    {
        var words = isSensitive ? "" : node.Words;
        var isOwn = node.Kind == CaseNodeKind.Other && words.Length > 0;
        return new(
            node.Id,
            node.Kind,
            isOwn ? words : Title(node.Kind),
            node.Kind == CaseNodeKind.Other ? "" : node.Kind.Chinese(),
            ChinaTime.DayOf(node.At).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            node.Kind.Plainly(),
            isOwn ? "" : words
        );
    }

    private static string Title(CaseNodeKind kind) =>
        kind switch
        {
            CaseNodeKind.Filed => "法院收下了案子",
            CaseNodeKind.PanelFormed => "由谁审理定了",
            CaseNodeKind.PanelChanged => "换了审理的人",
            CaseNodeKind.HearingSet => "开庭的日子定了",
            CaseNodeKind.HearingMoved => "开庭改了日子",
            CaseNodeKind.HearingCancelled => "这次开庭取消",
            CaseNodeKind.Extended => "审理时间延长",
            CaseNodeKind.Deducted => "暂停计时",
            CaseNodeKind.MediationBegun => "开始调解",
            CaseNodeKind.MediationEnded => "调解结束",
            CaseNodeKind.AppealSent => "案卷送到二审法院",
            CaseNodeKind.Closed => "案子办完了",
            CaseNodeKind.Effective => "裁判生效，各方都要照办",
            CaseNodeKind.Archived => "案卷存档",
            CaseNodeKind.Other => "案件有进展",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
}
