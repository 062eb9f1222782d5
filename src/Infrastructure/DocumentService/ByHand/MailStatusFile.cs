using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Domain.DocumentService;
using Domain.Shared;

namespace Infrastructure.DocumentService;

/// <summary>The post's status file, read: CSV with the columns 件号、邮件号、状态、时间、签收人、关系、原因.</summary>
internal static class MailStatusFile
{
    public const int MaxLines = 5_000;
    private static readonly string[] s_times =
    [
        "yyyy-MM-dd HH:mm",
        "yyyy-MM-dd HH:mm:ss",
        "yyyy/M/d H:mm",
        "yyyy/M/d H:mm:ss",
        "yyyy-MM-dd'T'HH:mm:ss",
    ];

    /// <returns>In the order of the file, each with its line number, and the refusal where it cannot be read.</returns>
    /// <exception cref="RefusedException"><c>service_entry.bad_file</c>, <c>service_entry.file_too_long</c>.</exception>
    public static List<(int Line, string Piece, MailStatus? Status, RefusedException? Refused)> Read(byte[] bytes)
    {
        using var csv = new CsvReader(
            new StringReader(Text(bytes)),
            new CsvConfiguration(CultureInfo.InvariantCulture)
            {
                MissingFieldFound = null,
                BadDataFound = null,
                TrimOptions = TrimOptions.Trim,
            }
        );
        List<(int, string, MailStatus?, RefusedException?)> lines = [];
        try
        {
            if (
                !csv.Read()
                || !csv.ReadHeader()
                || csv.HeaderRecord is not { } head
                || !head.Contains("状态")
                || !head.Contains("时间")
                || !(head.Contains("件号") || head.Contains("邮件号"))
            )
                throw ServiceEntryErrors.BadFile();
            while (csv.Read())
            {
                if (lines.Count == MaxLines)
                    throw ServiceEntryErrors.FileTooLong();
                var (piece, number) = (Field("件号"), TypedText.Fold(Field("邮件号")).ToUpperInvariant());
                try
                {
                    lines.Add((csv.Parser.RawRow, piece.Length > 0 ? piece : number, StatusOf(piece, number, Field), null));
                }
                catch (RefusedException refused)
                {
                    lines.Add((csv.Parser.RawRow, piece.Length > 0 ? piece : number, null, refused));
                }
            }
        }
        catch (CsvHelperException)
        {
            throw ServiceEntryErrors.BadFile();
        }

        return lines;

        string Field(string name) => csv.TryGetField<string>(name, out var value) ? TypedText.Storable(value ?? "").TrimStart('\'') : "";
    }

    private static MailStatus StatusOf(string piece, string number, Func<string, string> field)
    {
        var what = field("状态") switch
        {
            "收寄" or "已收寄" => MailEvent.Accepted,
            "签收" or "妥投" or "代收" => MailEvent.Signed,
            "退回" or "退件" => MailEvent.Returned,
            _ => throw ServiceEntryErrors.UnknownStatus(),
        };
        if (!DateTime.TryParseExact(field("时间"), s_times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            throw ServiceEntryErrors.BadTime();
        var relation = field("关系");
        return new MailStatus(
            piece,
            number,
            what,
            ChinaTime.At(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local)),
            field("签收人"),
            Enum.GetValues<SignerRelation>().Cast<SignerRelation?>().FirstOrDefault(r => r!.Value.Chinese() == relation)
                ?? (field("状态") == "代收" ? SignerRelation.NamedReceiver : SignerRelation.Self),
            ReasonOf(field("原因"))
        );
    }

    /// <summary>A bare 拒收 does not say who refused, on which the service hangs (MAIL 11): the clerk corrects the entry from the slip.</summary>
    private static ReturnReason ReasonOf(string words) =>
        words switch
        {
            "本人拒收" or "指定代收人拒收" => ReturnReason.Refused,
            "拒收" or "他人拒收" => ReturnReason.RefusedByOther,
            _ => Enum.GetValues<ReturnReason>().Cast<ReturnReason?>().FirstOrDefault(r => r!.Value.Chinese() == words)
                ?? ReturnReason.Postal,
        };

    /// <summary>UTF-8, or what Chinese spreadsheets save.</summary>
    private static string Text(byte[] bytes)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetString(bytes);
        }
    }
}
