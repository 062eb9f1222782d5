namespace Infrastructure.Demo;

/// <summary>A case with the number that a drawn screen shows.</summary>
internal sealed record DrawnCase(string CourtSlug, string Division, int Year, CaseKind Kind, int Sequence)
{
    public string? Judge { get; init; }

    /// <summary>Filed these days; the liaison officer has its messages.</summary>
    public bool IsUnassigned { get; init; }

    public string? First { get; init; }
    public string? Second { get; init; }
    public bool IsAgainstFirm { get; init; }

    /// <summary>Of the first party.</summary>
    public string? Lawyer { get; init; }

    /// <summary>In that many working days.</summary>
    public int? Hearing { get; init; }
}

/// <summary>The cases of the drawn screens and of the people in <see cref="DemoAccounts"/>.</summary>
internal static class DrawnCases
{
    private static readonly int[] s_numbersOfChen =
    [
        9876,
        15002,
        16640,
        17011,
        17385,
        17520,
        17602,
        17733,
        17741,
        14420,
        13207,
        15894,
        16118,
    ];

    private static readonly (string Court, int Number)[] s_ofLawyer =
    [
        ("tianhe", 19402),
        ("haizhu", 8816),
        ("tianhe", 21077),
        ("baiyun", 15530),
        ("panyu", 9921),
        ("huadu", 4416),
        ("nansha", 3308),
        ("liwan", 5127),
        ("haizhu", 10243),
        ("yuexiu", 18062),
    ];

    public static IReadOnlyList<DrawnCase> All { get; } =
    [
        new("yuexiu", "民一庭", 2026, CaseKinds.Loan, 12345)
        {
            Judge = "陈静怡",
            First = "陈建华",
            Second = "李志强",
            Hearing = 9,
        },
        new("tianhe", "民一庭", 2026, CaseKinds.Wages, 20871) { First = "陈建华", IsAgainstFirm = true },
        new("gz-zy", "民二庭", 2025, CaseKinds.Appealed(CaseKinds.Lease), 30562) { First = "陈建华" },
        new("yuexiu", "民一庭", 2026, CaseKinds.Lease, 11870)
        {
            Judge = "何思远",
            First = "林秀兰",
            Hearing = 5,
        },
        new("yuexiu", "民一庭", 2025, CaseKinds.Loan, 30218) { Judge = "陈静怡" },
        .. s_numbersOfChen.Select(n => new DrawnCase("yuexiu", "民一庭", 2026, n % 2 == 0 ? CaseKinds.Lease : CaseKinds.Loan, n)
        {
            Judge = "陈静怡",
            Lawyer = n is 9876 or 17385 or 17733 ? "周文博" : null,
        }),
        .. ((int[])[18210, 18233, 18257]).Select(n => new DrawnCase("yuexiu", "民一庭", 2026, CaseKinds.Loan, n) { IsUnassigned = true }),
        .. s_ofLawyer.Select(
            (c, i) =>
                new DrawnCase(c.Court, "民一庭", 2026, CaseKinds.Labour, c.Number)
                {
                    Lawyer = "周文博",
                    Hearing = i % 3 == 0 ? 3 + i : null,
                }
        ),
    ];
}
