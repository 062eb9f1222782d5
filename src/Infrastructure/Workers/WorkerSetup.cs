using Infrastructure.Auditing;
using Infrastructure.Bindings;
using Infrastructure.Calendar;
using Infrastructure.Cases.Import;
using Infrastructure.CityChanges;
using Infrastructure.DocumentService;
using Infrastructure.EarlyWarnings;
using Infrastructure.Figures;
using Infrastructure.InboundMessages;
using Infrastructure.Litigants;
using Infrastructure.Outbox;
using Infrastructure.Partners.Webhooks;
using Infrastructure.Previews;
using Infrastructure.Reading;
using Infrastructure.Submissions;
using Infrastructure.Supervision;
using Infrastructure.Tracing.Anchors;
using Infrastructure.Uploads;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Infrastructure.Workers;

public static class WorkerSetup
{
    /// <summary>
    /// What happens without a request: notices go out, deadlines climb. <c>Worker:Enabled</c> decides whether this host does it;
    /// several may. <c>Worker:Watch</c> (on) lets it notice when nobody does. Commands do neither.
    /// </summary>
    public static void AddCourtWorkers(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddHostedService<AuditWorker>();
        if (builder.Configuration.GetValue("Worker:Watch", true))
            services.AddHostedService<OutboxWatch>().AddHostedService<AnchorWatch>().AddHostedService<SmsCodeWatch>();
        if (!builder.Configuration.GetValue<bool>("Worker:Enabled"))
            return;
        services.AddHostedService<OutboxWorker>();
        services.AddHostedService<FigureWorker>();
        services.AddHostedService<SupervisionWorker>();
        services.AddHostedService<UploadWorker>();
        services.AddHostedService<InboundSmsWorker>();
        services.AddHostedService<EarlyWarningWorker>();
        services.AddHostedService<CaseInboxWorker>();
        services.AddHostedService<ServiceWorker>();
        services.AddHostedService<ServiceLawWorker>();
        services.AddHostedService<WebhookWorker>();
        services.AddHostedService<BindingWorker>();
        services.AddHostedService<SubmissionWorker>();
        services.AddHostedService<ReadingWorker>();
        services.AddHostedService<PreviewWorker>();
        services.AddHostedService<CalendarWorker>().AddHostedService<CityChangeWorker>();
        if (builder.Configuration["Trace:AnchorFolder"] is not null)
            services.AddHostedService<AnchorWorker>();
    }
}
