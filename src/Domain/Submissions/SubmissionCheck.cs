using System.Globalization;
using Domain.Attachments;
using Domain.Shared;

namespace Domain.Submissions;

/// <summary>Whether what is sent is what its kind asks for; everything that is missing is said at once.</summary>
internal static class SubmissionCheck
{
    private const int AccountFewest = 8;
    private const int AccountMost = 32;
    private const int LastDigits = 4;

    /// <summary>Of a first sending: nothing that is required is missing.</summary>
    public static void CheckWhole(
        this KindRule rule,
        IReadOnlyCollection<SubmittedAnswer> answers,
        IReadOnlyCollection<(GivenFile Given, Attachment File)> files
    )
    {
        if (answers.Count == 0 && files.Count == 0 && rule.AsksForSomething)
            throw SubmissionErrors.NothingToSend();
        var missing = rule.Parts.Where(p => p.IsRequired && files.All(f => f.Given.Part != p.Key)).Select(p => p.Title).ToList();
        if (missing.Count > 0)
            throw SubmissionErrors.PartsMissing(string.Join('、', missing));
        var empty = rule
            .FieldsBesideForm.Where(f => f.IsRequired && answers.All(a => a.Key != f.Key || a.Value.Length == 0))
            .Select(f => f.Label)
            .ToList();
        if (empty.Count > 0)
            throw SubmissionErrors.FieldsMissing(string.Join('、', empty));
    }

    /// <returns>As they are kept: typed text without what nobody sees, money with two decimals.</returns>
    public static List<SubmittedAnswer> Checked(this KindRule rule, IReadOnlyCollection<SubmittedAnswer> answers)
    {
        if (answers.DistinctBy(a => a.Key).Count() != answers.Count)
            throw SubmissionErrors.FieldUnknown();
        return
        [
            .. answers
                .Select(a => (Field: rule.Fields.FirstOrDefault(f => f.Key == a.Key) ?? throw SubmissionErrors.FieldUnknown(), a.Value))
                .Select(a => new SubmittedAnswer(a.Field.Key, Checked(a.Field, a.Value)))
                .Where(a => a.Value.Length > 0),
        ];
    }

    /// <summary>Files of a kind: each is one of its parts, and evidence says what it proves.</summary>
    public static List<GivenFile> Checked(this KindRule rule, IReadOnlyCollection<GivenFile> files, int most)
    {
        if (files.Count > most)
            throw SubmissionErrors.TooManyFiles(most);
        return [.. files.DistinctBy(f => f.AttachmentId).Select(f => Checked(rule, f))];
    }

    /// <summary>Of a round, with accounts sealed.</summary>
    public static List<SubmissionAnswer> Kept(
        this KindRule rule,
        IEnumerable<SubmittedAnswer> answers,
        Guid submissionId,
        int round,
        ISecretSeal seal
    ) =>
        [
            .. answers.Select(a =>
            {
                var isAccount = rule.Fields.First(f => f.Key == a.Key).Type == FieldType.Account;
                return new SubmissionAnswer
                {
                    SubmissionId = submissionId,
                    Round = round,
                    Key = a.Key,
                    Value = isAccount ? LastFour(a.Value) : a.Value,
                    Closed = isAccount ? seal.Seal(a.Value, submissionId) : "",
                };
            }),
        ];

    /// <returns>**** 1234.</returns>
    public static string LastFour(string account) => "**** " + account[^LastDigits..];

    private static GivenFile Checked(KindRule rule, GivenFile given)
    {
        var part = TypedText.Storable(given.Part);
        if (part.Length > 0 && rule.Parts.All(p => p.Key != part))
            throw SubmissionErrors.PartUnknown();
        return given with
        {
            Part = part,
            Title = Short("名称", given.Title, SubmittedFile.TitleMaxLength),
            Source = Short("来源", given.Source, SubmittedFile.SourceMaxLength),
            Proves = Short("证明什么", given.Proves, SubmittedFile.ProvesMaxLength),
        };
    }

    private static string Short(string label, string typed, int most) =>
        TypedText.Storable(typed) is var text && text.Length <= most ? text : throw SubmissionErrors.FieldTooLong(label, most);

    private static string Checked(SubmissionField field, string typed)
    {
        var text = TypedText.Storable(typed);
        var most = Math.Min(field.MaxLength, SubmissionAnswer.ValueMaxLength);
        if (text.Length > most)
            throw SubmissionErrors.FieldTooLong(field.Label, most);
        if (text.Length == 0)
            return "";
        var kept = field.Type switch
        {
            FieldType.Line => text.Replace('\n', ' '),
            FieldType.Money => Money(text),
            FieldType.Date => Day(text),
            FieldType.Choice => field.Options.Contains(text) ? text : null,
            FieldType.Account => Account(text),
            _ => text,
        };
        return kept ?? throw SubmissionErrors.FieldInvalid(field.Label);
    }

    private static string? Money(string typed) =>
        decimal.TryParse(
            TypedText.Fold(typed),
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands,
            CultureInfo.InvariantCulture,
            out var yuan
        )
        && yuan == decimal.Round(yuan, 2)
        && yuan < 1_000_000_000_000m
            ? yuan.ToString("0.00", CultureInfo.InvariantCulture)
            : null;

    private static string? Day(string typed) =>
        DateOnly.TryParseExact(TypedText.Fold(typed), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;

    private static string? Account(string typed)
    {
        var digits = TypedText.Fold(typed).Replace("-", "", StringComparison.Ordinal);
        return digits.Length is >= AccountFewest and <= AccountMost && digits.All(char.IsAsciiDigit) ? digits : null;
    }
}
