using Domain.Auditing;
using Domain.Litigants;
using Domain.Shared;
using Infrastructure.Callers;

namespace MiniProgramApi.SigningIn;

/// <summary>Leaves a row for each sign-in of a litigant, and for each that was refused.</summary>
internal sealed class SignInAudit(IAudit audit)
{
    /// <param name="typed">The phone, masked; empty with WeChat.</param>
    public async Task<SignedIn> Note(HttpRequest request, string typed, Func<Task<SignedIn>> signIn)
    {
        var entry = new AuditEntry
        {
            By = ActorKind.Litigant,
            Source = Networks.Of(request.HttpContext.Connection.RemoteIpAddress),
            What = "登录",
            Text = AuditEntry.Cut(typed, AuditEntry.TextMaxLength),
        };
        try
        {
            var signedIn = await signIn();
            audit.Note(entry with { Kind = AuditKind.SignedIn, ById = signedIn.Litigant.Id, Name = signedIn.Litigant.Name ?? "" });
            return signedIn;
        }
        catch (RefusedException refused)
        {
            audit.Note(entry with { Kind = AuditKind.SignInRefused, Refused = refused.Code });
            throw;
        }
    }
}
