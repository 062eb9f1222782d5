namespace Domain.Bindings;

public enum LicenceVerdict
{
    /// <summary>Nobody asked: this kind of agent has no licence, or no number was given.</summary>
    NotAsked,

    /// <summary>执业中, under this name.</summary>
    Practising,

    /// <summary>Not practising: 注销、停止执业、未通过年度考核.</summary>
    NotPractising,

    /// <summary>No such number, or another person's.</summary>
    Unknown,

    /// <summary>No answer could be had; nothing is known, and nothing waits for it.</summary>
    Unavailable,
}

/// <param name="Firm">As the register has it; empty where it said nothing.</param>
public sealed record LicenceAnswer(LicenceVerdict Verdict, string Firm = "");

/// <summary>Asks the province's lawyers' platform (律师综合管理平台) whether a licence is good and whose it is.</summary>
public interface ILawyerRegister
{
    Task<LicenceAnswer> Look(string name, string licenceNumber, CancellationToken ct);
}
