using Domain.DocumentService;

namespace Domain.Tests.DocumentService;

public class AppealRouteTests
{
    [Theory]
    [InlineData("yuexiu", Procedure.Civil, "民间借贷纠纷", "gz-zy", LawPoint.AppealToNextLevel)]
    [InlineData("nansha", Procedure.Criminal, "盗窃罪", "gz-zy", LawPoint.AppealToNextLevel)]
    [InlineData("gz-zy", Procedure.Civil, "建设工程施工合同纠纷", "gd-gy", LawPoint.AppealToNextLevel)]
    [InlineData("gz-zy", Procedure.Criminal, "故意杀人罪", "gd-gy", LawPoint.AppealToNextLevel)]
    [InlineData("gz-zy", Procedure.Administrative, "行政征收", "gd-gy", LawPoint.AppealToNextLevel)]
    [InlineData("tianhe", Procedure.Civil, "侵害商标权纠纷", "gz-ip", LawPoint.AppealToIpCourt)]
    [InlineData("tianhe", Procedure.Civil, "技术服务合同纠纷", "gz-ip", LawPoint.AppealToIpCourt)]
    [InlineData("huangpu", Procedure.Civil, "特许经营合同纠纷", "gz-ip", LawPoint.AppealToIpCourt)]
    [InlineData("huangpu", Procedure.Administrative, "政府特许经营协议", "gz-zy", LawPoint.AppealToNextLevel)]
    [InlineData("baiyun", Procedure.Administrative, "商标行政处罚", "gz-ip", LawPoint.AppealToIpCourt)]
    [InlineData("baiyun", Procedure.Criminal, "假冒注册商标罪", "gz-zy", LawPoint.AppealToNextLevel)] // the IP court has no criminal cases
    [InlineData("gz-int", Procedure.Civil, "网络购物合同纠纷", "gz-zy", LawPoint.AppealFromInternetCourt)]
    [InlineData("gz-int", Procedure.Civil, "侵害作品信息网络传播权纠纷", "gz-ip", LawPoint.AppealFromInternetCourt)]
    [InlineData("gz-int", Procedure.Civil, "网络域名合同纠纷", "gz-ip", LawPoint.AppealFromInternetCourt)]
    [InlineData("gz-int", Procedure.Civil, "著作权许可使用合同纠纷", "gz-zy", LawPoint.AppealFromInternetCourt)]
    [InlineData("gz-int", Procedure.Civil, "网络不正当竞争纠纷", "gz-zy", LawPoint.AppealFromInternetCourt)]
    [InlineData("gz-int", Procedure.Administrative, "行政处罚", "gz-zy", LawPoint.AppealFromInternetCourt)]
    [InlineData("gz-ip", Procedure.Civil, "侵害外观设计专利权纠纷", "gd-gy", LawPoint.AppealToNextLevel)]
    [InlineData("gz-rail", Procedure.Administrative, "工伤认定", "gz-rail-zy", LawPoint.AppealToNextLevel)]
    public void The_court_of_appeal_follows_court_procedure_and_cause(
        string court,
        Procedure procedure,
        string cause,
        string to,
        LawPoint law
    )
    {
        var route = AppealRoutes.Of(court, procedure, cause)!;
        Assert.Equal((to, LawTable.Of(law, procedure)), (route.To.Slug, route.Law));
    }

    [Fact]
    public void Above_the_high_court_and_for_strangers_nothing_is_said()
    {
        Assert.Null(AppealRoutes.Of("gd-gy", Procedure.Civil, "合同纠纷"));
        Assert.Null(AppealRoutes.Of("somewhere", Procedure.Civil, "合同纠纷"));
    }
}
