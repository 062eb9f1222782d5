using System.Net.Http.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Simulators.App;
using Simulators.Email;
using Simulators.Phones;

namespace Given;

/// <summary>The simulators' program with real sockets: where hosts under test send SMS, WeChat messages and e-mail.</summary>
public sealed class SimulatedPhones : IAsyncDisposable
{
    private const string Secret = "sms-secret";
    private const string AppId = "wx0000000000000001";
    private const string AppSecret = "app-secret";
    private readonly Program _program = new();

    private SimulatedPhones() { }

    public const string CallbackSecret = "callback-secret-of-a-test";

    public static SimulatedPhones Start()
    {
        var phones = new SimulatedPhones();
        phones._program.Listen();
        return phones;
    }

    public Uri Address => _program.ClientOptions.BaseAddress;

    public Switchboard Switches => _program.Services.GetRequiredService<Switchboard>();

    public int SmtpPort => _program.Services.GetRequiredService<SmtpSink>().Port;

    /// <summary>What a host needs to send here.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Settings =>
        [
            new("Sms:Provider", "Gateway"),
            new("Sms:BaseAddress", new Uri(Address, "sms").ToString()),
            new("Sms:Account", "court"),
            new("Sms:Secret", Secret),
            new("Sms:CallbackSecret", CallbackSecret),
            new("WeChat:AppId", AppId),
            new("WeChat:AppSecret", AppSecret),
            new("WeChat:BaseAddress", Address.ToString()),
            new("Lawyers:Endpoint", new Uri(Address, "lawyers/look").ToString()),
            new("Lawyers:Key", Secret),
            new("Email:Host", "127.0.0.1"),
            new("Email:Port", SmtpPort.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            new("Email:UseTls", "false"),
            new("Email:From", "12368@court.example"),
        ];

    /// <summary>Reports and hands replies over to that API host.</summary>
    public void CallBack(Uri api) =>
        _program.Services.GetRequiredService<IOptions<SimulatorOptions>>().Value.Sms.CallbackAddress = new Uri(
            api,
            $"gateways/sms/{CallbackSecret}"
        );

    /// <summary>The newest first.</summary>
    public IReadOnlyList<PhoneMessage> MessagesTo(string to) =>
        _program.Services.GetRequiredService<Inbox>().Newest(m => m.To == to, Inbox.Capacity);

    /// <summary>The phone's owner writes to the platform.</summary>
    public async Task Reply(string phone, string text)
    {
        using var http = new HttpClient { BaseAddress = Address };
        (await http.PostAsJsonAsync("/sms/replies", new { phone, text })).EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync() => await _program.DisposeAsync();

    private sealed class Program : WebApplicationFactory<Inbox>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Development");
            builder.UseSetting("Simulators:Sms:Secret", Secret);
            builder.UseSetting("Simulators:WeChat:AppId", AppId);
            builder.UseSetting("Simulators:WeChat:AppSecret", AppSecret);
            builder.UseSetting("Simulators:Lawyers:Key", Secret);
            builder.UseSetting("Simulators:SmtpPort", "0");
            builder.UseSetting("Logging:LogLevel:Default", "Error");
        }
    }
}
