using Domain.Cases;
using Domain.Litigants;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MiniProgramApi.Tests;

[Collection(ApiTest.Name)]
public sealed class AccountTests(ApiHost host)
{
    [Fact]
    public async Task A_WeChat_person_binds_a_phone_by_SMS_and_by_the_button()
    {
        var number = CourtData.Mobile(CourtData.Next());
        var phone = await host.SignedInByWeChat();
        var me = (await phone.Post("/me/phone", new { phone = number, code = await host.SmsCode(number) })).Is(200);
        Assert.True((bool)me["phoneBound"]!);
        var another = CourtData.Mobile(CourtData.Next());
        me = (await phone.Post("/me/phone", new { wechatPhoneCode = $"phone-{another}" })).Is(200);
        Assert.EndsWith(another[7..], (string)me["phone"]!);
    }

    [Fact]
    public async Task Binding_refuses_a_wrong_code_without_ending_the_session()
    {
        var number = CourtData.Mobile(CourtData.Next());
        var code = await host.SmsCode(number);
        var phone = await host.SignedInByWeChat();
        (await phone.Post("/me/phone", new { phone = number, code = code == "111111" ? "222222" : "111111" })).IsRefused(
            422,
            "auth.sms_code_wrong"
        );
        (await phone.Post("/me/phone", new { wechatPhoneCode = "sim-login-code" })).IsRefused(422, "litigant.wechat_phone_code_invalid");
        (await phone.Post("/me/phone", new { phone = number })).IsRefused(400, "request.invalid");
    }

    [Fact]
    public async Task An_empty_WeChat_account_joins_the_account_that_has_the_phone()
    {
        var litigant = await host.Data.Litigant();
        await host.Data.Message(litigant);
        var person = $"join{CourtData.Next()}";
        var phone = await host.SignedInByWeChat(person);
        var file = await phone.Uploaded();
        var me = (await phone.Post("/me/phone", new { phone = litigant.Phone, code = await host.SmsCode(litigant.Phone!) })).Is(200);
        Assert.Equal(litigant.Id, (Guid)me["id"]!);
        Assert.Single((await phone.Get("/work-orders")).Is(200)["items"]!.AsArray());
        (await phone.Get($"/attachments/{file}")).IsOk();
        Assert.Equal(litigant.Id, (Guid)(await (await host.SignedInByWeChat(person)).Get("/me")).Is(200)["id"]!);
    }

    [Fact]
    public async Task An_empty_account_gives_its_number_up_and_its_devices_are_out()
    {
        var number = CourtData.Mobile(CourtData.Next());
        var empty = host.Phone();
        await empty.SignInBySms(number, await host.SmsCode(number));
        var phone = await host.SignedInByWeChat();
        await LeftMessage(phone);
        var me = (await phone.Post("/me/phone", new { phone = number, code = await host.SmsCode(number) })).Is(200);
        Assert.True((bool)me["phoneBound"]!);
        Assert.Single((await phone.Get("/work-orders")).Is(200)["items"]!.AsArray());
        (await empty.Get("/me")).IsRefused(401, "auth.required");
    }

    [Fact]
    public async Task Two_accounts_with_messages_are_not_merged()
    {
        var litigant = await host.Data.Litigant();
        await host.Data.Message(litigant);
        var phone = await host.SignedInByWeChat();
        await LeftMessage(phone);
        (await phone.Post("/me/phone", new { phone = litigant.Phone, code = await host.SmsCode(litigant.Phone!) })).IsRefused(
            409,
            "litigant.phone_taken"
        );
        Assert.False((bool)(await phone.Get("/me")).Is(200)["phoneBound"]!);
    }

