using Domain.Calendar;
using Domain.DocumentService;
using Domain.Shared;
using FsCheck;
using FsCheck.Fluent;

namespace Domain.Tests.DocumentService;

public class EffectiveDateTests
{
    private static readonly EffectiveDate s_law = new(
        OfficialCalendar.AsPublished,
        EffectiveDate.NoticeDays,
        rollNotice: true,
        TimeSpan.FromDays(3)
    );

    /// <summary>Whatever is waited for has come.</summary>
    private static readonly DateTimeOffset s_later = At("2026-06-01 09:00");

    [Fact]
    public void A_fax_arrives_when_its_report_is_entered_and_not_when_it_is_begun()
    {
        var fax = new DeliveryFacts(ServiceChannel.Fax, AddressBasis.Provided) { SentAt = At("2026-03-10 09:00") };
        Assert.Equal(ServiceStanding.Pending, s_law.Of([fax], hasConsent: true, s_later).Standing);
        Assert.Equal(
            new DateOnly(2026, 3, 11),
            s_law.Of([fax with { DeliveredAt = At("2026-03-11 09:00") }], hasConsent: true, s_later).Day
        );
    }

    [Fact]
    public void At_a_confirmed_address_arrival_counts_even_if_it_is_read_later_or_never()
    {
        var facts = Sms(AddressBasis.Confirmed) with { SentAt = At("2026-03-10 09:00"), ReadAt = At("2026-03-14 10:00") };
        Is(ServiceStanding.Effective, "2026-03-10", ServiceRule.Arrival, s_law.Of([facts], hasConsent: true, s_later));
        Is(
            ServiceStanding.Effective,
            "2026-03-10",
            ServiceRule.Arrival,
            s_law.Of([facts with { ReadAt = null }], hasConsent: true, s_later)
        );
    }

    [Fact]
    public void Arrival_late_in_the_evening_or_on_a_rest_day_counts_on_that_day()
    {
        Is(
            ServiceStanding.Effective,
            "2026-03-14",
            ServiceRule.Arrival,
            s_law.Of([Sms(AddressBasis.Provided) with { DeliveredAt = At("2026-03-14 23:59") }], hasConsent: true, s_later)
        );
        Is(
            ServiceStanding.Effective,
            "2026-02-17",
            ServiceRule.Arrival,
            s_law.Of([Sms(AddressBasis.Provided) with { DeliveredAt = At("2026-02-17 08:00") }], hasConsent: true, s_later)
        );
    }

    [Fact]
    public void At_an_address_the_court_found_delivery_alone_serves_nobody() =>
        Is(
            ServiceStanding.Pending,
            null,
            null,
            s_law.Of([Sms(AddressBasis.Found) with { DeliveredAt = At("2026-03-10 09:00") }], hasConsent: true, s_later)
        );

    [Fact]
    public void An_answered_call_only_prompts_and_serves_nobody() =>
        Is(
            ServiceStanding.Pending,
            null,
            null,
            s_law.Of([new DeliveryFacts(ServiceChannel.Voice) { DeliveredAt = At("2026-03-10 09:00") }], hasConsent: true, s_later)
        );

    [Fact]
    public void There_a_reply_serves_and_is_the_consent_too() =>
        Is(
            ServiceStanding.Effective,
            "2026-03-12",
            ServiceRule.ReplyOrAct,
            s_law.Of(
                [Sms(AddressBasis.Found) with { DeliveredAt = At("2026-03-10 09:00"), RepliedAt = At("2026-03-12 09:00") }],
                hasConsent: false,
                s_later
            )
        );

    [Fact]
    public void There_reading_with_consent_on_record_is_presumed_service_until_it_is_rebutted()
    {
        var read = Sms(AddressBasis.Found) with { DeliveredAt = At("2026-03-10 09:00"), ReadAt = At("2026-03-11 20:00") };
        Is(ServiceStanding.Presumed, "2026-03-11", ServiceRule.Read, s_law.Of([read], hasConsent: true, s_later));
        Is(ServiceStanding.Pending, null, null, s_law.Of([read with { IsRebutted = true }], hasConsent: true, s_later));
    }

