using Domain.Cases;

namespace Domain.DocumentService;

/// <summary>A law or a judicial interpretation as court papers call it, without 中华人民共和国.</summary>
/// <param name="ShortName">As screens call it.</param>
public sealed record Statute(string Name, string ShortName)
{
    /// <summary>CPL, 2023.</summary>
    public static readonly Statute CivilProcedure = new("民事诉讼法", "民事诉讼法");

    /// <summary>JI, 法释〔2022〕11号.</summary>
    public static readonly Statute CivilInterpretation = new("民事诉讼法解释", "民事诉讼法解释");

    /// <summary>OLR, 法释〔2021〕12号.</summary>
    public static readonly Statute OnlineLitigation = new("人民法院在线诉讼规则", "在线诉讼规则");

    /// <summary>MAIL, 法释〔2004〕13号: of civil papers only.</summary>
    public static readonly Statute CourtMail = new("以法院专递方式邮寄送达民事诉讼文书的若干规定", "法院专递规定");

    /// <summary>CrPL, 2018.</summary>
    public static readonly Statute CriminalProcedure = new("刑事诉讼法", "刑事诉讼法");

    /// <summary>法释〔2021〕1号.</summary>
    public static readonly Statute CriminalInterpretation = new("刑事诉讼法解释", "刑事诉讼法解释");

    /// <summary>ALL, 2017.</summary>
    public static readonly Statute AdministrativeLitigation = new("行政诉讼法", "行政诉讼法");

    /// <summary>2006.</summary>
    public static readonly Statute Bankruptcy = new("企业破产法", "企业破产法");

    /// <summary>FEE, 国务院令第 481 号.</summary>
    public static readonly Statute Fees = new("诉讼费用交纳办法", "诉讼费用交纳办法");

    /// <summary>EV, 2019.</summary>
    public static readonly Statute Evidence = new("最高人民法院关于民事诉讼证据的若干规定", "民事证据规定");

    /// <summary>REG, 2015.</summary>
    public static readonly Statute Registration = new("最高人民法院关于人民法院登记立案若干问题的规定", "登记立案规定");

    /// <summary>法释〔2016〕22号, 2020.</summary>
    public static readonly Statute Preservation = new("最高人民法院关于人民法院办理财产保全案件若干问题的规定", "财产保全规定");

    /// <summary>法释〔2014〕12号, 2020.</summary>
    public static readonly Statute IpCourts = new("最高人民法院关于北京、上海、广州知识产权法院案件管辖的规定", "知识产权法院案件管辖规定");

    /// <summary>READ, 法释〔2002〕39号, 2020.</summary>
    public static readonly Statute FileReading = new("最高人民法院关于诉讼代理人查阅民事案件材料的规定", "查阅民事案件材料的规定");

    /// <summary>法释〔2018〕16号.</summary>
    public static readonly Statute InternetCourts = new("最高人民法院关于互联网法院审理案件若干问题的规定", "互联网法院规定");
}

/// <param name="Paragraph">款; 0 for the whole article.</param>
/// <param name="Item">项; 0 for the whole paragraph.</param>
public sealed record Article(Statute Of, int Number, int Paragraph = 0, int Item = 0)
{
    /// <returns>人民法院在线诉讼规则第三十一条第二款第一项.</returns>
    public string Full => Of.Name + Place;

    /// <returns>在线诉讼规则第 31 条第 2 款第 1 项.</returns>
    public string Short => Of.ShortName + ShortPlace;

    /// <returns>第三十一条第二款第一项.</returns>
    public string Place => Places(ChineseNumerals.Write);

    /// <returns>第 31 条第 2 款第 1 项.</returns>
    public string ShortPlace => Places(n => $" {n} ");

    /// <returns>《中华人民共和国民事诉讼法》第九十五条第一款, as papers of the court cite a law.</returns>
    public string InPapers => $"《中华人民共和国{Of.Name}》{Place}";

    /// <summary>The law is named once where the next article is of the same.</summary>
    /// <returns>人民法院在线诉讼规则第二十九条、第三十条.</returns>
    public static string Joined(IReadOnlyList<Article> articles, Func<Article, string> whole, Func<Article, string> place) =>
        string.Join('、', articles.Select((a, i) => i > 0 && articles[i - 1].Of == a.Of ? place(a) : whole(a)));

    private string Places(Func<int, string> write) =>
        string.Concat(
            new[] { (Number, "条"), (Paragraph, "款"), (Item, "项") }
                .Where(place => place.Item1 > 0)
                .Select(place => $"第{write(place.Item1)}{place.Item2}")
        );
}
