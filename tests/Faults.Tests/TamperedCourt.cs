using System.Reflection;
using Domain.Attachments;
using Domain.CityChanges;
using Domain.DocumentService;
using Domain.Exports;
using Domain.Handling;
using Domain.InboundMessages;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Given;
using Infrastructure.Exports;
using Infrastructure.Files;
using Infrastructure.Persistence;
using Infrastructure.Tracing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting.Internal;
using Npgsql;

namespace Faults.Tests;

/// <summary>
/// A database filled by use cases and anchored by the shipped command, to be copied for each way of tampering: one order received with a
/// file, dispatched, urged, answered and rated; one service delivered by SMS with what its recipient said on the phone, and its certificate;
/// one service that waits for its recipient, one task that waits to be begun; a reply, one address confirmation, two days off, an
/// imported notice and one export. After the anchor one more order is received.
/// </summary>
public sealed class TamperedCourt : IAsyncLifetime
{
    private const string Whole = "whole";
    private const string Notice2027 = """
        2027-01-01..2027-01-03 休 元旦
        2027-02-05..2027-02-11 休 春节
        2027-04-05 休 清明节
        2027-05-01..2027-05-03 休 劳动节
        2027-06-09 休 端午节
        2027-09-15 休 中秋节
        2027-10-01..2027-10-07 休 国庆节
        """;
    private readonly TestDatabase _database = new();
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"court-tampered-{Guid.CreateVersion7()}");

    public WorkOrder Order { get; private set; } = null!;

    /// <summary>Not anchored yet.</summary>
    public WorkOrder Waiting { get; private set; } = null!;

    public DiskFiles Files { get; private set; } = null!;
    public ServiceCertificate Certificate { get; private set; } = null!;
    public ServedDocument Document { get; private set; } = null!;
    public Attachment Attachment { get; private set; } = null!;
    public Service Service { get; private set; } = null!;

    /// <summary>Sent, and waits for its recipient.</summary>
    public Service Unserved { get; private set; } = null!;

    /// <summary>Confirmed, and waits for the worker.</summary>
    public ServiceTask Confirmed { get; private set; } = null!;

    /// <summary>Not read yet.</summary>
    public InboundSms Reply { get; private set; } = null!;

    public AddressConfirmation Confirmation { get; private set; } = null!;
    public Export Export { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        Files = new DiskFiles(Path.Combine(_folder, "files"));
        var data = await CourtData.Open(_database.ConnectionString(Whole), more: s => s.AddSingleton(Files));
        var (judge, liaison) = await data.People();
        var clerk = await data.Staff(Role.Clerk, await data.Division());
        var litigant = await data.Litigant();
        var me = CourtData.ActorOf(litigant);
        var file = Guid.CreateVersion7();
        await data.Use(
            (UploadAttachment upload) => upload.Handle(file, "说明.pdf", new MemoryStream("%PDF-1.7\n"u8.ToArray()), me, default)
        );
        var order = await data.Message(litigant, file: file);
        await data.Message(litigant);
        await data.Use((Urge<WorkOrder> urge) => urge.Handle(order.Id, Guid.CreateVersion7(), "请快一点", me, default));
        await data.Answer(order, liaison);
        await data.Use((RateWorkOrder rate) => rate.Handle(order.Id, Satisfaction.Satisfied, "谢谢", me, default));

        var @case = await data.Case(litigant, judge: judge);
        var by = await data.ActorOf(clerk);
        var service = (await data.BegunServices(@case, clerk)).Single();
        var unserved = (await data.BegunServices(@case, clerk, kinds: DocumentKind.Summons)).Single();
        (Confirmed, _) = await data.ConfirmedTask(@case, clerk, null, DocumentKind.Summons);
        await data.Use((ServiceDesk desk) => desk.Change(service.Id, by, (s, now) => s.Delivered(s.Attempts[0].Id, now, now), default));
        var form = new ConfirmationForm(
            true,
            true,
            false,
            "13800138000",
            "",
            "广州市越秀区北京路 1 号",
            "510030",
            ConfirmationScope.FirstInstance,
            false,
            ""
        );
        var confirmation = CourtDataServing.Confirmation(@case, @case.Parties[0], form, "陈建华");
        await data.Use((NoteAddressConfirmation note) => note.Handle(confirmation, by, default));
        await data.Use(
            (RecordReply record) => record.Handle(CourtDataServing.Evidence(service, "来电说收到了"), service.BegunAt, by, default)
        );
        var (first, last) = (new DateOnly(2026, 12, 7), new DateOnly(2026, 12, 8));
        await data.Change(new DaysByHand(first, last, Works: false));
        await data.Use((RecordExport record) => record.Handle("工单台账 越秀法院 2026-11", SheetFormat.Csv, by, default));
        await data.Change(new YearNotice(2027, Notice2027), "国办发明电");
        var certificate = await data.Pdf("certificate");
        await data.Use(
            async (CourtDb db) =>
            {
                Order = await db.Set<WorkOrder>().AsNoTracking().SingleAsync(o => o.Id == order.Id);
                Service = await db.Set<Service>().AsNoTracking().SingleAsync(s => s.Id == service.Id);
                Unserved = await db.Set<Service>().Include(s => s.Attempts).SingleAsync(s => s.Id == unserved.Id);
                Unserved.ScheduleFallback(FallbackSteps.National(DocumentKind.Summons), Unserved.BegunAt);
                Reply = InboundSms.Keep(new IncomingSms("sms", "1", "13800138000", "收到", "", Unserved.BegunAt), Unserved.BegunAt);
                db.Set<InboundSms>().Add(Reply);
                Confirmation = await db.Set<AddressConfirmation>().AsNoTracking().SingleAsync(c => c.Id == confirmation.Id);
                Export = await db.Set<Export>().AsNoTracking().SingleAsync();
                Document = await db.Set<ServedDocument>().AsNoTracking().SingleAsync(d => d.TaskId == service.TaskId);
                Attachment = await db.Set<Attachment>().AsNoTracking().SingleAsync();
                Certificate = CertificateOf(Service, certificate);
                Certificate.Issue(by);
                db.Set<ServiceCertificate>().Add(Certificate);
                await db.SaveChangesAsync();
            }
        );
        var (code, said) = await Portal(Whole).Run("anchor-trace");
        Assert.True(code == 0, said);
        Waiting = await data.Message(litigant);
    }

    private static ServiceCertificate CertificateOf(Service service, string sha256) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Number = "SDHZ20261120-000001",
            VerifyCode = ServedDocument.NewVerifyCode(),
            ServiceId = service.Id,
            TaskId = service.TaskId,
            CourtId = service.CourtId,
            ServiceVersion = service.Version,
            ServiceHash = service.TraceHash,
            Sha256 = sha256,
            IssuedAt = service.BegunAt,
        };

    public async Task DisposeAsync()
    {
        await _database.DisposeAsync();
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Runs the shipped command against a copy.</summary>
    /// <param name="tamper">What somebody with access to the database does first.</param>
    /// <param name="options">Of the command.</param>
    public async Task<(int ExitCode, string Output)> Verify(string name, Func<NpgsqlConnection, Task> tamper, params string[] options)
    {
        await using (var copy = new NpgsqlConnection(_database.Copy(Whole, name)))
        {
            await copy.OpenAsync();
            await tamper(copy);
        }

        return await Portal(name).Run(["verify-trace", .. options]);
    }

    /// <summary>A command of the Portal with settings that are not those of the database's hosts.</summary>
    public Task<(int ExitCode, string Output)> RunOn(params string[] command) => Portal(Whole).Run(command);

    public static async Task Execute(NpgsqlConnection connection, string sql, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Rewrites the answer, and all hashes from there on as somebody without the key would.</summary>
    public async Task RewriteAnswer(NpgsqlConnection connection)
    {
        await Execute(connection, "UPDATE work_order_entries SET text = '不可以。' WHERE work_order_id = $1 AND kind = 'Answer'", Order.Id);
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?> { ["Trace:Key"] = Convert.ToBase64String(new byte[32]), ["Trace:KeyId"] = "development" }
            )
            .Build();
        var wrong = TraceKeys.From(configuration, new HostingEnvironment { EnvironmentName = "Production" });
        await using var db = new Infrastructure.PostgreSql.PostgreSqlCourtDb(
            new DbContextOptionsBuilder<Infrastructure.PostgreSql.PostgreSqlCourtDb>().UseNpgsql(connection).Options
        );
        var previous = "";
        foreach (
            var row in await db.Set<TraceRow>().AsNoTracking().Where(t => t.SubjectId == Order.Id).OrderBy(t => t.Sequence).ToListAsync()
        )
        {
            if (row.Kind == WorkOrderFacts.Answered)
                Set(row, nameof(TraceRow.ContentHash), TraceRow.HashOf("不可以。"));
            if (row.Kind == WorkOrderFacts.Answered || previous.Length > 0)
            {
                if (previous.Length > 0)
                    Set(row, nameof(TraceRow.PreviousHash), previous);
                previous = (string)
                    typeof(TraceRow).GetMethod("ComputeHash", BindingFlags.NonPublic | BindingFlags.Instance)!.Invoke(row, [wrong])!;
                await Execute(
                    connection,
                    "UPDATE trace SET content_hash = $3, previous_hash = $4, hash = $5 WHERE subject_id = $1 AND sequence = $2",
                    row.SubjectId,
                    row.Sequence,
                    row.ContentHash,
                    row.PreviousHash,
                    previous
                );
            }
        }

        await Execute(connection, "UPDATE work_orders SET trace_hash = $2 WHERE id = $1", Order.Id, previous);

        static void Set(TraceRow row, string property, string value) => typeof(TraceRow).GetProperty(property)!.SetValue(row, value);
    }

    private HostProcess Portal(string database) =>
        new(
            "Portal",
            new Dictionary<string, string>
            {
                ["ConnectionStrings__Court"] = _database.ConnectionString(database),
                ["Trace__AnchorFolder"] = Path.Combine(_folder, "anchors"),
                ["Files__Root"] = Files.Root,
            }
        );
}
