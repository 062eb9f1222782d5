namespace Domain.Litigants;

/// <summary>
/// ID numbers are matched, never kept: what is stored is a hash keyed with a secret of the installation, so that a
/// stolen table cannot be searched by trying numbers.
/// </summary>
public interface IIdentityKeys
{
    /// <param name="idNumber">Normal form of <see cref="Shared.ResidentId"/>.</param>
    /// <returns>64 hex digits.</returns>
    string For(string idNumber);
}
