using Microsoft.EntityFrameworkCore;

namespace Domain.Shared;

/// <summary>A row with this key, or with this unique value, stands in the store already: somebody else was faster, or sent the same.</summary>
public sealed class KeyTakenException(string message, Exception? inner = null) : DbUpdateException(message, inner);
