using Domain.Cases;
using Domain.DocumentService;
using Domain.Litigants;
using Domain.Organisation;
using Domain.Shared;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Tests.DocumentService;

public sealed class ConsentTests : IAsyncLifetime
{
    private const ConfirmationScope Everything = ConfirmationScopes.All;
    private readonly TestDatabase _database = new();
    private readonly StoppedClock _clock = new(new DateTimeOffset(2026, 6, 8, 2, 0, 0, TimeSpan.Zero));
    private CourtData _data = null!;
    private Staff _clerk = null!;

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        _data = await CourtData.Open(_database.ConnectionString(), _clock);
        _clerk = await _data.Staff(Role.Clerk, await _data.Division());
    }

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task A_form_in_force_is_consent_for_the_stage_that_it_names_and_for_no_other()
    {
        var (first, enforcement) = (await _data.Case(), await _data.Case());
        await Note(first, Form());
        await Note(enforcement, Form(scope: ConfirmationScope.Enforcement));

        Assert.Equal("确认书 2026-06-08", (await Consent(first))!.Words);
        Assert.Null(await Consent(enforcement));
    }

    [Fact]
    public async Task A_form_that_says_no_is_no_consent_whatever_came_before()
    {
        var @case = await _data.Case();
        await Add(@case, PleadingKind.Complaint);
        Assert.Equal("起诉状（2026-06-07）载明", (await Consent(@case))!.Words);

        await Note(@case, Form() with { AcceptsElectronic = false });
        Assert.Null(await Consent(@case));
    }

    [Fact]
    public async Task Withdrawn_consent_ends_with_its_electronic_addresses_and_the_postal_one_stays()
    {
        var @case = await _data.Case();
        var id = await Note(@case, Form());
        _clock.Now += TimeSpan.FromDays(1);
        await Withdraw(id);

        Assert.Null(await Consent(@case));
        var left = await _data.Use(
            (CourtDb db) => db.Set<ServiceAddress>().Where(a => a.CaseId == @case.Id && a.EndedAt == null).Select(a => a.Kind).ToListAsync()
        );
        Assert.Equal([AddressKind.Postal], left);

        _clock.Now += TimeSpan.FromDays(1);
        await Add(@case, PleadingKind.Appeal);
        Assert.Equal("上诉状（2026-06-07）载明", (await Consent(@case))!.Words);
    }

    [Fact]
    public async Task A_withdrawal_in_the_middle_leaves_what_was_served_and_stops_what_comes_later()
    {
        var @case = await _data.Case();
        var id = await Note(@case, Form());
        var served = (
            await _data.BegunServices(@case, _clerk, [CourtDataServing.Recipient(@case.Parties[0], consent: (await Consent(@case))!.Words)])
        ).Single();
        await Deliver(served);

        await Withdraw(id);
        var later = (
            await _data.BegunServices(
                @case,
                _clerk,
                [CourtDataServing.Recipient(@case.Parties[0], consent: (await Consent(@case))?.Words ?? "")]
            )
        ).Single();
        await Deliver(later);

        Assert.Equal((ServiceState.Effective, ServiceState.UnderWay), ((await Stored(served)).State, (await Stored(later)).State));
    }

    [Fact]
    public async Task A_new_form_replaces_the_old_one_and_its_addresses()
    {
        var @case = await _data.Case();
        var old = await Note(@case, Form());
        _clock.Now += TimeSpan.FromDays(30);
        var newer = await Note(@case, Form() with { Mobile = "13900139000" });

        var forms = await _data.Use((CourtDb db) => db.Set<AddressConfirmation>().OrderBy(c => c.ConfirmedAt).ToListAsync());
        Assert.Equal([(old, (Guid?)newer, false), (newer, null, true)], forms.Select(f => (f.Id, f.ReplacedById, f.IsInForce)));
        var mobiles = await _data.Use(
            (CourtDb db) => db.Set<ServiceAddress>().Where(a => a.Kind == AddressKind.Mobile).OrderBy(a => a.AddedAt).ToListAsync()
        );
        Assert.Equal([("13800138000", "由新的确认书代替"), ("13900139000", "")], mobiles.Select(a => (a.Value, a.EndReason)));
        Assert.Equal(("确认书 2026-07-08", newer), ((await Consent(@case))!.Words, (await Consent(@case))!.ConfirmationId));
        await Assert.ThrowsAsync<RefusedException>(() => Withdraw(old));
    }

    [Fact]
    public async Task A_first_instances_form_carries_to_the_appeal_of_the_same_people_where_its_scope_says_so()
    {
        var (plaintiff, other) = (await _data.Litigant("陈建华"), await _data.Litigant("周小平"));
        var first = await _data.Case(plaintiff);
        await Note(first, Form());
        var appeal = await Later(first, CaseStage.SecondInstance, plaintiff);
        var strangers = await Later(await _data.Case(other, defendant: "赵六"), CaseStage.SecondInstance, plaintiff);

        Assert.Equal($"确认书 2026-06-08，{CaseNumber.DisplayOf(first.Number)}", (await Consent(appeal))!.Words);
        Assert.Null(await Consent(strangers));
        var proposed = (await _data.Use((ServiceRecipients recipients) => recipients.Of(appeal.Id, default)))[0];
        Assert.Equal($"确认书 2026-06-08，{CaseNumber.DisplayOf(first.Number)}", proposed.Consent.Words);
        Assert.Contains(proposed.WaysBy(ServiceChannel.SmsLink), w => w is { Address: "13800138000", Basis: AddressBasis.Confirmed });

        await Note(first, Form(scope: ConfirmationScope.FirstInstance));
        Assert.Null(await Consent(appeal));
    }

    /// <summary>The same lawyer on the other side of the appeal: the form was the first client's.</summary>
    [Fact]
    public async Task An_agents_form_carries_to_the_appeal_only_for_the_party_for_whom_it_was_given()
    {
        var (plaintiff, lawyer) = (await _data.Litigant("陈建华"), await _data.Litigant("王志远"));
        var first = await _data.Case(plaintiff);
        await _data.Agent(first, lawyer);
        var agent = await _data.Use((CourtDb db) => db.Set<CaseAgent>().Select(a => a.Id).SingleAsync());
        var given = CourtDataServing.Confirmation(first, first.Parties[0], Form(), "王志远") with { PersonId = agent };
        var by = await By();
        await _data.Use((NoteAddressConfirmation note) => note.Handle(given, by, default));

        var appeal = await Later(first, CaseStage.SecondInstance, plaintiff);
        var (same, other) = (await Acts(appeal.Parties[0]), await Acts(appeal.Parties[1]));
        var found = await _data.Use((ServiceConsents consents) => consents.Of([appeal.Id], default));
        Assert.Equal((true, false), (found.ContainsKey(same), found.ContainsKey(other)));

        Task<Guid> Acts(CaseParty party) =>
            _data.Use(
                async (CourtDb db) =>
                {
                    var of = new CaseAgent
                    {
                        Id = Guid.CreateVersion7(),
                        PartyId = party.Id,
                        Name = "王志远",
                        IsLawyer = true,
                        IdentityKey = lawyer.IdentityKey!,
                    };
                    db.Set<CaseAgent>().Add(of);
                    await db.SaveChangesAsync();
                    return of.Id;
                }
            );
    }

    [Fact]
    public async Task Who_withdrew_in_the_appeal_is_not_bound_by_the_first_instance()
    {
        var plaintiff = await _data.Litigant();
        var first = await _data.Case(plaintiff);
        await Note(first, Form());
        var appeal = await Later(first, CaseStage.SecondInstance, plaintiff);
        var own = await Note(appeal, Form(scope: ConfirmationScope.SecondInstance));
        await Withdraw(own);
        Assert.Null(await Consent(appeal));
    }

    [Fact]
    public async Task Accepting_a_completed_service_is_consent_to_later_ones()
    {
        var @case = await _data.Case();
        var service = (
            await _data.BegunServices(
                @case,
                _clerk,
                [
                    CourtDataServing.Recipient(
                        @case.Parties[0],
                        consent: "",
                        ways: new PlannedWay(ServiceChannel.SmsLink, "13800138000", AddressBasis.Found, "运营商查得")
                    ),
                ]
            )
        ).Single();
        await Deliver(service);
        Assert.Null(await Consent(@case));

        _clock.Now += TimeSpan.FromDays(2);
        await _data.Use(
            async (RecordReply record) =>
                await record.Handle(CourtDataServing.Evidence(service, "电话回复收到"), _clock.GetUtcNow(), await By(), default)
        );
        Assert.Equal("接受过 2026-06-10 的电子送达", (await Consent(@case))!.Words);
    }

    [Fact]
    public async Task Of_many_cases_the_consents_are_found_at_once()
    {
        List<Case> cases = [];
        for (var i = 0; i < 5; i++)
            cases.Add(await _data.Case());
        foreach (var @case in cases.Skip(2))
            await Note(@case, Form());
        var found = await _data.Use((ServiceConsents consents) => consents.Of([.. cases.Select(c => c.Id)], default));
        Assert.Equal(cases.Skip(2).Select(c => c.Parties[0].Id).Order(), found.Keys.Order());
    }

    [Fact]
    public async Task Two_clerks_noting_at_once_leave_one_form_in_force()
    {
        var @case = await _data.Case();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Note(@case, Form())));
        var forms = await _data.Use((CourtDb db) => db.Set<AddressConfirmation>().ToListAsync());
        Assert.Equal((4, 1), (forms.Count, forms.Count(f => f.IsInForce)));
        Assert.Equal(3, await _data.Use((CourtDb db) => db.Set<ServiceAddress>().CountAsync(a => a.EndedAt == null)));
    }

    [Theory]
    [InlineData("12345", "", "越秀区解放北路1号", "510000", "address_confirmation.mobile_invalid")]
    [InlineData("13800138000", "不是邮箱", "越秀区解放北路1号", "510000", "address_confirmation.email_invalid")]
    [InlineData("13800138000", "", " ", "510000", "address_confirmation.postal_address_missing")]
    [InlineData("13800138000", "", "越秀区解放北路1号", "51000", "address_confirmation.postcode_invalid")]
    [InlineData("", "", "越秀区解放北路1号", "", "address_confirmation.no_way")]
    public async Task A_form_with_something_wrong_is_refused(string mobile, string email, string postal, string postcode, string code)
    {
        var @case = await _data.Case();
        var form = Form() with
        {
            AcceptsWeChat = false,
            AcceptsAccount = false,
            Mobile = mobile,
            Email = email,
            PostalAddress = postal,
            Postcode = postcode,
        };
        Assert.Equal(code, (await Assert.ThrowsAsync<RefusedException>(() => Note(@case, form))).Code);
    }

    [Fact]
    public async Task Another_divisions_clerk_reaches_neither_the_people_nor_the_forms()
    {
        var @case = await _data.Case();
        var id = await Note(@case, Form());
        var stranger = await _data.ActorOf(await _data.Staff(Role.Clerk, await _data.Division(DivisionKind.Criminal)));
        var noting = await Assert.ThrowsAsync<RefusedException>(() =>
            _data.Use(
                (NoteAddressConfirmation note) =>
                    note.Handle(CourtDataServing.Confirmation(@case, @case.Parties[0], Form()), stranger, default)
            )
        );
        var withdrawing = await Assert.ThrowsAsync<RefusedException>(() =>
            _data.Use((WithdrawAddressConfirmation withdraw) => withdraw.Handle(id, "本人要求", stranger, default))
        );
        Assert.Equal(("address_confirmation.person_not_found", "address_confirmation.not_found"), (noting.Code, withdrawing.Code));
    }

    private static ConfirmationForm Form(ConfirmationScope scope = Everything) =>
        new(true, true, true, "138 0013 8000", "chen@example.com", "广州市越秀区解放北路 1 号", "510030", scope, false, "");

    private Task<Actor> By() => _data.ActorOf(_clerk);

    private async Task<Guid> Note(Case @case, ConfirmationForm form)
    {
        var given = CourtDataServing.Confirmation(@case, @case.Parties[0], form, "陈建华");
        var by = await By();
        await _data.Use((NoteAddressConfirmation note) => note.Handle(given, by, default));
        return given.Id;
    }

    private async Task Withdraw(Guid id)
    {
        var by = await By();
        await _data.Use((WithdrawAddressConfirmation withdraw) => withdraw.Handle(id, "本人来电要求", by, default));
    }

    /// <summary>An e-mail address in a pleading of the first party, of the day before.</summary>
    private async Task Add(Case @case, PleadingKind pleading)
    {
        var by = await By();
        await _data.Use(
            (AddServiceAddress add) =>
                add.Handle(
                    new NewServiceAddress(AddressKind.Email, "a@example.com", AddressBasis.Provided, "")
                    {
                        Id = Guid.CreateVersion7(),
                        CaseId = @case.Id,
                        PersonId = @case.Parties[0].Id,
                        Pleading = new Pleading(pleading, new DateOnly(2026, 6, 7)),
                    },
                    by,
                    default
                )
        );
    }

    private async Task<ConsentOnRecord?> Consent(Case @case) =>
        (await _data.Use((ServiceConsents consents) => consents.Of([@case.Id], default))).GetValueOrDefault(@case.Parties[0].Id);

    /// <summary>The same parties before another court's or the same court's later stage.</summary>
    private Task<Case> Later(Case first, CaseStage stage, Litigant plaintiff) =>
        _data.Use(
            async (CourtDb db) =>
            {
                var later = new Case
                {
                    Id = Guid.CreateVersion7(),
                    Number = $"(2026)粤01民终{10_000 + CourtData.Next()}号",
                    Cause = first.Cause,
                    Stage = stage,
                    CourtId = first.CourtId,
                    DivisionId = first.DivisionId,
                    FiledOn = first.FiledOn.AddDays(60),
                };
                var position = 0;
                foreach (var (name, key) in new[] { (plaintiff.Name!, plaintiff.IdentityKey!), (first.Parties[1].Name, "") })
                    later.Parties.Add(
                        new CaseParty
                        {
                            Id = Guid.CreateVersion7(),
                            Name = name,
                            Role = PartyRole.Appellant,
                            IdentityKey = key,
                            Position = position++,
                        }
                    );
                db.Set<Case>().Add(later);
                await db.SaveChangesAsync();
                return later;
            }
        );

    private Task Deliver(Service service) =>
        _data.Use(
            async (CourtDb db) =>
            {
                var stored = await db.Set<Service>().Include(s => s.Copies).Include(s => s.Attempts).SingleAsync(s => s.Id == service.Id);
                stored.Delivered(stored.Attempts[0].Id, _clock.GetUtcNow(), _clock.GetUtcNow());
                await _data.Use((LawOfService laws) => new ConcludeServices(db, laws).Update([stored], _clock.GetUtcNow(), default));
                await db.SaveChangesAsync();
            }
        );

    private Task<Service> Stored(Service service) =>
        _data.Use((CourtDb db) => db.Set<Service>().AsNoTracking().SingleAsync(s => s.Id == service.Id));
}
