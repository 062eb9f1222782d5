using System.Text.Json.Nodes;
using Domain.Litigants;
using Domain.Notifications;
using Domain.Shared;
using Domain.WorkOrders;
using Given;
using Infrastructure.Gateways.WeChat;
using Infrastructure.Notifications;
using Infrastructure.Persistence;
using Infrastructure.PostgreSql;
using Infrastructure.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Infrastructure.Tests.Gateways;

/// <summary>Subscribe messages in the shapes of the documented API, on a real database.</summary>
public sealed class SubscribeTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private const string Send = "/cgi-bin/message/subscribe/send";
    private const string Token = "/cgi-bin/stable_token";
    private const string Taken = """{"errcode":0,"errmsg":"ok","msgid":2101010101}""";
    private const string Template = "TPL_FAKE_answered";

    private readonly StoppedClock _clock = new(new DateTimeOffset(2026, 11, 20, 2, 26, 0, TimeSpan.Zero));
    private FakeWeb _web = null!;
    private IHost _host = null!;
    private CourtData _data = null!;

    public async Task InitializeAsync()
    {
        _web = await FakeWeb.Start();
        _web.On(Token, """{"access_token":"FAKE_TOKEN_A","expires_in":7200}""", """{"access_token":"FAKE_TOKEN_B","expires_in":7200}""");
        var builder = Host.CreateEmptyApplicationBuilder(new() { EnvironmentName = "Development" });
        builder.Configuration["ConnectionStrings:Court"] = database.ConnectionString();
        builder.Configuration["WeChat:AppId"] = "wx0000000000000001";
        builder.Configuration["WeChat:AppSecret"] = "FAKE_SECRET";
        builder.Configuration["WeChat:BaseAddress"] = _web.Address.ToString();
        builder.Configuration["WeChat:Push:Token"] = "FAKE_PUSH";
        builder.Configuration["WeChat:Push:Secret"] = "FAKE_PATH";
        Configure("work_order.answered", Template, longTerm: false);
        Configure("work_order.interim", "TPL_FAKE_interim", longTerm: true);
        builder.Services.AddSingleton<TimeProvider>(_clock);
        await builder.AddCourtDb(new PostgreSqlEngine());
        _host = builder.Build();
        await _host.MigrateCourtDb();
        _data = new CourtData(_host.Services);

        void Configure(string kind, string id, bool longTerm)
        {
            var template = $"WeChat:Templates:{kind}";
            builder.Configuration[$"{template}:Id"] = id;
            builder.Configuration[$"{template}:LongTerm"] = longTerm.ToString();
            builder.Configuration[$"{template}:Fields:character_string1"] = "{number}";
            builder.Configuration[$"{template}:Fields:thing2"] = "{text}";
            builder.Configuration[$"{template}:Fields:time3"] = "{now}";
            builder.Configuration[$"{template}:Fields:phrase4"] = "已答复";
        }
    }

    public async Task DisposeAsync()
    {
        _host.Dispose();
        await _web.DisposeAsync();
    }

    [Fact]
    public async Task A_message_goes_out_in_the_documented_shape_and_costs_a_credit()
    {
        _web.On(Send, Taken);
        var person = await Person(credits: 2);
        var order = Guid.CreateVersion7();
        var done = await Hand(person, order: order);
        Assert.Equal((HandoverOutcome.Accepted, "2101010101"), (done.Outcome, done.ProviderId));
        var asked = _web.Heard.Single(h => h.Path == Send);
        Assert.Equal("?access_token=FAKE_TOKEN_A", asked.Query);
        var expected = $$"""
            {"touser":"{{person.OpenId}}","template_id":"TPL_FAKE_answered","page":"pages/messages/detail?id={{order}}",
             "miniprogram_state":"formal","lang":"zh_CN",
             "data":{"character_string1":{"value":"GZ20261120-000123"},"thing2":{"value":"法院已答复，请点开查看"},
             "time3":{"value":"2026年11月20日 10:26"},"phrase4":{"value":"已答复"} } }
            """;
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(asked.Body)), asked.Body);
        Assert.Equal(1, await Credits(person));
    }

    [Fact]
    public async Task Without_openid_credit_or_template_the_next_channel_is_called_at_once()
    {
        Assert.Equal((HandoverOutcome.Refused, "no_openid"), Both(await Hand(await _data.Litigant())));
        Assert.Equal((HandoverOutcome.Refused, "no_credit"), Both(await Hand(await Person(credits: 0))));
        Assert.Equal((HandoverOutcome.Refused, "no_template"), Both(await Hand(await Person(credits: 1), WorkOrderNotices.Received)));
        Assert.Equal(0, _web.Calls(Send));
    }

    [Fact]
    public async Task Used_up_credit_is_no_fault_and_stops_further_tries()
    {
        _web.On(Send, """{"errcode":43101,"errmsg":"user refuse to accept the msg rid: 6900-fake-30"}""");
        var person = await Person(credits: 3);
        Assert.Equal((HandoverOutcome.Refused, "43101"), Both(await Hand(person)));
        Assert.Equal(0, await Credits(person));
        Assert.Equal((HandoverOutcome.Refused, "no_credit"), Both(await Hand(person)));
        Assert.Equal(1, _web.Calls(Send));
    }

    [Theory]
    [InlineData("""{"errcode":40003,"errmsg":"invalid openid rid: 6900"}""", HandoverOutcome.Refused, "40003")]
    [InlineData("""{"errcode":40037,"errmsg":"invalid template_id rid: 6900-fake-31"}""", HandoverOutcome.Refused, "40037")]
    [InlineData("""{"errcode":41030,"errmsg":"invalid page rid: 6900-fake-32"}""", HandoverOutcome.Refused, "41030")]
    [InlineData(
        """{"errcode":47003,"errmsg":"argument invalid! data.thing3.value is emtpy rid: 6900-fake-33"}""",
        HandoverOutcome.Refused,
        "47003"
    )]
    [InlineData("""{"errcode":43107,"errmsg":"banned"}""", HandoverOutcome.Refused, "43107")]
    [InlineData("""{"errcode":"48001","errmsg":"api unauthorized rid: 6900-fake-80"}""", HandoverOutcome.Refused, "48001")]
    [InlineData("""{"errcode":43108,"errmsg":"concurrent"}""", HandoverOutcome.TryAgain, "43108")]
    [InlineData("""{"errcode":45011,"errmsg":"api minute-quota reach limit"}""", HandoverOutcome.TryAgain, "45011")]
    [InlineData(null, HandoverOutcome.TryAgain, "timeout")]
    public async Task What_WeChat_says_decides_whether_it_is_tried_again(string? answer, HandoverOutcome outcome, string code)
    {
        _web.On(Send, answer);
        var person = await Person(credits: 1);
        Assert.Equal((outcome, code), Both(await Hand(person)));
        Assert.Equal((1, 1), (_web.Calls(Send), await Credits(person)));
    }

    [Fact]
    public async Task Busy_is_asked_once_more()
    {
        _web.On(Send, """{"errcode":-1,"errmsg":"system error"}""", Taken);
        Assert.Equal(HandoverOutcome.Accepted, (await Hand(await Person(credits: 1))).Outcome);
        Assert.Equal(2, _web.Calls(Send));
    }

    [Theory]
    [InlineData("""{"errcode":40001,"errmsg":"invalid credential"}""")]
    [InlineData("""{"errcode":"42001","errmsg":"access_token expired"}""")]
    [InlineData("""{"errcode":40014,"errmsg":"invalid access_token"}""")]
    public async Task A_token_turned_down_is_renewed_once(string answer)
    {
        _web.On(Send, answer, Taken);
        Assert.Equal(HandoverOutcome.Accepted, (await Hand(await Person(credits: 1))).Outcome);
        Assert.Equal(
            ["?access_token=FAKE_TOKEN_A", "?access_token=FAKE_TOKEN_B"],
            _web.Heard.Where(h => h.Path == Send).Select(h => h.Query)
        );
    }

    [Fact]
    public async Task The_days_quota_used_up_leaves_WeChat_alone_until_midnight()
    {
        _web.On(Send, """{"errcode":45009,"errmsg":"reach max api daily quota limit rid: 6900-fake-34"}""", Taken);
        var person = await Person(credits: 2);
        Assert.Equal((HandoverOutcome.Refused, "45009"), Both(await Hand(person)));
        Assert.Equal((HandoverOutcome.Refused, "45009"), Both(await Hand(person)));
        Assert.Equal(1, _web.Calls(Send));
        _clock.Now = _clock.Now.AddHours(14); // 0:26 in Guangzhou
        Assert.Equal(HandoverOutcome.Accepted, (await Hand(person)).Outcome);
    }

    [Fact]
    public async Task A_long_term_accept_lasts_and_its_time_out_is_not_repeated()
    {
        _web.On(Send, Taken, null);
        var person = await Person(credits: 1, template: "TPL_FAKE_interim");
        Assert.Equal(HandoverOutcome.Accepted, (await Hand(person, WorkOrderNotices.Interim)).Outcome);
        Assert.Equal(1, await Credits(person));
        Assert.Equal((HandoverOutcome.Refused, "timeout"), Both(await Hand(person, WorkOrderNotices.Interim)));
    }

    [Fact]
    public async Task Several_messages_to_one_person_go_one_after_the_other_and_stop_when_the_credit_ends()
    {
        _web.On(Send, Taken);
        var (person, other) = (await Person(credits: 2), await Person(credits: 1));
        var notices = Enumerable.Range(0, 3).Select(_ => Notice(person)).Append(Notice(other)).ToList();
        var done = await Gateway.Send(notices, default);
        Assert.Equal(4, done.Count);
        Assert.Equal(3, done.Count(h => h.Outcome == HandoverOutcome.Accepted));
        Assert.Equal("no_credit", done.Single(h => h.Outcome == HandoverOutcome.Refused).Code);
        Assert.Equal(0, await Credits(person));
    }

    [Theory]
    [InlineData("thing", "一二三四五六七八九十一二三四五六七八九十一", "一二三四五六七八九十一二三四五六七八九…")]
    [InlineData("thing", "  \n", "无")]
    [InlineData("thing", "第一行\n第二行", "第一行 第二行")]
    [InlineData("thing", "一二三四五六七八九十一二三四五六七八👨‍👩‍👧一", "一二三四五六七八九十一二三四五六七八…")]
    [InlineData("character_string", "（2026）粤0104民初123号", "20260104123")]
    [InlineData("phrase", "已答复，请查看", "已答复请查")]
    [InlineData("phrase", "abc", "已更新")]
    [InlineData("time", "11 月 25 日（周三）", "2026年11月20日 10:26")]
    [InlineData("time", "2026年12月1日 09:30", "2026年12月1日 09:30")]
    [InlineData("name", "阿卜杜热西提买买提江", "阿卜杜热西提买买提江")]
    public void Every_value_is_made_to_fit_its_field(string type, string value, string fitted) =>
        Assert.Equal(fitted, SubscribeFields.Fit(type, value, _clock.Now));

    [Theory]
    [InlineData("work_order.nothing:Id", "no such kind")]
    [InlineData("work_order.dispatched:Id", "does not go by WeChat")]
    [InlineData("work_order.answered:Fields:picture1", "no field of a subscribe message")]
    [InlineData("work_order.answered:Fields:thing9", "has no field {judge}")]
    public async Task A_wrong_template_stops_the_host_when_it_starts(string key, string why)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new() { EnvironmentName = "Development" });
        builder.Configuration["ConnectionStrings:Court"] = database.ConnectionString();
        builder.Configuration["WeChat:Templates:work_order.answered:Id"] = "TPL";
        builder.Configuration["WeChat:Templates:work_order.answered:Fields:thing1"] = "{text}";
        builder.Configuration[$"WeChat:Templates:{key}"] = "{judge}";
        var wrong = await Assert.ThrowsAsync<SettingsException>(() => builder.AddCourtDb(new PostgreSqlEngine()));
        Assert.Contains(why.Replace("{judge}", "judge", StringComparison.Ordinal), wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_run_configures_has_a_template_for_every_kind_that_goes_by_WeChat()
    {
        var templates = new SubscribeTemplates(new WeChatOptions { TemplatesFile = TemplatesOfRun });
        Assert.Empty(
            NoticeKinds.All.Where(k => k.Channels.Contains(NoticeChannel.WeChat) && templates.For(k.Key) is null).Select(k => k.Key)
        );
    }

    [Fact]
    public void What_a_section_says_goes_before_its_file_and_a_file_that_cannot_be_read_stops_the_host()
    {
        var own = new SubscribeTemplate { Id = "TPL_own", Fields = { ["thing1"] = "{text}" } };
        var options = new WeChatOptions { TemplatesFile = TemplatesOfRun, Templates = { ["work_order.answered"] = own } };
        var templates = new SubscribeTemplates(options);
        Assert.Equal("TPL_own", templates.For("work_order.answered")!.Id);
        Assert.NotNull(templates.For("work_order.received"));
        options.TemplatesFile = "/nowhere.json";
        Assert.Contains("WeChat:TemplatesFile", Assert.Throws<SettingsException>(() => new SubscribeTemplates(options)).Message);
    }

    private static string TemplatesOfRun => Path.Combine(Checkout.Root, "dev", "wechat-templates.json");

    private INoticeGateway Gateway => _host.Services.GetServices<INoticeGateway>().Single(g => g.Channel == NoticeChannel.WeChat);

    private static (HandoverOutcome, string) Both(Handover handover) => (handover.Outcome, handover.Code);

    private async Task<Handover> Hand(Litigant to, NoticeKind? kind = null, Guid? order = null) =>
        Assert.Single(await Gateway.Send([Notice(to, kind, order)], default));

    private static OutgoingNotice Notice(Litigant to, NoticeKind? kind = null, Guid? order = null)
    {
        var of = kind ?? WorkOrderNotices.Answered;
        return new OutgoingNotice(
            Guid.CreateVersion7(),
            of.Key,
            RecipientKind.Litigant,
            to.Id,
            "",
            of.Title,
            of.BuiltIn(NoticeChannel.WeChat).Text,
            new Dictionary<string, string> { ["number"] = "GZ20261120-000123" },
            order is { } id ? new Subject(SubjectKind.WorkOrder, id) { CourtId = null, DivisionId = null } : null
        );
    }

    private async Task<Litigant> Person(int credits, string template = Template)
    {
        var litigant = await _data.Litigant();
        litigant.UseWeChat(new WeChatPerson($"oFAKE_{litigant.Id:N}", null), _clock.Now);
        await _data.Use(
            async (CourtDb db) =>
            {
                var known = await db.Set<Litigant>().SingleAsync(l => l.Id == litigant.Id);
                known.UseWeChat(new WeChatPerson(litigant.OpenId!, null), _clock.Now);
                var credit = new SubscribeCredit { LitigantId = litigant.Id, TemplateId = template };
                for (var i = 0; i < credits; i++)
                    credit.Accepted(_clock.Now);
                db.Set<SubscribeCredit>().Add(credit);
                await db.SaveChangesAsync();
            }
        );
        return litigant;
    }

    private Task<int> Credits(Litigant of) =>
        _data.Use((CourtDb db) => db.Set<SubscribeCredit>().Where(c => c.LitigantId == of.Id).SumAsync(c => c.Count));
}
