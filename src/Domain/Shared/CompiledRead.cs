using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Domain.Shared;

/// <summary>
/// A query on the way of many requests, made into SQL once for each model instead of being compared with the ones known before at each
/// run. Two ids are its parameters.
/// </summary>
public sealed class CompiledRead<T>(Expression<Func<DbContext, Guid, Guid, IQueryable<T>>> query)
{
    private readonly ConditionalWeakTable<IModel, Func<DbContext, Guid, Guid, IAsyncEnumerable<T>>> _compiled = [];

    public async Task<List<T>> Run(ICourtDb db, Guid first, Guid second, CancellationToken ct)
    {
        var context = (DbContext)db;
        var run = _compiled.GetValue(context.Model, _ => EF.CompileAsyncQuery(query));
        List<T> rows = [];
        await foreach (var row in run(context, first, second).WithCancellation(ct))
            rows.Add(row);
        return rows;
    }
}
