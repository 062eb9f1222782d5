namespace Domain.Organisation;

/// <summary>How far a post reaches in a feature, the narrowest first. What is <em>own</em> there, the feature says.</summary>
public enum Extent
{
    /// <summary>Neither sees nor does it.</summary>
    None,

    /// <summary>What is the person's own: owned, registered, reported, recorded.</summary>
    Own,

    /// <summary>What belongs to the cases that the person judges, sits on or clerks.</summary>
    Cases,

    Division,

    Court,

    /// <summary>Both levels, 13 courts.</summary>
    All,
}
