using Domain.Shared;

namespace Domain.Litigants;

/// <summary>Binds a phone proven by an SMS code, or by WeChat's phone-number button.</summary>
public sealed class BindPhone(ICourtDb db, SmsCodeCheck codes, IWeChat weChat, PhoneBinding binding)
{
    public async Task<Litigant> Handle(Proof proof, Actor by, CancellationToken ct)
    {
        var number = proof switch
        {
            Proof.BySms sms => await codes.Use(sms.Phone, sms.Code, sms.Device, Refusal.Unprocessable, ct),
            Proof.ByWeChat button => await FromWeChat(button.PhoneCode, ct),
            _ => throw new ArgumentOutOfRangeException(nameof(proof), proof, null),
        };
        db.Forget();
        return await binding.Bind(number, by, ct);
    }

    private async Task<string> FromWeChat(string phoneCode, CancellationToken ct) =>
        PhoneNumber.TryRead(await weChat.PhoneNumber(phoneCode, ct), out var number, out var isMobile) && isMobile
            ? number
            : throw LitigantErrors.PhoneInvalid();

    public abstract record Proof
    {
        public sealed record BySms(string Phone, string Code, string Device) : Proof;

        public sealed record ByWeChat(string PhoneCode) : Proof;
    }
}
