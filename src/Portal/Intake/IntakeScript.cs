using Domain.Organisation;
using Domain.Shared;
using Portal.Cases;
using Portal.Shared;

namespace Portal.Intake;

/// <summary>The script's sentences with the call's own case, recipient and date in them.</summary>
public static class IntakeScript
{
    /// <summary>Case content is told to a verified caller only.</summary>
    public static string Tell(this IntakeDesk desk, CallScript script)
    {
        if (desk.Card is not { } card || desk.Form.Verified is null)
            return script.TellWithoutCase;
        return script
            .Tell.Replace("{案号}", CaseWords.Display(card.Case.Number), StringComparison.Ordinal)
            .Replace(
                "{承办}",
                card.Case.Judge is { } judge
                    ? $"{card.Case.Court}{card.Case.Division}{judge}法官"
                    : $"{card.Case.Court}{card.Case.Division}",
                StringComparison.Ordinal
            )
            .Replace(
                "{阶段}",
                $"{CaseSummary.Stage(card.Stage)}，{Domain.Cases.PartyRoleNames.Chinese(card.Case.State)}",
                StringComparison.Ordinal
            )
            .Replace("{节点}", $"下一步：{CaseSummary.NextStep(card, desk.Now)}。", StringComparison.Ordinal);
    }

    public static string TellDeadline(this IntakeDesk desk) =>
        $"已转给{(desk.Recipient is { } owner ? owner.DivisionName + (owner.Role == Role.Judge ? "的承办法官" : "的联络员") : "负责的部门")}，"
        + $"最迟 {ChinaTime.Day(desk.Deadline.Day)}答复您。";

    public static void UseAsked(this IntakeDesk desk, CallScript script) =>
        desk.Write(() => desk.Form.Text = desk.Form.Text.Length == 0 ? script.Asked : desk.Form.Text + script.Asked);

    public static void UseTold(this IntakeDesk desk, CallScript script) =>
        desk.Write(() => desk.Form.Answer = desk.Form.Answer.Length == 0 ? desk.Tell(script) : desk.Form.Answer + desk.Tell(script));
}
