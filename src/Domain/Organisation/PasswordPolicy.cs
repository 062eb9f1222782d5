namespace Domain.Organisation;

/// <summary>Password and session rules of staff (等保三级 defaults, domain facts §10.2).</summary>
public static class PasswordPolicy
{
    public const int MinLength = 10;
    public const int MaxLength = 128;
    public const int MinClasses = 3;

    /// <summary>The newest passwords that may not come back, the current one among them.</summary>
    public const int HistoryLength = 5;

    public const int LockoutAfter = 5;
    public static readonly TimeSpan LockoutTime = TimeSpan.FromMinutes(15);

    /// <summary>A source from which somebody came in with the right password is the person's own for so long.</summary>
    public static readonly TimeSpan SourceKnownFor = TimeSpan.FromDays(60);

    public static readonly TimeSpan SlowWindow = TimeSpan.FromHours(1);
    public const int SlowAfter = 10;
    private static readonly TimeSpan s_longestWait = TimeSpan.FromSeconds(10);

    public static readonly TimeSpan MaxAge = TimeSpan.FromDays(90);
    public static readonly TimeSpan StaffIdle = TimeSpan.FromMinutes(15);
    public static readonly TimeSpan PublicIdle = TimeSpan.FromMinutes(30);

    /// <param name="failures">At one account within <see cref="SlowWindow"/>, from all sources.</param>
    /// <returns>None up to ten, then 1, 2, 3 … seconds.</returns>
    public static TimeSpan WaitAfter(int failures) =>
        failures <= SlowAfter ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Min(failures - SlowAfter, s_longestWait.TotalSeconds));

    /// <returns>What is wrong with it, as sentences to show; empty when it may be used.</returns>
    public static IReadOnlyList<string> Problems(string password, string loginName)
    {
        List<string> problems = [];
        if (password.Length < MinLength)
            problems.Add($"密码至少 {MinLength} 位");
        if (password.Length > MaxLength)
            problems.Add($"密码最多 {MaxLength} 位");
        if (Classes(password) < MinClasses)
            problems.Add("密码要有大写字母、小写字母、数字、符号中的 3 种");
        if (loginName.Length > 0 && password.Contains(loginName, StringComparison.OrdinalIgnoreCase))
            problems.Add("密码不能包含用户名");
        return problems;
    }

    private static int Classes(string password) =>
        (password.Any(char.IsAsciiLetterUpper) ? 1 : 0)
        + (password.Any(char.IsAsciiLetterLower) ? 1 : 0)
        + (password.Any(char.IsAsciiDigit) ? 1 : 0)
        + (password.Any(c => !char.IsAsciiLetterOrDigit(c)) ? 1 : 0);
}
