using Domain.Shared;

namespace Domain.Tests.Shared;

public class TypedTextTests
{
    [Theory]
    [InlineData(" \n\u3000\u200b ", "")]
    [InlineData("\u202d\u202c", "")]
    [InlineData(" 好\u200b的\0 ", "好\u200b的")]
    [InlineData("👍", "👍")]
    public void What_nobody_would_see_is_no_text(string typed, string stored) => Assert.Equal(stored, TypedText.Storable(typed));
}
