using Domain.Litigants;

namespace Infrastructure.Gateways.Identity;

/// <summary>
/// Stands in for the identity service in Development: every well-formed number belongs to whoever names it, except for the names that never
/// agree.
/// </summary>
internal sealed class IdentitySimulator : IIdentityVerifier
{
    private static readonly string[] s_mismatching = ["不一致", "张不符", "李不符"];

    public Task<IdentityVerdict> Verify(string name, string idNumber, string? phone, CancellationToken ct) =>
        Task.FromResult(s_mismatching.Contains(name) ? IdentityVerdict.Differs : IdentityVerdict.Agrees);
}
