namespace Domain.Submissions;

/// <summary>A paper to the court (诉状、申请书) as it is written: what a Word file and a PDF are both made of.</summary>
/// <param name="Title">民事上诉状.</param>
/// <param name="Opening">The sentence before the sections; empty where there is none.</param>
/// <param name="Court">此致 whom.</param>
/// <param name="Signer">上诉人.</param>
public sealed record CourtForm(string Title, string Opening, string Court, string Signer)
{
    public IReadOnlyList<FormParty> Parties { get; init; } = [];
    public IReadOnlyList<FormSection> Sections { get; init; } = [];

    /// <summary>附：本上诉状副本 1 份; empty where nothing is enclosed by rule.</summary>
    public string Enclosed { get; init; } = "";

    /// <summary>2026 年 11 月 20 日; blank on a form that is still to be filled.</summary>
    public string DateText { get; init; } = BlankDate;

    public const string BlankDate = "　　　　年　　月　　日";
}

/// <param name="Role">上诉人（原审原告）.</param>
public sealed record FormParty(string Role, string Name)
{
    /// <summary>It is theirs: address and telephone are asked for.</summary>
    public bool Writes { get; init; }

    /// <summary>Empty: to be filled by hand.</summary>
    public string Address { get; init; } = "";
    public string Phone { get; init; } = "";

    /// <summary>Acts for the one above.</summary>
    public bool IsAgent { get; init; }
}

/// <param name="Heading">上诉请求.</param>
/// <param name="Text">Empty: lines to write on.</param>
public sealed record FormSection(string Heading, string Text)
{
    /// <summary>A line where little is written.</summary>
    public bool IsShort { get; init; }

    /// <summary>Of a table; empty for running text.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    public IReadOnlyList<IReadOnlyList<string>> Rows { get; init; } = [];

    public IReadOnlyList<string> Paragraphs => Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
