namespace Domain.Notifications;

/// <summary>What may be written into a notice; checked when a version is saved and while it is typed.</summary>
public static class NoticeTemplateRules
{
    /// <summary>A field <c>thing</c> of a WeChat subscribe message.</summary>
    public const int WeChatMaxLength = 20;

    /// <summary>Throws the first thing that is wrong.</summary>
    /// <param name="text">Without the signature.</param>
    public static void Check(NoticeKind kind, NoticeChannel channel, string title, string text)
    {
        if (!kind.AllChannels.Contains(channel))
            throw NoticeTemplateErrors.NotFound();
        if (text.Length == 0 || (HasTitle(channel) && title.Length == 0))
            throw NoticeTemplateErrors.Incomplete();
        if (title.Length > NoticeTemplate.TitleMaxLength)
            throw NoticeTemplateErrors.TitleTooLong();
        if (text.Length > NoticeTemplate.TextMaxLength)
            throw NoticeTemplateErrors.TextTooLong();
        if ((title + text).IndexOfAny(['【', '】']) >= 0)
            throw NoticeTemplateErrors.SignatureInText();
        if (title.IndexOfAny(['{', '}']) >= 0)
            throw NoticeTemplateErrors.FieldInTitle();
        CheckFields(kind, channel, text);
        CheckLength(kind, channel, text);
    }

    /// <summary>The other channels have no place for a heading.</summary>
    public static bool HasTitle(NoticeChannel channel) => channel is NoticeChannel.Email or NoticeChannel.InApp;

    /// <summary>As the phone shows it, with the fields' examples.</summary>
    public static string Preview(NoticeKind kind, NoticeChannel channel, string text) =>
        (channel == NoticeChannel.Sms ? kind.Signature : "") + Fill(kind, text, f => f.Example);

    /// <summary>Characters with signature when every field is as long as it can be.</summary>
    public static int LongestLength(NoticeKind kind, NoticeChannel channel, string text) =>
        (channel == NoticeChannel.Sms ? kind.Signature.Length : 0) + Fill(kind, text, f => new string('一', f.MaxLength)).Length;

    private static void CheckFields(NoticeKind kind, NoticeChannel channel, string text)
    {
        var names = NoticeKind.NamesIn(text);
        var fields = kind.FieldsOn(channel);
        if (names.FirstOrDefault(n => fields.All(f => f.Name != n)) is { } unknown)
            throw NoticeTemplateErrors.FieldUnknown(unknown);
        if (Fill(kind, text, _ => "").IndexOfAny(['{', '}']) >= 0)
            throw NoticeTemplateErrors.BraceOpen();
        var builtIn = NoticeKind.NamesIn(kind.BuiltIn(channel).Text);
        if (fields.FirstOrDefault(f => f.IsEssential && builtIn.Contains(f.Name) && !names.Contains(f.Name)) is { } missing)
            throw NoticeTemplateErrors.FieldMissing(missing.Name);
        if (
            channel != NoticeChannel.InApp
            && fields.FirstOrDefault(f => f.Masking == FieldMasking.Unmasked && names.Contains(f.Name)) is { } bare
        )
            throw NoticeTemplateErrors.FieldUnmasked(bare.Name);
    }

    private static void CheckLength(NoticeKind kind, NoticeChannel channel, string text)
    {
        var longest = LongestLength(kind, channel, text);
        if (channel == NoticeChannel.WeChat && longest > WeChatMaxLength)
            throw NoticeTemplateErrors.TooLongForWeChat(longest);
        if (channel != NoticeChannel.Sms)
            return;
        if (text.Contains('\n', StringComparison.Ordinal))
            throw NoticeTemplateErrors.LineBreakInSms();
        if (SmsLength.Segments(longest) > kind.MaxSegments)
            throw NoticeTemplateErrors.TooManySegments(SmsLength.Segments(longest), kind.MaxSegments);
    }

    private static string Fill(NoticeKind kind, string text, Func<NoticeField, string> value) =>
        kind.Fields.Aggregate(text, (filled, field) => filled.Replace($"{{{field.Name}}}", value(field), StringComparison.Ordinal));
}
