using Domain.Litigants;
using Given;
using Infrastructure.Persistence;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MiniProgramApi.App;

namespace MiniProgramApi.Tests;

[CollectionDefinition(Name)]
public sealed class ApiTest : ICollectionFixture<ApiHost>
{
    public const string Name = "api";
}

/// <summary>One database and one running API for the tests that need nothing special, and more hosts on the same database for those that do.</summary>
public sealed class ApiHost : IAsyncLifetime
{
    private readonly TestDatabase _database = new();
    private readonly string _files = Path.Combine(Path.GetTempPath(), $"court-api-files-{Guid.CreateVersion7()}");
    private readonly List<HostFactory<LitigantHub>> _hosts = [];
    private int _weChatCodes;

    public HostFactory<LitigantHub> Factory { get; private set; } = null!;
    public CourtData Data { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        Factory = Another();
        Data = new CourtData(Factory.Services);
        await Data.People();
    }

    public async Task DisposeAsync()
    {
        foreach (var host in _hosts)
            await host.DisposeAsync();
        if (Directory.Exists(_files))
            Directory.Delete(_files, recursive: true);
        await _database.DisposeAsync();
    }

    /// <summary>Another instance on the same database and files.</summary>
    public HostFactory<LitigantHub> Another(TimeProvider? clock = null, params (string Key, string Value)[] settings) =>
        AnotherWith(
            s =>
            {
                if (clock is not null)
                    s.AddSingleton(clock);
            },
            settings
        );

    /// <summary>Another instance with more services.</summary>
    public HostFactory<LitigantHub> AnotherWith(Action<IServiceCollection> services, params (string Key, string Value)[] settings)
    {
        var host = new HostFactory<LitigantHub>(
            _database.ConnectionString(),
            more: builder =>
            {
                builder.UseSetting("Files:Root", _files);
                builder.UseSetting("H5:Root", "");
                foreach (
                    var kind in new[]
                    {
                        "SignInPerAddress",
                        "SmsCodePerAddress",
                        "CreatePerAddress",
                        "CreatePerPerson",
                        "BindingPerAddress",
                        "BindingPerPerson",
                        "ConsentPerAddress",
                        "ConsentPerPerson",
                        "UploadPerAddress",
                        "UploadPerPerson",
                        "UploadPiecePerAddress",
                        "UploadPiecePerPerson",
                        "ReadPagePerAddress",
                        "ReadPagePerPerson",
                        "IdentityPerAddress",
                        "IdentityPerPerson",
                        "SurveyPerAddress",
                        "DocumentLinkPerAddress",
                        "TokenPerAddress",
                    }
                )
                    builder.UseSetting($"RateLimits:{kind}", "100000");
                foreach (var kind in new[] { "StrangersPerPhone", "StrangersPerNetwork", "StrangersAnHour" })
                    builder.UseSetting($"SmsCodes:{kind}", "100000");
                builder.UseSetting("SmsCodes:ProofBits", "2");
                builder.UseSetting("Unverified:MessagesADay", "100000");
                builder.UseSetting("Unverified:UploadsADay", "100000");
                foreach (var (key, value) in settings)
                    builder.UseSetting(key, value);
                builder.ConfigureTestServices(services);
            }
        );
        _hosts.Add(host);
        return host;
    }

    /// <summary>A device where nobody is signed in.</summary>
    public Phone Phone(HostFactory<LitigantHub>? on = null) => new((on ?? Factory).CreateClient());

    /// <summary>A device that nobody here has seen.</summary>
    public Phone StrangePhone(HostFactory<LitigantHub>? on = null) =>
        new((on ?? Factory).CreateClient()) { Device = Guid.CreateVersion7().ToString() };

    /// <summary>A device signed in by SMS.</summary>
    public async Task<Phone> SignedIn(Litigant litigant, HostFactory<LitigantHub>? on = null)
    {
        var phone = Phone(on);
        await phone.SignInBySms(litigant.Phone!, await SmsCode(litigant.Phone!, on));
        return phone;
    }

    /// <summary>A device of a new person, signed in by WeChat, or of the same one under the same name.</summary>
    public async Task<Phone> SignedInByWeChat(string? person = null, HostFactory<LitigantHub>? on = null)
    {
        var phone = Phone(on);
        phone.Accept(await phone.Post("/auth/wechat", new { code = WeChatCode(person ?? $"p{CourtData.Next()}") }));
        return phone;
    }

    /// <summary>The same with a phone of its own, as it takes to say who one is.</summary>
    public async Task<Phone> SignedInWithPhone(string? person = null)
    {
        var phone = await SignedInByWeChat(person);
        (await phone.Post("/me/phone", new { wechatPhoneCode = $"phone-{CourtData.Mobile(CourtData.Next())}" })).Is(200);
        return phone;
    }

    public string WeChatCode(string person) => $"sim-{person}.{Interlocked.Increment(ref _weChatCodes)}";

    /// <summary>Asks for a code and reads it from the outbox, where the SMS waits to be sent.</summary>
    public async Task<string> SmsCode(string number, HostFactory<LitigantHub>? on = null)
    {
        // Codes may be asked for once a minute: what was sent for an earlier sign-in is put an hour back.
        await Data.Use(
            (CourtDb db) =>
                db.Set<SmsCode>()
                    .Where(c => c.Phone == number)
                    .ExecuteUpdateAsync(s => s.SetProperty(c => c.CreatedAt, c => c.CreatedAt.AddHours(-1)))
        );
        Assert.Equal(202, (await Phone(on).Post("/auth/sms-code", new { phone = number })).Status);
        return (await Data.SmsCode(number))!;
    }
}
