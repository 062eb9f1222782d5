using System.Globalization;
using System.Threading.RateLimiting;
using Domain.Litigants;
using Infrastructure.Callers;
using Infrastructure.Settings;
using MiniProgramApi.Refusals;

namespace MiniProgramApi.Security;

/// <summary>Section <c>RateLimits</c>: calls a minute. Many people share the address of a mobile network, so those limits are wide.</summary>
public sealed class RateLimits
{
    public int SignInPerAddress { get; set; } = 120;
    public int SmsCodePerAddress { get; set; } = 60; // a strange device calls twice
    public int CreatePerAddress { get; set; } = 600;
    public int CreatePerPerson { get; set; } = 20;
    public int BindingPerAddress { get; set; } = 60;
    public int BindingPerPerson { get; set; } = 5; // guesses at cases and names
    public int ConsentPerAddress { get; set; } = 600;
    public int ConsentPerPerson { get; set; } = 20;
    public int UploadPerAddress { get; set; } = 1_200;
    public int UploadPerPerson { get; set; } = 60;
    public int UploadPiecePerAddress { get; set; } = 24_000;
    public int UploadPiecePerPerson { get; set; } = 1_200;
    public int ReadPagePerAddress { get; set; } = 1_200;
    public int ReadPagePerPerson { get; set; } = 60; // nobody reads faster
    public int IdentityPerAddress { get; set; } = 60;
    public int IdentityPerPerson { get; set; } = 10;
    public int SurveyPerAddress { get; set; } = 60;
    public int VerificationPerAddress { get; set; } = 60;
    public int DocumentLinkPerAddress { get; set; } = 120;
    public int TokenPerAddress { get; set; } = 60; // a token lives for minutes

    public int PerAddress(Limited what) =>
        what switch
        {
            Limited.SignIn => SignInPerAddress,
            Limited.SmsCode => SmsCodePerAddress,
            Limited.Create => CreatePerAddress,
            Limited.Binding => BindingPerAddress,
            Limited.Consent => ConsentPerAddress,
            Limited.Upload => UploadPerAddress,
            Limited.UploadPiece => UploadPiecePerAddress,
            Limited.ReadPage => ReadPagePerAddress,
            Limited.Identity => IdentityPerAddress,
            Limited.Survey => SurveyPerAddress,
            Limited.Verification => VerificationPerAddress,
            Limited.DocumentLink => DocumentLinkPerAddress,
            Limited.Token => TokenPerAddress,
            _ => throw new ArgumentOutOfRangeException(nameof(what), what, null),
        };

    /// <returns>Null where nobody is signed in yet.</returns>
    public int? PerPerson(Limited what) =>
        what switch
        {
            Limited.Create => CreatePerPerson,
            Limited.Binding => BindingPerPerson,
            Limited.Consent => ConsentPerPerson,
            Limited.Upload => UploadPerPerson,
            Limited.UploadPiece => UploadPiecePerPerson,
            Limited.ReadPage => ReadPagePerPerson,
            Limited.Identity => IdentityPerPerson,
            _ => null,
        };
}

/// <summary>What an endpoint is counted as, in its metadata.</summary>
public enum Limited
{
    SignIn,
    SmsCode,
    Create,

    /// <summary>Asking for a case: whoever guesses ends here.</summary>
    Binding,

    /// <summary>The tick at sign-in: nothing that a person does otherwise can use it up.</summary>
    Consent,
    Upload,

    /// <summary>Of a file that is on its way; a slow network makes them small.</summary>
    UploadPiece,

    /// <summary>A page of a file: who copies a volume page by page ends here.</summary>
    ReadPage,
    Identity,
    Survey,
    Verification,

    /// <summary>The link of documents: looking, asking for a code, entering it.</summary>
    DocumentLink,

    /// <summary>Of partner systems.</summary>
    Token,
}

internal static class RateLimiting
{
    private static readonly TimeSpan s_window = TimeSpan.FromMinutes(1);

    public static TBuilder Counted<TBuilder>(this TBuilder endpoint, Limited what)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new Count(what));

    public static void AddRateLimits(this IServiceCollection services, IConfiguration configuration)
    {
        var limits = configuration.Section<RateLimits>("RateLimits");
        services.AddRateLimiter(o =>
        {
            o.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                Partitioned(context =>
                    (What(context) is { } what ? limits.PerAddress(what) : null, Networks.Of(context.Connection.RemoteIpAddress))
                ),
                Partitioned(context =>
                    (
                        What(context) is { } what && Caller.Of(context) is not null ? limits.PerPerson(what) : null,
                        Caller.Of(context)?.LitigantId.ToString() ?? ""
                    )
                )
            );
            o.OnRejected = (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : s_window;
                rejected.HttpContext.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds))
                    .ToString(CultureInfo.InvariantCulture);
                return new ValueTask(rejected.HttpContext.Refuse(LitigantErrors.TooOften()));
            };
        });
    }

    private static PartitionedRateLimiter<HttpContext> Partitioned(Func<HttpContext, (int? Limit, string Who)> read) =>
        PartitionedRateLimiter.Create<HttpContext, string>(context =>
        {
            var (limit, who) = read(context);
            return limit is null
                ? RateLimitPartition.GetNoLimiter("")
                : RateLimitPartition.GetFixedWindowLimiter(
                    $"{What(context)}:{who}",
                    _ => new() { PermitLimit = limit.Value, Window = s_window }
                );
        });

    private static Limited? What(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<Count>()?.What;

    private sealed record Count(Limited What);
}
