namespace Infrastructure.Litigants;

/// <summary>Something that a litigant has to do, or wants to read.</summary>
/// <param name="Kind">
/// "sign", "limit" (a period that a document started), "hearing", "supplement" (the judge waits for what the person has to add),
/// "material" (the court asked for what is missing of something handed in), "answer" (the court has written and it was not opened yet).
/// </param>
/// <param name="Id">Of the document, the case, the message, or what was handed in.</param>
/// <param name="Title">What, and by when where the day is all: 签收民事判决书; 不服可以上诉，最晚 12 月 8 日（周二）; 12 月 4 日（周五）09:30 开庭.</param>
/// <param name="Details">The day first where the title has none, then what tells it from another: 还有 15 天, 民事判决书, 您告李*强借钱不还.</param>
/// <param name="About">The case number, or the message's own.</param>
/// <param name="Date">By when, or on which day; null where no day is set or it is over.</param>
public sealed record Todo(string Kind, Guid Id, string Title, IReadOnlyList<string> Details, string About, DateOnly? Date);

/// <param name="Todo">What has a day by that day, then what has none, then the answers of the last two weeks; at most a hundred of each.</param>
/// <param name="OlderAnswers">Not read yet either: they stand in the list of messages only.</param>
/// <param name="UnreadAnswers">All of them.</param>
/// <param name="DocumentsToSign">All of them.</param>
/// <param name="ToAccept">In force, and not yet agreed to by this person.</param>
/// <param name="Things">Cases, messages and documents: with many of them the phone offers to search.</param>
public sealed record HomeView(
    MeView Me,
    IReadOnlyList<Todo> Todo,
    int OlderAnswers,
    int UnreadAnswers,
    int DocumentsToSign,
    int OpenCases,
    int WaitingMessages,
    int AnswerWorkingDays,
    int UnreadNotices,
    IReadOnlyList<AgreementName> ToAccept,
    int Things
);
