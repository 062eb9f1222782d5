namespace Domain.Cases;

/// <summary>By which procedure a case is tried; in 小额诉讼 one instance decides (CPL 165).</summary>
public enum TrialProcedure
{
    /// <summary>普通程序.</summary>
    Ordinary,

    /// <summary>简易程序.</summary>
    Summary,

    /// <summary>小额诉讼程序.</summary>
    SmallClaims,
}

/// <summary>Where a party has its domicile (住所地): without one in China periods are longer (CPL 283, 285, 286).</summary>
public enum Domicile
{
    /// <summary>境内.</summary>
    Mainland,

    /// <summary>港澳台: read as abroad by setting (JI 549).</summary>
    HongKongMacauTaiwan,

    /// <summary>境外.</summary>
    Abroad,
}

public static class CaseFactWords
{
    public static string Chinese(this TrialProcedure procedure) =>
        procedure switch
        {
            TrialProcedure.Ordinary => "普通程序",
            TrialProcedure.Summary => "简易程序",
            TrialProcedure.SmallClaims => "小额诉讼程序",
            _ => throw new ArgumentOutOfRangeException(nameof(procedure), procedure, null),
        };

    public static string Chinese(this Domicile domicile) =>
        domicile switch
        {
            Domicile.Mainland => "住所地在境内",
            Domicile.HongKongMacauTaiwan => "住所地在港澳台",
            Domicile.Abroad => "住所地在境外",
            _ => throw new ArgumentOutOfRangeException(nameof(domicile), domicile, null),
        };
}
