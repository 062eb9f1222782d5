using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Domain.Litigants;
using Domain.Notifications;
using Given;
using Infrastructure.Gateways.WeChat;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MiniProgramApi.Tests;

/// <summary>WeChat's message push in the documented shapes; the vectors are those of the document.</summary>
[Collection(ApiTest.Name)]
public sealed class WeChatPushTests(ApiHost host)
{
    private const string Token = "faketoken";
    private const string Secret = "a-path-that-nobody-guesses";
    private const string Key = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";
    private const string Template = "TPL_FAKE_hearing";
    private const string Path = $"/gateways/wechat/{Secret}";

    private static readonly StoppedClock s_clock = new(DateTimeOffset.FromUnixTimeSeconds(1_767_225_600));

    private static readonly (string, string)[] s_plain =
    [
        ("WeChat:Push:Token", Token),
        ("WeChat:Push:Secret", Secret),
        ("WeChat:Templates:work_order.answered:Id", Template),
        ("WeChat:Templates:work_order.answered:Fields:thing1", "{text}"),
    ];

    private static readonly (string, string)[] s_safe =
    [
        .. s_plain,
        ("WeChat:Push:EncodingAesKey", Key),
        ("WeChat:AppId", "wx0000000000000001"),
        ("WeChat:AppSecret", "FAKE_SECRET"),
    ];

    [Theory]
    [InlineData(1_714_036_504, "1514711492", "f464b24fc39322e44b38aa78f5edd27bd1441696")]
    [InlineData(1_714_037_059, "486452656", "899cf89e464efb63f54ddac96b0a0a235f53aa78")]
    public void The_official_vectors_are_signed(long at, string nonce, string signature)
    {
        var push = new WeChatPush(
            new WeChatOptions { Push = { Token = "AAAAA", Secret = "x" } },
            new StoppedClock(DateTimeOffset.FromUnixTimeSeconds(at))
        );
        Assert.True(push.IsSigned(signature, at.ToString(CultureInfo.InvariantCulture), nonce));
        Assert.False(push.IsSigned(signature, at.ToString(CultureInfo.InvariantCulture), nonce + "1"));
    }

    [Fact]
    public async Task The_set_up_check_is_answered_with_its_own_words_as_plain_text()
    {
        using var wechat = Client(s_plain);
        using var answer = await wechat.GetAsync($"{Path}?{Signed()}&echostr=6385190237281053");
        Assert.Equal(
            ("text/plain", "6385190237281053"),
            (answer.Content.Headers.ContentType!.MediaType!, await answer.Content.ReadAsStringAsync())
        );
        Assert.Equal(404, (int)(await wechat.GetAsync($"{Path}?{Signed("another")}&echostr=1")).StatusCode);
    }

    [Fact]
    public async Task A_delivery_becomes_one_receipt_however_often_it_is_told()
    {
        using var wechat = Client(s_plain);
        var id = Number();
        for (var i = 0; i < 3; i++)
            Assert.Equal(
                (200, "success"),
                await Push(wechat, Sent($$"""{"TemplateId":"{{Template}}","MsgID":"{{id}}","ErrorCode":"0","ErrorStatus":"success"}"""))
            );
        var receipt = Assert.Single(await Receipts(id));
        Assert.Equal(
            ("wechat", true, "success", DateTimeOffset.FromUnixTimeSeconds(1_767_225_602)),
            (receipt.Gateway, receipt.Delivered, receipt.Code, receipt.At)
        );
    }

    [Fact]
    public async Task Several_deliveries_come_as_an_array_and_numbers_may_be_numbers()
    {
        using var wechat = Client(s_plain);
        var (arrived, failed) = (Number(), Number());
        await Push(
            wechat,
            Sent(
                $$"""
                [{"TemplateId":"{{Template}}","MsgID":{{arrived}},"ErrorCode":0,"ErrorStatus":"success"},
                {"TemplateId":"{{Template}}","MsgID":"{{failed}}","ErrorCode":"1","ErrorStatus":"user block"}]
                """
            )
        );
        Assert.True(Assert.Single(await Receipts(arrived)).Delivered);
        var receipt = Assert.Single(await Receipts(failed));
        Assert.Equal((false, "1 user block"), (receipt.Delivered, receipt.Code));
    }

