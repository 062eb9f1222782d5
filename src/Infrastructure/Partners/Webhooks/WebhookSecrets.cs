using System.Buffers.Text;
using System.Security.Cryptography;
using Domain.Partners;

namespace Infrastructure.Partners.Webhooks;

/// <summary>Drawn from <c>Identity:Secret</c> and the id: a copy of the database signs nothing.</summary>
public sealed class WebhookSecrets(byte[] secret) : IWebhookSecrets
{
    private readonly byte[] _key = HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, 32, info: "webhooks"u8.ToArray());

    public string For(Guid secretId) => "whsec_" + Base64Url.EncodeToString(HMACSHA256.HashData(_key, secretId.ToByteArray()));
}
