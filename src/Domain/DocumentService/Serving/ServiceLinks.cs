using Domain.WorkOrders;

namespace Domain.DocumentService;

/// <summary>Settings of the links by which a recipient without WeChat comes to the documents.</summary>
/// <param name="Site">The litigants' host as they reach it, without a slash at the end.</param>
public sealed record ServiceLinks(string Site)
{
    public static string NewToken() => SurveyToken.New();

    /// <summary>64 hex digits.</summary>
    public static string HashOf(string token) => SurveyToken.HashOf(token);

    /// <summary>A link alone opens nothing: a code to the same phone or address comes first.</summary>
    public string AddressOf(string token) => $"{Site}/d/{token}";

    /// <summary>Open to everybody who holds the paper: it says whether the document is what the court served.</summary>
    public string VerifyAddressOf(string serial, string code) => $"{Site}/v/{serial}?code={code}";
}
