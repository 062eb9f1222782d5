using System.Security.Cryptography;

namespace Domain.Organisation;

/// <summary>A random password that somebody copies by hand once.</summary>
internal static class FirstPassword
{
    private const int Length = 16;

    // Nothing that is read as something else: 0 O, 1 l I.
    private const string Signs = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789-+=%";

    /// <returns>As <see cref="PasswordPolicy"/> wants it.</returns>
    public static string For(string loginName)
    {
        string made;
        do made = RandomNumberGenerator.GetString(Signs, Length);
        while (PasswordPolicy.Problems(made, loginName).Count > 0);
        return made;
    }
}