    [Fact]
    public async Task A_verified_name_finds_the_persons_cases_and_the_number_is_not_kept()
    {
        var idNumber = CourtData.IdNumber(CourtData.Next());
        var party = await host.Data.Litigant("周小明", verified: false);
        await host.Data.Use(
            async (CourtDb db) =>
            {
                var @case = await host.Data.Case(division: await host.Data.Division());
                await db.Set<CaseParty>()
                    .Where(p => p.CaseId == @case.Id && p.Position == 0)
                    .ExecuteUpdateAsync(s => s.SetProperty(p => p.IdentityKey, host.Data.IdentityKey(idNumber)));
            }
        );
        var phone = await host.SignedIn(party);
        Assert.False((bool)(await phone.Get("/cases")).Is(200)["verified"]!);
        var me = (await phone.Post("/me/real-name", new { name = " 周小明 ", idNumber })).Is(200);
        Assert.Equal("周*明", (string)me["name"]!);
        Assert.Single((await phone.Get("/cases")).Is(200)["items"]!.AsArray());
        (await phone.Post("/me/real-name", new { name = "周小明", idNumber })).Is(200);
        (await phone.Post("/me/real-name", new { name = "周小明", idNumber = CourtData.IdNumber(CourtData.Next()) })).IsRefused(
            409,
            "identity.already_verified"
        );
        Assert.False(await host.Data.Use((CourtDb db) => db.Set<Litigant>().AnyAsync(l => l.IdentityKey == idNumber)));
    }

    [Fact]
    public async Task A_name_is_claimed_by_an_account_with_a_phone_only()
    {
        var phone = await host.SignedInByWeChat();
        var claim = new { name = "陈华", idNumber = CourtData.IdNumber(CourtData.Next()) };
        (await phone.Post("/me/real-name", claim)).IsRefused(409, "identity.phone_required");
        (await phone.Post("/me/phone", new { wechatPhoneCode = $"phone-{CourtData.Mobile(CourtData.Next())}" })).Is(200);
        (await phone.Post("/me/real-name", claim)).Is(200);
    }

    [Fact]
    public async Task One_identity_belongs_to_one_account()
    {
        var idNumber = CourtData.IdNumber(CourtData.Next());
        await host.Data.Litigant("吴先", idNumber);
        var phone = await host.SignedInWithPhone();
        (await phone.Post("/me/real-name", new { name = "吴先", idNumber })).IsRefused(409, "identity.taken");
    }

    [Fact]
    public async Task A_wrong_identity_is_refused_and_five_tries_a_day_are_enough()
    {
        var idNumber = CourtData.IdNumber(CourtData.Next());
        var phone = await host.SignedInWithPhone();
        (await phone.Post("/me/real-name", new { name = "陈华", idNumber = idNumber[..17] + (idNumber[17] == '1' ? '2' : '1') })).IsRefused(
            422,
            "identity.id_number_invalid"
        );
        (await phone.Post("/me/real-name", new { name = "陈", idNumber })).IsRefused(422, "identity.name_invalid");
        for (var i = 0; i < 5; i++)
            (await phone.Post("/me/real-name", new { name = "李不符", idNumber })).IsRefused(422, "identity.mismatch");
        (await phone.Post("/me/real-name", new { name = "李不符", idNumber })).IsRefused(429, "identity.too_many_tries");
    }

    [Fact]
    public async Task Home_tells_what_waits()
    {
        var (judge, _) = await host.Data.People();
        var litigant = await host.Data.Litigant();
        var @case = await host.Data.Case(litigant, judge: judge);
        var answered = await host.Data.Message(litigant, @case);
        await host.Data.Message(litigant, @case);
        await host.Data.Answer(answered, judge);
        var phone = await host.SignedIn(litigant);
        var home = (await phone.Get("/home")).Is(200);
        Assert.Equal((1, 1, 3), ((int)home["openCases"]!, (int)home["waitingMessages"]!, (int)home["answerWorkingDays"]!));
        var todo = Assert.Single(home["todo"]!.AsArray())!;
        Assert.Equal(("answer", answered.Id), ((string)todo["kind"]!, (Guid)todo["id"]!));
        (await phone.Post($"/work-orders/{answered.Id}/read")).Is(204);
        Assert.Empty((await phone.Get("/home")).Is(200)["todo"]!.AsArray());
    }

    private async Task LeftMessage(Phone phone) =>
        (
            await phone.Post(
                "/work-orders",
                new
                {
                    id = Guid.CreateVersion7(),
                    category = "suggestion",
                    text = "门口的台阶太高了。",
                    courtId = (await host.Data.Court()).Id,
                    attachmentIds = Array.Empty<Guid>(),
                }
            )
        ).Is(201);
}
