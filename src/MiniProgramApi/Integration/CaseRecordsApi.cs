using Domain.Cases;
using Domain.Partners;
using Infrastructure.Cases.Import;
using Microsoft.AspNetCore.Http.HttpResults;
using MiniProgramApi.Refusals;
using MiniProgramApi.Security;

namespace MiniProgramApi.Integration;

/// <summary>What came of a batch, a line each.</summary>
public sealed record RecordAnswers(IReadOnlyList<RecordAnswer> Items);

/// <summary>Cases as the trial system (办案系统) has them.</summary>
internal static class CaseRecordsApi
{
    /// <summary>Lines of one batch.</summary>
    public const int MostLines = 1_000;

    private const string JsonLines = "application/x-ndjson";

    public static void MapCaseRecords(this RouteGroupBuilder api)
    {
        var records = api.MapGroup("").WithTags("案件").RequireScope(PartnerScope.CasesWrite).HidesAddress();
        records.MapPut("/cases/{number}", Put).Accepts<TrialRecord>("application/json").WithSummary("发送一件案件");
        records.MapGet("/cases/{number}", Get).WithSummary("一件案件收到了哪一版");
        records.MapPost("/cases/batch", PostBatch).Accepts<TrialRecord>(JsonLines).WithSummary("发送一批案件，一行一件");
        records.MapPut("/case-files/{sha256}", PutFile).Accepts<Stream>("application/pdf").WithSummary("发送正卷里的一份 PDF");
    }

    private static async Task<IResult> Put(
        string number,
        HttpContext context,
        PartnerCaller caller,
        TakeOverCases takeOver,
        CancellationToken ct
    )
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, ct); // no longer than the partner's limit
        var line = RecordJson.Read(body.GetBuffer().AsSpan(0, (int)body.Length), 1);
        if (line.Record is { } record)
            line = Named(record, number);
        var answer = (await takeOver.Handle([line], Sender(caller), ct)).Single();
        if (answer.Outcome != RecordOutcome.Refused)
            return TypedResults.Json(answer, statusCode: answer.Outcome == RecordOutcome.Created ? 201 : 200);
        await context.Refuse(
            IntegrationErrors.RecordRefused(answer.Faults[0]),
            errors: answer
                .Faults.Where(f => f.Field.Length > 0)
                .GroupBy(f => f.Field)
                .ToDictionary(f => f.Key, f => f.Select(x => x.Message).ToArray())
        );
        return Results.Empty;
    }

    /// <summary>The address names the case; the record may leave it out, and may not name another.</summary>
    private static RecordLine Named(TrialRecord record, string number) =>
        record.Number is null || CaseNumber.SameCase(record.Number, number)
            ? new RecordLine(1, record with { Number = number })
            : new RecordLine(1, null, new(RecordFaults.NumberDiffers, "number", "与网址里的案号不是同一件案件"));

    private static async Task<Results<Ok<RecordState>, NotFound>> Get(
        string number,
        PartnerCaller caller,
        RecordStateQueries queries,
        CancellationToken ct
    ) => await queries.Find(number, caller.CourtId, ct) is { } state ? TypedResults.Ok(state) : TypedResults.NotFound();

    private static async Task<Ok<RecordAnswers>> PostBatch(
        HttpContext context,
        PartnerCaller caller,
        TakeOverCases takeOver,
        CancellationToken ct
    )
    {
        List<RecordLine> lines = [];
        await foreach (var line in BoundedLines.Read(context.Request.Body, ct))
        {
            if (lines.Count == MostLines)
                throw IntegrationErrors.TooManyLines(MostLines);
            lines.Add(
                line.Bytes is { } json
                    ? RecordJson.Read(json, line.Number)
                    : new RecordLine(line.Number, null, new(RecordFaults.TooLong, "", "这一行太长"))
            );
        }

        return TypedResults.Ok(new RecordAnswers(await takeOver.Handle(lines, Sender(caller), ct)));
    }

    private static async Task<NoContent> PutFile(string sha256, HttpContext context, KeepCaseFile keep, CancellationToken ct) =>
        await keep.Handle(sha256, context.Request.Body, ct) is { } fault
            ? throw IntegrationErrors.RecordRefused(fault)
            : TypedResults.NoContent();

    private static RecordSender Sender(PartnerCaller caller) => new(caller.Actor, caller.CourtId);
}
