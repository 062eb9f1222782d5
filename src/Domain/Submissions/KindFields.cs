namespace Domain.Submissions;

/// <summary>Fields that several kinds ask for, each in one form.</summary>
internal static class KindFields
{
    public const int ShortMax = 200;
    public const int LongMax = 5_000;

    /// <summary>事实与理由 of a form.</summary>
    public static SubmissionField Reasons(string hint = "") => Text("reasons", "事实与理由", hint);

    public static SubmissionField Text(string key, string label, string hint = "") =>
        new(key, label, FieldType.Text, IsRequired: true)
        {
            Hint = hint,
            MaxLength = LongMax,
            IsOfForm = true,
        };

    public static SubmissionField Line(string key, string label, string hint = "", bool isRequired = true) =>
        new(key, label, FieldType.Line, isRequired)
        {
            Hint = hint,
            MaxLength = ShortMax,
            IsOfForm = true,
        };

    public static SubmissionField Choice(string key, string label, params IReadOnlyList<string> options) =>
        new(key, label, FieldType.Choice, IsRequired: true) { Options = options, IsOfForm = true };

    /// <summary>How the court writes to whoever signs; a form says it under the names.</summary>
    public static IReadOnlyList<SubmissionField> Contact { get; } =
    [Line("address", "联系地址", "写得到信的地址", isRequired: false), Line("phone", "联系电话", isRequired: false)];

    public static NeededPart Form(string key, string title) =>
        new(key, title, IsRequired: true) { IsForm = true, Hint = "可以在这里填写，也可以传写好的" };

    public static NeededPart Proof(string title, string hint = "", bool isRequired = false) =>
        new("proof", title, isRequired) { Hint = hint };
}
