namespace MiniProgramApi.Tests;

/// <summary>What a phone is told of a send whose answer it lost.</summary>
[Collection(ApiTest.Name)]
public sealed class SendOutcomeTests(ApiHost host)
{
    [Fact]
    public async Task A_message_a_supplement_and_an_urging_are_known_by_the_ids_that_the_phone_made()
    {
        var phone = await host.SignedInByWeChat();
        var (message, supplement) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await IsNotReceived(phone, message);

        var body = new
        {
            id = message,
            category = "caseQuery",
            text = "请问排期了吗？",
            courtId = (await host.Data.Court()).Id,
        };
        (await phone.Post("/work-orders", body)).Is(201);
        await IsReceived(phone, message, message);

        await IsNotReceived(phone, supplement);
        (await phone.Post($"/work-orders/{message}/messages", new { id = supplement, text = "补充一句。" })).Is(200);
        await IsReceived(phone, supplement, message);

        await IsNotReceived(await host.SignedInByWeChat(), message); // somebody else's looks as one that never came
    }

    private static async Task IsReceived(Phone phone, Guid id, Guid order)
    {
        var outcome = (await phone.Get($"/sends/{id}")).Is(200);
        Assert.Equal((true, order), ((bool)outcome["received"]!, (Guid)outcome["workOrderId"]!));
    }

    private static async Task IsNotReceived(Phone phone, Guid id) =>
        Assert.Equal("""{"received":false,"workOrderId":null}""", (await phone.Get($"/sends/{id}")).Is(200).ToJsonString());
}
