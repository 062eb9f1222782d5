using Domain.Cases;
using Domain.Shared;

namespace Domain.DocumentService;

/// <summary>Served documents: what was served stays a fact, and nobody is told of it who is of the case no more.</summary>
public sealed class ServicesOfCase(ICourtDb db) : IThingsOfCase
{
    public IQueryable<Guid> Ids(Guid caseId) => db.Set<Service>().Where(s => s.CaseId == caseId).Select(s => s.Id);

    public Task End(Guid caseId, DateTimeOffset now, CancellationToken ct) => Task.CompletedTask;
}
