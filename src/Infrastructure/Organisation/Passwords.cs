using Domain.Organisation;
using Microsoft.AspNetCore.Identity;

namespace Infrastructure.Organisation;

/// <summary>The framework's hasher: PBKDF2 with a salt of its own for each password.</summary>
public sealed class Passwords : IPasswords
{
    private readonly PasswordHasher<Passwords> _hasher = new();
    private readonly string _nobodysHash;

    public Passwords() => _nobodysHash = Hash(Guid.CreateVersion7().ToString());

    public string Hash(string password) => _hasher.HashPassword(this, password);

    public bool Matches(string? hash, string password)
    {
        var known = !string.IsNullOrEmpty(hash);
        var verdict = _hasher.VerifyHashedPassword(this, known ? hash! : _nobodysHash, password);
        return known && verdict != PasswordVerificationResult.Failed;
    }
}
