using Domain.Shared;

namespace Domain.DocumentService;

internal static class ServiceTexts
{
    /// <exception cref="RefusedException">Nothing, or too much.</exception>
    public static string Reason(string typed) =>
        TypedText.Storable(typed) switch
        {
            "" => throw ServiceErrors.ReasonMissing(),
            { Length: > ServiceTask.ReasonMaxLength } => throw ServiceErrors.TextTooLong(),
            var reason => reason,
        };
}
