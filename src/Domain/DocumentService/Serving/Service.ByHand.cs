using Domain.Shared;

namespace Domain.DocumentService;

/// <summary>What clerks enter of mail, fax, handing over and public notice. A wrong entry is taken back by a recorded correction.</summary>
public sealed partial class Service
{
    /// <summary>The post has it (交邮).</summary>
    public void Posted(Guid attemptId, string mailNumber, DateTimeOffset at, Actor by, DateTimeOffset now)
    {
        var attempt = Waiting(attemptId, ServiceChannel.Post);
        CheckTime(at, ChinaTime.StartOf(ChinaTime.DayOf(attempt.QueuedAt)), now); // the mail may have gone before it was entered
        Sent(attemptId, at, now, mailNumber, by);
    }

    /// <summary>Goes to the post with a batch; the post's own mail number comes back with its first status.</summary>
    public void GivenToPost(Guid attemptId, PostBatch batch, Actor by, DateTimeOffset now)
    {
        var attempt = Waiting(attemptId, ServiceChannel.Post);
        if (attempt.PostBatchId is not null)
            throw ServiceEntryErrors.AlreadyEntered();
        attempt.PostBatchId = batch.Id;
        var data = new GivenToPostData(TracedAttempt.Of(attempt), batch.Id, batch.Number, PieceOf(attempt));
        Raise(FactFor(ServiceFacts.GivenToPost, by, now, data));
    }

    public void FaxSent(Guid attemptId, DateTimeOffset at, Actor by, DateTimeOffset now)
    {
        var attempt = Waiting(attemptId, ServiceChannel.Fax);
        CheckTime(at, ChinaTime.StartOf(ChinaTime.DayOf(attempt.QueuedAt)), now);
        Sent(attemptId, at, now, "", by);
    }

    /// <summary>The machine reports that it went through.</summary>
    public void FaxConfirmed(Guid attemptId, DateTimeOffset at, Actor by, DateTimeOffset now)
    {
        var attempt = UnderWay(attemptId, ServiceChannel.Fax);
        CheckTime(at, attempt.SentAt!.Value, now);
        Delivered(attemptId, at, now, by);
    }

    public void FaxFailed(Guid attemptId, DateTimeOffset at, Actor by, DateTimeOffset now)
    {
        var attempt = Entering(attemptId, ServiceChannel.Fax);
        CheckTime(at, attempt.SentAt ?? ChinaTime.StartOf(ChinaTime.DayOf(attempt.QueuedAt)), now);
        Failed(attemptId, FaxFailure, at, now, by);
    }

    /// <summary>Signed for on paper or on the clerk's screen: everything of this service, on one day.</summary>
    /// <param name="institution">Through which somebody in custody was handed it; empty otherwise.</param>
    /// <param name="signatureSha256">Of the picture of a signature on the screen; null for one on paper.</param>
    public void SignedOnPaper(
        Guid attemptId,
        string signer,
        SignerRelation relation,
        string institution,
        DateTimeOffset at,
        string? signatureSha256,
        ReceivingParty party,
        Actor by,
        DateTimeOffset now
    )
    {
        var attempt = Entering(attemptId, ServiceChannel.Post, ServiceChannel.InPerson);
        if (attempt.Channel == ServiceChannel.Post && attempt.SentAt is null)
            throw ServiceEntryErrors.NotSentYet();
        CheckTime(at, attempt.SentAt ?? ChinaTime.StartOf(ChinaTime.DayOf(attempt.QueuedAt)), now);
        if (WhyNotSigned(relation, party) is { } refusal)
            throw refusal;
        if (relation != SignerRelation.Self && party.Opponents.Contains(signer))
            throw ServiceEntryErrors.OpponentSigns();
        if (attempt.Channel == ServiceChannel.InPerson && AgentId is null && party.IsInCustody == true)
            attempt.Reference = institution.Length > 0 ? $"通过{institution}转交" : throw ServiceEntryErrors.InstitutionMissing(Procedure);
        attempt.SentAt ??= at;
        attempt.SignedAt = at;
        attempt.SignerRelation = relation;
        var signed = Copies.FindAll(c => c.SignedAt is null && attempt.Carries(c));
        foreach (var copy in signed)
            (copy.SignedAt, copy.SignedAttemptId, copy.SignatureSha256, copy.SignedName) = (at, attemptId, signatureSha256, signer);
        attempt.Reach(AttemptState.Signed, at);
        var data = new SignedData(
            [.. signed.Select(TracedCopy.Of)],
            TracedAttempt.Of(attempt),
            at,
            "",
            new PaperSigner(relation, ShownName.Of(signer, IsSensitive))
        );
        Raise(FactFor(ServiceFacts.Signed, by, now, data, signatureSha256 ?? signer));
    }

