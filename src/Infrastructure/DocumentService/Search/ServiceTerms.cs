using Domain.DocumentService;

namespace Infrastructure.DocumentService.Search;

/// <summary>What is looked for; everything given has to fit.</summary>
/// <param name="Words">Case number, task number, document serial, phone, or the beginning of a recipient's name.</param>
/// <param name="Title">The beginning of a document's title.</param>
/// <param name="From">First and last day on which the service began, both included.</param>
public sealed record ServiceTerms(
    string Words = "",
    string Title = "",
    DateOnly? From = null,
    DateOnly? To = null,
    ServiceState? State = null
);

public enum ServiceWords
{
    /// <summary>Nothing was typed.</summary>
    Any,

    /// <summary>What was typed means nothing.</summary>
    Nothing,
    CaseNumber,

    /// <summary>A range, or several: <see cref="ServiceWordsReading.Keys"/>.</summary>
    CaseNumbers,
    TaskNumber,

    /// <summary>The day that a task's number begins with: <c>SD20261120-</c>.</summary>
    TaskDay,
    Serial,
    Phone,

    /// <summary>Beginning of a recipient's name.</summary>
    Name,
}

/// <param name="Value">Normal form, as it is stored.</param>
/// <param name="Message">What was repaired, assumed or wrong; empty when nothing.</param>
public sealed record ServiceWordsReading(ServiceWords Kind, string Value, string Message)
{
    public IReadOnlyList<string> Keys { get; init; } = [];
}
