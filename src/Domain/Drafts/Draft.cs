namespace Domain.Drafts;

/// <summary>What a member of staff has typed but not sent, one per person and place; survives a lost circuit, a reload and a restart.</summary>
public sealed class Draft
{
    public const int KeyMaxLength = 80;
    public const int TextMaxLength = 32_000;

    public Guid StaffId { get; init; }

    /// <summary>E.g. <c>reply:{work order}</c>, <c>intake</c>.</summary>
    public required string Key { get; init; }

    public required string Text { get; set; }
    public DateTimeOffset SavedAt { get; set; }
}
