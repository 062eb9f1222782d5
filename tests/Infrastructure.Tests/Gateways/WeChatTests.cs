using Domain.Litigants;
using Domain.Shared;
using Given;
using Infrastructure.Gateways;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Infrastructure.Tests.Gateways;

/// <summary>The shapes are those of the documented API: errors come with status 200, numbers may come as strings.</summary>
public sealed class WeChatTests : IAsyncLifetime, IDisposable
{
    private const string Login = "/sns/jscode2session";
    private const string Token = "/cgi-bin/stable_token";
    private const string Phone = "/wxa/business/getuserphonenumber";
    private const string AppId = "wx0000000000000001";
    private const string GoodPhone = """
        {"errcode":0,"errmsg":"ok","phone_info":{"phoneNumber":"13800000000","purePhoneNumber":"13800000000","countryCode":"86",
        "watermark":{"timestamp":1767225600,"appid":"wx0000000000000001"}}}
        """;
    private const string TokenA = """{"access_token":"FAKE_TOKEN_A","expires_in":7200}""";

    private readonly StoppedClock _clock = new(new DateTimeOffset(2026, 11, 20, 2, 0, 0, TimeSpan.Zero));
    private readonly Lines _log = new();
    private FakeWeb _web = null!;
    private IHost _host = null!;

    private IWeChat WeChat => _host.Services.GetRequiredService<IWeChat>();

