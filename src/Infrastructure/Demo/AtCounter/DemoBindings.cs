using Domain.Bindings;
using Domain.Cases;
using Domain.WorkOrders;

namespace Infrastructure.Demo.AtCounter;

/// <summary>Lawyers ask to be bound: one is, one has still to bring something, one waits.</summary>
internal sealed class DemoBindings(DemoCounter counter, DemoCases cases, DemoVolumes volumes)
{
    private const string Firm = "广东正衡律师事务所";

    public void Plan(DemoTimeline timeline)
    {
        var (drawn, of) = (cases.All.Single(c => c.Case.Number == DemoProceedings.Drawn), counter.People);
        var (zhou, other) = (of.Named("周文博"), of.Lawyers.Skip(1).First(l => l.Litigant is not null));
        var asking = cases
            .All.Where(c =>
                c.Case.ClerkId == counter.Clerk.Staff.Id
                && c.Case is { IsOpen: true, IsSensitive: false }
                && c.Case.Parties[0] is { IsOrganisation: false, Agents.Count: 0 }
                && !c.Callers.Any(p => of.IsDrawn(p.Person))
            )
            .Take(2)
            .ToList();
        timeline.At(counter.On(-6, 10 * 60), () => Approved(drawn.Case.Number, zhou));
        timeline.At(counter.On(-2, 11 * 60), () => Incomplete(asking[0].Case, zhou));
        timeline.At(
            counter.On(-1, 15 * 60),
            () =>
                Ask(
                    asking[1].Case.Number,
                    asking[1].Case.Parties[0].Name,
                    other,
                    "14401201810654321",
                    PaperAuthority.FullOnly,
                    AuthorityItems.None
                )
        );
    }

    private async Task Approved(string number, DemoPerson lawyer)
    {
        const AuthorityItems items =
            AuthorityItems.Admit | AuthorityItems.Waive | AuthorityItems.ChangeClaims | AuthorityItems.Settle | AuthorityItems.Appeal;
        var id = await Ask(number, "陈建华", lawyer, "14401201310123456", PaperAuthority.Special, items);
        var decision = new BindingDecision(AgentAuthority.Special, items, null);
        await counter.Do<ApproveBinding>(b => b.Handle(id, Guid.CreateVersion7(), decision, counter.Clerk.Actor, counter.Ct));
    }

    private async Task Incomplete(Case @case, DemoPerson lawyer)
    {
        var party = @case.Parties[0].Name;
        var id = await Ask(@case.Number, party, lawyer, "14401201310123456", PaperAuthority.FullOnly, AuthorityItems.None);
        await counter.Do<AskForMissing>(b =>
            b.Handle(
                id,
                Guid.CreateVersion7(),
                ["授权委托书没有委托人签名，请补签后重新上传", "律师事务所函没有盖章"],
                counter.Clerk.Actor,
                counter.Ct
            )
        );
    }

    private async Task<Guid> Ask(
        string number,
        string party,
        DemoPerson lawyer,
        string licence,
        PaperAuthority authority,
        AuthorityItems items
    )
    {
        var id = Guid.CreateVersion7();
        var terms = new PaperTerms(AgentKind.Lawyer, authority, items) { LicenceNumber = licence, Firm = Firm };
        GivenPaper[] papers =
        [
            new(
                PaperKind.PowerOfAttorney,
                await volumes.Upload(authority == PaperAuthority.Special ? "授权委托书" : DemoVolumes.FullOnly, lawyer)
            ),
            new(PaperKind.Letter, await volumes.Upload("律师事务所函", lawyer)),
        ];
        // The lawyers' platform is asked as it was then: while the demo is made nobody answers there.
        await counter
            .UseWith<AskBinding>(new Practising())
            .Handle(id, new(Channel.WeChat, CaseNumber.DisplayOf(number), party, terms, papers), lawyer.Actor, counter.Ct);
        counter.Db.Forget();
        return id;
    }

    private sealed class Practising : ILawyerRegister
    {
        public Task<LicenceAnswer> Look(string name, string licenceNumber, CancellationToken ct) =>
            Task.FromResult(new LicenceAnswer(LicenceVerdict.Practising, Firm));
    }
}
