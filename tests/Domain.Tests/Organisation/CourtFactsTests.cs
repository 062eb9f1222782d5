using Domain.Organisation;
using Shouldly;

namespace Domain.Tests.Organisation;

public class CourtFactsTests
{
    [Fact]
    public void Thirteen_courts_are_in_scope() => CourtFacts.All.Count(court => court.InScope).ShouldBe(13);

    [Theory]
    [InlineData("粤01", "广东省广州市中级人民法院", "广州中院")]
    [InlineData("粤0103", "广州市荔湾区人民法院", "荔湾法院")]
    [InlineData("粤0104", "广州市越秀区人民法院", "越秀法院")]
    [InlineData("粤0105", "广州市海珠区人民法院", "海珠法院")]
    [InlineData("粤0106", "广州市天河区人民法院", "天河法院")]
    [InlineData("粤0111", "广州市白云区人民法院", "白云法院")]
    [InlineData("粤0112", "广州市黄埔区人民法院", "黄埔法院")]
    [InlineData("粤0113", "广州市番禺区人民法院", "番禺法院")]
    [InlineData("粤0114", "广州市花都区人民法院", "花都法院")]
    [InlineData("粤0115", "广州市南沙区人民法院", "南沙法院")]
    [InlineData("粤0117", "广州市从化区人民法院", "从化法院")]
    [InlineData("粤0118", "广州市增城区人民法院", "增城法院")]
    [InlineData("粤0192", "广州互联网法院", "广州互联网法院")]
    public void A_case_code_names_its_court(string code, string fullName, string shortName)
    {
        var court = CourtFacts.ByCaseCode(code).ShouldNotBeNull();
        court.FullName.ShouldBe(fullName);
        court.ShortName.ShouldBe(shortName);
        court.InScope.ShouldBeTrue();
    }

    [Theory]
    [InlineData("粤", CourtLevel.High)]
    [InlineData("粤71", CourtLevel.Intermediate)]
    [InlineData("粤7101", CourtLevel.Basic)]
    [InlineData("粤7102", CourtLevel.Basic)]
    [InlineData("粤72", CourtLevel.Intermediate)]
    [InlineData("粤73", CourtLevel.Intermediate)]
    public void A_neighbour_is_known_but_not_in_scope(string code, CourtLevel level)
    {
        var court = CourtFacts.ByCaseCode(code).ShouldNotBeNull();
        court.InScope.ShouldBeFalse();
        court.Level.ShouldBe(level);
    }

    [Fact]
    public void Nansha_is_one_court_with_two_codes_and_two_names()
    {
        CourtFacts.ByCaseCode("粤0191").ShouldBeSameAs(CourtFacts.ByCaseCode("粤0115"));
        CourtFacts.ByCaseCode("粤0191")!.Aliases.ShouldContain("广东自由贸易区南沙片区人民法院");
    }

    [Theory]
    [InlineData("天河", "粤0106", "440107")]
    [InlineData("黄埔", "粤0112", "440108")]
    [InlineData("白云", "粤0111", "440109")]
    [InlineData("花都", "粤0114", "440111")]
    [InlineData("从化", "粤0117", "440112")]
    [InlineData("增城", "粤0118", "440113")]
    [InlineData("番禺", "粤0113", "440114")]
    public void The_statistical_code_is_another_system(string district, string code, string statCode)
    {
        var court = CourtFacts.All.Single(c => c.StatCode == statCode);
        court.ShortName.ShouldBe(district + "法院");
        court.Codes.ShouldBe([code]);
        CourtFacts.ByCaseCode(statCode).ShouldBeNull();
    }

    [Fact]
    public void No_name_code_or_slug_means_two_courts()
    {
        CourtFacts.All.Select(c => c.Slug).ShouldBeUnique();
        CourtFacts.All.SelectMany(c => c.Codes).ShouldBeUnique();
        CourtFacts.All.Select(c => c.StatCode).OfType<string>().ShouldBeUnique();
        CourtFacts.All.SelectMany(c => new[] { c.FullName, c.ShortName }.Distinct().Concat(c.Aliases)).ShouldBeUnique();
    }

    [Fact]
    public void Every_parent_exists_and_stands_above()
    {
        var bySlug = CourtFacts.All.ToDictionary(c => c.Slug);
        foreach (var court in CourtFacts.All.Where(c => c.ParentSlug is not null))
        {
            var expected = court.Level == CourtLevel.Basic ? CourtLevel.Intermediate : CourtLevel.High;
            bySlug[court.ParentSlug!].Level.ShouldBe(expected, court.FullName);
        }
    }

    [Fact]
    public void The_intermediate_court_has_four_civil_divisions_and_a_district_court_two()
    {
        Civil("粤01").ShouldBe(["民一庭", "民二庭", "民三庭", "民四庭"]);
        Civil("粤0104").ShouldBe(["民一庭", "民二庭"]);

        static IEnumerable<string> Civil(string code) =>
            from division in DivisionFacts.Of(CourtFacts.ByCaseCode(code)!)
            where division.Kind == DivisionKind.Civil
            select division.ShortName;
    }

    [Fact]
    public void Every_court_has_each_kind_of_division_and_no_slug_twice()
    {
        foreach (var divisions in CourtFacts.All.Select(DivisionFacts.Of))
        {
            divisions.Select(d => d.Kind).Distinct().Order().ShouldBe(Enum.GetValues<DivisionKind>());
            divisions.Select(d => d.Slug).ShouldBeUnique();
        }
    }
}
