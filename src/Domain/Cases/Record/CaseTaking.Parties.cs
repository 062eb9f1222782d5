using Domain.Shared;

namespace Domain.Cases;

internal sealed partial class CaseTaking
{
    private void TakeParties()
    {
        HashSet<CaseParty> named = [];
        foreach (var (position, said) in record.Parties.Index())
        {
            var party = Known(said, named);
            if (party is null)
            {
                party = new CaseParty
                {
                    Id = Guid.CreateVersion7(now),
                    CaseId = @case.Id,
                    ExternalId = said.Id!,
                    Name = Clean(said.Name),
                    Role = said.Role!.Value,
                };
                @case.Parties.Add(party);
                Note(CaseField.Party, "", "", $"增加{party.Role.Chinese()}");
            }

            named.Add(party);
            party.Position = position;
            Take(party, said);
            TakeAgents(party, said);
        }

        foreach (var gone in @case.Parties.Where(p => p.LeftAt is null && !named.Contains(p)))
        {
            gone.LeftAt = now;
            Note(CaseField.Party, "", "", $"{gone.Role.Chinese()}退出");
        }
    }

    /// <summary>By the trial system's id; before it gave one, by role and name.</summary>
    private CaseParty? Known(TrialParty said, HashSet<CaseParty> named) =>
        @case.Parties.Find(p => p.ExternalId == said.Id)
        ?? @case.Parties.Find(p =>
            p.ExternalId.Length == 0 && p.LeftAt is null && !named.Contains(p) && p.Role == said.Role && p.Name == Clean(said.Name)
        );

    private void Take(CaseParty party, TrialParty said)
    {
        party.ExternalId = said.Id!;
        if (party.LeftAt is not null)
        {
            party.LeftAt = null;
            Note(CaseField.Party, "", "", $"{party.Role.Chinese()}重新加入");
        }

        var who = said.Role!.Value.Chinese();
        party.Role = said.Role.Value;
        party.IsOrganisation = said.IsOrganisation;
        if (party.Name != Clean(said.Name))
        {
            // Somebody else may stand in this place now: without a number nobody is known by the former one's.
            if (string.IsNullOrEmpty(said.IdNumber))
                (party.IdentityKey, party.IdLastFour) = ("", "");
            party.Name = Clean(said.Name);
            Note(CaseField.PartyName, who, "", "");
        }

        if (said.Phone is not null && party.Phone != Phone(said.Phone))
        {
            party.Phone = Phone(said.Phone);
            Note(CaseField.PartyContact, who, "", "");
        }

        if (KeyOf(said.IdNumber) is var (key, four) && party.IdentityKey != key)
        {
            (party.IdentityKey, party.IdLastFour) = (key, four);
            Note(CaseField.PartyIdentity, who, "", "");
        }

        party.Domicile = Keep(EnteredHere.Domicile, CaseField.Domicile, party, party.Domicile, said.Domicile, d => d.Chinese());
        party.IsInCustody = Keep(EnteredHere.Custody, CaseField.Custody, party, party.IsInCustody, said.InCustody, YesOrNo);
        party.IsMinor = Keep(EnteredHere.Minority, CaseField.Minority, party, party.IsMinor, said.Minor, YesOrNo);
    }

    private void TakeAgents(CaseParty party, TrialParty said)
    {
        HashSet<CaseAgent> named = [];
        foreach (var agent in said.Agents)
        {
            var known = Known(party, agent, named);
            if (known is null)
            {
                known = NewAgent(party, agent);
                party.Agents.Add(known);
                Note(CaseField.Agent, party.Role.Chinese(), "", $"增加 {known.Name}");
            }

            named.Add(known);
            Take(party, known, agent);
        }

        var gone = party.Agents.Where(a => a.Source == AgentSource.TrialSystem && a.EndedAt is null && !named.Contains(a));
        foreach (var agent in gone)
        {
            (agent.EndedAt, agent.LeftRecord) = (now, true);
            Note(CaseField.Agent, party.Role.Chinese(), "", $"{agent.Name} 不再代理");
        }
    }

