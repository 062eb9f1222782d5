using Domain.Shared;

namespace Domain.Organisation;

/// <summary>A division (庭、局、室) of a court.</summary>
public sealed class Division : Aggregate
{
    public Guid CourtId { get; init; }
    public required string Name { get; init; }
    public required string ShortName { get; init; }
    public DivisionKind Kind { get; init; }
    public int Position { get; init; }

    /// <summary>分管院领导: the vice-president in charge; null leaves it to the court's first one.</summary>
    public Guid? VicePresidentId { get; private set; }

    /// <param name="vicePresidentId">Null leaves it to the court's first vice-president.</param>
    public void PutInCharge(Guid? vicePresidentId, Actor by, DateTimeOffset now)
    {
        if (vicePresidentId == VicePresidentId)
            return;
        Raise(
            new Fact(OrganisationFacts.PutInCharge, by, now)
            {
                Data = new PutInChargeData(VicePresidentId, vicePresidentId),
                Topics = [LiveTopic.Division(Id)],
            }
        );
        VicePresidentId = vicePresidentId;
    }
}
