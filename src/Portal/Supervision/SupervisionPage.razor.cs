using Domain.Organisation;
using Domain.Shared;
using Infrastructure.Figures;
using Infrastructure.WorkOrders;
using Microsoft.AspNetCore.Components;
using Portal.Shared;

namespace Portal.Supervision;

/// <summary>What a head sees of the division, a leader of the court: late first, and how it stands this month.</summary>
public sealed partial class SupervisionPage
{
    private PagedRows<DivisionRow> _orders = null!;
    private IReadOnlyList<ScopeChoice> _scopes = [];
    private IReadOnlyList<Load> _loads = [];
    private FigureScope? _scope;
    private OrderFilter _filter = new(OrderTab.LateAndToday);
    private DivisionFigures? _figures;
    private BandCounts? _counts;
    private WaitingRequests _requests = WaitingRequests.None;
    private bool _filtering;
    private string _done = "";

    [CascadingParameter]
    private Actor Me { get; set; } = null!;

    private IEnumerable<ScopeChoice> Here =>
        _scopes.Where(s =>
            (_scope?.CourtId is null || s.CourtId == _scope.CourtId) && (_scope?.DivisionId is null || s.DivisionId == _scope.DivisionId)
        );

    private IReadOnlyDictionary<Guid, string>? Divisions =>
        _scope?.DivisionId is null
            ? Here.ToDictionary(s => s.DivisionId, s => _scope?.CourtId is null ? s.Court + s.Division : s.Division)
            : null;

    private IReadOnlyList<string> Topics =>
        _scope!.CourtId is null ? [LiveTopic.AllCourts] : [.. Here.Select(s => LiveTopic.Division(s.DivisionId))];

    private string Where =>
        _scope is null || Here.FirstOrDefault() is not { } here ? ""
        : _scope.CourtId is null ? "全市法院"
        : _scope.DivisionId is null ? here.Court
        : $"{here.Court}{here.Division}，{_loads.Count(l => l.IsJudge)} 名法官";

    /// <summary>What the bars beside the list are of.</summary>
    private string LoadsOf =>
        _scope!.Parts switch
        {
            FigureUnit.Court => "按法院",
            FigureUnit.Division => "按庭室",
            _ => "按承办人",
        };

    protected override async Task OnInitializedAsync()
    {
        if (!RendererInfo.IsInteractive)
            return;
        _scopes = await Run.Ask((DivisionQueries q, CancellationToken ct) => q.Scopes(Me, ct));
        await Choose(FigureScope.WidestFor(Me, Feature.Supervision)!); // all courts first, for whom they are
    }

    private Task Choose(FigureScope scope)
    {
        _scope = scope;
        return Show(_filter with { OwnerId = null });
    }

    private Task Show(OrderFilter filter)
    {
        var scope = _scope!;
        _filter = filter;
        _orders = new(
            after => Run.Ask((DivisionQueries q, CancellationToken ct) => q.List(scope, filter, after, Me, ct)),
            row => row.Order.Id
        );
        return Renew();
    }

    /// <summary>A bar was pressed: of a handler it filters, of a court or a division it goes there; pressed again it leads back.</summary>
    private Task Narrow(Guid id) =>
        _scope!.DivisionId is null
            ? Choose(_scope.Part(id))
            : Show(_filter with { Tab = OrderTab.All, OwnerId = _filter.OwnerId == id ? null : id });

    /// <summary>Asks everything again and keeps as many rows as were open.</summary>
    private async Task Renew()
    {
        var (scope, filter, orders) = (_scope!, _filter, _orders);
        var requests = await Run.Ask((RequestQueries q, CancellationToken ct) => q.First(Me, ct));
        await orders.Renew();
        var (figures, counts, loads) = await Run.Ask(
            async (DivisionQueries q, CancellationToken ct) =>
                (await q.Figures(scope, Me, ct), await q.Counts(scope, filter, Me, ct), await q.Loads(scope, Me, ct))
        );
        if (orders == _orders) // else the person has moved on meanwhile
            (_requests, _figures, _counts, _loads) = (requests, figures, counts, loads);
    }

    private Task Supervised(string done)
    {
        _done = done;
        return Renew();
    }

    private string LedgerAddress => LedgerApi.Address(_scope!, _filter);

    private static (OrderTab Tab, string Words, int Count)[] Tabs(BandCounts counts) =>
        [
            (OrderTab.LateAndToday, "超期和今日", counts.Late + counts.Today),
            (OrderTab.Soon, "3 个工作日内", counts.Soon),
            (OrderTab.All, "全部", counts.All),
        ];
}
