using System.Globalization;
using System.Text;

namespace Given;

/// <summary>A PDF with a signature dictionary appended, as a seal service leaves it; the signature in it is made up.</summary>
public static class SealedPdf
{
    private const string Signature = "<3082010a>";

    /// <param name="pdf">With a classic cross-reference table and five objects.</param>
    public static byte[] Of(byte[] pdf)
    {
        var before = Encoding.Latin1.GetString(pdf);
        var previous = before[(before.LastIndexOf("startxref", StringComparison.Ordinal) + 9)..].Trim().Split('\n')[0];
        const string head = "6 0 obj<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/adbe.pkcs7.detached/ByteRange[0 ";
        var rangeLength = "0000000000 0000000000 0000000000]/Contents".Length;
        var begins = before.Length + head.Length + rangeLength;
        var ends = begins + Signature.Length;
        var tail = $">>endobj\nxref\n6 1\n{before.Length:D10} 00000 n \ntrailer<</Size 7/Root 1 0 R/Prev {previous}>>\nstartxref\n";
        var xref = ends + ">>endobj\n".Length;
        tail += string.Create(CultureInfo.InvariantCulture, $"{xref}\n%%EOF\n");
        return Encoding.Latin1.GetBytes($"{before}{head}{begins:D10} {ends:D10} {tail.Length:D10}]/Contents{Signature}{tail}");
    }
}
