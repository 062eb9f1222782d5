namespace Domain.EarlyWarnings;

/// <summary>How grave a risk is (预警级别).</summary>
public enum WarningLevel
{
    /// <summary>一般.</summary>
    Ordinary,

    /// <summary>较大.</summary>
    Serious,

    /// <summary>重大紧急: somebody takes it within minutes, day or night.</summary>
    Critical,
}

/// <summary>What makes it a risk (domain facts §7.2).</summary>
public enum WarningTrigger
{
    Violence,
    GroupVisit,
    GoingToBeijing,
    RepeatedComplaint,
    MediaExposure,
    SuddenRise,
    Other,
}

/// <summary>The five steps in their order, and the two ends.</summary>
public enum WarningState
{
    ToTake,
    ToInvestigate,
    ToAssess,
    ToDispose,
    ToFeedBack,
    Closed,

    /// <summary>不构成预警, with a reason.</summary>
    Dismissed,
}
