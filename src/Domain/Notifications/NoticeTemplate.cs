using Domain.Shared;

namespace Domain.Notifications;

/// <summary>
/// What one kind of notice says on one channel (通知模板), in versions that are never changed. Version 0 is built in and always
/// there; <see cref="InForce"/> says which one goes out.
/// </summary>
public sealed class NoticeTemplate : Aggregate
{
    public const int TitleMaxLength = 20;
    public const int TextMaxLength = 500;
    public const int NoteMaxLength = 100;

    public required string Kind { get; init; }
    public NoticeChannel Channel { get; init; }
    public int InForce { get; private set; }
    public List<NoticeTemplateVersion> Versions { get; init; } = [];

    /// <summary>Saves a new wording, which goes out from now on.</summary>
    public void Save(string title, string text, Approval approval, DateTimeOffset now)
    {
        var by = approval.AskedBy;
        var kind = NoticeKinds.Of(Kind);
        var (heading, words) = (TypedText.Storable(title), TypedText.Storable(text));
        NoticeTemplateRules.Check(kind, Channel, heading, words);
        var note = CheckedNote(approval.Reason);
        var number = Versions.Select(v => v.Number).DefaultIfEmpty(0).Max() + 1;
        Versions.Add(
            new NoticeTemplateVersion
            {
                Id = approval.ChangeId,
                TemplateId = Id,
                Number = number,
                Title = heading,
                Text = words,
                ById = by.Id,
                ByName = by.Name,
                At = now,
                Note = note,
            }
        );
        InForce = number;
        Raise(
            FactFor(NoticeTemplateFacts.Saved, new TemplateSavedData(Kind, Channel, number, heading, note, approval.Data), by, now) with
            {
                Content = words,
            }
        );
    }

    /// <summary>Goes back to an older version, or forward again.</summary>
    public void Use(int number, Approval approval, DateTimeOffset now)
    {
        if (number != 0 && Versions.All(v => v.Number != number))
            throw NoticeTemplateErrors.NotFound();
        if (number == InForce)
            return;
        var note = CheckedNote(approval.Reason);
        var data = new TemplateUsedData(Kind, Channel, InForce, number, note, approval.Data);
        Raise(FactFor(NoticeTemplateFacts.Used, data, approval.AskedBy, now));
        InForce = number;
    }

    public static string CheckedNote(string reason)
    {
        var note = TypedText.Storable(reason);
        if (note.Length == 0)
            throw NoticeTemplateErrors.ReasonMissing();
        if (note.Length > NoteMaxLength)
            throw NoticeTemplateErrors.ReasonTooLong();
        return note;
    }

    private static Fact FactFor(string kind, FactData data, Actor by, DateTimeOffset now) =>
        new(kind, by, now) { Data = data, Topics = [LiveTopic.NoticeTemplates] };
}

public sealed class NoticeTemplateVersion
{
    public Guid Id { get; init; }
    public Guid TemplateId { get; init; }
    public int Number { get; init; }
    public required string Title { get; init; }

    /// <summary>With fields in braces, without the signature.</summary>
    public required string Text { get; init; }

    public Guid ById { get; init; }
    public required string ByName { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>Why it was changed.</summary>
    public required string Note { get; init; }
}
