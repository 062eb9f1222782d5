namespace Domain.Shared;

/// <summary>Keeps what only few may read, as an account number, so that a copy of the database tells it to nobody.</summary>
public interface ISecretSeal
{
    /// <param name="owner">Whose it is: what was sealed for one opens for no other.</param>
    string Seal(string plain, Guid owner);

    /// <exception cref="InvalidOperationException">It was changed, exchanged or sealed with another key.</exception>
    string Open(string closed, Guid owner);
}