    [Fact]
    public void There_reading_without_any_consent_is_for_a_clerk_to_decide() =>
        Is(
            ServiceStanding.ForClerk,
            null,
            null,
            s_law.Of([Sms(AddressBasis.Found) with { ReadAt = At("2026-03-11 20:00") }], hasConsent: false, s_later)
        );

    [Fact]
    public void An_arrival_that_the_recipient_proves_replaces_what_our_log_says() =>
        Is(
            ServiceStanding.Effective,
            "2026-03-12",
            ServiceRule.Arrival,
            s_law.Of(
                [new DeliveryFacts(ServiceChannel.Email) { SentAt = At("2026-03-10 09:00"), ProvedArrivalAt = At("2026-03-12 09:00") }],
                hasConsent: true,
                s_later
            )
        );

    [Fact]
    public void What_bounces_after_it_had_seemed_to_succeed_is_open_again() =>
        Is(
            ServiceStanding.Pending,
            null,
            null,
            s_law.Of(
                [new DeliveryFacts(ServiceChannel.Email) { SentAt = At("2026-03-10 09:00"), BouncedAt = At("2026-03-10 11:00") }],
                hasConsent: true,
                s_later
            )
        );

    [Fact]
    public void Nobody_is_served_electronically_against_their_will() =>
        Is(
            ServiceStanding.Pending,
            null,
            null,
            s_law.Of([Sms(AddressBasis.Confirmed) with { DeliveredAt = At("2026-03-10 09:00") }], hasConsent: false, s_later)
        );

    [Fact]
    public void Of_several_ways_the_earliest_counts_and_a_later_certain_one_moves_nothing()
    {
        var read = Sms(AddressBasis.Found) with { ReadAt = At("2026-03-09 09:00") };
        DeliveryFacts[] attempts =
        [
            read,
            new DeliveryFacts(ServiceChannel.Email) { DeliveredAt = At("2026-03-11 09:00") },
            new DeliveryFacts(ServiceChannel.Post) { SignedAt = At("2026-03-10 15:00") },
        ];
        Is(ServiceStanding.Presumed, "2026-03-09", ServiceRule.Read, s_law.Of(attempts, hasConsent: true, s_later));
        attempts[0] = read with { IsRebutted = true };
        Is(ServiceStanding.Effective, "2026-03-10", ServiceRule.PostReceipt, s_law.Of(attempts, hasConsent: true, s_later));
    }

    [Fact]
    public void Of_the_same_day_a_certain_service_counts_before_a_presumed_one()
    {
        var facts = Sms(AddressBasis.Found) with { ReadAt = At("2026-03-09 09:00"), SignedAt = At("2026-03-09 09:05") };
        Is(ServiceStanding.Effective, "2026-03-09", ServiceRule.Signature, s_law.Of([facts], hasConsent: true, s_later));
    }

