using Infrastructure.Time;
using Simulators.App;
using Simulators.Email;
using Simulators.Lawyers;
using Simulators.Page;
using Simulators.Phones;
using Simulators.Sms;
using Simulators.Voice;
using Simulators.WeChat;

var builder = WebApplication.CreateBuilder(args);
if (!builder.Environment.IsDevelopment())
    throw new InvalidOperationException("The simulators are for Development only: set ASPNETCORE_ENVIRONMENT=Development.");
builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
builder.AddCourtClock();
var services = builder.Services;
services.Configure<SimulatorOptions>(builder.Configuration.GetSection("Simulators"));
services.AddSingleton<Inbox>().AddSingleton<Switchboard>().AddSingleton<WeChatAccounts>();
services.AddSingleton<SmsCallbacks>().AddHostedService(s => s.GetRequiredService<SmsCallbacks>());
services.AddSingleton<SmtpSink>().AddHostedService(s => s.GetRequiredService<SmtpSink>());
services.AddHttpClient(SmsCallbacks.Client, http => http.Timeout = TimeSpan.FromSeconds(5)).RemoveAllLoggers();
services.ConfigureHttpJsonOptions(Json.Configure);

var app = builder.Build();
app.MapPhonePage();
app.MapMessages();
app.MapSwitches();
app.MapSmsGateway();
app.MapVoiceGateway();
app.MapWeChat();
app.MapLawyerRegister();
app.MapGet("/health/ready", () => "ok");
await app.RunAsync();
