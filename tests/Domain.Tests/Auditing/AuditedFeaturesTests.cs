using Domain.Auditing;
using Domain.Organisation;

namespace Domain.Tests.Auditing;

public class AuditedFeaturesTests
{
    public static TheoryData<Feature> All => [.. Enum.GetValues<Feature>()];

    [Theory]
    [MemberData(nameof(All))]
    public void Each_feature_says_whether_it_shows_peoples_data(Feature feature) => Assert.NotEqual("", AuditedFeatures.NameOf(feature)); // throws where nobody has thought of it

    [Fact]
    public void What_a_stranger_typed_is_cut_and_cleaned()
    {
        Assert.Equal("ab", AuditEntry.Cut("a\0b", 10));
        Assert.Equal(500, AuditEntry.Of(AuditKind.Searched, "工单", Domain.Shared.Actor.System, text: new string('张', 600)).Text.Length);
    }
}
