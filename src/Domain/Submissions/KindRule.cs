using Domain.Cases;
using Domain.DocumentService;

namespace Domain.Submissions;

/// <summary>What a kind of submission asks for and how it is decided.</summary>
/// <param name="Authority">What an agent needs special authority for (CPL 62); none where any agent may.</param>
public sealed record KindRule(SubmissionKind Kind, SubmissionGroup Group, SubmissionDecider Decider, AuthorityItems Authority)
{
    /// <summary>提起上诉.</summary>
    public required string Title { get; init; }

    /// <summary>What it is for, to somebody who has never been in court.</summary>
    public required string Plainly { get; init; }

    /// <summary>Working days within which it is decided, where the court has set none; see <c>SubmissionSettings</c>.</summary>
    public int WorkingDays { get; init; } = 3;

    public IReadOnlyList<NeededPart> Parts { get; init; } = [];
    public IReadOnlyList<SubmissionField> Fields { get; init; } = [];

    /// <summary>A form can be downloaded, or filled here and made into a PDF.</summary>
    public bool HasForm { get; init; }

    /// <summary>What the law says of it; the first is what screens cite as the rule.</summary>
    public IReadOnlyList<LawPoint> Law { get; init; } = [];

    /// <summary>Goes to the other side as it is accepted unless the court keeps it: a defence (CPL 128), a counterclaim, evidence, an appeal.</summary>
    public bool IsReleasedByDefault { get; init; }

    /// <summary>What the submitter reads of an application that this court only takes in, another one or another chamber decides; else null.</summary>
    public string? PassedOn { get; init; }

    /// <summary>收下, in place of 同意.</summary>
    public bool IsTakenIn => Group == SubmissionGroup.Material || PassedOn is not null;

    /// <summary>What the submitter reads of its acceptance where nothing else was said.</summary>
    public string AcceptedWords => PassedOn ?? (IsTakenIn ? "法院收下了。" : "法院同意了您的申请。");

    /// <summary>False for what is between the submitter and the court alone, or would warn the other side.</summary>
    public bool MayBeReleased =>
        Kind
            is not (
                SubmissionKind.Identity
                or SubmissionKind.Preservation
                or SubmissionKind.FeeRefund
                or SubmissionKind.FeeRelief
                or SubmissionKind.EffectCertificate
                or SubmissionKind.Enforcement
            );

    /// <summary>书记员核对，法官签: who decides, in words.</summary>
    public required string DecidedBy { get; init; }

    /// <summary>False for 生效证明: the court has all that it takes.</summary>
    public bool AsksForSomething => Parts.Any(p => p.IsRequired) || FieldsBesideForm.Any(f => f.IsRequired);

    /// <summary>What is still asked for when the form comes as a file: 账号 of a refund.</summary>
    public IEnumerable<SubmissionField> FieldsBesideForm => Fields.Where(f => !f.IsOfForm);

    /// <returns>民事诉讼法第一百七十一条; empty where no rule says anything, as in a criminal case where the row is of civil procedure.</returns>
    public string Rule(Procedure procedure) =>
        Law.Select(point => LawTable.Of(point, procedure))
            .FirstOrDefault(row => procedure != Procedure.Criminal || row.Branch == procedure)
            ?.Cite
        ?? "";
}

/// <summary>A document that a kind asks for.</summary>
/// <param name="Key">Stable, <c>petition</c>.</param>
/// <param name="Title">上诉状.</param>
public sealed record NeededPart(string Key, string Title, bool IsRequired)
{
    public string Hint { get; init; } = "";

    /// <summary>Filling the form here brings it.</summary>
    public bool IsForm { get; init; }
}

public enum FieldType
{
    Line,
    Text,

    /// <summary>Yuan, two decimals.</summary>
    Money,
    Date,
    Choice,

    /// <summary>A bank account: sealed, shown by its last four digits.</summary>
    Account,
}

/// <summary>What is filled in on the form.</summary>
/// <param name="Key">Stable, <c>claims</c>.</param>
/// <param name="Label">上诉请求.</param>
public sealed record SubmissionField(string Key, string Label, FieldType Type, bool IsRequired)
{
    public string Hint { get; init; } = "";
    public int MaxLength { get; init; } = 2000;

    /// <summary>Asked for where the form is filled here; who hands in a file of their own as the form has said it there.</summary>
    public bool IsOfForm { get; init; }

    public IReadOnlyList<string> Options { get; init; } = [];
}

/// <summary>Whether a person may hand in a kind in a case today.</summary>
/// <param name="CanAct">False: <see cref="Why"/> says why not, and <see cref="From"/> since when it will be possible where that is known.</param>
public sealed record Availability(bool CanAct)
{
    public string Why { get; init; } = "";
    public DateOnly? From { get; init; }

    /// <summary>The last day, where the law sets one.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>《民事诉讼法》第一百七十一条.</summary>
    public string Rule { get; init; } = "";

    /// <summary>接到通知后 7 天内交 10 元; empty where it costs nothing.</summary>
    public string Fee { get; init; } = "";

    /// <summary>False where it never comes into question in this case or for this party: nothing is shown of it.</summary>
    public bool Applies { get; init; } = true;

    /// <summary>What to know where it can be done: 答辩期已过，现在交法院也收.</summary>
    public string Note { get; init; } = "";

    /// <summary><see cref="Until"/> or <see cref="From"/> hang on days whose calendar is not published (暂定).</summary>
    public bool IsProvisional { get; init; }

    /// <summary>What the court knows already, by the key of the field.</summary>
    public IReadOnlyDictionary<string, string> Known { get; init; } = new Dictionary<string, string>();

    /// <summary>How a date or an amount was found, a line each with its result.</summary>
    public IReadOnlyList<(string What, string Result)> Reckoning { get; init; } = [];

    public static readonly Availability Yes = new(CanAct: true);

    public static Availability No(string why) => new(CanAct: false) { Why = why };

    /// <summary>Not shown at all; the words are for who asks all the same.</summary>
    public static Availability Never(string why) => No(why) with { Applies = false };
}
