namespace Domain.Organisation;

/// <summary>One role of a person in one division of one court (岗位). A person may hold several.</summary>
public sealed class Post
{
    public Guid Id { get; init; }
    public Guid StaffId { get; init; }
    public Staff Staff { get; init; } = null!;
    public Guid CourtId { get; init; }
    public Guid DivisionId { get; init; }
    public Role Role { get; init; }
    public bool IsActive { get; set; } = true;
}
