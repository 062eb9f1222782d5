using Domain.DocumentService;

namespace Domain.Tests.DocumentService;

public class DocumentTitlesTests
{
    /// <summary>民事诉讼法第一百五十七条, 行政诉讼法第五十一条, 企业破产法第十二条.</summary>
    [Theory]
    [InlineData("民事裁定书（管辖权异议）", true)]
    [InlineData("民事裁定书（不予受理）", true)]
    [InlineData("民事裁定书（驳回起诉）", true)]
    [InlineData("行政裁定书（不予立案）", true)]
    [InlineData("民事裁定书（驳回破产申请）", true)]
    [InlineData("民事裁定书（移送管辖）", false)]
    [InlineData("民事裁定书（指定管辖）", false)]
    [InlineData("民事裁定书（准许撤诉）", false)]
    [InlineData("民事裁定书（财产保全）", false)]
    public void Of_rulings_only_those_that_the_law_names_can_be_appealed(string title, bool appealable)
    {
        Assert.Equal(DocumentKind.Ruling, DocumentTitles.KindOf(title));
        Assert.Equal(appealable, DocumentTitles.IsAppealable(DocumentKind.Ruling, title));
    }

    [Fact]
    public void A_payment_order_is_known_by_its_name() => Assert.Equal(DocumentKind.PaymentOrder, DocumentTitles.KindOf("支付令"));
}
