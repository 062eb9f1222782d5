using Domain.Cases;
using Domain.DocumentService;
using Domain.Organisation;
using Domain.Shared;
using Infrastructure.Litigants;

namespace Infrastructure.DocumentService.Recipients;

/// <summary>Everything that one document's page is made of.</summary>
internal sealed class DocumentViewing(Service service, ServiceCopy copy, bool isForwarded)
{
    public required ServedDocument Document { get; init; }

    /// <summary>Of the service's documents, by copy.</summary>
    public required IReadOnlyDictionary<Guid, string> Names { get; init; }

    /// <summary>With its parties.</summary>
    public required Case Case { get; init; }

    public required Court Court { get; init; }

    /// <summary>Of the served party, with running authority.</summary>
    public required IReadOnlyList<CaseAgent> Agents { get; init; }

    public required IReadOnlyList<Guid> ForwardedTo { get; init; }

    /// <summary>The newest of each kind.</summary>
    public required IReadOnlyList<ServiceCertificate> Certificates { get; init; }

    /// <summary>The newest first.</summary>
    public required IReadOnlyList<TraceRow> Trace { get; init; }

    public DocumentView As(DocumentTexts texts, KindWords words)
    {
        var (state, court) = (LitigantServiceQueries.StateOf(isForwarded, copy), Wording.Court(Court.FullName));
        var (limit, travel) = (texts.Limit(service, copy), DocumentTravel.Of(copy, service.Attempts, service.BegunAt));
        var isRecipient = !isForwarded && state != "withdrawn";
        var isParty = isRecipient && service.AgentId is null;
        var history = new DocumentHistory(texts, Names);
        return new DocumentView(
            Names[copy.Id],
            court,
            Court.FullName,
            CaseNumber.DisplayOf(service.CaseNumber),
            CaseRow.TitleFor(Case, service.AgentId is null && !isForwarded ? service.PartyId : null),
            texts.Arrived(travel),
            DocumentTexts.FullMoment(travel.At),
            texts.Plain(copy.Kind, Case, Court.FullName),
            state,
            state == "signed" && Service.IsSignedStatement(copy) ? "已签收，待各方签收" : StateText(state),
            texts.After(service, copy, limit),
            texts.Unopened(service, copy),
            AppealTo(limit),
            limit,
            texts.Next(copy, limit),
            $"{Signer()}，收到{court}的",
            service.RecipientName,
            [
                .. service
                    .StandingCopies()
                    .Where(c => isRecipient && c.Id != copy.Id && c.SignedAt is null)
                    .OrderBy(c => c.Position)
                    .Select(c => new TitledDocument(
                        c.Id,
                        Names[c.Id],
                        ServedDocument.FileNameOf(c.Title, service.CaseNumber),
                        c.OpenedAt is not null
                    )),
            ],
            copy.SignedAt is { } signed ? new SignedView(signed, DocumentTexts.FullMoment(signed), copy.SignatureSha256 is not null) : null,
            copy.OpenedAt is { } opened ? Moment.Full(opened) : null,
            words.Read,
            texts.Effective(copy),
            copy.Rule?.Chinese(service.Procedure),
            Document.Serial,
            Document.VerifyCode,
            Document.Sha256,
            Document.Size,
            Document.Pages,
            Document.FileName,
            isRecipient && copy.SignedAt is null,
            isParty && Agents.Count > 0,
            isParty ? [.. Agents.Select(a => new AgentRow(a.Id, NameOf(a), ForwardedTo.Contains(a.Id)))] : [],
            isRecipient && service.PaperAskedAt is null,
            PaperText(texts),
            isForwarded ? null : Objection(),
            isForwarded ? [] : [.. Trace.Select(history.Row).OfType<HistoryRow>()],
            service.Version
        )
        {
            Id = copy.Id,
            ServiceId = service.Id,
            CaseId = service.CaseId,
            HasArrived = travel.HasArrived,
            ServedText = texts.Served(service, copy),
            Cause = Case.Cause,
            Certificates = isForwarded
                ? []
                :
                [
                    .. Certificates.Select(c => new CertificateLink(
                        c.Id,
                        c.Kind.Chinese(),
                        c.Number,
                        $"{texts.Day(ChinaTime.DayOf(c.IssuedAt))}出具",
                        c.FileName
                    )),
                ],
            Sealed = Document.IsSealed && Document.Kind.IsOfCourt(),
        };
    }

    private string Signer() =>
        Masking.IsOrganisation(service.RecipientName) ? $"我代表{service.RecipientName}" : $"我是{service.RecipientName}本人";

    private static string NameOf(CaseAgent agent) => agent.IsLawyer ? $"{agent.Name[..1]}*律师" : Masking.NameForSelf(agent.Name);

    private string? AppealTo(LimitView? limit) =>
        limit is not null && (copy.LimitKind ?? service.LimitOf(copy)?.Kind) == TimeLimitKind.Appeal
            ? AppealRoutes.Of(Court.Slug, service.Procedure, Case.Cause) is { } route
                ? Above(route.To)
                : null
            : null;

    private static string Above(CourtFact court) => court.Level == CourtLevel.High ? court.FullName : Wording.Court(court.FullName);

    private string? PaperText(DocumentTexts texts) =>
        (service.PaperAskedAt, service.PaperSentAt) switch
        {
            (_, { } sent) => $"{texts.Day(ChinaTime.DayOf(sent))}已寄出",
            ({ } asked, _) => $"{texts.Day(ChinaTime.DayOf(asked))}您要了纸质文书，法院会寄给您",
            _ => null,
        };

    /// <summary>Who has opened it since cannot have not received it: the history keeps what was said.</summary>
    private ObjectionView? Objection() =>
        Trace.FirstOrDefault(t => t.Kind == ServiceFacts.Objected) is { } row
        && row.Read<ObjectedData>() is var said
        && !(said.Objection == ObjectionKind.NotReceived && Service.WasSeen(copy))
            ? new ObjectionView(DocumentHistory.Objected(said), Moment.Full(row.At))
            : null;

    private static string StateText(string state) =>
        state switch
        {
            "toSign" => "等您签收",
            "signed" => "已签收",
            "forwarded" => "当事人转来",
            _ => "法院已撤回",
        };
}
