using Domain.Shared;

namespace Domain.Cases;

/// <summary>One file of records that was taken over, or is being: how far it is and what came of its lines.</summary>
public sealed class CaseImport
{
    public const int NameMaxLength = 200;
    public const int FailureMaxLength = 300;

    public Guid Id { get; init; }

    /// <summary>Of the file.</summary>
    public required string Name { get; init; }

    public DateTimeOffset BegunAt { get; init; }
    public DateTimeOffset? EndedAt { get; set; }
    public long Bytes { get; init; }

    /// <summary>Read so far, of <see cref="Bytes"/>.</summary>
    public long BytesDone { get; set; }

    public int Created { get; set; }
    public int Updated { get; set; }
    public int Unchanged { get; set; }
    public int Older { get; set; }
    public int Refused { get; set; }

    /// <summary>Lines of which something was left out.</summary>
    public int Warned { get; set; }

    /// <summary>PDF files of main volumes that came with it.</summary>
    public int Files { get; set; }

    /// <summary>Why the file as a whole could not be read; empty where it could.</summary>
    public string Failure { get; set; } = "";

    public int Lines => Created + Updated + Unchanged + Older + Refused;

    public void Count(RecordAnswer answer)
    {
        switch (answer.Outcome)
        {
            case RecordOutcome.Created:
                Created++;
                break;
            case RecordOutcome.Updated:
                Updated++;
                break;
            case RecordOutcome.Unchanged:
                Unchanged++;
                break;
            case RecordOutcome.Older:
                Older++;
                break;
            default:
                Refused++;
                break;
        }

        if (answer.Warnings.Count > 0)
            Warned++;
    }
}

/// <summary>A line of an import that was refused, or of which something was left out; the first thousand, the report has them all.</summary>
public sealed class CaseImportFault
{
    public const int Most = 1_000;
    public const int WordsMaxLength = 300;

    public Guid ImportId { get; init; }
    public int Line { get; init; }
    public string Number { get; init; } = "";
    public bool IsRefused { get; init; }
    public required string Code { get; init; }
    public required string Words { get; init; }

    public static CaseImportFault Of(Guid import, RecordAnswer answer)
    {
        var faults = answer.Faults.Concat(answer.Warnings).ToList();
        var words = string.Join("；", faults.Select(f => f.Field.Length == 0 ? f.Message : $"{f.Field}：{f.Message}"));
        return new()
        {
            ImportId = import,
            Line = answer.Line,
            Number = TypedText.Storable(answer.Number),
            IsRefused = answer.Outcome == RecordOutcome.Refused,
            Code = faults[0].Code,
            Words = TypedText.Storable(words.Length > WordsMaxLength ? words[..(WordsMaxLength - 1)] + "…" : words),
        };
    }
}
