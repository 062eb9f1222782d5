using Domain.Cases;
using Domain.DocumentService;
using Domain.WorkOrders;
using Infrastructure.DocumentService.Certificates;
using Infrastructure.DocumentService.Envelopes;
using Infrastructure.DocumentService.Recipients;
using Infrastructure.DocumentService.Search;
using Infrastructure.Pdf;
using Infrastructure.Settings;
using Infrastructure.Supervision;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Infrastructure.DocumentService;

internal static class DocumentServiceSetup
{
    public static void AddDocumentService(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton(s => new ServiceLinks(s.GetRequiredService<SurveyLinks>().Site));
        builder.Services.AddSingleton<WordToPdf>();
        builder.Services.AddSingleton<IServablePdf, ServablePdf>();
        var law = new ServiceLawSettings(
            builder.Configuration.GetValue("DocumentService:RollPublicNotices", true),
            builder.Configuration.GetValue("DocumentService:SarAndTaiwanAsAbroad", true)
        );
        var within = builder.Configuration.GetValue("DocumentService:ReceiptsWithin", law.ReceiptsWithin);
        builder.Services.AddSingleton(law with { ReceiptsWithin = within });
        builder.Services.AddSingleton<LawOfService>();
        builder.Services.AddScoped<IThingsOfCase, ServicesOfCase>();
        builder.Services.AddScoped<IFollowCaseFacts>(s => s.GetRequiredService<FollowCaseFacts>());
        var words = builder.Configuration["DocumentService:Words"];
        builder.Services.AddSingleton(_ => DocumentWords.Load(words));
        builder.Services.AddSingleton<Chromium>();
        builder.Services.AddSingleton<PdfPrinter>();
        builder.Services.AddSingleton<Qpdf>();
        builder.Services.AddSingleton<StampPages>();
        builder.Services.AddSingleton<FreezeDocuments>();
        var settings = builder.Configuration.Section<ServiceSettings>("Service");
        builder.Services.AddSingleton(settings);
        builder.Services.AddSupervised<ServiceDuty>(duty => duty.EndedAt == null, _ => _ => settings.Duty);
        builder.Services.AddScoped<WriteBegunCases>();
        builder.Services.AddScoped<BeginServices>();
        builder.Services.AddScoped<MergeCertificates>();
        builder.Services.AddScoped<PrintEnvelopes>();
        builder.Services.AddScoped<ServiceStatisticsQueries>();
    }
}