    /// <summary>Whatever comes in whichever order: the day never moves later while facts are added, and is the same in the end.</summary>
    [Fact]
    public void A_fact_that_is_added_never_moves_the_day_later() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonEmptyArray<byte>>(), ArbMap.Default.ArbFor<byte>(), (seeds, turn) => NeverLater(seeds, turn))
            .QuickCheckThrowOnFailure();

    private static void NeverLater(NonEmptyArray<byte> seeds, byte turn)
    {
        DeliveryFacts[] all = [.. seeds.Get.Take(8).Select(FactsOf)];
        DeliveryFacts[] turned = [.. all.Skip(turn % all.Length), .. all.Take(turn % all.Length)];
        var before = (DateOnly?)null;
        for (var n = 1; n <= turned.Length; n++)
        {
            var day = s_law.Of(turned.Take(n), hasConsent: true, s_later).Day;
            Assert.True(before is null || day <= before);
            before = day;
        }

        Assert.Equal(s_law.Of(all, hasConsent: true, s_later).Day, before);
        var days = all.Select(a => s_law.Of([a], hasConsent: true, s_later).Day).Where(d => d is not null).ToList();
        Assert.Equal(days.Count == 0 ? null : days.Min(), before);
    }

    private static DeliveryFacts FactsOf(byte seed)
    {
        var at = At("2026-03-02 10:00").AddDays(seed % 17).AddHours(seed % 5);
        return (seed / 17 % 6) switch
        {
            0 => Sms(AddressBasis.Found) with { ReadAt = at },
            1 => Sms(AddressBasis.Confirmed) with { DeliveredAt = at },
            2 => new DeliveryFacts(ServiceChannel.Post) { SignedAt = at },
            3 => new DeliveryFacts(ServiceChannel.InPerson) { LeftAt = at },
            4 => Sms(AddressBasis.Found) with { DeliveredAt = at, RepliedAt = at.AddDays(1) },
            _ => new DeliveryFacts(ServiceChannel.Email) { SentAt = at },
        };
    }

    [Fact]
    public void What_was_only_sent_counts_when_its_report_was_waited_for_and_then_on_the_day_of_sending()
    {
        DeliveryFacts[] sent = [Sms(AddressBasis.Confirmed) with { SentAt = At("2026-03-10 09:00") }];
        Is(ServiceStanding.Pending, null, null, s_law.Of(sent, hasConsent: true, At("2026-03-13 08:59")));
        Assert.Equal(At("2026-03-13 09:00"), EffectiveDate.NextChange([.. s_law.All(sent[0], true)], At("2026-03-10 09:00")));
        Is(ServiceStanding.Effective, "2026-03-10", ServiceRule.Arrival, s_law.Of(sent, hasConsent: true, At("2026-03-13 09:00")));
        Is(ServiceStanding.Pending, null, null, s_law.Of([sent[0] with { IsWithdrawn = true }], hasConsent: true, s_later));
    }

    [Fact]
    public void A_report_an_opening_or_an_answer_ends_the_waiting()
    {
        var sent = Sms(AddressBasis.Confirmed) with { SentAt = At("2026-03-10 09:00") };
        var now = At("2026-03-10 12:00");
        foreach (
            var facts in new[]
            {
                sent with
                {
                    DeliveredAt = At("2026-03-10 09:01"),
                },
                sent with
                {
                    ReadAt = At("2026-03-10 10:00"),
                },
                sent with
                {
                    RepliedAt = At("2026-03-10 11:00"),
                },
            }
        )
            Is(ServiceStanding.Effective, "2026-03-10", ServiceRule.Arrival, s_law.Of([facts], hasConsent: true, now));
    }

    /// <summary>Opening it elsewhere shows that they know of it, not that it reached the address they agreed on.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_never_arrived_at_the_agreed_address_and_was_opened_is_served_by_reading(bool seemedToBeSent)
    {
        var failed = Sms(AddressBasis.Confirmed) with
        {
            SentAt = seemedToBeSent ? At("2026-11-19 20:08") : null,
            BouncedAt = seemedToBeSent ? At("2026-11-19 20:09") : null,
            ReadAt = At("2026-11-23 09:00"),
        };
        Is(ServiceStanding.Presumed, "2026-11-23", ServiceRule.Read, s_law.Of([failed], hasConsent: true, s_later));
        Is(ServiceStanding.Pending, null, null, s_law.Of([failed with { IsRebutted = true }], hasConsent: true, s_later));
    }

    [Fact]
    public void A_fax_counts_by_its_report_alone() =>
        Is(
            ServiceStanding.Pending,
            null,
            null,
            s_law.Of([new DeliveryFacts(ServiceChannel.Fax) { SentAt = At("2026-03-10 09:00") }], hasConsent: true, s_later)
        );

    [Fact]
    public void A_public_notice_has_served_nobody_before_its_day()
    {
        DeliveryFacts[] notice = [new DeliveryFacts(ServiceChannel.PublicNotice) { PublishedOn = new DateOnly(2026, 3, 2) }];
        Is(ServiceStanding.Pending, null, null, s_law.Of(notice, hasConsent: false, At("2026-03-31 23:59")));
        Is(ServiceStanding.Effective, "2026-04-01", ServiceRule.NoticeExpired, s_law.Of(notice, hasConsent: false, At("2026-04-01 00:00")));
        Is(ServiceStanding.Pending, null, null, s_law.Of([notice[0] with { IsWithdrawn = true }], hasConsent: false, s_later));
    }

    [Fact]
    public void A_letter_that_comes_back_by_the_recipients_fault_is_served_on_the_day_of_return() =>
        Is(
            ServiceStanding.Effective,
            "2026-03-20",
            ServiceRule.Returned,
            s_law.Of([new DeliveryFacts(ServiceChannel.Post) { ReturnedOn = new DateOnly(2026, 3, 20) }], hasConsent: false, s_later)
        );

    [Fact]
    public void A_document_left_at_the_residence_is_served() =>
        Is(
            ServiceStanding.Effective,
            "2026-03-20",
            ServiceRule.Left,
            s_law.Of([new DeliveryFacts(ServiceChannel.InPerson) { LeftAt = At("2026-03-20 10:00") }], hasConsent: false, s_later)
        );

    [Theory]
    [InlineData(true, "2026-02-24")]
    [InlineData(false, "2026-02-19")]
    public void A_public_notice_serves_when_its_30_days_are_over(bool rolls, string served) =>
        Is(
            ServiceStanding.Effective,
            served,
            ServiceRule.NoticeExpired,
            new EffectiveDate(OfficialCalendar.AsPublished, EffectiveDate.NoticeDays, rolls, TimeSpan.Zero).Of(
                [new DeliveryFacts(ServiceChannel.PublicNotice) { PublishedOn = new DateOnly(2026, 1, 20) }],
                hasConsent: false,
                s_later
            )
        );

    [Fact]
    public void A_mediation_statement_binds_when_the_last_party_has_signed_whatever_arrived_before()
    {
        DeliveryFacts[] a = [Sms(AddressBasis.Confirmed) with { DeliveredAt = At("2026-04-01 09:00"), SignedAt = At("2026-04-02 09:00") }];
        DeliveryFacts[] b = [Sms(AddressBasis.Confirmed) with { DeliveredAt = At("2026-04-01 09:00") }];
        Is(ServiceStanding.Pending, null, null, EffectiveDate.OfMediation([a, b]));
        Is(
            ServiceStanding.Effective,
            "2026-04-07",
            ServiceRule.LastSignature,
            EffectiveDate.OfMediation([a, [b[0] with { SignedAt = At("2026-04-07 09:00") }]])
        );
    }

    /// <summary>JI 133: the party itself, or whom it named to receive for it.</summary>
    [Theory]
    [InlineData(true, false, false)]
    [InlineData(true, true, true)]
    [InlineData(false, false, true)]
    public void A_mediation_statement_is_not_signed_by_an_agent_who_is_not_the_named_receiver(bool byAgent, bool named, bool binds)
    {
        DeliveryFacts[] signed = [Sms(AddressBasis.Confirmed) with { SignedAt = At("2026-04-02 09:00") }];
        DeliveryFacts[] other = [signed[0] with { IsByAgent = byAgent, IsByNamedReceiver = named }];
        Assert.Equal(binds, EffectiveDate.OfMediation([signed, other]).Standing == ServiceStanding.Effective);
    }

    [Fact]
    public void What_an_agent_signs_serves_the_party_by_the_rule_of_agents()
    {
        var signed = Sms(AddressBasis.Found) with { SignedAt = At("2026-03-09 09:00"), IsByAgent = true };
        Is(ServiceStanding.Effective, "2026-03-09", ServiceRule.AgentSignature, s_law.Of([signed], hasConsent: true, s_later));
    }

    private static DeliveryFacts Sms(AddressBasis basis) => new(ServiceChannel.SmsLink, basis);

    private static DateTimeOffset At(string local)
    {
        var at = DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture);
        return ChinaTime.At(DateOnly.FromDateTime(at), TimeOnly.FromDateTime(at));
    }

    private static void Is(ServiceStanding standing, string? day, ServiceRule? rule, ServiceConclusion conclusion) =>
        Assert.Equal(
            (standing, day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), rule),
            (conclusion.Standing, conclusion.Day, conclusion.Rule)
        );
}
