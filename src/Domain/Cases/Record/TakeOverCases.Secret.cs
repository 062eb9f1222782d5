using Domain.Organisation;
using Domain.Shared;

namespace Domain.Cases;

/// <summary>A case that stands here and has become secret (涉密): nobody may learn more of it here, and what is known of it goes.</summary>
public sealed partial class TakeOverCases
{
    private const string Withheld = "（不在本平台）";

    /// <summary>The record itself is refused as ever; where the case was never here, only the version stays.</summary>
    /// <returns>False when it could not be saved.</returns>
    private async Task<bool> IsWithheld(RecordLine line, RecordSender sender, CancellationToken ct)
    {
        try
        {
            await Withhold(line, sender, ct);
            return true;
        }
        catch (Exception e) when (e.IsFailedSave() && !ct.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task Withhold(RecordLine line, RecordSender sender, CancellationToken ct)
    {
        if (line.Record!.Number is null || Reading(line.Record).Number is not { } number)
            return;
        if (CourtFacts.ByCaseCode(number.CourtCode) is not { InScope: true } fact)
            return;
        var read = new ReadRecord(0, line, number, fact.Slug);
        await db.Change(
            async () =>
            {
                var known = await places.Of([read], ct);
                var there = (await store.Load([read.Key], ct)).GetValueOrDefault(read.Key);
                if (there is null && (sender.CourtId ?? known.CourtOf(read).Id) == known.CourtOf(read).Id)
                    await Remember(read, ct);
                else if (there is not null && IsNews(there, read) && (sender.CourtId ?? there.Case.CourtId) == there.Case.CourtId)
                    await Withhold(there, read, known.CourtOf(read), sender.By, ct);
                return true;
            },
            ct
        );
    }

    private async Task Remember(ReadRecord read, CancellationToken ct)
    {
        var key = keys.For(read.Key);
        var withheld =
            (await store.Withheld([key], ct)).GetValueOrDefault(key) ?? db.Set<WithheldCase>().Add(new WithheldCase { Key = key }).Entity;
        withheld.SourceVersion = Math.Max(withheld.SourceVersion, read.Record.Version);
    }

    private async Task Withhold(StoredCase there, ReadRecord read, Court court, Actor by, CancellationToken ct)
    {
        var (now, @case) = (clock.GetUtcNow(), there.Case);
        var place = new RecordPlace(new RecordName(@case.DivisionId, ""), null, null, null);
        var empty = new ReadRecord(
            0,
            new RecordLine(read.Line.Line, Emptied(read.Record, @case, there.Record?.SourceVersion ?? 0)),
            read.Number,
            read.CourtSlug
        );
        // Its people leave, hearings are cancelled, nodes withdrawn and files taken out, each by its own rule.
        await Finish([Take(empty, place, court, there, now) with { Changes = [] }], by, now, ct);
        await leaving.EndAll(@case.Id, now, ct);
        foreach (var conflict in there.Conflicts)
            conflict.Withhold(@case, now);
        foreach (var party in @case.Parties)
        {
            (party.Name, party.IdentityKey, party.IdLastFour, party.Phone) = (Withheld, "", "", "");
            foreach (var agent in party.Agents)
            {
                agent.EndedAt ??= now;
                (agent.IdentityKey, agent.Phone, agent.LicenceNumber, agent.Firm) = ("", "", "", "");
            }
        }

        foreach (var file in @case.Files)
            (file.Title, file.ExpectedHash, file.Sha256) = (Withheld, "", "");
        foreach (var hearing in @case.Hearings)
            (hearing.Room, hearing.Address, hearing.VideoLink) = ("", "", "");
        foreach (var node in @case.Nodes)
            node.Words = "";
    }

    /// <summary>Also where it says no version: of such a word rather one too many is believed. What is withheld already stays as it is.</summary>
    private static bool IsNews(StoredCase there, ReadRecord read) =>
        there.Case.Cause != Withheld
        && (there.Record is not { } record || read.Record.Version <= 0 || read.Record.Version >= record.SourceVersion);

    private static TrialRecord Emptied(TrialRecord record, Case @case, long version) =>
        new()
        {
            Number = record.Number,
            Version = Math.Max(record.Version, version),
            Cause = Withheld,
            State = @case.State,
            ClosedOn = @case.ClosedOn,
            FiledOn = @case.FiledOn,
            Secrecy = TrialSecrecy.ClosedHearing,
        };
}