    /// <summary>留置: refused, and left with a witness or a recording. Criminal law knows it at the residence alone (CrPL 107).</summary>
    /// <param name="evidence">见证人姓名、单位, or what was filmed.</param>
    /// <param name="agentIsNamedReceiver">Of a service on an agent: the party named the agent to receive for it (JI 132).</param>
    public void Left(
        Guid attemptId,
        LeftPlace place,
        string evidence,
        bool agentIsNamedReceiver,
        DateTimeOffset at,
        Actor by,
        DateTimeOffset now
    )
    {
        var attempt = Entering(attemptId, ServiceChannel.InPerson);
        if (AgentId is not null && !agentIsNamedReceiver)
            throw ServiceEntryErrors.LienOnAgent();
        if (place != LeftPlace.Residence && Procedure == Procedure.Criminal)
            throw ServiceEntryErrors.LeftAtResidenceOnly();
        if (IsMediationOnly)
            throw ServiceEntryErrors.NoLienForMediation();
        CheckTime(at, ChinaTime.StartOf(ChinaTime.DayOf(attempt.QueuedAt)), now);
        attempt.SentAt ??= at;
        (attempt.LeftAt, attempt.LeftPlace) = (at, place);
        attempt.Reference = evidence;
        attempt.Reach(AttemptState.Delivered, at);
        Raise(FactFor(ServiceFacts.Left, by, now, new LeftData(TracedAttempt.Of(attempt), at), evidence));
    }

    /// <summary>没有见到: nobody was met who could take the documents.</summary>
    /// <param name="account">Where and how they were looked for.</param>
    public void NotMet(Guid attemptId, string account, DateTimeOffset at, Actor by, DateTimeOffset now)
    {
        var attempt = Entering(attemptId, ServiceChannel.InPerson);
        CheckTime(at, ChinaTime.StartOf(ChinaTime.DayOf(attempt.QueuedAt)), now);
        attempt.Reference = account;
        Failed(attemptId, NotMetFailure, at, now, by);
    }

    /// <summary>The post brought it back. Whether that serves the recipient follows from the reason (MAIL 11).</summary>
    /// <param name="agentIsNamedReceiver">Of a service on an agent: the party named the agent to receive for it.</param>
    public void Returned(Guid attemptId, DateOnly on, ReturnReason reason, bool agentIsNamedReceiver, Actor by, DateTimeOffset now)
    {
        var attempt = Entering(attemptId, ServiceChannel.Post);
        if (attempt.SentAt is not { } sent)
            throw ServiceEntryErrors.NotSentYet();
        if (on > ChinaTime.DayOf(now))
            throw ServiceEntryErrors.InFuture();
        if (on < ChinaTime.DayOf(sent))
            throw ServiceEntryErrors.BeforeSending();
        var serves = ServesByReturn(attempt, reason, agentIsNamedReceiver);
        if (serves)
            attempt.ReturnedOn = on;
        var at = on == ChinaTime.DayOf(now) ? now : ChinaTime.StartOf(on);
        (attempt.FailedAt, attempt.FailureCode, attempt.State) = (at, reason.Code(), AttemptState.Failed);
        if (attempt.LastAt < at)
            attempt.LastAt = at;
        Raise(FactFor(ServiceFacts.Returned, by, now, new ReturnedData(TracedAttempt.Of(attempt), on, reason, serves)));
    }

    /// <summary>
    /// MAIL is of civil papers: in criminal cases what comes back has served nobody. What it makes of a return it says of the party and of
    /// whom the party named to receive, not of any agent.
    /// </summary>
    public bool ServesByReturn(ServiceAttempt attempt, ReturnReason reason, bool agentIsNamedReceiver) =>
        Procedure != Procedure.Criminal
        && !IsMediationOnly
        && (AgentId is null || agentIsNamedReceiver)
        && reason.ServesByReturn(attempt.Basis);

    /// <summary>Nothing but the signature of the party serves it (JI 133, 149).</summary>
    public bool IsMediationOnly => Copies.TrueForAll(c => c.Kind == DocumentKind.MediationStatement);