    [Fact]
    public async Task What_a_person_switches_off_is_not_counted_on_and_an_accept_is_not_counted_twice()
    {
        using var wechat = Client(s_plain);
        var (person, openId) = await Person(credits: 2);
        await Push(wechat, Popup(openId, "accept"));
        await Push(wechat, Popup(openId, "accept"));
        Assert.Equal(2, await Credits(person)); // the phone has told of them
        await Push(wechat, Popup(openId, "reject"));
        Assert.Equal(2, await Credits(person)); // one question turned down takes no earlier accept back
        await Push(
            wechat,
            $$"""
            {"ToUserName":"gh_fake","FromUserName":"{{openId}}","CreateTime":"1767225601","MsgType":"event","Event":"subscribe_msg_change_event",
            "List":{"TemplateId":"{{Template}}","SubscribeStatusString":"reject"} }
            """
        );
        Assert.Equal(0, await Credits(person));
        await Push(wechat, Popup(openId, "accept"));
        Assert.Equal(1, await Credits(person)); // the phone's own report was lost
    }

    [Fact]
    public async Task What_concerns_nobody_and_nothing_of_ours_is_thanked_for()
    {
        using var wechat = Client(s_plain);
        foreach (
            var body in new[]
            {
                Popup("oFAKE_nobody", "accept"),
                Popup("oFAKE_nobody", "accept").Replace(Template, "TPL_other", StringComparison.Ordinal),
                """{"Event":"debug_demo","CreateTime":1767225600}""",
                "<xml/>",
                "[1]",
                "",
            }
        )
            Assert.Equal((200, "success"), await Push(wechat, body));
    }

    [Fact]
    public async Task A_forged_old_or_misdirected_call_finds_nothing_and_changes_nothing()
    {
        using var wechat = Client(s_plain);
        var id = Number();
        var body = Sent($$"""{"TemplateId":"{{Template}}","MsgID":"{{id}}","ErrorCode":"0","ErrorStatus":"success"}""");
        Assert.Equal(404, (await Push(wechat, body, query: Signed("another"))).Status);
        Assert.Equal(404, (await Push(wechat, body, query: Signed(at: s_clock.Now.AddMinutes(-6)))).Status);
        Assert.Equal(404, (await Push(wechat, body, query: "")).Status);
        Assert.Equal(404, (await Push(wechat, body, path: "/gateways/wechat/guess")).Status);
        using var unconfigured = Client([]);
        Assert.Equal(404, (await Push(unconfigured, body)).Status);
        Assert.Equal(404, (await Push(unconfigured, body, path: "/gateways/wechat/")).Status);
        Assert.Empty(await Receipts(id));
    }

    [Fact]
    public async Task In_safe_mode_only_what_is_encrypted_for_us_is_taken()
    {
        using var wechat = Client(s_safe);
        // The document's own vector.
        const string Encrypt =
            "4j/AuRx71kQlxVlzbpsMWHXelCt5W5vR0fnXGxy73WdLV+nYtNuW2hNobcBw0aaFv+ZeE895HK6fCvX+PAYpLBHnCUPkT8kQqKDIgQSa1KKeqdRglKBNUn0XYkBeU"
            + "u31k+OtPAkzQ4eaxiSD61/gXEMeygfwESw9m3KfBpIFjeUnCFV5cMfemTrB63zXE6E0UQdRdCg8KbjIHai2zK3h5w==";
        const string Query =
            "signature=b6603389fb0cf7fe9b37ba093b2d8c97aac0a86c&timestamp=1767225600&nonce=123456&encrypt_type=aes&msg_signature=";
        Assert.Equal(
            (200, "success"),
            await Push(
                wechat,
                $$"""{"ToUserName":"gh_fake","Encrypt":"{{Encrypt}}"}""",
                query: Query + "1d1e0222253aeb8704b8f0220b27aea7884125e8"
            )
        );
        Assert.Equal(
            404,
            (
                await Push(
                    wechat,
                    $$"""{"ToUserName":"gh_fake","Encrypt":"{{Encrypt}}"}""",
                    query: Query + "1d1e0222253aeb8704b8f0220b27aea7884125e9"
                )
            ).Status
        );

        var (ours, others) = (Number(), Number());
        await PushEncrypted(wechat, Delivery(ours), "wx0000000000000001");
        await PushEncrypted(wechat, Delivery(others), "wx9999999999999999");
        Assert.Equal(404, (await Push(wechat, Delivery(others))).Status); // plain, though well signed
        Assert.Single(await Receipts(ours));
        Assert.Empty(await Receipts(others));

        static string Delivery(string id) =>
            Sent($$"""{"TemplateId":"{{Template}}","MsgID":"{{id}}","ErrorCode":"0","ErrorStatus":"success"}""");
    }

