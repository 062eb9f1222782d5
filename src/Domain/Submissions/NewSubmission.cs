using System.Security.Cryptography;
using System.Text;
using Domain.Attachments;
using Domain.Cases;
using Domain.Shared;
using Domain.WorkOrders;

namespace Domain.Submissions;

/// <summary>A file as it is sent: which part it is; of evidence, what it proves.</summary>
public sealed record GivenFile(Guid AttachmentId, string Part)
{
    public string Title { get; init; } = "";
    public string Source { get; init; } = "";
    public string Proves { get; init; } = "";

    /// <summary>As the phone computed it; empty where it did not.</summary>
    public string Sha256 { get; init; } = "";
}

/// <summary>Who hands it in, and for whom.</summary>
/// <param name="Agent">Null for the party in person.</param>
public sealed record Submitter(Guid LitigantId, string Name, string Phone, CaseParty Party, CaseAgent? Agent)
{
    /// <returns>原告, 原告的代理人.</returns>
    public string Role => Party.Role.Chinese() + (Agent is null ? "" : "的代理人");
}

public sealed record NewSubmission(Guid Id, string Number, SubmissionKind Kind, Case Case, Submitter By)
{
    public Channel Channel { get; init; } = Channel.Hall;
    public string Note { get; init; } = "";
    public IReadOnlyList<SubmissionAnswer> Answers { get; init; } = [];
    public IReadOnlyList<(GivenFile Given, Attachment File)> Files { get; init; } = [];
}

/// <summary>Who decides: a judge of the panel, the clerk, or the owner where the case has neither any more.</summary>
public sealed record SubmissionReviewer(Actor By, bool SitsOnPanel, bool ClerksCase, string DivisionName)
{
    /// <summary>The case has neither a judge nor a clerk who holds a post.</summary>
    public bool CaseHasNobody { get; init; }
}

/// <summary>Everything that is missing, and by when.</summary>
/// <param name="WhyAgain">Of a second asking; empty of the first.</param>
public sealed record AskedFor(IReadOnlyList<string> Needs, DateOnly? Until = null, string WhyAgain = "");

/// <summary>The SHA-256 of a receipt: over the files' hashes in their order.</summary>
public static class Receipts
{
    /// <returns>64 hex digits; empty where there is no file.</returns>
    public static string HashOf(IReadOnlyCollection<string> fileHashes) =>
        fileHashes.Count == 0 ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Join('\n', fileHashes))));
}
