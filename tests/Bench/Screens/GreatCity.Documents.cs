using Domain.DocumentService;

namespace Bench.Screens;

internal sealed partial class GreatCity
{
    private const string Title =
        "(ARRAY['民事判决书','民事判决书','开庭传票','举证通知书','民事裁定书','受理案件通知书','支付令'])[1 + f.t % 7]";

    /// <summary>Cases, what was served in them, and where to.</summary>
    private async Task Served()
    {
        await Cases();
        await Desk();
        await Tasks();
        await Services();
        await AfterServing();
    }

    /// <param name="columns">More of each row.</param>
    /// <param name="more">Rows of each task, or which tasks.</param>
    private string OfTask(string columns = "", string more = "", string hashed = "t") =>
        OfCase($"(SELECT t, t % {size.Cases} AS c, {Hash(hashed)} AS h{columns} FROM generate_series(0, {size.Tasks - 1}) t{more}) f");

    private async Task Desk()
    {
        await filling.Rows<CaseDocument>(
            $"(SELECT c FROM generate_series(0, {size.Cases - 1}, 2) c) f",
            ("case_id", Id("c", "f.c")),
            ("external_id", "'T' || f.c"),
            ("title", "'民事判决书'"),
            ("position", "1"),
            ("imported_at", Ago("f.c", size.Cases)),
            ("signed_off_on", $"{Ago("f.c", size.Cases)}::date"),
            ("served_by_task_id", $"CASE WHEN f.c > {size.Cases / 20} THEN {Id("t", "f.c")} END")
        );
        await filling.Rows<ServiceAddress>(
            $"(SELECT c FROM generate_series(0, {size.Cases - 1}) c) f",
            ("case_id", Id("c", "f.c")),
            ("party_id", Id("p", "f.c * 2")),
            ("value", Phone("f.c * 2")),
            ("origin", "'起诉状（2026-06-01）载明'"),
            ("pleading", "'Complaint'"),
            ("pleading_on", "DATE '2026-06-01'")
        );
        await filling.Rows<AddressConfirmation>(
            OfCase($"(SELECT c, {Hash("c * 2")} AS h FROM generate_series(0, {size.Cases - 1}) c) f"),
            ("case_id", Id("c", "f.c")),
            ("party_id", Id("p", "f.c * 2")),
            ("person_id", Id("p", "f.c * 2")),
            ("person_key", Key("f.c * 2")),
            ("court_id", "d.court_id"),
            ("division_id", "d.id"),
            ("signer_name", Name),
            ("signer_relation", "'本人'"),
            ("mobile", Phone("f.c * 2")),
            ("accepts_electronic", "true"),
            ("scope", "1"),
            ("keeps_secret", "f.h % 100 = 0"),
            ("confirmed_at", Ago("f.c", size.Cases)),
            ("ended_at", "CASE WHEN f.h % 3 = 0 THEN now() END")
        );
    }

    private async Task Tasks()
    {
        await filling.Rows<ServiceTask>(
            OfTask(),
            ("id", Id("t", "f.t")),
            ("number", "'SD20260101-' || f.t"),
            ("court_id", "d.court_id"),
            ("division_id", "d.id"),
            ("clerk_id", ClerkOfCase),
            ("clerk_name", "'吴家乐'"),
            ("confirmed_at", Ago("f.t", size.Tasks)),
            ("document_titles", Title),
            ("case_id", Id("c", "f.c")),
            ("case_number", NumberOfCase),
            ("case_count", "1"),
            ("recipient_count", "2"),
            ("state", $"CASE WHEN f.t < {size.Tasks / 2000} THEN 'Preparing' WHEN f.h % 300 = 0 THEN 'Withdrawn' ELSE 'Running' END")
        );
        await filling.Rows<ServicePlan>(
            OfTask(),
            ("task_id", Id("t", "f.t")),
            ("case_id", Id("c", "f.c")),
            ("confirmed_at", Ago("f.t", size.Tasks)),
            ("case_number", NumberOfCase),
            ("position", "1"),
            ("state", "CASE WHEN f.h % 1000 = 0 THEN 'Failed' ELSE 'Started' END")
        );
        await filling.Rows<ServedDocument>(
            OfTask(", q", " CROSS JOIN generate_series(1, 2) q"),
            ("id", Id("d", "f.t * 2 + f.q")),
            ("task_id", Id("t", "f.t")),
            ("case_id", Id("c", "f.c")),
            ("case_number", NumberOfCase),
            ("title", Title),
            ("position", "f.q"),
            ("serial", "'SD20260101-' || f.t || '-0001-0' || f.q"),
            ("source_sha256", "md5('s' || f.t)"),
            ("sha256", "md5('f' || f.t)"),
            ("frozen_at", Ago("f.t", size.Tasks))
        );
    }

