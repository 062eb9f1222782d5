namespace Domain.Handling;

/// <summary>What can be done with a handled thing; a kind declares which of them apply to it.</summary>
[Flags]
public enum HandledActs
{
    None = 0,

    /// <summary>转办; by others than the owner 改派.</summary>
    Transfer = 1,

    /// <summary>退回.</summary>
    Return = 2,

    /// <summary>分派.</summary>
    Assign = 4,

    /// <summary>延期.</summary>
    Extension = 8,

    /// <summary>申请改派.</summary>
    Reassignment = 16,

    /// <summary>领导批注.</summary>
    Remark = 32,

    /// <summary>催办.</summary>
    Urging = 64,

    /// <summary>并单.</summary>
    Merging = 128,

    /// <summary>回头看.</summary>
    Review = 256,
}

public static class HandledActWords
{
    public static string Chinese(this HandledActs act) =>
        act switch
        {
            HandledActs.Transfer => "转办",
            HandledActs.Return => "退回",
            HandledActs.Assign => "分派",
            HandledActs.Extension => "延期",
            HandledActs.Reassignment => "申请改派",
            HandledActs.Remark => "批注",
            HandledActs.Urging => "催办",
            HandledActs.Merging => "并单",
            HandledActs.Review => "复核",
            _ => throw new ArgumentOutOfRangeException(nameof(act), act, null),
        };
}
