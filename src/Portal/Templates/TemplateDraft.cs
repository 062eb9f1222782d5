namespace Portal.Templates;

/// <summary>A template while it is written.</summary>
public sealed class TemplateDraft
{
    public Guid Id { get; init; }
    public bool IsNew { get; init; }
    public string Name { get; set; } = "";
    public string Text { get; set; } = "";
}
