namespace Domain.Litigants;

public enum IdentityVerdict
{
    Agrees,
    Differs,

    /// <summary>No answer could be had; nothing is known.</summary>
    Unavailable,
}

/// <summary>Asks the public security's data whether name and ID number (and phone, where bound) belong together (三要素核验).</summary>
public interface IIdentityVerifier
{
    /// <param name="idNumber">Normal form of <see cref="Shared.ResidentId"/>.</param>
    Task<IdentityVerdict> Verify(string name, string idNumber, string? phone, CancellationToken ct);
}
