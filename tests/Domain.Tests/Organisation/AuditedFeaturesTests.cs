using Domain.Auditing;
using Domain.Organisation;
using Domain.Shared;

namespace Domain.Tests.Organisation;

public class AuditedFeaturesTests
{
    public static TheoryData<Feature> All => [.. Enum.GetValues<Feature>()];

    /// <summary>The table throws where nobody has thought of it.</summary>
    [Theory]
    [MemberData(nameof(All))]
    public void Each_feature_says_whether_it_shows_peoples_data(Feature feature) => Assert.NotEqual("", AuditedFeatures.NameOf(feature));

    [Fact]
    public void What_a_stranger_typed_is_cut_and_cleaned()
    {
        Assert.Equal("ab", AuditEntry.Cut("a\0b", 10));
        var entry = AuditEntry.Of(AuditKind.Searched, "工单", Actor.System, text: new string('张', 600));
        Assert.Equal(AuditEntry.TextMaxLength, entry.Text.Length);
    }
}
