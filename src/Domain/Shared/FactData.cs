namespace Domain.Shared;

/// <summary>
/// What a fact says, as data: a record per kind, in the feature's folder. Stored whole as canonical JSON in the trace row and
/// hashed with it. Screens render words from it, in one place per feature; nothing is read back out of words.
/// </summary>
public abstract record FactData;
