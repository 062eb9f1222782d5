namespace Domain.Submissions;

/// <summary>What was filled in for a <see cref="SubmissionField"/>.</summary>
/// <param name="Value">As typed and folded; money as <c>1234.50</c>, a day as <c>2026-11-20</c>.</param>
public sealed record SubmittedAnswer(string Key, string Value);
