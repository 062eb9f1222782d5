using Domain.DocumentService;
using Domain.WorkOrders;
using Infrastructure.DocumentService.Search;
using Infrastructure.Pdf;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Infrastructure.DocumentService;

internal static class DocumentServiceSetup
{
    public static void AddDocumentService(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton(s => new ServiceLinks(s.GetRequiredService<SurveyLinks>().Site));
        builder.Services.AddSingleton<IServablePdf, ServablePdf>();
        builder.Services.AddSingleton<Chromium>();
        builder.Services.AddSingleton<PdfPrinter>();
        builder.Services.AddSingleton<Qpdf>();
        builder.Services.AddSingleton<StampPages>();
        builder.Services.AddSingleton<FreezeDocuments>();
        builder.Services.AddScoped<ServiceStatisticsQueries>();
    }
}
