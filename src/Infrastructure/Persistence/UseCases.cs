using Domain.Handling;
using Domain.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Infrastructure.Persistence;

internal static class UseCases
{
    /// <summary>
    /// Every use case of the Domain with the parts they share, and every class of screen queries here: public, sealed, made from the
    /// store, or in the Domain from a part that is.
    /// </summary>
    public static void AddUseCases(this IServiceCollection services)
    {
        var all = typeof(ICourtDb)
            .Assembly.GetTypes()
            .Concat(typeof(CourtDb).Assembly.GetTypes())
            .Where(t => t is { IsClass: true, IsSealed: true, IsAbstract: false, IsPublic: true })
            .ToList();
        var made = all.Where(t => Takes(t, [typeof(ICourtDb), typeof(CourtDb)])).ToHashSet();
        made.UnionWith([.. all.Where(t => t.Assembly == typeof(ICourtDb).Assembly && Takes(t, made))]);
        foreach (var type in made)
        {
            services.AddScoped(type);
            if (type.BaseType is { IsGenericType: true } desk && desk.GetGenericTypeDefinition() == typeof(HandledDesk<>))
                services.AddScoped(desk, type);
        }
    }

    private static bool Takes(Type type, HashSet<Type> parts) =>
        type.GetConstructors().Any(c => c.GetParameters().Any(p => parts.Contains(Definition(p.ParameterType))));

    /// <summary>Use cases of handling are made for each kind: <c>Transfer&lt;T&gt;</c> takes <c>HandsOver&lt;T&gt;</c>.</summary>
    private static Type Definition(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;
}
