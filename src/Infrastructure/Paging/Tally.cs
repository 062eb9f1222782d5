namespace Infrastructure.Paging;

/// <summary>How long a list is, without reading it.</summary>
/// <param name="Late">How many of them are past their deadline.</param>
public readonly record struct Tally(int Total, int Late);
