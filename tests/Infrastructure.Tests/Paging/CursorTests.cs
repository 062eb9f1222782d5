using Infrastructure.Paging;

namespace Infrastructure.Tests.Paging;

public sealed class CursorTests
{
    private static readonly Cursor s_cursor = new(new(2026, 11, 20, 2, 26, 1, 234, TimeSpan.Zero), Guid.CreateVersion7(), 7);

    [Fact]
    public void A_cursor_comes_back_as_it_went()
    {
        Assert.True(Cursor.TryRead(s_cursor.ToString(), out var read));
        Assert.Equal(s_cursor, read);
    }

    [Fact]
    public void A_cursor_changed_in_any_letter_is_none()
    {
        var text = s_cursor.ToString();
        for (var at = 0; at < text.Length - 1; at++) // of the last letter some bits mean nothing
        {
            var changed = text[..at] + (text[at] == 'A' ? 'B' : 'A') + text[(at + 1)..];
            Assert.False(Cursor.TryRead(changed, out _), changed);
        }
    }

    [Theory]
    [InlineData("xyz")]
    [InlineData("=")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void What_never_was_a_cursor_is_none(string text) => Assert.False(Cursor.TryRead(text, out _));
}
