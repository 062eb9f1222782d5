using Domain.Cases;

namespace Domain.DocumentService;

public static class ConfirmationScopes
{
    public const ConfirmationScope All =
        ConfirmationScope.FirstInstance | ConfirmationScope.SecondInstance | ConfirmationScope.Retrial | ConfirmationScope.Enforcement;

    private static readonly (ConfirmationScope Scope, string Name)[] s_names =
    [
        (ConfirmationScope.FirstInstance, "一审"),
        (ConfirmationScope.SecondInstance, "二审"),
        (ConfirmationScope.Retrial, "再审"),
        (ConfirmationScope.Enforcement, "执行"),
    ];

    /// <summary>Each with its word, in the order of procedure.</summary>
    public static IReadOnlyList<(ConfirmationScope Scope, string Name)> Names => s_names;

    /// <summary>The step that a case is in; what has no instance of its own is taken as a first one.</summary>
    public static ConfirmationScope Of(CaseStage stage) =>
        stage switch
        {
            CaseStage.SecondInstance => ConfirmationScope.SecondInstance,
            CaseStage.RetrialApplication or CaseStage.Retrial or CaseStage.Supervision => ConfirmationScope.Retrial,
            CaseStage.Enforcement => ConfirmationScope.Enforcement,
            _ => ConfirmationScope.FirstInstance,
        };

    /// <summary>What can be chosen in a case of that stage: this step and later ones.</summary>
    public static ConfirmationScope From(CaseStage stage)
    {
        var own = Of(stage);
        return s_names.Where(n => n.Scope >= own).Aggregate(ConfirmationScope.None, (all, n) => all | n.Scope);
    }

    /// <returns>一审、执行.</returns>
    public static string Chinese(this ConfirmationScope scope) =>
        string.Join('、', s_names.Where(n => scope.HasFlag(n.Scope)).Select(n => n.Name));

    public static string Chinese(this ConfirmationMeans means) =>
        means switch
        {
            ConfirmationMeans.Platform => "本人在线签名",
            ConfirmationMeans.Phone => "电话确认",
            ConfirmationMeans.Paper => "书面确认",
            _ => throw new ArgumentOutOfRangeException(nameof(means), means, null),
        };

    public static string Chinese(this AddressKind kind) =>
        kind switch
        {
            AddressKind.Mobile => "手机",
            AddressKind.Email => "电子邮箱",
            AddressKind.Fax => "传真",
            AddressKind.Postal => "邮寄地址",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
}

/// <summary>The words of the traces of confirmations and addresses.</summary>
public static class ConfirmationFacts
{
    public const string Confirmed = "address_confirmed";
    public const string Replaced = "address_confirmation_replaced";
    public const string Withdrawn = "address_confirmation_withdrawn";
    public const string AddressAdded = "service_address_added";
    public const string AddressEnded = "service_address_ended";

    /// <summary>The word on screens.</summary>
    public static string Chinese(string kind) =>
        kind switch
        {
            Confirmed => "确认送达地址",
            Replaced => "由新的确认书代替",
            Withdrawn => "撤回",
            AddressAdded => "登记地址",
            AddressEnded => "停用地址",
            _ => kind,
        };
}

/// <summary>告知事项: what a person reads, or is read out to, before confirming (OLR 30, MAIL 5, 11).</summary>
public static class ConfirmationNotices
{
    public static IReadOnlyList<string> All { get; } =
    [
        "您填写的送达地址，适用于您勾选的诉讼阶段；没有勾选的阶段不适用。",
        $"是否同意电子送达由您决定。只有您在这份确认书、本平台或者您自己的起诉状、上诉状、申请书、答辩状里写明用于送达的电子地址，法院才用来电子送达；案件登记的联系电话不等于同意（{LawTable.Of(LawPoint.ConsentTold, Procedure.Civil).Cite}）。",
        $"同意电子送达的，判决书、裁定书、调解书等也可以电子送达。文书到达您提供或者确认的手机、邮箱、微信或者账户之日，就是送达之日，不以您打开查看为准（{LawTable.Of(LawPoint.Arrival, Procedure.Civil).Cite}）。",
        "以电子方式送达判决书、裁定书、调解书的，您可以另外要求法院提供纸质文书，送达日期不变。",
        "送达地址有变化的，请及时重新填写，或者书面告知法院。没有告知的，按原地址送达仍然有效。",
        "地址不准确、变更后未及时告知，或者拒绝签收，导致文书没有收到的，邮寄以退回之日视为送达之日，由您承担相应后果。",
        "您可以随时撤回对电子送达的同意。撤回对以后的送达有效，已经完成的送达不受影响。",
        "您可以要求法院对确认书的内容保密。",
    ];
}
