using Domain.Cases;
using Domain.Shared;

namespace Domain.DocumentService;

/// <summary>Why a recipient says that a service did not reach them.</summary>
public enum ObjectionKind
{
    /// <summary>这不是我的.</summary>
    NotMine,

    /// <summary>我没收到.</summary>
    NotReceived,
}

/// <summary>What the recipient and the own agent do with documents that were served.</summary>
public sealed partial class Service
{
    /// <summary>The party's agent opened what the party forwarded: traced, and no opening by the recipient.</summary>
    public void ReadByAgent(Guid documentId, string evidence, Actor by, DateTimeOffset now) =>
        Raise(FactFor(ServiceFacts.ReadByAgent, by, now, new ReadByAgentData(TracedCopy.Of(CopyWith(documentId)), evidence)));

    public void Forward(Guid documentId, CaseAgent agent, Actor by, DateTimeOffset now, IReadOnlyList<Notifications.Notice> notices)
    {
        var data = new ForwardedData(TracedCopy.Of(CopyWith(documentId)), agent.Id, ShownName.Of(agent.Name, IsSensitive));
        Raise(FactFor(ServiceFacts.Forwarded, by, now, data) with { Notices = notices });
    }

    /// <summary>The recipient opened it or signed for it.</summary>
    public static bool WasSeen(ServiceCopy copy) => copy.OpenedAt is not null || copy.SignedAt is not null;

    /// <summary>Recorded for the clerk; what follows of it the law decides.</summary>
    public void Object(ObjectionKind kind, string words, string evidence, Actor by, DateTimeOffset now)
    {
        var text = TypedText.Storable(words);
        if (text.Length > ServiceTask.ReasonMaxLength)
            throw ServiceErrors.TextTooLong();
        Raise(FactFor(ServiceFacts.Objected, by, now, new ObjectedData(kind, text, evidence)));
    }
}

public static class ObjectionKinds
{
    public static string Chinese(this ObjectionKind kind) => kind == ObjectionKind.NotMine ? "这不是我的" : "我没收到";
}
