using System.Diagnostics;
using Domain.Cases;
using Domain.DocumentService;
using Domain.Notifications;
using Domain.Organisation;
using Domain.Shared;
using Given;
using Infrastructure.DocumentService;
using Infrastructure.Notifications;
using Infrastructure.Persistence;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using MiniProgramApi.App;

namespace Bench;

/// <summary>
/// One clerk serves a notice in 1,000 cases on three people each by SMS and e-mail: accepted, frozen, begun and handed over by one worker
/// host.
/// </summary>
internal static class Serving
{
    private const int Recipients = 3;

    public static async Task Measure(string connectionString, int cases, Report report)
    {
        var (sms, email) = (GatewayServer.Start(FreePort.Next()), GatewayServer.Start(FreePort.Next()));
        await using var host = new HostFactory<LitigantHub>(
            connectionString,
            more: builder =>
            {
                builder.ConfigureLogging(logging => logging.ClearProviders());
                builder.UseSetting("Worker:Enabled", "true");
                foreach (var channel in new[] { "Sms", "Email" })
                    builder.UseSetting($"Outbox:Channels:{channel}:PerSecond", "100000"); // the machine's limit, not the gateway's
                builder.ConfigureTestServices(services =>
                    services
                        .RemoveAll<INoticeGateway>()
                        .AddSingleton<INoticeGateway>(new HttpGateway(sms.Address))
                        .AddSingleton<INoticeGateway>(new HttpGateway(email.Address, NoticeChannel.Email))
                );
            }
        );
        host.StartServer();
        var data = new CourtData(host.Services);
        var division = await data.Division();
        var clerk = await data.Staff(Role.Clerk, division);
        var by = await data.ActorOf(clerk);
        await Serve(data, by, clerk, await Cases(data, division, clerk, 3)); // code, plans, the browser
        await Wait.Until("the first are handed over", () => Handed(sms, email) == 3 * Recipients * 2);

        var confirmed = await Confirmation(data, clerk, await Cases(data, division, clerk, cases));
        var begun = Stopwatch.GetTimestamp();
        await data.Use((ConfirmService confirm) => confirm.Handle(confirmed, by, CancellationToken.None));
        var accepted = Stopwatch.GetElapsedTime(begun);
        List<double> latencies = [];
        var notices = (cases + 3) * Recipients * 2;
        while (Handed(sms, email) < notices)
        {
            var asked = Stopwatch.GetTimestamp();
            await data.Use((ServiceTaskQueries q) => q.List(true, default, null, by, CancellationToken.None));
            latencies.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
            await Task.Delay(50);
        }

        var handed = Stopwatch.GetElapsedTime(begun);
        report.Add(0, Load.Of("list of tasks meanwhile", latencies, handed));
        report.Compare($"seconds to accept {cases:N0} cases", accepted.TotalSeconds, "≤ 2", accepted.TotalSeconds <= 2);
        report.Compare(
            $"seconds until {cases * Recipients * 2:N0} notices are handed over",
            handed.TotalSeconds,
            "≤ 60",
            handed.TotalSeconds <= 60
        );
        var (served, services) = await data.Use(
            async (CourtDb db) => (await db.Set<ServedDocument>().CountAsync(), await db.Set<Service>().CountAsync())
        );
        report.Compare("documents frozen", served, $"= {cases + 3}", served == cases + 3);
        report.Compare("services begun", services, $"= {(cases + 3) * Recipients}", services == (cases + 3) * Recipients);
        await sms.DisposeAsync();
        await email.DisposeAsync();
    }

    private static int Handed(GatewayServer sms, GatewayServer email) => sms.Got.Count + email.Got.Count;

    private static async Task Serve(CourtData data, Actor by, Staff clerk, IReadOnlyList<Case> cases)
    {
        var confirmed = await Confirmation(data, clerk, cases);
        await data.Use((ConfirmService confirm) => confirm.Handle(confirmed, by, CancellationToken.None));
    }

    private static async Task<ConfirmedService> Confirmation(CourtData data, Staff clerk, IReadOnlyList<Case> cases)
    {
        var upload = await data.UploadedDocument(clerk);
        return new ConfirmedService(
            Guid.CreateVersion7(),
            [CourtDataDesk.Document(upload)],
            [
                .. cases.Select(c => new ConfirmedCase(
                    c.Id,
                    [
                        .. c.Parties.Select(p => new ConfirmedRecipient(
                            new RecipientKey(p.Id, null),
                            [
                                new ConfirmedWay(ServiceChannel.SmsLink, p.Phone, AddressBasis.Provided),
                                new ConfirmedWay(ServiceChannel.Email, MailOf(p), AddressBasis.Provided),
                            ]
                        )),
                    ]
                )),
            ]
        );
    }

    private static Task<List<Case>> Cases(CourtData data, Division division, Staff clerk, int count) =>
        data.Use(
            async (CourtDb db) =>
            {
                List<Case> cases = [];
                for (var i = 0; i < count; i++)
                {
                    var @case = new Case
                    {
                        Id = Guid.CreateVersion7(),
                        Number = $"(2026)粤0104民初{70_000 + CourtData.Next()}号",
                        Cause = "民间借贷纠纷",
                        Stage = CaseStage.FirstInstance,
                        CourtId = division.CourtId,
                        DivisionId = division.Id,
                        ClerkId = clerk.Id,
                        FiledOn = new DateOnly(2026, 9, 1),
                    };
                    for (var p = 0; p < Recipients; p++)
                    {
                        var party = new CaseParty
                        {
                            Id = Guid.CreateVersion7(),
                            CaseId = @case.Id,
                            Name = $"当事人{p + 1}",
                            Role = p == 0 ? PartyRole.Plaintiff : PartyRole.Defendant,
                            Position = p,
                            Phone = CourtData.Mobile(CourtData.Next()),
                        };
                        @case.Parties.Add(party);
                        db.Set<ServiceAddress>()
                            .AddRange(Address(party, AddressKind.Mobile, party.Phone), Address(party, AddressKind.Email, MailOf(party)));
                    }

                    db.Set<Case>().Add(@case);
                    cases.Add(@case);
                }

                await db.SaveChangesAsync();
                return cases;
            }
        );

    private static ServiceAddress Address(CaseParty party, AddressKind kind, string value) =>
        CourtDataDesk.AddressOf(party, kind, value, TimeProvider.System.GetUtcNow());

    private static string MailOf(CaseParty party) => $"p{party.Id:N}@example.com";
}
