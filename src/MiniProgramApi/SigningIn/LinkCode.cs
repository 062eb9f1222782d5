using Domain.Litigants;

namespace MiniProgramApi.SigningIn;

/// <summary>Asks for a code to the phone or address that a link was sent to.</summary>
/// <param name="Proof">Of the work that a device was asked for.</param>
public sealed record LinkCodeRequest(WorkProof? Proof = null);

public sealed record LinkCode(string Code);