    private HttpClient Client((string, string)[] settings) => host.Another(s_clock, settings).CreateClient();

    private static string Number() => $"21010{CourtData.Next():D8}";

    private static string Sent(string list) =>
        $$"""
            {"ToUserName":"gh_fake","FromUserName":"oFAKE_user_0001","CreateTime":1767225602,"MsgType":"event","Event":"subscribe_msg_sent_event",
            "List":{{list}} }
            """;

    private static string Popup(string openId, string word) =>
        $$"""
            {"ToUserName":"gh_fake","FromUserName":"{{openId}}","CreateTime":"1767225600","MsgType":"event","Event":"subscribe_msg_popup_event",
            "List":[{"TemplateId":"{{Template}}","SubscribeStatusString":"{{word}}","PopupScene":"0"}]}
            """;

    private static async Task<(int Status, string Body)> Push(HttpClient wechat, string body, string path = Path, string? query = null)
    {
        using var answer = await wechat.PostAsync(
            $"{path}?{query ?? Signed()}&openid=oFAKE_user_0001",
            new StringContent(body, Encoding.UTF8, "application/json")
        );
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static async Task PushEncrypted(HttpClient wechat, string message, string appId)
    {
        var bytes = Encoding.UTF8.GetBytes(message);
        byte[] plain =
        [
            .. "0123456789abcdef"u8,
            0,
            0,
            (byte)(bytes.Length >> 8),
            (byte)bytes.Length,
            .. bytes,
            .. Encoding.UTF8.GetBytes(appId),
        ];
        var padding = 32 - plain.Length % 32;
        using var aes = Aes.Create();
        aes.Key = Convert.FromBase64String(Key + "=");
        var cipher = Convert.ToBase64String(
            aes.EncryptCbc([.. plain, .. Enumerable.Repeat((byte)padding, padding)], aes.Key.AsSpan(0, 16), PaddingMode.None)
        );
        var at = s_clock.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        await Push(
            wechat,
            $$"""{"ToUserName":"gh_fake","Encrypt":"{{cipher}}"}""",
            query: $"{Signed()}&encrypt_type=aes&msg_signature={Sha1(Token, at, "123456", cipher)}"
        );
    }

    private static string Signed(string token = Token, DateTimeOffset? at = null)
    {
        var timestamp = (at ?? s_clock.Now).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return $"signature={Sha1(token, timestamp, "123456")}&timestamp={timestamp}&nonce=123456";
    }

#pragma warning disable CA5350 // WeChat's protocol
    private static string Sha1(params string[] parts) =>
        Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(string.Concat(parts.Order(StringComparer.Ordinal)))));
#pragma warning restore CA5350

    private async Task<(Guid, string)> Person(int credits)
    {
        var litigant = await host.Data.Litigant();
        var openId = $"oFAKE_{litigant.Id:N}";
        await host.Data.Use(
            async (CourtDb db) =>
            {
                (await db.Set<Litigant>().SingleAsync(l => l.Id == litigant.Id)).UseWeChat(new WeChatPerson(openId, null), s_clock.Now);
                var credit = new SubscribeCredit { LitigantId = litigant.Id, TemplateId = Template };
                for (var i = 0; i < credits; i++)
                    credit.Accepted(s_clock.Now);
                db.Set<SubscribeCredit>().Add(credit);
                await db.SaveChangesAsync();
            }
        );
        return (litigant.Id, openId);
    }

    private Task<int> Credits(Guid of) =>
        host.Data.Use((CourtDb db) => db.Set<SubscribeCredit>().Where(c => c.LitigantId == of).SumAsync(c => c.Count));

    private Task<List<GatewayReceipt>> Receipts(string id) =>
        host.Data.Use((CourtDb db) => db.Set<GatewayReceipt>().AsNoTracking().Where(r => r.ProviderId == id).ToListAsync());
}
