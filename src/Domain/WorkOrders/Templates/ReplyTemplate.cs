namespace Domain.WorkOrders;

/// <summary>A ready text for answers (答复模板): of a person, or of everybody when <see cref="StaffId"/> is null.</summary>
public sealed class ReplyTemplate
{
    public const int NameMaxLength = 20;
    public const int TextMaxLength = 1_000;
    public const int MaxPerPerson = 30;

    public Guid Id { get; init; }
    public Guid? StaffId { get; init; }
    public required string Name { get; set; }

    /// <summary>May hold {当事人} and {案号}, filled in when used.</summary>
    public required string Text { get; set; }

    public int Position { get; set; }

    /// <summary>The text for one order.</summary>
    public string FillIn(string requester, string? caseNumber) =>
        Text.Replace("{当事人}", requester, StringComparison.Ordinal).Replace("{案号}", caseNumber ?? "", StringComparison.Ordinal);
}
