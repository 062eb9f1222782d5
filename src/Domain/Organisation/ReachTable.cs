using System.Collections.Frozen;
using static Domain.Organisation.Role;

namespace Domain.Organisation;

/// <param name="Extents">Roles that are not named reach nothing.</param>
/// <param name="Widened">Reach all courts where the post sees both levels.</param>
/// <param name="City">Reach all courts at the Intermediate Court, and nothing elsewhere.</param>
internal sealed record ReachRow(
    FrozenDictionary<Role, Extent> Extents,
    FrozenSet<Role> Widened,
    FrozenSet<Role> City,
    FrozenSet<Role> Menu
);

/// <summary>
/// The one table of who reaches what. <c>courts</c> is the own court, and both levels for supervisors of the Intermediate
/// Court; <c>widened</c> are others whom that widens; <c>city</c> is for the Intermediate Court's alone; <c>menu</c> names whose
/// navigation offers it, where that is not everybody.
/// </summary>
internal static class ReachTable
{
    private static readonly Role[] s_all = Enum.GetValues<Role>();
    private static readonly Role[] s_agents = [HotlineAgent, ShiftLeader];
    private static readonly Role[] s_overseers = [FilingDivision, VicePresident, President, SupervisionOfficer, DutyJudge];
    private static readonly Role[] s_serviceOverseers = [FilingDivision, VicePresident, President, SupervisionOfficer];

