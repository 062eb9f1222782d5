namespace Infrastructure.Live;

/// <summary>"Something changed": which topics should look again, at what, in which version. Never what changed.</summary>
public sealed record LiveHint(IReadOnlyList<string> Topics, Guid Id, long Version);
