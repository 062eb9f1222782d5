using System.Text;
using Domain.Attachments;
using Domain.Cases;
using Domain.DocumentService;
using Domain.Litigants;
using Domain.Organisation;
using Domain.Shared;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Given;

/// <summary>Documents being served, by the domain's own verbs, without workers.</summary>
public static class CourtDataServing
{
    private static int s_next;

    /// <summary>A one-page PDF in the file store that says the text.</summary>
    public static Task<string> Pdf(this CourtData data, string text = "judgment") => data.Stored(OnePage(text));

    /// <summary>The same with a seal in it.</summary>
    public static Task<string> Sealed(this CourtData data) => data.Stored(SealedPdf.Of(OnePage("sealed")));

    /// <summary>As if the clerk had issued it; the PDF is any.</summary>
    public static async Task<ServiceCertificate> Certificate(this CourtData data, Service service)
    {
        var certificate = new ServiceCertificate
        {
            Id = Guid.CreateVersion7(),
            Number = $"SDHZ20261120-9{Interlocked.Increment(ref s_next):D5}",
            VerifyCode = ServedDocument.NewVerifyCode(),
            Kind = CertificateKind.Voucher,
            ServiceId = service.Id,
            TaskId = service.TaskId,
            CaseId = service.CaseId,
            CourtId = service.CourtId,
            ServiceVersion = service.Version,
            ServiceHash = service.TraceHash,
            Sha256 = await data.Pdf("certificate"),
            Pages = 1,
            IssuedAt = data.Now(),
            IssuedById = service.ClerkId,
            IssuedByName = service.ClerkName,
        };
        certificate.Issue(Domain.Shared.Actor.System);
        await data.Use(
            async (CourtDb db) =>
            {
                db.Add(certificate);
                await db.SaveChangesAsync();
            }
        );
        return certificate;
    }

    private static Task<string> Stored(this CourtData data, byte[] pdf) =>
        data.Use(
            async (IFileStore files) =>
            {
                await using var received = await files.Receive(new MemoryStream(pdf), CancellationToken.None);
                await received.Keep(CancellationToken.None);
                return received.Sha256;
            }
        );

    /// <summary>A confirmed task for one case; nothing has been begun. The first party is the recipient unless others are given.</summary>
    public static Task<(ServiceTask Task, ServicePlan Plan)> ConfirmedTask(
        this CourtData data,
        Case @case,
        Staff clerk,
        IReadOnlyList<PlannedRecipient>? recipients = null,
        params DocumentKind[] kinds
    ) => data.ConfirmedTask(@case, clerk, recipients, null, kinds);

    /// <param name="first">The file of the first document; null for any.</param>
    public static async Task<(ServiceTask Task, ServicePlan Plan)> ConfirmedTask(
        this CourtData data,
        Case @case,
        Staff clerk,
        IReadOnlyList<PlannedRecipient>? recipients,
        string? first,
        params DocumentKind[] kinds
    )
    {
        var by = await data.ActorOf(clerk);
        if (kinds.Length == 0)
            kinds = [DocumentKind.Judgment];
        List<TaskDocument> documents = [];
        foreach (var kind in kinds)
        {
            var sha256 = documents.Count == 0 && first is not null ? first : await data.Pdf(kind.ToString());
            documents.Add(new TaskDocument(Guid.CreateVersion7(), kind, kind.Chinese(), sha256, 1));
        }

        var number = $"SD20261120-{Interlocked.Increment(ref s_next):D4}";
        return await data.Use(
            async (ICourtDb db) =>
            {
                var plan = new ServicePlan
                {
                    Id = Guid.CreateVersion7(),
                    TaskId = Guid.CreateVersion7(),
                    CaseId = @case.Id,
                    ConfirmedAt = data.Now(),
                    CaseNumber = @case.Number,
                    Position = 1,
                    Recipients = [.. recipients ?? [Recipient(@case.Parties[0])]],
                };
                var task = ServiceTask.Confirm(plan.TaskId, number, @case.DivisionId, documents, [plan], null, by, data.Now());
                db.Set<ServiceTask>().Add(task);
                db.Set<ServicePlan>().Add(plan);
                await db.SaveChangesAsync(CancellationToken.None);
                return (task, plan);
            }
        );
    }

