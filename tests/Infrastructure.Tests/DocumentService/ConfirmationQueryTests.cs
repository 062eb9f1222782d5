using Domain.Cases;
using Domain.DocumentService;
using Domain.Organisation;
using Domain.Shared;
using Given;
using Infrastructure.DocumentService;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Tests.DocumentService;

/// <summary>Who finds which 送达地址确认书, and by what.</summary>
public sealed class ConfirmationQueryTests : ServiceDeskTest
{
    [Fact]
    public async Task A_form_is_found_by_case_number_and_by_the_beginning_of_a_name()
    {
        var other = await Data.Case(defendant: "司徒志强");
        var (first, second) = (await Note(Case, 0), await Note(other, 1, signer: "张明"));

        Assert.Equal([second, first], await Found(""));
        Assert.Equal([first], await Found(Case.Number));
        Assert.Equal([first], await Found(CaseNumber.DisplayOf(Case.Number)));
        Assert.Equal([second], await Found("司徒"));
        Assert.Equal([second], await Found("张明"));
        Assert.Equal([first], await Found("陈建华"));
        Assert.Empty(await Found("志强"));
        Assert.Empty(await Found("张%"));
        Assert.Empty(await Found("（2026）粤0104民初99999999号"));

        await Data.Use((WithdrawAddressConfirmation w) => w.Handle(second, "本人要求", Clerk, default));
        Assert.Empty(await Found("司徒"));
        Assert.Equal([second], await Found("司徒", onlyInForce: false));
    }

    [Fact]
    public async Task A_form_is_for_its_division_its_judges_and_the_courts_supervisors()
    {
        var (judge, panelist) = (await Data.Staff(Role.Judge, await Data.Division()), await Data.Staff(Role.Judge, await Data.Division()));
        var @case = await Data.Case(judge: judge);
        await Data.Seat(@case, panelist);
        var id = await Note(@case, 0);
        var secret = await Note(@case, 1, keepsSecret: true);
        var filing = await Data.Division(DivisionKind.Filing);
        Task<Actor> New(Role role, Division division) => Data.Staff(role, division).ContinueWith(s => Data.ActorOf(s.Result)).Unwrap();

        foreach (var by in new[] { await Data.ActorOf(judge), await Data.ActorOf(panelist) })
            Assert.Equal([secret, id], await Found("", by));
        foreach (
            var by in new[]
            {
                Clerk,
                await New(Role.DivisionHead, await Data.Division()),
                await New(Role.FilingDivision, filing),
                await New(Role.SupervisionOfficer, filing),
            }
        )
        {
            Assert.Equal([id], await Found("", by));
            Assert.Equal([id], await Found(@case.Number, by));
            Assert.Null(await Data.Use((ConfirmationQueries q) => q.Find(secret, by, default)));
        }

        var strangers = new[]
        {
            await New(Role.Clerk, await Data.Division(DivisionKind.Criminal)),
            await New(Role.Judge, await Data.Division()),
            await New(Role.FilingDivision, await Data.Division(DivisionKind.Filing, "panyu")),
            await New(Role.Administrator, filing),
            await New(Role.President, await Data.Division(DivisionKind.Leadership)),
        };
        foreach (var by in strangers)
        {
            Assert.Empty(await Found("", by));
            Assert.Empty(await Found("陈建华", by));
            Assert.Null(await Data.Use((ConfirmationQueries q) => q.Find(id, by, default)));
            Assert.Null(await Data.Use((ConfirmationQueries q) => q.Case(@case.Id, by, default)));
        }
    }

    [Fact]
    public async Task Clerks_look_for_the_cases_they_serve_by_number_or_name()
    {
        var elsewhere = await Data.Case(division: await Data.Division(DivisionKind.Criminal), defendant: "司徒志强");
        async Task<IReadOnlyList<ConfirmationCase>> Find(string typed) =>
            (await Data.Use((ConfirmationQueries q) => q.FindCases(typed, null, Clerk, default))).Rows;

        Assert.Equal(Case.Id, (await Find(Case.Number)).Single().Id);
        Assert.Equal("陈建华、李大强", (await Find("李大")).Single().Parties);
        Assert.Empty(await Find("大强"));
        Assert.Empty(await Find("李"));
        Assert.Empty(await Find(elsewhere.Number));
        Assert.Empty(await Find("司徒"));
    }

    [Fact]
    public async Task Of_an_agents_form_the_agent_is_named_and_whose_agent_it_is()
    {
        var agent = await Data.Agent(Case.Parties[1], "麦锦珊");
        var form = CourtDataServing.Confirmation(Case, Case.Parties[1], Form(), "麦锦珊") with { PersonId = agent.Id };
        await Data.Use((NoteAddressConfirmation note) => note.Handle(form, Clerk, default));
        await Note(Case, 1);

        var rows = (await Data.Use((ConfirmationQueries q) => q.List("", true, null, Clerk, default))).Rows;
        var party = Case.Parties[1].Name;
        Assert.Equal([(party, "被告"), ("麦锦珊", $"被告{party}的代理人")], rows.Select(r => (r.Person, r.RoleText)));
        var detail = (await Data.Use((ConfirmationQueries q) => q.Find(form.Id, Clerk, default)))!;
        Assert.Equal(("麦锦珊", $"被告{party}的代理人"), (detail.PersonName, detail.RoleText));
    }

    private async Task<Guid> Note(Case @case, int party, string signer = "陈建华", bool keepsSecret = false)
    {
        Clock.Now = Clock.Now.AddMinutes(1);
        var given = CourtDataServing.Confirmation(@case, @case.Parties[party], Form(keepsSecret), signer);
        await Data.Use((NoteAddressConfirmation note) => note.Handle(given, Clerk, default));
        return given.Id;
    }

    private static ConfirmationForm Form(bool keepsSecret = false) =>
        new(true, true, true, "13800138000", "", "广州市越秀区解放北路 1 号", "510030", ConfirmationScopes.All, keepsSecret, "");

    private async Task<List<Guid>> Found(string typed, Actor? by = null, bool onlyInForce = true) =>
        [
            .. (await Data.Use((ConfirmationQueries q) => q.List(typed, onlyInForce, null, by ?? Clerk, default))).Rows.Select(r =>
                r.Form.Id
            ),
        ];
}
