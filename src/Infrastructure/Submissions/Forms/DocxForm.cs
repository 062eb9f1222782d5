using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Domain.Submissions;

namespace Infrastructure.Submissions;

/// <summary>A form as a Word file, to be filled on a computer or by hand: A4, GB/T 9704 margins, 3号仿宋, heading in 小标宋's place 2号宋体.</summary>
public static class DocxForm
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string Song = "宋体";
    private const string FangSong = "仿宋";
    private const string Hei = "黑体";

    /// <summary>Half points.</summary>
    private const int Title = 44;
    private const int Text = 32;
    private const int LinesToWrite = 6;

    public static byte[] Write(CourtForm form)
    {
        using MemoryStream bytes = new();
        using (var file = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
        {
            Body body = new();
            body.Append(Paragraphs(form));
            body.Append(Page());
            file.AddMainDocumentPart().Document = new Document(body);
            file.PackageProperties.Title = form.Title;
        }

        return bytes.ToArray();
    }

    private static IEnumerable<OpenXmlElement> Paragraphs(CourtForm form)
    {
        yield return Line(form.Title, Song, Title, JustificationValues.Center, isBold: true, after: 360);
        foreach (var party in form.Parties)
        {
            yield return Indented($"{party.Role}：{party.Name}");
            if (!party.Writes)
                continue;
            yield return Indented($"联系地址：{Or(party.Address, 22)}");
            yield return Indented($"联系电话：{Or(party.Phone, 22)}");
        }

        if (form.Opening.Length > 0)
            yield return Indented(form.Opening);
        foreach (var section in form.Sections)
        foreach (var element in Section(section))
            yield return element;
        yield return Indented("此致", before: 240);
        yield return Line(form.Court, FangSong, Text, JustificationValues.Left);
        if (form.Enclosed.Length > 0)
            yield return Indented(form.Enclosed, before: 240);
        yield return Line($"{form.Signer}（签名或者盖章）：　　　　　　", FangSong, Text, JustificationValues.Right, before: 480);
        yield return Line(form.DateText + "　　", FangSong, Text, JustificationValues.Right);
    }

    private static IEnumerable<OpenXmlElement> Section(FormSection section)
    {
        if (section.Columns.Count > 0)
        {
            yield return Table(section);
            yield break;
        }

        if (section.IsShort)
        {
            yield return Indented($"{section.Heading}：{Or(section.Text, 20)}");
            yield break;
        }

        yield return Line(section.Heading + "：", Hei, Text, JustificationValues.Left, before: 120);
        if (section.Paragraphs.Count == 0)
        {
            for (var i = 0; i < LinesToWrite; i++)
                yield return Line(Blank(27), FangSong, Text, JustificationValues.Left);
        }

        foreach (var paragraph in section.Paragraphs)
            yield return Indented(paragraph);
    }

    private static Table Table(FormSection section)
    {
        Table table = new(
            new TableProperties(
                new TableWidth { Type = TableWidthUnitValues.Pct, Width = "5000" },
                new TableBorders(
                    new TopBorder { Val = BorderValues.Single, Size = 4 },
                    new LeftBorder { Val = BorderValues.Single, Size = 4 },
                    new BottomBorder { Val = BorderValues.Single, Size = 4 },
                    new RightBorder { Val = BorderValues.Single, Size = 4 },
                    new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 },
                    new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 }
                )
            )
        );
        foreach (var (row, font) in section.Rows.Select(r => (r, FangSong)).Prepend((section.Columns, Hei)))
            table.Append(new TableRow(row.Select(cell => new TableCell(Line(cell, font, 24, JustificationValues.Left)))));
        return table;
    }

    private static Paragraph Indented(string text, int before = 0) =>
        Line(text, FangSong, Text, JustificationValues.Both, before: before, firstLine: 200);

    /// <param name="firstLine">Hundredths of a character.</param>
    private static Paragraph Line(
        string text,
        string font,
        int size,
        JustificationValues side,
        bool isBold = false,
        int before = 0,
        int after = 0,
        int firstLine = 0
    )
    {
        ParagraphProperties shape = new(
            new SpacingBetweenLines
            {
                Before = $"{before}",
                After = $"{after}",
                Line = "560",
                LineRule = size == Text ? LineSpacingRuleValues.Exact : LineSpacingRuleValues.AtLeast,
            }
        );
        if (firstLine > 0)
            shape.Append(new Indentation { FirstLineChars = firstLine, FirstLine = $"{size * 10 * firstLine / 100}" });
        shape.Append(new Justification { Val = side });
        RunProperties look = new(
            new RunFonts
            {
                Ascii = font,
                HighAnsi = font,
                EastAsia = font,
            }
        );
        if (isBold)
            look.Append(new Bold());
        look.Append(new FontSize { Val = $"{size}" });
        return new Paragraph(shape, new Run(look, new Text(text) { Space = SpaceProcessingModeValues.Preserve }));
    }

    /// <summary>Top 37, left 28, right 26, bottom 35 mm, in twentieths of a point.</summary>
    private static SectionProperties Page() =>
        new(
            new PageSize { Width = 11_906, Height = 16_838 },
            new PageMargin
            {
                Top = 2_098,
                Left = 1_587,
                Right = 1_474,
                Bottom = 1_984,
                Header = 851,
                Footer = 992,
                Gutter = 0,
            }
        );

    private static string Or(string text, int blank) => text.Length > 0 ? text : Blank(blank);

    private static string Blank(int characters) => new('＿', characters);
}
