using Domain.Shared;
using Domain.Supervision;

namespace Domain.Handling;

/// <summary>Handed over in one of the four ways; the reason is the entry that the fact names.</summary>
public sealed record HandedOverData(Holder From, Owner To) : FactData;

/// <param name="Count">How often the clock was started again.</param>
public sealed record RestartedData(DateOnly Before, DateOnly DueDay, int Count, string Reason) : FactData;

/// <param name="Days">Working days beyond the limit.</param>
/// <param name="AskedId">Who is asked; null when every post is vacant.</param>
public sealed record ExtensionRequestedData(int Days, string Reason, Guid? AskedId) : FactData;

/// <param name="Days">Working days beyond the limit.</param>
public sealed record ExtensionApprovedData(DateOnly Before, DateOnly DueDay, int Days, string Remark) : FactData;

/// <param name="AskedId">Who is asked; null when every post is vacant.</param>
public sealed record ReassignmentAskedData(string Reason, Guid? AskedId) : FactData;

/// <summary>A request refused, or something private looked at.</summary>
public sealed record ReasonData(string Reason) : FactData;

/// <param name="Count">How often until now, this time included.</param>
public sealed record UrgedData(int Count) : FactData;

/// <param name="Count">How often until now, this time included.</param>
public sealed record ReopenedData(int Count, Owner To, DateOnly DueDay) : FactData;

/// <summary>It ended in another one.</summary>
public sealed record MergedData(Guid MainId, string MainNumber) : FactData;

/// <summary>Another one ended in this one.</summary>
/// <param name="UrgesTakenOver">Of the other one.</param>
/// <param name="Urges">Of both.</param>
public sealed record TookOverData(Guid DuplicateId, string Number, int UrgesTakenOver, int Urges, DateOnly DueBefore, DateOnly DueDay)
    : FactData;
