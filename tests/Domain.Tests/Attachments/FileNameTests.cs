using Domain.Attachments;

namespace Domain.Tests.Attachments;

public class FileNameTests
{
    [Theory]
    [InlineData("银行流水（一）.pdf", "银行流水（一）.pdf")]
    [InlineData("C:\\我的文档\\起诉状.PDF", "起诉状.PDF")]
    [InlineData("../../etc/passwd", "passwd.pdf")]
    [InlineData("流水.exe", "流水.exe.pdf")]
    [InlineData("a\u202Efdp.exe", "afdp.exe.pdf")]
    [InlineData("", "附件.pdf")]
    public void A_name_can_be_shown_and_saved_anywhere(string sent, string kept) => Assert.Equal(kept, FileName.Clean(sent, FileKind.Pdf));

    [Fact]
    public void Broken_characters_do_not_break_it() =>
        Assert.Equal("\ufffd\ufffd.pdf", FileName.Clean("\uffff" + (char)0xD800 + ".pdf", FileKind.Pdf));

    [Fact]
    public void A_long_name_keeps_its_extension()
    {
        var kept = FileName.Clean(new string('长', 500) + ".pdf", FileKind.Pdf);
        Assert.Equal(Attachment.NameMaxLength, kept.Length);
        Assert.EndsWith(".pdf", kept, StringComparison.Ordinal);
    }
}
