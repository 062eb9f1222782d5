using Domain.Cases;
using Domain.DocumentService;
using Domain.Litigants;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using static Given.CourtDataDesk;

namespace Infrastructure.Tests.DocumentService;

public sealed class ConfirmServiceTests : IAsyncLifetime
{
    private readonly TestDatabase _database = new();
    private CourtData _data = null!;
    private Staff _clerk = null!;
    private Case _case = null!;

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        _data = await CourtData.Open(
            _database.ConnectionString(),
            new StoppedClock(new DateTimeOffset(2026, 11, 20, 2, 26, 0, TimeSpan.Zero))
        );
        _clerk = await _data.Staff(Role.Clerk, await _data.Division());
        _case = await _data.WithDesignatedPhone(await _data.Case(await _data.Litigant()));
    }

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task A_confirmation_is_kept_whole_with_its_plan_and_its_documents_are_taken()
    {
        var (handedOver, upload) = (await _data.HandedOver(_case), await _data.UploadedDocument(_clerk));
        var task = await Confirm(await Confirmation(Document(handedOver), Document(upload)));

        Assert.Equal(("民事判决书、上诉须知", 2, _case.Id), (task.DocumentTitles, task.RecipientCount, task.CaseId));
        var plan = await _data.Use((CourtDb db) => db.Set<ServicePlan>().AsNoTracking().SingleAsync(p => p.TaskId == task.Id));
        Assert.Equal(
            [(ServiceChannel.SmsLink, _case.Parties[0].Phone, AddressBasis.Provided, "起诉状（2026-09-12）载明")],
            plan.Recipients[0].Ways.Select(w => (w.Channel, w.Address, w.Basis, w.Origin))
        );
        Assert.Equal("起诉状（2026-09-12）载明地址", plan.Recipients[0].Consent);
        Assert.Equal(ServiceChannel.InPerson, plan.Recipients[1].Ways.Single().Channel);
        Assert.Equal(task.Id, (await _data.Use((CourtDb db) => db.Set<CaseDocument>().AsNoTracking().SingleAsync())).ServedByTaskId);
        var inUse = await Assert.ThrowsAsync<RefusedException>(() =>
            _data.Use(async (RemoveAttachment remove) => await remove.Handle(upload.Id, await _data.ActorOf(_clerk), default))
        );
        Assert.Equal("attachment.in_use", inUse.Code);
    }

    [Fact]
    public async Task Confirming_again_returns_the_same_task_and_another_person_may_not_use_its_id()
    {
        var confirmation = await Confirmation();
        var first = await Confirm(confirmation);
        Assert.Equal(first.Number, (await Confirm(confirmation)).Number);
        Assert.Equal(1, await _data.Use((CourtDb db) => db.Set<ServicePlan>().CountAsync()));
        var colleague = await _data.Staff(Role.Clerk, await _data.Division());
        Assert.Equal("service_task.id_reused", await Refused(confirmation, colleague));
    }

    [Fact]
    public async Task A_colleague_who_serves_the_same_document_is_told_who_has_served_it()
    {
        var document = await _data.HandedOver(_case);
        var colleague = await _data.Staff(Role.Clerk, await _data.Division(), "黄丽");
        var (one, other) = (await Confirmation(Document(document)), await Confirmation(Document(document)));
        var both = await Task.WhenAll(Outcome(one, _clerk), Outcome(other, colleague));

        Assert.Single(both, o => o is null);
        var refused = both.Single(o => o is not null)!;
        var winner = await _data.Use((CourtDb db) => db.Set<ServiceTask>().AsNoTracking().SingleAsync());
        Assert.Equal(
            ("serving.document_taken", $"《民事判决书》已由{winner.ClerkName}于 11-20 10:26 确认送达（{winner.Number}），没有重复送达"),
            (refused.Code, refused.Message)
        );
    }

    [Fact]
    public async Task An_address_or_a_basis_that_is_not_on_record_is_refused()
    {
        var (party, confirmation) = (_case.Parties[0], await Confirmation());
        Assert.Equal(
            "serving.address_changed",
            await Refused(With(confirmation, party, new ConfirmedWay(ServiceChannel.SmsLink, "13900000000", AddressBasis.Provided)))
        );
        Assert.Equal(
            "serving.address_changed",
            await Refused(With(confirmation, party, new ConfirmedWay(ServiceChannel.SmsLink, party.Phone, AddressBasis.Confirmed)))
        );
        Assert.Equal(0, await _data.Use((CourtDb db) => db.Set<ServiceTask>().CountAsync()));
    }

    [Fact]
    public async Task Somebody_without_consent_is_not_served_electronically()
    {
        var defendant = _case.Parties[1];
        await _data.Address(defendant, AddressKind.Mobile, "13512346604", AddressBasis.Found, "法院查得");
        Assert.Equal(
            "serving.way_not_allowed",
            await Refused(
                With(await Confirmation(), defendant, new ConfirmedWay(ServiceChannel.SmsLink, "13512346604", AddressBasis.Found))
            )
        );
    }

    [Fact]
    public async Task An_address_that_the_court_found_is_tried_but_does_not_serve_by_itself()
    {
        var plaintiff = _case.Parties[0];
        await _data.Address(plaintiff, AddressKind.Email, "zhang@example.com", AddressBasis.Found, "法院查得");
        var confirmation = await Confirmation();
        var found = new ConfirmedWay(ServiceChannel.Email, "zhang@example.com", AddressBasis.Found);
        Assert.Equal("serving.no_way", await Refused(With(confirmation, plaintiff, found)));
        await Confirm(
            With(confirmation, plaintiff, found, new ConfirmedWay(ServiceChannel.SmsLink, plaintiff.Phone, AddressBasis.Provided))
        );
    }

    /// <summary>The period of a judgment hangs on where the party lives and by which procedure the case goes.</summary>
    [Fact]
    public async Task What_the_law_of_periods_asks_for_is_asked_and_never_assumed()
    {
        await _data.Lives(_case.Parties[0], null);
        var confirmation = await Confirmation(Document(await _data.HandedOver(_case)));
        Assert.Equal("serving.facts_missing", await Refused(confirmation));
        var by = await _data.ActorOf(_clerk);
        await _data.Use(
            (NoteCaseFacts note) =>
                note.Handle(CourtDataServing.Facts(_case.Parties[0], new NotedFacts("护照") { Domicile = Domicile.Abroad }), by, default)
        );
        await Confirm(confirmation);
    }

    [Fact]
    public async Task A_summons_starts_no_period_and_asks_for_nothing()
    {
        await _data.Lives(_case.Parties[0], null);
        await Confirm(await Confirmation(Document(await _data.HandedOver(_case, "传票", DocumentKind.Summons))));
    }

    [Fact]
    public async Task Who_is_left_out_needs_a_reason_and_nobody_of_the_case_is_forgotten()
    {
        var (defendant, confirmation) = (_case.Parties[1], await Confirmation());
        Assert.Equal("serving.reason_missing", await Refused(With(confirmation, defendant)));
        var onlyOne = confirmation with { Cases = [confirmation.Cases[0] with { Recipients = [confirmation.Cases[0].Recipients[0]] }] };
        Assert.Equal("serving.recipients_changed", await Refused(onlyOne));
        var reasoned = confirmation with
        {
            Cases =
            [
                confirmation.Cases[0] with
                {
                    Recipients =
                    [
                        confirmation.Cases[0].Recipients[0],
                        new ConfirmedRecipient(new(defendant.Id, null), [], "已另行当面送达"),
                    ],
                },
            ],
        };
        var task = await Confirm(reasoned);
        Assert.Equal(1, task.RecipientCount);
        Assert.Equal(
            "已另行当面送达",
            (await _data.Use((CourtDb db) => db.Set<ServicePlan>().AsNoTracking().SingleAsync())).Recipients[1].LeftOutReason
        );
    }

    [Fact]
    public async Task A_family_member_takes_papers_for_the_party_but_nothing_electronic()
    {
        var (defendant, confirmation) = (_case.Parties[1], await Confirmation());
        Assert.Equal(
            "serving.contact_not_allowed",
            await Refused(Contact(new ConfirmedWay(ServiceChannel.SmsLink, "13500000000", AddressBasis.Found)))
        );
        await Confirm(Contact(new ConfirmedWay(ServiceChannel.Post, "广州市海珠区新港西路 1 号", AddressBasis.Confirmed)));
        var planned = (await _data.Use((CourtDb db) => db.Set<ServicePlan>().AsNoTracking().SingleAsync())).Recipients[^1];
        Assert.Equal(("陈小明", "被告的同住成年家属", AddressBasis.Unconfirmed), (planned.Name, planned.Role, planned.Ways.Single().Basis));

        ConfirmedService Contact(ConfirmedWay way) =>
            confirmation with
            {
                Cases =
                [
                    confirmation.Cases[0] with
                    {
                        Recipients =
                        [
                            .. confirmation.Cases[0].Recipients,
                            new ConfirmedRecipient(new(defendant.Id, null), [way], "", new PartyContact("陈小明", "同住成年家属")),
                        ],
                    },
                ],
            };
    }

    [Fact]
    public async Task A_case_of_another_division_and_somebody_elses_upload_look_like_none()
    {
        var stranger = await _data.Staff(Role.Clerk, await _data.Division(DivisionKind.Criminal));
        Assert.Equal("serving.case_not_found", await Refused(await Confirmation(), stranger));
        var head = await _data.Staff(Role.DivisionHead, await _data.Division());
        Assert.Equal("serving.case_not_found", await Refused(await Confirmation(), head));
        var colleague = await _data.Staff(Role.Clerk, await _data.Division());
        Assert.Equal("serving.document_not_found", await Refused(await Confirmation(), colleague));
    }

    [Fact]
    public async Task A_correction_names_the_document_that_it_corrects()
    {
        var wrong = await Confirm(await Confirmation());
        var corrected = Document(await _data.UploadedDocument(_clerk, "更正.pdf"), corrects: wrong.Documents[0].Id);
        Assert.Equal(
            "serving.corrects_nothing",
            await Refused(await Confirmation(corrected with { CorrectsId = null }) with { CorrectsTaskId = wrong.Id })
        );
        Assert.Equal("serving.correction_not_found", await Refused(await Confirmation(corrected)));
        var other = await _data.Case(await _data.Litigant());
        Assert.Equal(
            "serving.correction_not_found",
            await Refused(new ConfirmedService(Guid.CreateVersion7(), [corrected], [await _data.AsProposed(other.Id)], wrong.Id))
        );

        var task = await Confirm(await Confirmation(corrected) with { CorrectsTaskId = wrong.Id });
        Assert.Equal((wrong.Id, wrong.Documents[0].Id), (task.CorrectsTaskId!.Value, task.Documents[0].CorrectsId!.Value));
    }

    [Fact]
    public async Task A_notice_goes_to_a_thousand_cases_by_one_confirmation()
    {
        var division = await _data.Division();
        var person = await _data.Litigant();
        var ids = await _data.Use(
            async (CourtDb db) =>
            {
                var cases = Enumerable.Range(1, ServiceTask.MaxCases).Select(i => NewCase(division, person, 500_000 + i)).ToList();
                db.Set<Case>().AddRange(cases);
                await db.SaveChangesAsync();
                db.Set<ServiceAddress>()
                    .AddRange(
                        cases.Select(c => CourtDataDesk.AddressOf(c.Parties[0], AddressKind.Mobile, c.Parties[0].Phone, _data.Now()))
                    );
                await db.SaveChangesAsync();
                return cases.ConvertAll(c => c.Id);
            }
        );
        var proposed = await _data.Use((ServiceRecipients r) => r.Of(ids, default));
        var notice = Document(await _data.UploadedDocument(_clerk));
        List<ConfirmedCase> cases =
        [
            .. ids.Select(id => new ConfirmedCase(
                id,
                [
                    .. proposed[id]
                        .Select(r => new ConfirmedRecipient(
                            r.Key,
                            [.. r.Proposed().Select(w => new ConfirmedWay(w.Channel, w.Address, w.Basis))]
                        )),
                ]
            )),
        ];
        var task = await Confirm(new ConfirmedService(Guid.CreateVersion7(), [notice], cases));

        Assert.Equal((1_000, 1_000, (Guid?)null), (task.CaseCount, task.RecipientCount, task.CaseId));
        Assert.Equal(
            1_000,
            await _data.Use(
                (CourtDb db) => db.Set<ServicePlan>().CountAsync(p => p.TaskId == task.Id && p.State == ServicePlanState.Waiting)
            )
        );
        Assert.Equal("serving.too_many_cases", await Refused(new ConfirmedService(Guid.CreateVersion7(), [notice], [.. cases, cases[0]])));
    }

    private static Case NewCase(Division division, Litigant plaintiff, int n)
    {
        var @case = new Case
        {
            Id = Guid.CreateVersion7(),
            Number = $"(2026)粤0104民初{n}号",
            Cause = "物业服务合同纠纷",
            CourtId = division.CourtId,
            DivisionId = division.Id,
            FiledOn = new DateOnly(2026, 9, 1),
        };
        @case.Parties.Add(
            new CaseParty
            {
                Id = Guid.CreateVersion7(),
                Name = plaintiff.Name!,
                Role = PartyRole.Plaintiff,
                Phone = plaintiff.Phone!,
                IdentityKey = plaintiff.IdentityKey!,
            }
        );
        return @case;
    }

    private async Task<ConfirmedService> Confirmation(params ConfirmedDocument[] documents) =>
        new(
            Guid.CreateVersion7(),
            documents.Length > 0 ? documents : [Document(await _data.UploadedDocument(_clerk))],
            [await _data.AsProposed(_case.Id)]
        );

    private static ConfirmedService With(ConfirmedService confirmation, CaseParty party, params ConfirmedWay[] ways) =>
        confirmation with
        {
            Cases =
            [
                confirmation.Cases[0] with
                {
                    Recipients = [.. confirmation.Cases[0].Recipients.Select(r => r.Key.PartyId == party.Id ? r with { Ways = ways } : r)],
                },
            ],
        };

    private async Task<ServiceTask> Confirm(ConfirmedService confirmation, Staff? by = null)
    {
        var actor = await _data.ActorOf(by ?? _clerk);
        return await _data.Use((ConfirmService confirm) => confirm.Handle(confirmation, actor, default));
    }

    private async Task<RefusedException?> Outcome(ConfirmedService confirmation, Staff by)
    {
        try
        {
            await Confirm(confirmation, by);
            return null;
        }
        catch (RefusedException refused)
        {
            return refused;
        }
    }

    private async Task<string?> Refused(ConfirmedService confirmation, Staff? by = null) =>
        (await Outcome(confirmation, by ?? _clerk))?.Code;
}