    /// <summary>By default by SMS to a confirmed number, with consent.</summary>
    public static PlannedRecipient Recipient(
        CaseParty party,
        CaseAgent? agent = null,
        string consent = "确认书 2026-06-08",
        params PlannedWay[] ways
    ) =>
        new(
            agent?.Name ?? party.Name,
            agent is null ? party.Role.Chinese() : party.Role.Chinese() + "的代理律师",
            consent,
            ways.Length > 0 ? ways : [new PlannedWay(ServiceChannel.SmsLink, "13800138000", AddressBasis.Confirmed, "地址确认书")]
        )
        {
            ServiceId = Guid.CreateVersion7(),
            PartyId = party.Id,
            AgentId = agent?.Id,
        };

    /// <summary>By phone, by the party itself unless somebody else is named.</summary>
    public static GivenConfirmation Confirmation(Case @case, CaseParty party, ConfirmationForm form, string? signer = null) =>
        new(ConfirmationMeans.Phone, signer ?? party.Name, "本人", form)
        {
            Id = Guid.CreateVersion7(),
            CaseId = @case.Id,
            PersonId = party.Id,
        };

    /// <summary>About the first attempt.</summary>
    public static GivenEvidence Evidence(Service service, string words) =>
        new(words)
        {
            Id = Guid.CreateVersion7(),
            ServiceId = service.Id,
            AttemptId = service.Attempts[0].Id,
        };

    /// <summary>A task whose services have begun, with documents that are frozen as they are (not stamped).</summary>
    public static async Task<IReadOnlyList<Service>> BegunServices(
        this CourtData data,
        Case @case,
        Staff clerk,
        IReadOnlyList<PlannedRecipient>? recipients = null,
        params DocumentKind[] kinds
    )
    {
        var (task, plan) = await data.ConfirmedTask(@case, clerk, recipients, kinds);
        return await data.Use(
            async (CourtDb db) =>
            {
                var court = await db.Set<Court>().SingleAsync(c => c.Id == @case.CourtId);
                var documents = task
                    .Documents.Select(
                        (d, i) =>
                            new ServedDocument
                            {
                                Id = Guid.CreateVersion7(),
                                TaskId = task.Id,
                                CaseId = @case.Id,
                                CaseNumber = @case.Number,
                                Kind = d.Kind,
                                Title = d.Title,
                                Position = i + 1,
                                Pages = d.Pages,
                                IsAppealable = d.IsAppealable,
                                Serial = $"{task.Number}-0001-{i + 1:D2}",
                                VerifyCode = ServedDocument.NewVerifyCode(),
                                SourceSha256 = d.Sha256,
                                Sha256 = d.Sha256,
                                FrozenAt = data.Now(),
                            }
                    )
                    .ToList();
                db.Set<ServedDocument>().AddRange(documents);
                db.Attach(plan).Entity.State = ServicePlanState.Started;
                List<Service> services = [];
                foreach (var recipient in plan.Recipients.Where(r => r.Ways.Count > 0))
                {
                    var account = await AccountOf(db, recipient);
                    services.Add(
                        Service.Begin(
                            task,
                            plan,
                            recipient,
                            services.Count + 1,
                            @case,
                            await data.FactsOf(@case.Id, recipient.PartyId),
                            court.ShortName,
                            account,
                            documents,
                            new ServiceLinks("https://court.example"),
                            data.Now()
                        )
                    );
                }

                db.Set<Service>().AddRange(services);
                db.Set<ServiceTask>().Attach(task).Entity.Started(data.Now());
                await db.SaveChangesAsync();
                return (IReadOnlyList<Service>)services;
            }
        );
    }

