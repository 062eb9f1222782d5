using System.Diagnostics;
using Domain.DocumentService;
using Domain.Organisation;
using Domain.Shared;
using Given;
using Infrastructure.DocumentService.Certificates;
using Infrastructure.Pdf;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bench;

/// <summary>What a certificate costs from the click to the stored PDF: snapshot, checks, print, check of the PDF, row; the browser is warm.</summary>
internal static class Certificates
{
    private const int WarmUps = 3;
    private const int Rounds = 30;

    public static async Task Run(string connectionString)
    {
        var data = await CourtData.Open(connectionString);
        await using var chromium = data.Services.GetRequiredService<Chromium>();
        var clerk = await data.Staff(Role.Clerk, await data.Division());
        var by = await data.ActorOf(clerk);
        var report = new Report();
        Report.PrintHead();
        foreach (var kind in Enum.GetValues<CertificateKind>())
        {
            List<double> took = [];
            var begun = Stopwatch.GetTimestamp();
            for (var round = 0; round < WarmUps + Rounds; round++)
            {
                var service = await Served(data, clerk);
                var start = Stopwatch.GetTimestamp();
                await data.Use((IssueCertificate issue) => issue.Handle(service, kind, by, CancellationToken.None));
                if (round >= WarmUps)
                    took.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            var figures = report.Add(0, Load.Of($"certificate, {kind}", took, Stopwatch.GetElapsedTime(begun)));
            report.Compare($"certificate PDF p99 in ms, warm, {kind}", figures.P99, "≤ 1000", figures.P99 <= 1000);
        }
    }

    /// <summary>Three documents by two channels, each opened: some twenty rows of trace.</summary>
    private static async Task<Guid> Served(CourtData data, Staff clerk)
    {
        var @case = await data.Case();
        PlannedWay[] ways =
        [
            new(ServiceChannel.SmsLink, "13800138000", AddressBasis.Confirmed, "地址确认书"),
            new(ServiceChannel.Email, "chenjianhua@example.com", AddressBasis.Provided, "起诉状载明"),
        ];
        var service = (
            await data.BegunServices(
                @case,
                clerk,
                [CourtDataServing.Recipient(@case.Parties[0], ways: ways)],
                DocumentKind.Judgment,
                DocumentKind.AppealFeeNotice,
                DocumentKind.Other
            )
        ).Single();
        await data.Use(
            async (CourtDb db) =>
            {
                var stored = await db.Set<Service>().Include(s => s.Copies).Include(s => s.Attempts).SingleAsync(s => s.Id == service.Id);
                var now = data.Now();
                foreach (var attempt in stored.Attempts)
                    stored.Sent(attempt.Id, now, now);
                foreach (var attempt in stored.Attempts)
                    stored.Delivered(attempt.Id, now, now);
                foreach (var copy in stored.Copies)
                    stored.Open(copy.DocumentId, ServiceChannel.SmsLink, "已验手机码 138****8000", Actor.System, now);
                await data.Use((LawOfService laws) => new ConcludeServices(db, laws).Update([stored], now, CancellationToken.None));
                await db.SaveChangesAsync();
            }
        );
        return service.Id;
    }
}
