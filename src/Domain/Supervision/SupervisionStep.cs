namespace Domain.Supervision;

/// <summary>What the clock of something owed does next; the order of the members is the order in which they come.</summary>
public enum SupervisionStep
{
    /// <summary>To the owner, one working day before the limit.</summary>
    Reminder,

    /// <summary>一级督办: the head of the division.</summary>
    Level1,

    /// <summary>二级督办: the vice-president in charge.</summary>
    Level2,

    /// <summary>三级督办: the president.</summary>
    Level3,
}
