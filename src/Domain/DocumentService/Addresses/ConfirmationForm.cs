using System.Net.Mail;
using System.Text.RegularExpressions;
using Domain.Shared;

namespace Domain.DocumentService;

/// <summary>What a person fills into a 送达地址确认书. Only <see cref="Read"/> makes one that may be stored.</summary>
public sealed partial record ConfirmationForm(
    bool AcceptsElectronic,
    bool AcceptsWeChat,
    bool AcceptsAccount,
    string Mobile,
    string Email,
    string PostalAddress,
    string Postcode,
    ConfirmationScope Scope,
    bool KeepsSecret,
    string Remarks
)
{
    /// <summary>Texts in normal form; refused where something is missing or wrong.</summary>
    public ConfirmationForm Read()
    {
        var mobile = Mobile.Trim();
        if (mobile.Length > 0 && !(PhoneNumber.TryRead(mobile, out mobile, out var isMobile) && isMobile))
            throw ConfirmationErrors.MobileInvalid();
        var email = TypedText.Fold(Email);
        if (email.Length > 0 && !IsEmail(email))
            throw ConfirmationErrors.EmailInvalid();
        if (AcceptsElectronic && !AcceptsWeChat && !AcceptsAccount && mobile.Length == 0 && email.Length == 0)
            throw ConfirmationErrors.NoWay();
        var postal = Line(PostalAddress, AddressConfirmation.PostalAddressMaxLength);
        if (postal.Length == 0)
            throw ConfirmationErrors.PostalAddressMissing();
        var postcode = TypedText.Fold(Postcode);
        if (postcode.Length > 0 && !SixDigits().IsMatch(postcode))
            throw ConfirmationErrors.PostcodeInvalid();
        if (Scope == ConfirmationScope.None)
            throw ConfirmationErrors.ScopeMissing();
        if ((Scope & ~ConfirmationScopes.All) != 0)
            throw ConfirmationErrors.ScopeInvalid();
        return new ConfirmationForm(
            AcceptsElectronic,
            AcceptsElectronic && AcceptsWeChat,
            AcceptsElectronic && AcceptsAccount,
            mobile,
            email,
            postal,
            postcode,
            Scope,
            KeepsSecret,
            ConfirmationTexts.Remarks(Remarks)
        );
    }

    /// <summary>All that was confirmed, for the hash of the trace.</summary>
    internal string Text =>
        string.Join(
            '\n',
            AcceptsElectronic,
            AcceptsWeChat,
            AcceptsAccount,
            Mobile,
            Email,
            PostalAddress,
            Postcode,
            (int)Scope,
            KeepsSecret,
            Remarks
        );

    internal static bool IsEmail(string email) =>
        email.Length <= AddressConfirmation.EmailMaxLength
        && MailAddress.TryCreate(email, out var read)
        && read.Address == email
        && read.Host.Contains('.', StringComparison.Ordinal);

    internal static string Line(string typed, int most)
    {
        var line = Spaces().Replace(TypedText.Storable(typed), " ");
        return line.Length <= most ? line : throw ConfirmationErrors.TextTooLong(most);
    }

    [GeneratedRegex("^[0-9]{6}$")]
    private static partial Regex SixDigits();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}

internal static class ConfirmationTexts
{
    public static string Remarks(string typed) => ConfirmationForm.Line(typed, AddressConfirmation.TextMaxLength);

    public static string Signer(string typed) =>
        ConfirmationForm.Line(typed, 60) is { Length: > 0 } name ? name : throw ConfirmationErrors.SignerMissing();

    public static string Relation(string typed) =>
        ConfirmationForm.Line(typed, 30) is { Length: > 0 } relation ? relation : throw ConfirmationErrors.SignerMissing();
}
