using System.Text.Json;
using Domain.EarlyWarnings;
using Domain.InboundMessages;
using Domain.Litigants;
using Domain.Notifications;
using Domain.Shared;
using Domain.WorkOrders;

namespace Bench.Screens;

internal sealed partial class GreatCity
{
    /// <summary>What litigants and the hotline brought, and what came of it.</summary>
    private async Task Orders()
    {
        await WorkOrders();
        await Entries();
        await Traces();
        await Messages();
        await Warnings();
    }

    /// <summary>The newest fiftieth is open. Six of ten are about a case.</summary>
    private async Task WorkOrders()
    {
        var orders = OfCase(
            $"(SELECT n, {Hash("n")} % {size.Cases} AS c, {Hash("n + 7")} AS h FROM generate_series(0, {size.Orders - 1}) n) f"
        );
        var received = Ago("f.n", size.Orders);
        var isOpen = $"f.n < {size.Orders / 50}";
        var due = $"({received} + interval '15 days')";
        string Closed(string value) => $"CASE WHEN NOT {isOpen} THEN {value} END";
        string When(string condition, string value) => $"CASE WHEN {condition} THEN {value} END";
        await filling.Rows<WorkOrder>(
            orders,
            ("id", Id("o", "f.n")),
            ("number", "'GZ20260101-' || f.n"),
            ("channel", "(ARRAY['WeChat', 'Hotline', 'Web', 'Hall'])[1 + f.h % 4]"),
            (
                "category",
                "(ARRAY['CaseQuery', 'ContactJudge', 'Complaint', 'LitigationConsultation', 'HandOverMaterials'])[1 + f.h / 4 % 5]"
            ),
            ("litigant_id", When("f.h % 2 = 0", Id("l", "f.c * 2"))),
            ("requester_name", Name),
            ("requester_phone", Phone("f.c * 2")),
            ("requester_role", "'原告'"),
            ("case_id", When("f.h % 10 < 6", Id("c", "f.c"))),
            ("case_number", When("f.h % 10 < 6", NumberOfCase)),
            ("title", "'开庭带手机给法官看转账记录，行不行？'"),
            ("text", "'开庭带手机给法官看转账记录，行不行？对方一直不接电话。'"),
            ("received_at", received),
            ("dispatched_at", received),
            ("registered_by_id", When("f.h % 4 = 1", "d.agents[1 + f.h / 4 % 2]")),
            (
                "state",
                $"CASE WHEN NOT {isOpen} THEN 'Closed' WHEN f.h % 20 = 0 THEN 'ToAssign' WHEN f.h % 20 = 1 THEN 'AwaitingRequester' ELSE 'ToAnswer' END"
            ),
            ("owner_id", JudgeOfCase),
            ("owner_name", "'王审判'"),
            ("owner_role", "'Judge'"),
            ("court_id", "d.court_id"),
            ("division_id", "d.id"),
            ("owner_read_at", When("f.h % 3 > 0", received)),
            ("urge_count", "CASE WHEN f.h % 9 = 0 THEN 1 ELSE 0 END"),
            ("due_at", due),
            ("due_day", $"{due}::date"),
            ("level1_at", due),
            ("level2_at", due),
            ("level3_at", due),
            ("level", $"CASE WHEN {isOpen} AND {due} < now() THEN 1 + f.h % 3 ELSE 0 END"),
            ("next_step", When(isOpen, "'Level1'")),
            ("next_step_at", When(isOpen, "now() + interval '2 days'")),
            ("limit_days", "15"),
            ("second_days", "2"),
            ("third_days", "2"),
            ("closed_at", Closed($"{received} + f.h % 20 * interval '1 day'")),
            ("closed_by_id", Closed(JudgeOfCase)),
            ("closed_by_name", Closed("'王审判'")),
            ("first_reply_at", Closed($"{received} + f.h % 20 * interval '1 day'")),
            ("last_reply_at", Closed($"{received} + f.h % 20 * interval '1 day'")),
            ("requester_read_at", When("f.h % 5 > 0", "now()")),
            ("satisfaction", Closed("(ARRAY['Satisfied', 'BasicallySatisfied', 'Dissatisfied'])[1 + f.h / 8 % 12]")), // a quarter rates
            ("rated_at", Closed($"CASE WHEN f.h / 8 % 12 < 3 THEN {received} + 21 * interval '1 day' END")),
            ("review_since", Closed($"CASE WHEN f.h / 8 % 12 = 2 AND f.n < {size.Orders / 25} THEN {received} + interval '21 days' END")),
            ("extension_state", When($"{isOpen} AND f.h % 90 = 0", "'Requested'")),
            ("extension_requested_at", When($"{isOpen} AND f.h % 90 = 0", "now()")),
            ("extension_reason", When($"{isOpen} AND f.h % 90 = 0", "'需调卷'")),
            ("reassignment_asked_at", When($"{isOpen} AND f.h % 90 = 1", "now()")),
            ("reassignment_reason", When($"{isOpen} AND f.h % 90 = 1", "'非本庭案件'")),
            ("screened_at", received)
        );
        await filling.Rows<Litigant>(
            $"generate_series(0, {size.Cases * 2 - 1}, 2) n",
            ("id", Id("l", "n")),
            ("phone", Phone("n")),
            ("name", "'陈建华'"),
            ("identity_key", Key("n"))
        );
    }