    public async Task InitializeAsync()
    {
        _web = await FakeWeb.Start();
        var builder = Host.CreateEmptyApplicationBuilder(new() { EnvironmentName = "Production" });
        builder.Configuration["WeChat:AppId"] = AppId;
        builder.Configuration["WeChat:AppSecret"] = "FAKE_SECRET";
        builder.Configuration["WeChat:BaseAddress"] = _web.Address.ToString();
        builder.Services.AddSingleton<TimeProvider>(_clock);
        builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_log);
        builder.AddGateways();
        _host = builder.Build();
    }

    public void Dispose() => _log.Dispose();

    public async Task DisposeAsync()
    {
        _host.Dispose();
        await _web.DisposeAsync();
    }

    [Theory]
    [InlineData("""{"openid":"oFAKE_user_0001","session_key":"AAECAwQFBgcICQoLDA0ODw==","unionid":"uFAKE_0001"}""", "uFAKE_0001")]
    [InlineData("""{"openid":"oFAKE_user_0001","session_key":"AAECAwQFBgcICQoLDA0ODw==","errcode":"0"}""", null)]
    public async Task A_login_code_becomes_a_person(string answer, string? unionId)
    {
        _web.On(Login, answer);
        Assert.Equal(new WeChatPerson("oFAKE_user_0001", unionId), await WeChat.Exchange("a code+/=", default));
        var asked = Assert.Single(_web.Heard);
        Assert.Equal($"?appid={AppId}&secret=FAKE_SECRET&js_code=a%20code%2B%2F%3D&grant_type=authorization_code", asked.Query);
    }

    [Theory]
    [InlineData("""{"errcode":40029,"errmsg":"invalid code, rid: 6900-fake-01"}""", "auth.wechat_code_invalid")]
    [InlineData("""{"errcode":"40163","errmsg":"code been used, rid: 6900-fake-02"}""", "auth.wechat_code_invalid")]
    [InlineData("""{"errcode":40226,"errmsg":"code blocked, rid: 6900-fake-03"}""", "auth.wechat_blocked")]
    [InlineData(
        """{"errcode":45011,"errmsg":"api minute-quota reach limit, mustslower, retry next minute, rid: 6900-fake-04"}""",
        "rate.limited"
    )]
    [InlineData("""{"errcode":-1,"errmsg":"system error, rid: 6900-fake-05"}""", "wechat.unavailable")]
    [InlineData(
        """{"errcode":40164,"errmsg":"invalid ip 203.0.113.7 ipv6 ::ffff:203.0.113.7, not in whitelist, rid: 6900-fake-10"}""",
        "wechat.unavailable"
    )]
    [InlineData("""{"session_key":"AAECAwQFBgcICQoLDA0ODw=="}""", "wechat.unavailable")]
    [InlineData("<html>502</html>", "wechat.unavailable")]
    [InlineData(null, "wechat.unavailable")]
    public async Task A_login_code_is_sent_once_whatever_becomes_of_it(string? answer, string code)
    {
        _web.On(Login, answer);
        var refused = await Assert.ThrowsAsync<RefusedException>(() => WeChat.Exchange("CODE-SENT-ONCE", default));
        Assert.Equal(code, refused.Code);
        Assert.Equal(1, _web.Calls(Login));
        Assert.DoesNotContain("rid", refused.Message);
    }

    [Fact]
    public async Task A_server_error_is_no_answer()
    {
        _web.OnStatus(Login, 503, """{"openid":"oFAKE_user_0001"}""");
        Assert.Equal("wechat.unavailable", (await Assert.ThrowsAsync<RefusedException>(() => WeChat.Exchange("c", default))).Code);
    }

    [Theory]
    [InlineData(GoodPhone)]
    [InlineData(
        """
            {"errcode":"0","errmsg":"ok","phone_info":{"phoneNumber":"13800000000","purePhoneNumber":"13800000000","countryCode":86,
            "watermark":{"timestamp":1767225600,"appid":"wx0000000000000001"}}}
            """
    )]
    public async Task A_phone_code_becomes_a_number(string answer)
    {
        _web.On(Token, TokenA).On(Phone, answer);
        Assert.Equal("13800000000", await WeChat.PhoneNumber("CODE", default));
        Assert.Equal(
            ("?access_token=FAKE_TOKEN_A", """{"code":"CODE"}"""),
            _web.Heard.Where(h => h.Path == Phone).Select(h => (h.Query, h.Body)).Single()
        );
        Assert.Equal(
            $$"""{"grant_type":"client_credential","appid":"{{AppId}}","secret":"FAKE_SECRET","force_refresh":false}""",
            _web.Heard.Single(h => h.Path == Token).Body
        );
    }

    [Theory]
    [InlineData("""{"errcode":40029,"errmsg":"invalid code, rid: 6900-fake-20"}""", "litigant.wechat_phone_code_invalid")]
    [InlineData(
        """{"errcode":0,"phone_info":{"purePhoneNumber":"13800000000","countryCode":"86","watermark":{"appid":"wx9999999999999999"}}}""",
        "litigant.wechat_phone_code_invalid"
    )]
    [InlineData(
        """{"errcode":0,"phone_info":{"purePhoneNumber":"612345678","countryCode":"34","watermark":{"appid":"wx0000000000000001"}}}""",
        "litigant.wechat_phone_code_invalid"
    )]
    [InlineData("""{"errcode":45011,"errmsg":"x"}""", "rate.limited")]
    [InlineData("""{"errcode":48001,"errmsg":"api unauthorized"}""", "wechat.unavailable")]
    [InlineData(null, "wechat.unavailable")]
    public async Task A_phone_code_that_gives_no_number_of_ours_is_refused(string? answer, string code)
    {
        _web.On(Token, TokenA).On(Phone, answer);
        Assert.Equal(code, (await Assert.ThrowsAsync<RefusedException>(() => WeChat.PhoneNumber("CODE", default))).Code);
        Assert.Equal(1, _web.Calls(Phone));
    }

    [Theory]
    [InlineData("""{"errcode":40001,"errmsg":"invalid credential, access_token is invalid or not latest, rid: 6900-fake-11"}""")]
    [InlineData("""{"errcode":"42001","errmsg":"access_token expired"}""")]
    [InlineData("""{"errcode":40014,"errmsg":"invalid access_token"}""")]
    public async Task A_token_turned_down_is_renewed_once_and_the_call_repeated(string turnedDown)
    {
        _web.On(Token, TokenA, """{"access_token":"FAKE_TOKEN_B","expires_in":7200}""").On(Phone, turnedDown, GoodPhone);
        Assert.Equal("13800000000", await WeChat.PhoneNumber("CODE", default));
        Assert.Equal(
            ["?access_token=FAKE_TOKEN_A", "?access_token=FAKE_TOKEN_B"],
            _web.Heard.Where(h => h.Path == Phone).Select(h => h.Query)
        );
    }

    [Fact]
    public async Task A_token_turned_down_twice_is_given_up()
    {
        _web.On(Token, TokenA).On(Phone, """{"errcode":40001}""");
        Assert.Equal("wechat.unavailable", (await Assert.ThrowsAsync<RefusedException>(() => WeChat.PhoneNumber("CODE", default))).Code);
        Assert.Equal((2, 2), (_web.Calls(Phone), _web.Calls(Token)));
    }

    [Fact]
    public async Task Many_callers_fetch_one_token_and_a_new_one_before_it_ends()
    {
        _web.On(Token, TokenA).On(Phone, GoodPhone);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => WeChat.PhoneNumber($"CODE{i}", default)));
        Assert.Equal(1, _web.Calls(Token));
        _clock.Now += TimeSpan.FromSeconds(7200 - 300);
        await WeChat.PhoneNumber("CODE", default);
        Assert.Equal(2, _web.Calls(Token));
    }

    [Fact]
    public async Task A_token_is_asked_for_again_when_WeChat_is_busy_and_not_when_it_refuses()
    {
        _web.On(Token, """{"errcode":-1,"errmsg":"system error"}""", null, TokenA).On(Phone, GoodPhone);
        Assert.Equal("13800000000", await WeChat.PhoneNumber("CODE", default));
        Assert.Equal(3, _web.Calls(Token));
    }

    [Fact]
    public async Task A_wrong_secret_is_not_tried_again_at_once()
    {
        _web.On(Token, """{"errcode":40125,"errmsg":"invalid appsecret, rid: 6900-fake-12"}""");
        for (var i = 0; i < 5; i++)
            Assert.Equal(
                "wechat.unavailable",
                (await Assert.ThrowsAsync<RefusedException>(() => WeChat.PhoneNumber("CODE", default))).Code
            );
        Assert.Equal(1, _web.Calls(Token));
        _clock.Now += TimeSpan.FromSeconds(11);
        await Assert.ThrowsAsync<RefusedException>(() => WeChat.PhoneNumber("CODE", default));
        Assert.Equal(2, _web.Calls(Token));
        Assert.Contains(_log.All, line => line.Contains("40125", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_secret_token_code_or_number_is_logged()
    {
        _web.On(Login, """{"errcode":40163}""").On(Token, TokenA).On(Phone, """{"errcode":48001,"errmsg":"rid"}""");
        await Assert.ThrowsAsync<RefusedException>(() => WeChat.Exchange("CODE-ONE", default));
        await Assert.ThrowsAsync<RefusedException>(() => WeChat.PhoneNumber("CODE-TWO", default));
        Assert.NotEmpty(_log.All);
        Assert.DoesNotContain(
            _log.All,
            line =>
                line.Contains("FAKE_", StringComparison.Ordinal)
                || line.Contains("CODE-", StringComparison.Ordinal)
                || line.Contains("secret", StringComparison.Ordinal)
        );
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        public System.Collections.Concurrent.ConcurrentQueue<string> All { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => All.Enqueue(formatter(state, exception) + exception);

        public void Dispose() { }
    }
}
