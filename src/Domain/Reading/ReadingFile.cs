using Domain.Cases;
using Domain.Handling;

namespace Domain.Reading;

/// <summary>One word in the conversation about a request: the decision, its reason, an urging.</summary>
public sealed class ReadingRequestEntry : HandledEntry
{
    public Guid ReadingRequestId { get; init; }
}

/// <summary>A document that was asked for or released.</summary>
public sealed class ReadingFile
{
    public Guid ReadingRequestId { get; init; }
    public Guid CaseFileId { get; init; }
    public bool IsAsked { get; init; }
    public bool IsReleased { get; private set; }

    /// <summary>What was released: another PDF in its place is not shown.</summary>
    public string FileHash { get; private set; } = "";

    internal static ReadingFile Of(ReadingRequest request, CaseFile file, bool isAsked) =>
        new()
        {
            ReadingRequestId = request.Id,
            CaseFileId = file.Id,
            IsAsked = isAsked,
        };

    internal void Release(CaseFile file) => (IsReleased, FileHash) = (true, file.Sha256);
}

/// <summary>Somebody was shown a page. Within a minute the same page on the same device counts once.</summary>
public sealed class ReadPage
{
    public const int AddressMaxLength = 45;
    public const int DeviceMaxLength = 80;

    public Guid ReadingRequestId { get; init; }
    public Guid CaseFileId { get; init; }
    public int Page { get; init; }

    /// <summary>To the minute, as the watermark says it.</summary>
    public DateTimeOffset At { get; init; }

    public required string Address { get; init; }

    /// <summary>The beginning of what the program calls itself.</summary>
    public required string Device { get; init; }

    public WorkOrders.Channel Channel { get; init; }
}

public enum MaskKind
{
    IdNumber,
    BankCard,
    Phone,
}

/// <summary>What was looked for in the text of a PDF, once for each content.</summary>
public sealed class MaskedFile
{
    public required string FileHash { get; init; }

    /// <summary>Of what no program can read: with numbers to be blackened it is not shown.</summary>
    public const int Unread = -1;

    /// <summary>It was tried and comes up again.</summary>
    public const int NotYet = -2;

    /// <summary>How often one is tried that no program comes to an end with.</summary>
    public const int MostTries = 3;

    /// <summary>Nothing could be found there, a person must look. Or <see cref="Unread"/>, or <see cref="NotYet"/>.</summary>
    public int PagesWithoutText { get; private set; } = NotYet;

    /// <summary>Which rules it was looked through by: better ones look again.</summary>
    public int Rules { get; private set; }

    /// <summary>In vain, since it was last looked through.</summary>
    public int Tries { get; private set; }

    public DateTimeOffset At { get; private set; }

    public void LookedThrough(int pagesWithoutText, int rules, DateTimeOffset now) =>
        (PagesWithoutText, Rules, Tries, At) = (pagesWithoutText, rules, 0, now);

    /// <summary>It is tried again later; what was found by older rules stands.</summary>
    /// <param name="isItsFault">Not when a store or a program is away.</param>
    public void TriedInVain(bool isItsFault, int rules, DateTimeOffset now)
    {
        (Tries, At) = (Tries + (isItsFault ? 1 : 0), now);
        if (Tries >= MostTries)
            LookedThrough(PagesWithoutText == NotYet ? Unread : PagesWithoutText, rules, now);
    }
}

/// <summary>A place to blacken, in ten-thousandths of the page.</summary>
public sealed class PageMask
{
    public required string FileHash { get; init; }
    public int Page { get; init; }
    public int Number { get; init; }
    public MaskKind Kind { get; init; }
    public int Left { get; init; }
    public int Top { get; init; }
    public int Width { get; init; }
    public int Height { get; init; }
}