    private Task Entries() =>
        filling.Rows<WorkOrderEntry>(
            OfCase($"(SELECT n, {Hash("n")} % {size.Cases} AS c FROM generate_series(0, {size.Orders - 1}, 4) n) f"),
            ("id", Id("e", "f.n")),
            ("work_order_id", Id("o", "f.n")),
            ("kind", $"CASE WHEN f.n % 20 = 0 THEN 'HandOver' WHEN f.n < {size.Orders / 50} THEN 'Urge' ELSE 'Answer' END"),
            ("author_id", JudgeOfCase),
            ("author_name", "'王审判'"),
            ("text", "'可以。请开庭当天带上手机。'"),
            ("at", Ago("f.n", size.Orders))
        );

    /// <summary>How each order came; of no chain that could be verified.</summary>
    private Task Traces() =>
        filling.Rows<TraceRow>(
            $"generate_series(0, {size.Orders - 1}) n",
            ("subject_id", Id("o", "n")),
            ("sequence", "1"),
            ("at", Ago("n", size.Orders)),
            ("kind", $"'{WorkOrderFacts.Received}'"),
            ("actor_kind", $"'{ActorKind.System}'"),
            ("seal", "'work_orders 1 ' || md5('s' || n) || md5('t' || n)"),
            ("hash", "md5('h' || n) || md5('i' || n)")
        );

