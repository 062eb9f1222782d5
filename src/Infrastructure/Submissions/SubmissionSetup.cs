using Domain.Attachments;
using Domain.Cases;
using Domain.DocumentService;
using Domain.Handling;
using Domain.Submissions;
using Infrastructure.Settings;
using Infrastructure.Supervision;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Infrastructure.Submissions;

internal static class SubmissionSetup
{
    public static void AddSubmissions(this IHostApplicationBuilder builder)
    {
        var settings = builder.Configuration.Section<SubmissionSettings>("Submissions");
        builder
            .Services.AddSingleton(settings)
            .AddScoped<IFollowCasePeople, FollowCase<Submission>>()
            .AddScoped<IThingsOfCase, ThingsOfCase<Submission>>();
        builder.Services.AddScoped<ISubmissionAvailability, SubmissionAvailability>();
        builder.Services.AddScoped<IAppealsHere, AppealsHere>();
        builder.Services.AddScoped<IAttachmentSource, SubmissionAttachments>();
        builder.Services.AddScoped<PrintForm>();
        // One that waits for the submitter has no clock to count anew.
        builder.Services.AddSupervised<Submission>(s => s.ClosedAt == null && !s.IsPaused, _ => s => settings.LimitsOf(s.SubmissionKind));
    }
}
