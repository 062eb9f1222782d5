using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Domain.Cases;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MiniProgramApi.Tests.Integration;

/// <summary>What other systems hand on.</summary>
[Collection(ApiTest.Name)]
public sealed class PartnerOrderTests(ApiHost host)
{
    [Fact]
    public async Task A_message_becomes_a_work_order_once_with_owner_and_deadline_and_its_answer_comes_back()
    {
        using var partner = await (await host.Partner()).SignedIn();
        var (status, sent) = await partner.Send(Message("XF-1"));
        Assert.Equal(201, status);
        var (again, same) = await partner.Send(Message("XF-1"));
        Assert.Equal((200, (string)sent["number"]!), (again, (string)same["number"]!));
        var (other, refused) = await partner.Send(Message("XF-1", "别的话。"));
        Assert.Equal((409, "partner_order.sent_otherwise"), (other, (string)refused["code"]!));

        var number = (string)sent["number"]!;
        var order = await host.Data.Use((CourtDb db) => db.Set<WorkOrder>().AsNoTracking().SingleAsync(o => o.Number == number));
        Assert.Equal((Channel.Partner, "13800138000"), (order.Channel, order.RequesterPhone));
        Assert.NotEqual(Guid.Empty, order.OwnerId);
        Assert.Equal($"{order.DueDay:yyyy-MM-dd}", (string)sent["answerBy"]!);
        var received = await host.Data.Use((CourtDb db) => db.Set<TraceRow>().SingleAsync(t => t.SubjectId == order.Id && t.Sequence == 1));
        Assert.Equal((ActorKind.Partner, "区信访系统"), (received.ActorKind, received.ActorName));

        var owner = await host.Data.Use((CourtDb db) => db.Set<Staff>().Include(s => s.Posts).SingleAsync(s => s.Id == order.OwnerId));
        await host.Data.Answer(order, owner, "已经请后勤加装坡道。");
        var (found, answered) = await partner.Get($"/integration/v1/work-orders/{number}");
        Assert.Equal((200, "closed", "已经请后勤加装坡道。"), (found, (string)answered["state"]!, (string)answered["answer"]!));
        Assert.Equal(number, (string)(await partner.Get("/integration/v1/work-orders?reference=XF-1")).Body["number"]!);
    }

    [Fact]
    public async Task Only_what_a_partner_brought_itself_is_found()
    {
        using var partner = await (await host.Partner()).SignedIn();
        using var other = await (await host.Partner()).SignedIn();
        var number = (string)(await partner.Send(Message("XF-2"))).Body["number"]!;
        Assert.Equal(404, (await other.Get($"/integration/v1/work-orders/{number}")).Status);
        Assert.Equal(404, (await other.Get("/integration/v1/work-orders?reference=XF-2")).Status);
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_by_field_and_a_key_stands_in_for_their_number()
    {
        using var partner = await (await host.Partner()).SignedIn();
        var (status, refused) = await partner.Send(
            new
            {
                reference = "XF-3",
                category = "suggestion",
                text = " ",
                name = "",
                phone = "12",
                idNumber = "1",
            }
        );
        Assert.Equal((422, "partner_order.fields_invalid"), (status, (string)refused["code"]!));
        Assert.Equal(["text", "name", "phone", "idNumber", "caseNumber"], refused["errors"]!.AsObject().Select(e => e.Key));
        var nameless = new
        {
            category = "suggestion",
            text = "台阶太高。",
            name = "陈建华",
            court = "yuexiu",
        };
        Assert.Equal("partner_order.reference_missing", (string)(await partner.Send(nameless)).Body["code"]!);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/integration/v1/work-orders")
        {
            Content = JsonContent.Create(nameless),
        };
        request.Headers.Add("Idempotency-Key", "key-1");
        using var answer = await partner.Http.SendAsync(request);
        Assert.Equal("key-1", (string)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["reference"]!);
    }

    [Fact]
    public async Task A_partner_of_one_court_brings_nothing_for_another()
    {
        using var partner = await (await host.Partner()).SignedIn();
        var (status, refused) = await partner.Send(Message("XF-4", court: "tianhe"));
        Assert.Equal((403, "partner_order.other_court"), (status, (string)refused["code"]!));
    }

    [Fact]
    public async Task A_case_is_the_persons_by_the_ID_number_and_its_answer_stays_inside_when_it_is_not_public()
    {
        var idNumber = Given.CourtData.IdNumber(Given.CourtData.Next());
        var litigant = await host.Data.Litigant(idNumber: idNumber);
        var @case = await host.Data.Case(litigant, restriction: CaseRestriction.Juvenile);
        using var partner = await (await host.Partner()).SignedIn();
        var (_, stranger) = await partner.Send(OfCase("XF-5", @case.Number, Given.CourtData.IdNumber(Given.CourtData.Next())));
        var (_, own) = await partner.Send(OfCase("XF-6", @case.Number, idNumber));
        Assert.Equal(Shown(stranger), Shown(own)); // nothing tells whose case it is
        var (strangers, theirs) = (await Order(stranger), await Order(own));
        Assert.Equal((null, @case.Number), (strangers.CaseId, strangers.CaseNumber));
        Assert.Equal((@case.Id, litigant.Id), (theirs.CaseId, theirs.LitigantId));
        var owner = await host.Data.Use((CourtDb db) => db.Set<Staff>().Include(s => s.Posts).SingleAsync(s => s.Id == theirs.OwnerId));
        await host.Data.Answer(theirs, owner);
        var (_, answered) = await partner.Get("/integration/v1/work-orders?reference=XF-6");
        Assert.Equal("closed", (string)answered["state"]!);
        Assert.Null(answered["answer"]);
    }

    private Task<WorkOrder> Order(JsonNode view)
    {
        var number = (string)view["number"]!;
        return host.Data.Use((CourtDb db) => db.Set<WorkOrder>().AsNoTracking().SingleAsync(o => o.Number == number));
    }

    private static (string, string) Shown(JsonNode order) => ((string)order["state"]!, (string)order["stateName"]!);

    private static object OfCase(string reference, string caseNumber, string idNumber) =>
        new
        {
            reference,
            category = "caseQuery",
            text = "什么时候开庭？",
            name = "陈建华",
            idNumber,
            caseNumber,
        };

    internal static object Message(string reference, string text = "立案大厅的台阶太高。", string court = "yuexiu") =>
        new
        {
            reference,
            category = "suggestion",
            text,
            name = "陈建华",
            phone = "138 0013 8000",
            court,
        };
}