    private static readonly FrozenDictionary<Feature, ReachRow> s_rows = new Dictionary<Feature, ReachRow>
    {
        [Feature.Account] = Row(own: s_all),
        [Feature.WorkOrders] = Row(
            own: [PetitionOffice, Administrator],
            cases: [Judge, Clerk],
            division: [DivisionHead, LiaisonOfficer],
            courts: s_overseers,
            all: s_agents // one team answers for all courts: whoever rings again must find their orders known
        ),
        [Feature.Desk] = Row(
            own: [Judge, PetitionOffice, Administrator, .. s_agents],
            cases: [Clerk],
            division: [DivisionHead, LiaisonOfficer],
            courts: s_overseers,
            menu: [Judge, PetitionOffice, Administrator, Clerk, DivisionHead, LiaisonOfficer, .. s_overseers]
        ),
        [Feature.Answering] = Row(own: [Judge]),
        [Feature.Handling] = Row(division: [DivisionHead, LiaisonOfficer], court: [FilingDivision]),
        [Feature.ClockRestart] = Row(division: [DivisionHead, LiaisonOfficer], court: [FilingDivision]),
        [Feature.UrgentMark] = Row(own: s_agents, division: [LiaisonOfficer], courts: [DutyJudge]),
        [Feature.LateReport] = Row(division: [LiaisonOfficer]),
        [Feature.Intake] = Row(own: s_agents),
        [Feature.Dispatch] = Row(division: [LiaisonOfficer], court: [FilingDivision]),
        [Feature.Reviews] = Row(courts: [FilingDivision]),
        [Feature.Supervision] = Row(division: [DivisionHead], courts: s_overseers),
        [Feature.Requests] = Row(division: [DivisionHead], court: [VicePresident, President]),
        [Feature.Proof] = Row(division: [DivisionHead], court: [PetitionOffice], courts: [FilingDivision, SupervisionOfficer, DutyJudge]),
        [Feature.AccountRecovery] = Row(all: [FilingDivision]), // accounts are of no court
        [Feature.AnswerTemplates] = Row(own: s_all, menu: [Judge, DivisionHead, LiaisonOfficer]),
        [Feature.Cases] = Row(
            cases: [Judge, Administrator],
            division: [Clerk, DivisionHead, LiaisonOfficer], // a clerk: what they may serve in, as Serving and Services say
            court: [PetitionOffice],
            courts: s_overseers,
            all: s_agents,
            menu: [Judge, Clerk, LiaisonOfficer, DivisionHead, PetitionOffice, .. s_agents, .. s_overseers]
        ),
        [Feature.MyCases] = Row(cases: [Judge, Clerk], division: [DivisionHead]),
        [Feature.CaseConflicts] = Row(cases: [Judge], division: [Clerk]),
        [Feature.NodePushes] = Row(court: [Administrator, FilingDivision]),
        [Feature.CaseImports] = Row(all: [Administrator]),
        [Feature.Bindings] = Row(
            cases: [Judge, Clerk],
            division: [DivisionHead, LiaisonOfficer],
            courts: s_serviceOverseers,
            menu: [Judge, Clerk, DivisionHead, LiaisonOfficer]
        ),
        [Feature.Submissions] = Row(
            cases: [Judge, Clerk],
            division: [DivisionHead, LiaisonOfficer],
            courts: s_serviceOverseers,
            menu: [Judge, Clerk, DivisionHead, LiaisonOfficer]
        ),
        [Feature.Reading] = Row(
            cases: [Judge, Clerk],
            division: [DivisionHead, LiaisonOfficer],
            courts: s_serviceOverseers,
            menu: [Judge, Clerk, DivisionHead, LiaisonOfficer]
        ),
        [Feature.AgentEntry] = Row(cases: [Judge, Clerk]),
        [Feature.EarlyWarnings] = Row(
            own: [Judge, Clerk, LiaisonOfficer, PetitionOffice, Administrator, SupervisionOfficer, DutyJudge, .. s_agents],
            division: [DivisionHead],
            courts: [FilingDivision, VicePresident, President],
            widened: [SupervisionOfficer],
            menu: [.. s_all.Except([Administrator])]
        ),
        [Feature.WarningTaking] = Row(division: [DivisionHead], court: [FilingDivision, VicePresident, President]),
        [Feature.WarningCandidates] = Row(court: [FilingDivision]),
        [Feature.WarningWords] = Row(court: [Administrator]),
        [Feature.Services] = Row(cases: [Judge], division: [Clerk, DivisionHead, LiaisonOfficer], courts: s_serviceOverseers),
        [Feature.ServiceTasks] = Row(
            cases: [Judge],
            division: [Clerk, DivisionHead, LiaisonOfficer],
            courts: s_serviceOverseers,
            menu: [Judge, DivisionHead, LiaisonOfficer, .. s_serviceOverseers]
        ),
        [Feature.Serving] = Row(cases: [Judge], division: [Clerk], menu: [Clerk]),
        [Feature.Handwork] = Row(division: [Clerk]),
        [Feature.ServiceDuties] = Row(division: [Clerk, DivisionHead, LiaisonOfficer], courts: s_serviceOverseers),
        [Feature.Confirmations] = Row(cases: [Judge], division: [Clerk, DivisionHead], courts: [FilingDivision, SupervisionOfficer]),
        [Feature.Effects] = Row(cases: [Judge], division: [Clerk, DivisionHead], courts: s_serviceOverseers),
        [Feature.FallbackPlans] = Row(court: [Administrator], courts: [FilingDivision]),
        [Feature.ServiceStatistics] = Row(own: [Clerk], division: [DivisionHead, LiaisonOfficer], courts: s_overseers),
        [Feature.Statistics] = Row(own: [Judge], division: [DivisionHead, LiaisonOfficer], courts: s_overseers),
        [Feature.Ranking] = Row(division: [DivisionHead], courts: s_overseers),
        [Feature.Wallboard] = Row(courts: s_overseers),
        [Feature.Directory] = Row(all: s_all),
        [Feature.ContactChanges] = Row(
            own: [.. s_all.Except([LiaisonOfficer, DivisionHead, Administrator, VicePresident, President])],
            division: [LiaisonOfficer, DivisionHead],
            court: [Administrator, VicePresident, President]
        ),
        [Feature.ContactReports] = Row(
            own: [.. s_all.Except([LiaisonOfficer, DivisionHead, Administrator])],
            division: [LiaisonOfficer, DivisionHead],
            court: [Administrator]
        ),
        [Feature.ContactPublishing] = Row(court: [Administrator]),
        [Feature.InboundSms] = Row(division: [LiaisonOfficer], court: [Administrator], courts: [FilingDivision]),
        [Feature.Undelivered] = Row(division: [LiaisonOfficer], court: [Administrator], courts: [FilingDivision], city: [Administrator]),
        [Feature.Operations] = Row(all: [Administrator, FilingDivision]),
        [Feature.NoticeTemplates] = Row(all: [Administrator]),
        [Feature.InCharge] = Row(court: [Administrator]),
        [Feature.AnswerLimits] = Row(court: [Administrator], courts: [FilingDivision]),
        [Feature.AnswerLimitSetting] = Row(court: [Administrator]),
        [Feature.WorkCalendar] = Row(all: s_all),
        [Feature.CityChanges] = Row(city: [Administrator, FilingDivision]),
        [Feature.CityAsking] = Row(city: [Administrator]),
        [Feature.Partners] = Row(court: [Administrator], city: [Administrator]),
    }.ToFrozenDictionary();

    public static ReachRow Of(Feature feature) => s_rows[feature];

    private static ReachRow Row(
        Role[]? own = null,
        Role[]? cases = null,
        Role[]? division = null,
        Role[]? court = null,
        Role[]? courts = null,
        Role[]? all = null,
        Role[]? widened = null,
        Role[]? city = null,
        Role[]? menu = null
    )
    {
        var extents = new (Role[]? Roles, Extent Extent)[]
        {
            (own, Extent.Own),
            (cases, Extent.Cases),
            (division, Extent.Division),
            (court, Extent.Court),
            (courts, Extent.Court),
            (all, Extent.All),
        }
            .SelectMany(part => (part.Roles ?? []).Select(role => KeyValuePair.Create(role, part.Extent)))
            .ToFrozenDictionary();
        return new(
            extents,
            (courts ?? []).Concat(widened ?? []).ToFrozenSet(),
            (city ?? []).ToFrozenSet(),
            (menu ?? [.. extents.Keys, .. city ?? []]).ToFrozenSet()
        );
    }
}