    /// <summary>The newest entry of an attempt was wrong: it is taken back, and what it said stays in the trace.</summary>
    public void TakeBack(Guid attemptId, string reason, Actor by, DateTimeOffset now)
    {
        var attempt = AttemptOf(attemptId);
        if (!attempt.Channel.IsByHand())
            throw ServiceEntryErrors.OtherChannel();
        if (attempt.State is AttemptState.Queued or AttemptState.Withdrawn)
            throw ServiceEntryErrors.NothingEntered();
        var why = ServiceTexts.Reason(reason);
        var before = TracedAttempt.Of(attempt);
        var unsigned = Copies.FindAll(c => c.SignedAttemptId == attemptId);
        foreach (var copy in unsigned)
            (copy.SignedAt, copy.SignedAttemptId, copy.SignatureSha256, copy.SignedName) = (null, null, null, "");
        attempt.TakeBackEntry();
        var data = new EntryTakenBackData(TracedAttempt.Of(attempt), before, [.. unsigned.Select(TracedCopy.Of)], why);
        Raise(FactFor(ServiceFacts.Corrected, by, now, data));
    }

    public const string FaxFailure = "fax_failed";

    /// <summary>It arrived at a number that the recipient neither gave nor confirmed.</summary>
    public const string FaxInVain = "fax_in_vain";

    /// <summary>Nobody was met who could take the documents.</summary>
    public const string NotMetFailure = "not_met";

    /// <summary>The piece's own number with the post: <c>SD20261120-0042-0003-2</c>, task, recipient, attempt.</summary>
    public string PieceOf(ServiceAttempt attempt) => $"{TaskNumber}-{Position:D4}-{attempt.Position}";

    private ServiceAttempt Waiting(Guid attemptId, ServiceChannel channel)
    {
        var attempt = Entering(attemptId, channel);
        return attempt.State == AttemptState.Queued ? attempt : throw ServiceEntryErrors.AlreadyEntered();
    }

    private ServiceAttempt UnderWay(Guid attemptId, ServiceChannel channel)
    {
        var attempt = Entering(attemptId, channel);
        return attempt.State switch
        {
            AttemptState.Sent => attempt,
            AttemptState.Queued => throw ServiceEntryErrors.NotSentYet(),
            _ => throw ServiceEntryErrors.AlreadyEntered(),
        };
    }

    /// <summary>Nothing final has been entered of it.</summary>
    private ServiceAttempt Entering(Guid attemptId, params ReadOnlySpan<ServiceChannel> channels)
    {
        var attempt = AttemptOf(attemptId);
        if (!channels.Contains(attempt.Channel))
            throw ServiceEntryErrors.OtherChannel();
        return attempt.State switch
        {
            AttemptState.Withdrawn => throw ServiceErrors.Withdrawn(),
            AttemptState.Queued or AttemptState.Sent => attempt,
            _ => throw ServiceEntryErrors.AlreadyEntered(),
        };
    }

    private static void CheckTime(DateTimeOffset at, DateTimeOffset notBefore, DateTimeOffset now)
    {
        if (at > now)
            throw ServiceEntryErrors.InFuture();
        if (at < notBefore)
            throw ServiceEntryErrors.BeforeSending();
    }

    /// <summary>Why nobody of this relation may sign for the recipient; null where they may.</summary>
    public RefusedException? WhyNotSigned(SignerRelation relation, ReceivingParty party)
    {
        if (AgentId is not null)
            return relation == SignerRelation.Self ? null : ServiceEntryErrors.AgentSigns(Procedure); // whose own hand serves the party (CPL 88)
        if (!Fits(relation))
            return ServiceEntryErrors.RelationUnfit();
        if (
            relation is SignerRelation.AdultCoResident or SignerRelation.MailRoom or SignerRelation.Agent
            && Copies.Exists(c => c.Kind == DocumentKind.MediationStatement)
        )
            return ServiceEntryErrors.MediationToPersonOnly();
        // Whether a party can act is asked in civil cases (CPL 60); an accused takes the papers himself, of age or not (CrPL 107).
        var isCriminal = Procedure == Procedure.Criminal;
        if (party.IsInCustody == true && relation != SignerRelation.Self && (isCriminal || relation != SignerRelation.StatutoryAgent))
            return ServiceEntryErrors.ThroughInstitution(Procedure);
        return party.IsMinor == true && relation == SignerRelation.Self && !isCriminal ? ServiceEntryErrors.MinorSigns() : null;
    }

    private bool Fits(SignerRelation relation) =>
        relation switch
        {
            SignerRelation.AdultCoResident or SignerRelation.StatutoryAgent => !Masking.IsOrganisation(RecipientName),
            SignerRelation.LegalRepresentative or SignerRelation.MailRoom => Masking.IsOrganisation(RecipientName),
            _ => true,
        };
}