    /// <summary>Two to a task. Of the newest twenty-fifth half is under way; one of twelve tries goes by hand.</summary>
    private async Task Services()
    {
        var recent = size.Tasks / 25;
        var services = OfTask(
            $", p, t * 2 + p AS s, {Hash("t * 2 + p")} AS hs",
            " CROSS JOIN generate_series(0, 1) p",
            hashed: $"t % {size.Cases} * 2 + p"
        );
        var begun = Ago("f.t", size.Tasks);
        await filling.Rows<Service>(
            services,
            ("id", Id("s", "f.s")),
            ("task_id", Id("t", "f.t")),
            ("task_number", "'SD20260101-' || f.t"),
            ("position", "f.p + 1"),
            ("case_id", Id("c", "f.c")),
            ("case_number", NumberOfCase),
            ("court_id", "d.court_id"),
            ("court_name", "'越秀区人民法院'"),
            ("division_id", "d.id"),
            ("clerk_id", ClerkOfCase),
            ("clerk_name", "'吴家乐'"),
            ("party_id", Id("p", "f.c * 2 + f.p")),
            ("recipient_name", Name),
            ("recipient_role", "'原告'"),
            ("recipient_key", Key("f.c * 2 + f.p")),
            ("recipient_phone", Phone("f.c * 2 + f.p")),
            ("document_titles", Title),
            ("begun_at", begun),
            (
                "state",
                $"""
                CASE WHEN f.t < {recent} AND f.hs % 2 = 0 THEN 'UnderWay' WHEN f.hs % 700 = 1 THEN 'Failed' WHEN f.hs % 1500 = 2 THEN 'ForClerk'
                  WHEN f.hs % 300 = 3 THEN 'Withdrawn' WHEN f.hs % 10 = 5 THEN 'Presumed' ELSE 'Effective' END
                """
            )
        );
        await filling.Rows<ServiceAttempt>(
            services,
            ("id", Id("v", "f.s")),
            ("service_id", Id("s", "f.s")),
            ("division_id", "d.id"),
            ("clerk_id", ClerkOfCase),
            ("case_id", Id("c", "f.c")),
            ("position", "1"),
            (
                "channel",
                "CASE WHEN f.hs % 12 = 0 THEN (ARRAY['Post', 'Post', 'InPerson', 'Fax', 'PublicNotice'])[1 + f.hs / 12 % 5] ELSE 'SmsLink' END"
            ),
            ("address", Phone("f.c * 2 + f.p")),
            (
                "state",
                $"CASE WHEN f.t < {recent} AND f.hs % 12 = 0 THEN (ARRAY['Queued', 'Sent'])[1 + f.hs / 60 % 2] "
                    + "WHEN f.hs % 15 = 7 THEN 'Failed' ELSE 'Delivered' END"
            ),
            ("queued_at", begun),
            ("sent_at", begun),
            ("delivered_at", begun)
        );
        await filling.Rows<ServiceCopy>(
            OfTask(", s, q", " CROSS JOIN LATERAL generate_series(t * 2, t * 2 + 1) s CROSS JOIN generate_series(1, 2) q"),
            ("id", Id("y", "f.s * 2 + f.q")),
            ("service_id", Id("s", "f.s")),
            ("document_id", Id("d", "f.t * 2 + f.q")),
            ("title", Title),
            ("position", "f.q"),
            ("signed_at", "CASE WHEN f.h % 5 > 0 THEN now() END"),
            ("signed_attempt_id", $"CASE WHEN f.h % 5 > 0 THEN {Id("v", "f.s")} END"),
            ("served_by_attempt_id", $"CASE WHEN f.h % 5 > 0 THEN {Id("v", "f.s")} END")
        );
    }

    private async Task AfterServing()
    {
        await filling.Rows<ServiceDuty>(
            OfTask("", " WHERE t % 60 = 0"),
            ("service_id", Id("s", "f.t * 2")),
            ("task_id", Id("t", "f.t")),
            ("case_id", Id("c", "f.c")),
            ("case_number", NumberOfCase),
            ("court_id", "d.court_id"),
            ("division_id", "d.id"),
            ("clerk_id", ClerkOfCase),
            ("recipient_name", "'陈建华'"),
            ("recipient_role", "'原告'"),
            ("document_titles", Title),
            ("due_at", Ago("f.t", size.Tasks)),
            ("opened_at", Ago("f.t", size.Tasks)),
            ("ended_at", $"CASE WHEN f.t > {size.Tasks / 20} THEN now() END")
        );
        await filling.Rows<PostBatch>(
            OfTask("", " WHERE t % 100 = 0"),
            ("number", "'YJ' || f.t"),
            ("by_name", "'吴家乐'"),
            ("court_id", "d.court_id"),
            ("division_id", "d.id"),
            ("at", Ago("f.t", size.Tasks))
        );
        await filling.Rows<EffectiveJudgment>(
            OfCase($"(SELECT c, {Hash("c")} AS h FROM generate_series(0, {size.Cases - 1}, 3) c) f"),
            ("case_id", Id("c", "f.c")),
            ("case_number", NumberOfCase),
            ("court_id", "d.court_id"),
            ("division_id", "d.id"),
            ("source_sha256", "md5('s' || f.c)"),
            ("title", "'民事判决书'"),
            ("first_served_at", Ago("f.c", size.Cases)),
            ("proposed_on", $"CASE WHEN f.h % 4 > 0 THEN {Ago("f.c", size.Cases)}::date + 15 END"),
            ("decision", $"CASE WHEN f.c > {size.Cases / 20} THEN 'Effective' ELSE 'None' END"),
            ("decided_at", $"CASE WHEN f.c > {size.Cases / 20} THEN {Ago("f.c", size.Cases)} + interval '20 days' END")
        );
        await filling.Rows<ServiceCertificate>(
            OfTask("", " WHERE t % 10 = 0"),
            ("service_id", Id("s", "f.t * 2")),
            ("task_id", Id("t", "f.t")),
            ("case_id", Id("c", "f.c")),
            ("number", "'HZ' || f.t"),
            ("case_number", NumberOfCase),
            ("court_id", "d.court_id"),
            ("recipient_name", "'陈建华'"),
            ("issued_at", Ago("f.t", size.Tasks))
        );
    }
}
