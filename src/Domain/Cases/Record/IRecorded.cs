namespace Domain.Cases;

/// <summary>A part of a case that the trial system names by an id of its own.</summary>
public interface IRecorded
{
    /// <summary>The trial system's, unique within the case.</summary>
    string ExternalId { get; }
}
