namespace Domain.Attachments;

public enum PreviewState
{
    Waiting,

    /// <summary>Parts that are made are shown already.</summary>
    Making,
    Ready,

    /// <summary>By us: a program was killed or took too long, time and again.</summary>
    Failed,

    /// <summary>By the file: a password, damage, a size that nobody opens.</summary>
    NotPossible,
}

/// <summary>
/// What is made of a stored file so that it can be looked at without a program for it. One for each content, however many rows name it; a
/// worker makes it, and the original stays what it is.
/// </summary>
public sealed class FilePreview
{
    /// <summary>The stored file's SHA-256.</summary>
    public required string FileHash { get; init; }

    public required string ContentType { get; init; }

    /// <summary>Audio and video take long: papers do not wait behind them.</summary>
    public bool IsMedia { get; init; }

    public PreviewState State { get; set; }

    /// <summary>A word of <see cref="PreviewFailures"/>; empty otherwise.</summary>
    public string Reason { get; set; } = "";

    /// <summary>Of the whole document, also those that are not made.</summary>
    public int Pages { get; set; }

    /// <summary>By the database's clock: a worker that died gives it back. Stays when it has ended, to say about when.</summary>
    public DateTimeOffset? ClaimedUntil { get; set; }

    /// <summary>How often a worker took it up.</summary>
    public int Tries { get; set; }

    public DateTimeOffset CreatedAt { get; init; }
}

public enum PreviewPartKind
{
    /// <summary>Of a document, or the picture itself: JPEG, upright, at most 1754 pixels long.</summary>
    Page,

    /// <summary>A still of a video.</summary>
    Poster,

    /// <summary>What a browser plays: H.264 and AAC in MP4, or AAC alone.</summary>
    Media,
}

/// <summary>One derived file, stored like every other.</summary>
public sealed class PreviewPart
{
    public required string FileHash { get; init; }
    public PreviewPartKind Kind { get; init; }

    /// <summary>1, 2, 3 …</summary>
    public int Number { get; init; }

    /// <summary>The derived file's own SHA-256.</summary>
    public required string StoredHash { get; init; }

    public required string ContentType { get; init; }

    /// <summary>In pixels; 0 of what has none.</summary>
    public int Width { get; init; }

    public int Height { get; init; }
    public long Size { get; init; }
}

public static class PreviewFailures
{
    public const int MaxLength = 20;
    public const string Password = "password";
    public const string Damaged = "damaged";
    public const string TooLarge = "too_large";
    public const string TooSlow = "too_slow";
    public const string NoProgram = "no_program";
    public const string GaveUp = "gave_up";

    /// <summary>Nothing of this kind can be shown.</summary>
    public const string Kind = "kind";
}
