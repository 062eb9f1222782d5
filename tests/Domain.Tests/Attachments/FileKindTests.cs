using Domain.Attachments;
using Domain.Shared;

namespace Domain.Tests.Attachments;

public class FileKindTests
{
    [Theory]
    [InlineData("0000001866747970717420200000020071742020", "video/quicktime")]
    [InlineData("000000206674797069736f6d0000020069736f6d69736f32617663316d703431", "video/mp4")]
    [InlineData("0000001866747970336770340000020069736f6d33677034", "video/3gpp")]
    [InlineData("0000001c667479704d34412000000200", "audio/mp4")]
    [InlineData("0000002466747970686569630000000068656963", "image/heic")]
    [InlineData("1a45dfa39f4286810142f7810142f2810442f381084282847765626d", "video/webm")]
    [InlineData("524946460000000057415645666d7420", "audio/wav")]
    [InlineData("524946460000000041564920", "video/x-msvideo")]
    [InlineData("2321414d520a3c", "audio/amr")]
    [InlineData("49443304000000000023", "audio/mpeg")]
    public void Audio_and_video_are_told_by_their_first_bytes(string hex, string contentType) =>
        Assert.Equal(contentType, FileKind.Of(new MemoryStream(Convert.FromHexString(hex)))?.ContentType);

    [Fact]
    public void Bare_frames_count_when_a_second_one_follows()
    {
        byte[] mp3 = [0xFF, 0xFB, 0x90, 0x00, .. new byte[413], 0xFF, 0xFB, 0x90, 0x00, .. new byte[413]]; // 128 kbit/s, 44.1 kHz: 417 bytes
        byte[] aac = [0xFF, 0xF1, 0x50, 0x80, 0x02, 0x1F, 0xFC, .. new byte[9], 0xFF, 0xF1, 0x50, 0x80, 0x02, 0x1F, 0xFC, .. new byte[9]];
        Assert.Equal(FileKind.Mp3, FileKind.Of(new MemoryStream(mp3)));
        Assert.Equal(FileKind.Aac, FileKind.Of(new MemoryStream(aac)));
        mp3[417] = 0;
        aac[16] = 0;
        Assert.Null(FileKind.Of(new MemoryStream(mp3)));
        Assert.Null(FileKind.Of(new MemoryStream(aac)));
    }

    [Theory]
    [InlineData("000000186674797061766966000000006d69663161766966")] // AVIF
    [InlineData("1a45dfa3a34286810142f7810142f2810442f381084282886d6174726f736b61")] // Matroska
    [InlineData("524946460000000057")]
    [InlineData("4d5a9000")]
    public void What_is_not_filed_has_no_kind(string hex) => Assert.Null(FileKind.Of(new MemoryStream(Convert.FromHexString(hex))));

    [Fact]
    public void Recordings_may_be_ten_times_as_large_as_papers()
    {
        Assert.Equal(50L << 20, FileKind.Pdf.MostBytes);
        Assert.Equal(50L << 20, FileKind.Heic.MostBytes);
        Assert.Equal(500L << 20, FileKind.Mp4.MostBytes);
        Assert.Equal(500L << 20, FileKind.Amr.MostBytes);
        Assert.Equal(500L << 20, FileKind.MostBytesOfAny);
    }

    [Fact]
    public async Task A_file_larger_than_its_kind_may_be_is_refused()
    {
        var paper = new Large("%PDF-1.7"u8.ToArray(), FileKind.Pdf.MostBytes + 1);
        var refused = await Assert.ThrowsAsync<RefusedException>(() => new FileCheck(new Nothing()).Check(paper, CancellationToken.None));
        Assert.Equal("attachment.too_large", refused.Code);
        Assert.Contains("50 MB", refused.Message, StringComparison.Ordinal);
        var film = new Large(Convert.FromHexString("0000001866747970717420200000020071742020"), FileKind.Pdf.MostBytes + 1);
        Assert.Equal(FileKind.Mov, await new FileCheck(new Nothing()).Check(film, CancellationToken.None));
    }

    [Theory]
    [InlineData(5 << 20, 0u)]
    [InlineData(0, uint.MaxValue)] // says elsewhere where it lies
    public async Task A_package_whose_directory_alone_fills_the_memory_is_refused_unread(int length, uint begin)
    {
        byte[] end = [.. "PK\x05\x06"u8, .. new byte[12], .. BitConverter.GetBytes(begin), 0, 0];
        var package = new Large([.. "PK\x03\x04"u8, .. new byte[length], .. end], 1);
        var refused = await Assert.ThrowsAsync<RefusedException>(() => new FileCheck(new Nothing()).Check(package, CancellationToken.None));
        Assert.Equal("attachment.unpacks_too_large", refused.Code);
    }

    private sealed class Nothing : IFileScanner
    {
        public Task<ScanVerdict> Scan(Stream bytes, CancellationToken ct) => Task.FromResult(ScanVerdict.Clean);
    }

    private sealed class Large : ReceivedFile
    {
        private readonly byte[] _head;

        [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
        public Large(byte[] head, long size) => (_head, Size, Sha256) = (head, size, new string('0', 64));

        public override Stream OpenRead() => new MemoryStream(_head);

        public override Task Keep(CancellationToken ct) => throw new NotSupportedException();

        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
