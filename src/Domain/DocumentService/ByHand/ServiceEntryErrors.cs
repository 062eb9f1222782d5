using Domain.Shared;

namespace Domain.DocumentService;

/// <summary>Refusals of what clerks enter by hand.</summary>
public static class ServiceEntryErrors
{
    public static RefusedException InFuture() => new(Refusal.Unprocessable, "service_entry.in_future", "时间不能晚于现在");

    public static RefusedException BeforeSending() =>
        new(Refusal.Unprocessable, "service_entry.before_sending", "时间不能早于交邮或者开始送达的时间");

    public static RefusedException OtherChannel() => new(Refusal.Unprocessable, "service_entry.other_channel", "这个渠道不能这样登记");

    public static RefusedException AlreadyEntered() =>
        new(Refusal.Conflict, "service_entry.already_entered", "已有登记。登记有误的，请先更正");

    public static RefusedException NothingEntered() => new(Refusal.Conflict, "service_entry.nothing_entered", "还没有登记，不用更正");

    public static RefusedException NotSentYet() => new(Refusal.Conflict, "service_entry.not_sent_yet", "还没有登记交邮或者发出");

    public static RefusedException AlreadyTrying() =>
        new(Refusal.Conflict, "service_entry.already_trying", "同一地址的这个渠道正在送达，不用再开始");

    public static RefusedException AddressMissing() => new(Refusal.Unprocessable, "service_entry.address_missing", "请填写地址或者号码");

    public static RefusedException FaxNumberInvalid() =>
        new(Refusal.Unprocessable, "service_entry.fax_number_invalid", "传真号码不对，请写区号和号码，例如 020-83210000");

    public static RefusedException AddressTooLong() =>
        new(Refusal.Unprocessable, "service_entry.address_too_long", $"地址最多 {ServiceAttempt.AddressMaxLength} 字");

    public static RefusedException BadMailNumber() =>
        new(Refusal.Unprocessable, "service_entry.bad_mail_number", "邮件号由 8 到 20 位字母和数字组成");

    public static RefusedException MailNumberTaken() =>
        new(Refusal.Conflict, "service_entry.mail_number_taken", "这个邮件号已经登记在另一件上");

    public static RefusedException SignerMissing() => new(Refusal.Unprocessable, "service_entry.signer_missing", "请填写签收人");

    public static RefusedException SignatureMissing() =>
        new(Refusal.Unprocessable, "service_entry.signature_missing", "请签收人在屏幕上签名，或者注明在纸质送达回证上签收");

    public static RefusedException SignatureUnreadable() =>
        new(Refusal.Unprocessable, "service_entry.signature_unreadable", "签名没有保存成功，请重新签");

    public static RefusedException RelationUnfit() =>
        new(
            Refusal.Unprocessable,
            "service_entry.relation_unfit",
            "签收人与受送达人的关系不符：同住成年家属只代自然人签收，法定代表人和收件的人只代单位签收"
        );

    public static RefusedException MediationToPersonOnly() =>
        new(
            Refusal.Unprocessable,
            "service_entry.mediation_to_person_only",
            $"调解书应当直接送达当事人本人，本人不能签收的由其指定的代收人签收（{Cite(LawPoint.MediationToPerson)}）"
        );

    public static RefusedException NoLienForMediation() =>
        new(Refusal.Unprocessable, "service_entry.no_lien_for_mediation", $"调解书不适用留置送达（{Cite(LawPoint.MediationToPerson)}）");

    public static RefusedException LeftAtResidenceOnly() =>
        new(
            Refusal.Unprocessable,
            "service_entry.left_at_residence_only",
            $"刑事案件的文书，收件人拒绝签收的留在他的住处（{LawTable.Of(LawPoint.Left, Procedure.Criminal).ShortCite}）"
        );

    public static RefusedException LienOnAgent() =>
        new(
            Refusal.Unprocessable,
            "service_entry.lien_on_agent",
            $"诉讼代理人不是受送达人指定的代收人的，不能向代理人留置送达（{LawTable.Of(LawPoint.LienOnAgent, Procedure.Civil).Cite}）。"
        );

    public static RefusedException OpponentSigns() =>
        new(
            Refusal.Unprocessable,
            "service_entry.opponent_signs",
            $"签收人是本案对方当事人，不能代受送达人签收（{LawTable.Of(LawPoint.OpponentSigns, Procedure.Civil).Cite}）。"
        );

    public static RefusedException MinorSigns() =>
        new(
            Refusal.Unprocessable,
            "service_entry.minor_signs",
            $"受送达人未成年或者无诉讼行为能力，应当由其法定代理人签收（{LawTable.Of(LawPoint.StatutoryAgent, Procedure.Civil).Cite}）。"
        );

    public static RefusedException ThroughInstitution(Procedure procedure) =>
        new(
            Refusal.Unprocessable,
            "service_entry.through_institution",
            $"受送达人在押，应当通过其所在监所转交，以本人在送达回证上签收的日期为送达日期（{LawTable.Of(LawPoint.ThroughInstitution, procedure).Cite}）。"
        );

    public static RefusedException InstitutionMissing(Procedure procedure) =>
        new(
            Refusal.Unprocessable,
            "service_entry.institution_missing",
            $"受送达人在押，请写明通过哪个监所转交（{LawTable.Of(LawPoint.ThroughInstitution, procedure).Cite}）。"
        );