    /// <summary>Also one who was bound here; one who left the record and is named again is a new one.</summary>
    private CaseAgent? Known(CaseParty party, TrialAgent said, HashSet<CaseAgent> named)
    {
        var key = KeyOf(said.IdNumber)?.Key;
        return party
            .Agents.Where(a => !named.Contains(a) && !(a.EndedAt is not null && a.LeftRecord))
            .OrderBy(a => a.EndedAt is not null)
            .FirstOrDefault(a => key is not null && a.IdentityKey.Length > 0 ? a.IdentityKey == key : a.Name == Clean(said.Name));
    }

    private CaseAgent NewAgent(CaseParty party, TrialAgent said) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            PartyId = party.Id,
            Name = Clean(said.Name),
            Source = AgentSource.TrialSystem,
        };

    private void Take(CaseParty party, CaseAgent agent, TrialAgent said)
    {
        var items = said.Items.Aggregate(AuthorityItems.None, (all, item) => all | item);
        var point = new ConflictPoint(@case, CaseField.Agent) { PartyId = party.Id, AgentId = agent.Id };
        if (RanOut(agent))
        {
            if (!(said.EndsOn > agent.EndsOn))
                return; // nothing newer is said
            agent.EndedAt = null; // extended there
        }
        else if (agent.EndedAt is not null)
        {
            Differ(point, "已解除", "仍在代理"); // a person ended it here
            return;
        }

        if (agent.Source != AgentSource.TrialSystem)
        {
            Complete(agent, said);
            if (said.Authority is { } other && (other, items) != (agent.Authority, agent.Items))
                Differ(point with { Field = CaseField.AgentAuthority }, $"{agent.Authority}:{agent.Items}", $"{other}:{items}");
            return;
        }

        if (said.Authority is { } authority && (agent.Authority, agent.Items) != (authority, items))
        {
            (agent.Authority, agent.Items) = (authority, items);
            Note(CaseField.AgentAuthority, party.Role.Chinese(), "", $"{agent.Name} {authority.Chinese()}");
        }

        agent.EndsOn = said.EndsOn ?? agent.EndsOn;
        agent.Kind = said.Kind ?? agent.Kind;
        agent.IsLawyer = agent.Kind is null ? agent.IsLawyer : agent.Kind == AgentKind.Lawyer;
        agent.LicenceNumber = said.LicenceNumber is null ? agent.LicenceNumber : Clean(said.LicenceNumber);
        agent.Firm = said.Firm is null ? agent.Firm : Clean(said.Firm);
        agent.Phone = said.Phone is null ? agent.Phone : Phone(said.Phone);
        agent.IdentityKey = KeyOf(said.IdNumber)?.Key ?? agent.IdentityKey;
    }

    /// <summary>The trial system's agent whose last day has passed, ended by the day and by nobody.</summary>
    private static bool RanOut(CaseAgent agent) =>
        agent is { Source: AgentSource.TrialSystem, LeftRecord: false, EndedAt: { } at, EndsOn: { } last } && last < ChinaTime.DayOf(at);

    /// <summary>What a person entered of an agent stays; what is missing is filled in.</summary>
    private static void Complete(CaseAgent agent, TrialAgent said)
    {
        agent.Kind ??= said.Kind;
        if (agent.LicenceNumber.Length == 0)
            agent.LicenceNumber = Clean(said.LicenceNumber);
        if (agent.Firm.Length == 0)
            agent.Firm = Clean(said.Firm);
        if (agent.Phone.Length == 0 && said.Phone is not null)
            agent.Phone = Phone(said.Phone);
    }

    private (string Key, string LastFour)? KeyOf(string? idNumber) =>
        ResidentId.TryRead(idNumber, out var number) ? (keys.For(number), number[^4..]) : null;

    private static string Phone(string typed) => PhoneNumber.TryRead(typed, out var normal, out _) ? normal : Clean(typed);

    private static string YesOrNo(bool yes) => yes ? "是" : "否";
}