    private async Task Messages()
    {
        var kind = NoticeKinds.All[0];
        var notices = OfCase(
            $"(SELECT n, {Hash("n")} % {size.Cases} AS c, {Hash("n + 3")} AS h FROM generate_series(0, {size.Orders - 1}, 2) n) f"
        );
        await filling.Rows<Notice>(
            notices,
            ("id", Id("n", "f.n")),
            ("recipient_kind", "CASE WHEN f.h % 2 = 0 THEN 'Staff' ELSE 'Litigant' END"),
            ("recipient_id", $"CASE WHEN f.h % 2 = 0 THEN {JudgeOfCase} ELSE {Id("l", "f.c * 2")} END"),
            ("channel", "CASE WHEN f.h % 4 < 3 THEN 'InApp' ELSE 'Sms' END"),
            ("kind", $"'{kind.Key}'"),
            ("fields", $"'{JsonSerializer.Serialize(kind.FieldNames.ToDictionary(f => f, _ => "8"))}'"),
            ("subject_kind", "'WorkOrder'"),
            ("subject_id", Id("o", "f.n")),
            ("court_id", "d.court_id"),
            ("division_id", "d.id"),
            ("state", "'Delivered'"),
            ("created_at", Ago("f.n", size.Orders)),
            ("due_at", Ago("f.n", size.Orders)),
            ("expires_at", Ago("f.n", size.Orders)),
            ("read_at", $"CASE WHEN f.n > {size.Orders / 100} THEN now() END")
        );
        await filling.Rows<UndeliveredNotice>(
            OfCase($"(SELECT n, {Hash("n")} % {size.Cases} AS c FROM generate_series(0, {size.Orders - 1}, 250) n) f"),
            ("id", Id("n", "f.n")),
            ("subject_kind", "'WorkOrder'"),
            ("subject_id", Id("o", "f.n")),
            ("court_id", "d.court_id"),
            ("division_id", "d.id"),
            ("at", Ago("f.n", size.Orders)),
            ("state", $"CASE WHEN f.n < {size.Orders / 20} THEN 'Open' ELSE 'Resent' END")
        );
        await filling.Rows<InboundSms>(
            OfCase($"(SELECT n, {Hash("n")} % {size.Cases} AS c, {Hash("n + 5")} AS h FROM generate_series(0, {size.Orders - 1}, 40) n) f"),
            ("gateway", "'sim'"),
            ("sequence", "f.n::text"),
            ("from", "'13800138000'"),
            ("text", "'收到'"),
            ("received_at", Ago("f.n", size.Orders)),
            ("outcome", "CASE WHEN f.h % 2 = 0 THEN 'NotAnAnswer' ELSE 'Answered' END"),
            ("work_order_id", Id("o", "f.n")),
            ("court_id", "d.court_id"),
            ("division_id", "d.id"),
            ("needs_person", "f.h % 8 = 0"),
            ("handled_at", $"CASE WHEN f.n > {size.Orders / 20} THEN now() END")
        );
    }

    private async Task Warnings()
    {
        var warnings = OfCase(
            $"(SELECT n, {Hash("n")} % {size.Cases} AS c, {Hash("n + 5")} AS h FROM generate_series(0, {size.Orders - 1}, 200) n) f"
        );
        await filling.Rows<EarlyWarning>(
            warnings,
            ("id", Id("w", "f.n")),
            ("number", "'YJ' || f.n"),
            ("court_id", "d.court_id"),
            ("division_id", "d.id"),
            ("work_order_id", Id("o", "f.n")),
            ("raised_by_id", JudgeOfCase),
            ("raised_at", Ago("f.n", size.Orders)),
            ("owner_id", ClerkOfCase),
            ("due_at", Ago("f.n", size.Orders)),
            ("due_day", $"{Ago("f.n", size.Orders)}::date"),
            ("state", $"CASE WHEN f.n < {size.Orders / 50} THEN 'ToAssess' ELSE 'Closed' END"),
            ("ended_at", $"CASE WHEN f.n >= {size.Orders / 50} THEN {Ago("f.n", size.Orders)} END")
        );
        await filling.Rows<EarlyWarningEntry>(
            OfCase(
                $"(SELECT n, i, {Hash("n")} % {size.Cases} AS c FROM generate_series(0, {size.Orders - 1}, 200) n CROSS JOIN generate_series(1, 3) i) f"
            ),
            ("early_warning_id", Id("w", "f.n")),
            ("position", "f.i"),
            ("author_id", JudgeOfCase)
        );
        await filling.Rows<WarningCandidate>(
            OfCase($"(SELECT n, {Hash("n")} % {size.Cases} AS c FROM generate_series(0, {size.Orders - 1}, 200) n) f"),
            ("cause", "'order:' || f.n"),
            ("subject", "'order:' || f.n"),
            ("court_id", "d.court_id"),
            ("division_id", "d.id"),
            ("work_order_id", Id("o", "f.n")),
            ("found_at", Ago("f.n", size.Orders)),
            ("decided_at", $"CASE WHEN f.n >= {size.Orders / 50} THEN now() END")
        );
    }
}