    public static RefusedException AgentSigns(Procedure procedure) =>
        new(
            Refusal.Unprocessable,
            "service_entry.agent_signs",
            $"送交诉讼代理人的，由代理人本人签收；代理人的家属、同事签收不算送达当事人（{LawTable.Of(LawPoint.AgentSignature, procedure).Cite}）。"
        );

    public static RefusedException WitnessMissing() =>
        new(Refusal.Unprocessable, "service_entry.witness_missing", "请写明见证人，或者拍照、录像的情况");

    public static RefusedException NoticePartMissing() =>
        new(Refusal.Unprocessable, "service_entry.notice_part_missing", "公告还缺应当说明的内容");

    public static RefusedException NoticeTooLong() =>
        new(Refusal.Unprocessable, "service_entry.notice_too_long", $"公告最多 {ServiceAttempt.NoticeTextMaxLength} 字");

    public static RefusedException MediaMissing() =>
        new(Refusal.Unprocessable, "service_entry.media_missing", "请填写公告的媒体或者张贴的地点");

    public static RefusedException NoticeDays(LimitFacts facts) =>
        new(
            Refusal.Unprocessable,
            "service_entry.notice_days",
            $"公告期为 30 日（{Cite(LawPoint.NoticeExpired)}），{facts.WithoutDomicile}的为 60 日（{Cite(LawPoint.NoticeExpiredAbroad)}）"
        );

    public static RefusedException DomicileUnknown() =>
        new(
            Refusal.Unprocessable,
            "service_entry.domicile_unknown",
            "还不知道受送达人的住所地在境内还是境外，公告期不能确定。请先补充住所地。"
        );

    public static RefusedException SummaryProcedure() =>
        new(
            Refusal.Unprocessable,
            "service_entry.summary_procedure",
            $"{LawTable.Of(LawPoint.NoNoticeInSummary, Procedure.Civil).Text}（{Cite(LawPoint.NoNoticeInSummary)}），请先转为普通程序"
        );

    public static RefusedException ProcedureUnknown() =>
        new(Refusal.Unprocessable, "service_entry.procedure_unknown", "请先写明本案适用的程序：适用简易程序的不能公告");

    public static RefusedException AlreadyServed() => new(Refusal.Conflict, "service_entry.already_served", "已经送达，不用公告");

    public static RefusedException CriminalNotice() =>
        new(
            Refusal.Unprocessable,
            "service_entry.criminal_notice",
            $"刑事案件的文书不能公告送达，应当交给收件人本人或者代收人（{LawTable.Of(LawPoint.Signature, Procedure.Criminal).ShortCite}）"
        );

    public static RefusedException NoNoticeForMediation() =>
        new(
            Refusal.Unprocessable,
            "service_entry.no_notice_for_mediation",
            $"调解书应当直接送达当事人本人，不能公告（{Cite(LawPoint.MediationToPerson)}）"
        );

    /// <param name="which">短信链接还在送达.</param>
    public static RefusedException WayOpen(string which) =>
        new(Refusal.Conflict, "service_entry.way_open", $"{which}，其他方式无法送达的才能公告（{Cite(LawPoint.NoticeConditions)}）");

    public static RefusedException NothingTried() =>
        new(
            Refusal.Unprocessable,
            "service_entry.nothing_tried",
            $"还没有邮寄或者当面送达过，不能认定用其他方式无法送达（{Cite(LawPoint.NoticeConditions)}）"
        );

    public static RefusedException FindingsMissing() =>
        new(
            Refusal.Unprocessable,
            "service_entry.findings_missing",
            $"请写明怎样查明，不超过 {ServiceAttempt.FindingsMaxLength} 字（{Cite(LawPoint.NoticeConditions)}：在案卷中记明原因和经过）"
        );

    public static RefusedException AccountMissing() =>
        new(Refusal.Unprocessable, "service_entry.account_missing", "请写明去了哪里、怎样找的");

    public static RefusedException NothingToRetry() => new(Refusal.Conflict, "service_entry.nothing_to_retry", "没有失败的，不用重试");

    public static RefusedException NothingToExport() => new(Refusal.Conflict, "service_entry.nothing_to_export", "没有待交寄的邮件");

    public static RefusedException BadFile() =>
        new(Refusal.Unprocessable, "service_entry.bad_file", "不能读取这个文件：请用 UTF-8 编码的 CSV，第一行是列名");

    public static RefusedException FileTooLong() =>
        new(Refusal.TooLarge, "service_entry.file_too_long", "一次最多导入 5000 行，请分开导入");

    public static RefusedException UnknownMail() => new(Refusal.NotFound, "service_entry.unknown_mail", "没有这件邮件，或者不是本庭的");

    public static RefusedException UnknownStatus() =>
        new(Refusal.Unprocessable, "service_entry.unknown_status", "不认识的状态，应为 收寄、签收 或者 退回");

    private static string Cite(LawPoint point) => LawTable.Of(point, Procedure.Civil).ShortCite;

    public static RefusedException BadTime() => new(Refusal.Unprocessable, "service_entry.bad_time", "不认识的时间，应如 2026-11-20 16:00");
}
