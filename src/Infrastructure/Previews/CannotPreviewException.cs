using Domain.Attachments;

namespace Infrastructure.Previews;

/// <summary>Trying again would end the same way.</summary>
/// <param name="reason">A word of <see cref="PreviewFailures"/>.</param>
public sealed class CannotPreviewException(string reason, string said = "") : Exception($"{reason} {said}".Trim())
{
    public string Reason => reason;

    /// <returns>Of a program that was killed one that is tried again.</returns>
    internal static Exception Of(ProgramEnd end, string said) =>
        end switch
        {
            ProgramEnd.Killed => new InvalidOperationException("The program was killed."),
            ProgramEnd.TooSlow => new CannotPreviewException(PreviewFailures.TooSlow),
            ProgramEnd.NotInstalled => new CannotPreviewException(PreviewFailures.NoProgram),
            _ => new CannotPreviewException(PreviewFailures.Damaged, said[..Math.Min(said.Length, 300)]),
        };
}
