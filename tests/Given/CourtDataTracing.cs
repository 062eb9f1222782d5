using Infrastructure.Tracing;

namespace Given;

public static class CourtDataTracing
{
    /// <summary>What <c>verify-trace</c> finds of records, chains and anchors.</summary>
    public static async Task<TraceFindings> VerifyTrace(this CourtData data, Action<TraceBreak>? tell = null)
    {
        var findings = new TraceFindings(tell);
        await data.Use((TraceVerifier verifier) => verifier.Verify(findings, _ => { }, CancellationToken.None));
        return findings;
    }
}
