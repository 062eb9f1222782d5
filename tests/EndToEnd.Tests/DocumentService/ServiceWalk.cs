using Domain.Cases;
using Domain.DocumentService;
using Domain.Organisation;
using Given;

namespace EndToEnd.Tests.DocumentService;

/// <summary>Documents served in one case of 越秀法院民一庭, and everything about them that no stranger may read.</summary>
internal sealed record ServedScene(Case Case, Service Service, Staff Clerk)
{
    public Guid TaskId => Service.TaskId;

    public Guid DocumentId => Service.Copies[0].DocumentId;

    /// <summary>The same addresses for what there is not.</summary>
    public IReadOnlyDictionary<Guid, Guid> Missing { get; } = new[] { Case.Id, Service.Id, Service.TaskId, Service.Copies[0].DocumentId, Service.Copies[0].Id, Service.Attempts[0].Id }.ToDictionary(id => id, _ => Guid.CreateVersion7());

    public IEnumerable<string> Secrets => [Case.Number[6..], Service.TaskNumber, Service.RecipientName, Service.RecipientPhone, CaseNumber.DisplayOf(Case.Number)];

    public static async Task<ServedScene> Of(CourtData data)
    {
        var clerk = await data.Staff(Role.Clerk, await data.Division());
        await data.GivePassword(clerk);
        var @case = await data.Case(await data.Litigant("上官秋白"));
        return new(@case, (await data.BegunServices(@case, clerk)).Single(), clerk);
    }

    public string ForMissing(string path) => Missing.Aggregate(path, (p, ids) => p.Replace(ids.Key.ToString(), ids.Value.ToString(), StringComparison.Ordinal));
}

/// <summary>Every route of the Portal about service: one line says how it is asked for. A route without a line fails the walk.</summary>
internal static class ServiceWalk
{
    /// <summary>A route belongs here when its pattern says one of these.</summary>
    private static readonly string[] s_words = ["service", "document", "certificate", "address-confirmation"];

    private static readonly Dictionary<string, Func<ServedScene, string>> s_lines = new()
    {
        ["/service/search"] = _ => "/service/search?state=UnderWay",
        ["/service/statistics"] = _ => "/service/statistics",
        ["/exports/services"] = _ => "/exports/services?format=csv&state=UnderWay",
        ["/exports/service-statistics"] = _ => "/exports/service-statistics?format=csv",
        ["/service/{Id:guid}"] = s => $"/service/{s.Service.Id}",
        ["/service/tasks"] = _ => "/service/tasks",
        ["/service/tasks/{Id:guid}"] = s => $"/service/tasks/{s.TaskId}",
        ["/service/tasks/{Id:guid}/certificates"] = s => $"/service/tasks/{s.TaskId}/certificates",
        ["/service/tasks/{Id:guid}/print"] = s => $"/service/tasks/{s.TaskId}/print",
        ["/service/tasks/{id:guid}/certificates.pdf"] = s => $"/service/tasks/{s.TaskId}/certificates.pdf",
        ["/service/{serviceId:guid}/certificate"] = s => $"/service/{s.Service.Id}/certificate",
        ["/service/certificates"] = _ => "/service/certificates",
        ["/service/certificates/{id:guid}"] = s => $"/service/certificates/{s.Service.Id}",
        ["/service/duties"] = _ => "/service/duties",
        ["/service/new"] = _ => "/service/new",
        ["/service/new/{Id:guid}"] = s => $"/service/new/{s.Case.Id}",
        ["/service/batch"] = _ => "/service/batch",
        ["/service/preview/uploads/{id:guid}"] = s => $"/service/preview/uploads/{s.DocumentId}",
        ["/service/preview/handed-over/{id:guid}"] = s => $"/service/preview/handed-over/{s.DocumentId}",
        ["/service/documents/{id:guid}/file"] = s => $"/service/documents/{s.DocumentId}/file",
        ["/service/post-batches/{id:guid}"] = s => $"/service/post-batches/{s.TaskId}",
        ["/address-confirmations"] = _ => "/address-confirmations",
        ["/address-confirmations/case/{Id:guid}"] = s => $"/address-confirmations/case/{s.Case.Id}",
        ["/address-confirmations/{Id:guid}"] = s => $"/address-confirmations/{s.Case.Id}",
        ["/address-confirmations/{id:guid}/signature"] = s => $"/address-confirmations/{s.Case.Id}/signature",
    };

    public static bool IsAboutService(string pattern) => s_words.Any(w => pattern.Contains(w, StringComparison.OrdinalIgnoreCase));

    /// <returns>Null where nobody has said how the route is asked for.</returns>
    public static string? Path(string pattern, ServedScene scene) => s_lines.GetValueOrDefault("/" + pattern.TrimStart('/'))?.Invoke(scene);
}
