using Domain.Attachments;
using Domain.Uploads;

namespace Domain.Tests.Uploads;

public class UploadTests
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 20, 1, 41, 0, TimeSpan.Zero);

    [Fact]
    public void An_upload_begins_with_nothing_and_expires_three_days_later()
    {
        var upload = Upload.Begin(
            new NewUpload(Guid.CreateVersion7(), "录像.mp4", 9, null, null),
            Guid.CreateVersion7(),
            s_now,
            new UploadLimits()
        );
        Assert.Equal((0, UploadState.Receiving), (upload.Received, upload.State));
        Assert.False(upload.IsExpired(s_now.AddHours(72).AddTicks(-1)));
        Assert.True(upload.IsExpired(s_now.AddHours(72)));
    }

    [Fact]
    public void A_fingerprint_is_the_beginning_and_the_end_of_the_hash() =>
        Assert.Equal("01234567…89abcdef", FileFingerprint.Of("01234567" + new string('0', 48) + "89abcdef"));
}
