using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Domain.Shared;

namespace Domain.WorkOrders;

/// <summary>Settings of the links by which a requester rates an answer without signing in.</summary>
/// <param name="Site">The litigants' host as they reach it, without a slash at the end.</param>
/// <param name="ValidFor">How long after the answer.</param>
public sealed record SurveyLinks(string Site, TimeSpan ValidFor)
{
    public static readonly TimeSpan DefaultValidity = TimeSpan.FromDays(30);

    /// <summary>Characters of every link.</summary>
    public int Length => $"{Site}/s/".Length + SurveyToken.Length;

    public SurveyLink New(DateTimeOffset now)
    {
        var token = SurveyToken.New();
        return new SurveyLink($"{Site}/s/{token}", SurveyToken.HashOf(token), now + ValidFor);
    }
}

/// <param name="Address">The only place where the token stands in clear.</param>
public sealed record SurveyLink(string Address, string TokenHash, DateTimeOffset ExpiresAt);

/// <summary>128 random bits as 22 letters; the database keeps a hash only.</summary>
public static class SurveyToken
{
    public const int Length = 22;
    private const int Bytes = 16;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Of anything that was typed or followed: 64 hex digits, so that every lookup costs the same.</summary>
    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(TypedText.Valid(token))));
}
