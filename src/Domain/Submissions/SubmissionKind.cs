namespace Domain.Submissions;

/// <summary>What people of a case hand in: materials (材料), and applications (申请) that the court decides.</summary>
public enum SubmissionKind
{
    /// <summary>答辩状.</summary>
    Defence,

    /// <summary>代理词.</summary>
    AgentStatement,

    /// <summary>证据, with its list (证据目录).</summary>
    Evidence,

    /// <summary>反诉状.</summary>
    Counterclaim,

    /// <summary>身份证明.</summary>
    Identity,

    /// <summary>其他材料.</summary>
    OtherMaterial,

    /// <summary>提起上诉.</summary>
    Appeal,

    /// <summary>申请执行.</summary>
    Enforcement,

    /// <summary>开具生效证明.</summary>
    EffectCertificate,

    /// <summary>退费.</summary>
    FeeRefund,

    /// <summary>诉讼费缓交、减交、免交.</summary>
    FeeRelief,

    /// <summary>财产保全.</summary>
    Preservation,

    /// <summary>延期举证.</summary>
    EvidenceExtension,

    /// <summary>延期开庭.</summary>
    HearingExtension,

    /// <summary>调查令.</summary>
    InvestigationOrder,

    /// <summary>调取证据.</summary>
    EvidenceCollection,

    /// <summary>鉴定.</summary>
    Appraisal,

    /// <summary>证人出庭.</summary>
    WitnessAttendance,

    /// <summary>回避.</summary>
    Recusal,

    /// <summary>撤诉.</summary>
    Withdrawal,

    /// <summary>其他申请.</summary>
    OtherApplication,
}

public enum SubmissionGroup
{
    Material,
    Application,
}

/// <summary>Who decides a kind, of those who work on the case.</summary>
public enum SubmissionDecider
{
    /// <summary>The clerk, or a judge of the panel.</summary>
    Clerk,

    /// <summary>A judge of the panel.</summary>
    Judge,
}