    /// <summary>As a clerk enters them of a party.</summary>
    public static NewCaseFacts Facts(CaseParty party, NotedFacts facts) =>
        new(facts)
        {
            Id = Guid.CreateVersion7(),
            CaseId = party.CaseId,
            PartyId = party.Id,
        };

    /// <summary>As the case's rows say now.</summary>
    public static Task<LimitFacts> FactsOf(this CourtData data, Guid caseId, Guid partyId) =>
        data.Use(
            async (CourtDb db) =>
            {
                var @case = await db.Set<Case>().AsNoTracking().Include(c => c.Parties).SingleAsync(c => c.Id == caseId);
                var party = @case.Parties.Single(p => p.Id == partyId);
                return await data.Use((ServiceLawSettings settings) => Task.FromResult(LimitFacts.Of(@case, party, settings)));
            }
        );

    /// <summary>Changes what the trial system says of a party, or takes it away.</summary>
    public static Task Lives(this CourtData data, CaseParty party, Domicile? domicile) =>
        data.Use(
            (CourtDb db) =>
                db.Set<CaseParty>().Where(p => p.Id == party.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.Domicile, domicile))
        );

    private static async Task<RecipientAccount> AccountOf(CourtDb db, PlannedRecipient recipient)
    {
        var known = recipient.AgentId is { } agent
            ? await db.Set<CaseAgent>().Where(a => a.Id == agent).Select(a => new { Key = a.IdentityKey, a.Phone }).SingleAsync()
            : await db.Set<CaseParty>()
                .Where(p => p.Id == recipient.PartyId)
                .Select(p => new { Key = p.IdentityKey, p.Phone })
                .SingleAsync();
        var (key, phone) = (known.Key, known.Phone);
        var litigant = key.Length == 0 ? null : await db.Set<Litigant>().SingleOrDefaultAsync(l => l.IdentityKey == key);
        return new RecipientAccount(key, phone, litigant?.Id, litigant?.OpenId is not null);
    }

    /// <summary>What a service's trace says, the oldest first.</summary>
    public static async Task<IReadOnlyList<string>> WordsOf(this CourtData data, Service service, string? kind = null)
    {
        var rows = await data.Use(
            (ICourtDb db) => db.Set<TraceRow>().AsNoTracking().Where(t => t.SubjectId == service.Id).OrderBy(t => t.Sequence).ToListAsync()
        );
        return [.. rows.Where(r => kind is null || r.Kind == kind).Select(ServiceTrace.Words)];
    }

    /// <summary>A verb of the service, and what the law makes of it.</summary>
    public static Task ChangeService(this CourtData data, Service service, Action<Service> verb) =>
        data.Use(
            async (ICourtDb db) =>
            {
                var stored = await db.Set<Service>().Include(s => s.Copies).Include(s => s.Attempts).SingleAsync(s => s.Id == service.Id);
                verb(stored);
                await data.Use((LawOfService laws) => new ConcludeServices(db, laws).Update([stored], data.Now(), CancellationToken.None));
                await db.SaveChangesAsync(CancellationToken.None);
            }
        );

    /// <summary>As short as a PDF can be that readers accept.</summary>
    private static byte[] OnePage(string text)
    {
        var content = $"BT /F1 24 Tf 72 720 Td ({text}) Tj ET";
        string[] objects =
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
            $"<</Length {content.Length}>>stream\n{content}\nendstream",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        ];
        var pdf = new StringBuilder("%PDF-1.4\n");
        List<int> offsets = [];
        for (var i = 0; i < objects.Length; i++)
        {
            offsets.Add(pdf.Length);
            pdf.Append(System.Globalization.CultureInfo.InvariantCulture, $"{i + 1} 0 obj{objects[i]}endobj\n");
        }

        var xref = pdf.Length;
        pdf.Append("xref\n0 6\n0000000000 65535 f \n");
        foreach (var offset in offsets)
            pdf.Append(System.Globalization.CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        pdf.Append(System.Globalization.CultureInfo.InvariantCulture, $"trailer<</Size 6/Root 1 0 R>>\nstartxref\n{xref}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(pdf.ToString());
    }
}
