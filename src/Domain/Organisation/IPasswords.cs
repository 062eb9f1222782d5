namespace Domain.Organisation;

/// <summary>Hashes passwords; the framework's hasher stands behind it.</summary>
public interface IPasswords
{
    string Hash(string password);

    /// <param name="hash">Null for a name that nobody has: costs the same time and is never right.</param>
    bool Matches(string? hash, string password);
}
