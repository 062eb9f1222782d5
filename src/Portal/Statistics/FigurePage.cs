using Domain.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using Portal.Shared;

namespace Portal.Statistics;

/// <summary>A page whose address says what it shows.</summary>
public abstract class FigurePage : Screen
{
    [CascadingParameter]
    protected Actor Me { get; set; } = null!;

    [Inject]
    protected NavigationManager Navigation { get; set; } = null!;

    [Inject]
    protected TimeProvider Clock { get; set; } = null!;

    protected FigureAddress Address { get; private set; } = null!;

    private protected DateOnly Today => ChinaTime.DayOf(Clock.GetUtcNow());

    [SupplyParameterFromQuery(Name = "court")]
    private string? Court { get; set; }

    [SupplyParameterFromQuery(Name = "division")]
    private string? Division { get; set; }

    [SupplyParameterFromQuery(Name = "owner")]
    private string? Owner { get; set; }

    [SupplyParameterFromQuery(Name = "period")]
    private string? Period { get; set; }

    [SupplyParameterFromQuery(Name = "day")]
    private string? Day { get; set; }

    [SupplyParameterFromQuery(Name = "from")]
    private string? From { get; set; }

    [SupplyParameterFromQuery(Name = "to")]
    private string? To { get; set; }

    [SupplyParameterFromQuery(Name = "list")]
    private string? List { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        Address = FigureAddress.Read(new QueryCollection(QueryHelpers.ParseQuery(Navigation.ToAbsoluteUri(Navigation.Uri).Query)), Today);
        await Renew();
    }

    protected abstract Task Renew();
}
