using Domain.DocumentService;
using Domain.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Infrastructure.Persistence;

internal static class UseCases
{
    /// <summary>Every use case of the Domain with the parts they share, and every class of screen queries here: public, sealed, made from the store or from what uses it for them.</summary>
    public static void AddUseCases(this IServiceCollection services)
    {
        foreach (var type in typeof(ICourtDb).Assembly.GetTypes().Concat(typeof(CourtDb).Assembly.GetTypes()))
        {
            if (type is not { IsClass: true, IsSealed: true, IsAbstract: false, IsPublic: true }) continue;
            var takesDb = type.GetConstructors().Any(c => c.GetParameters().Any(p => p.ParameterType == typeof(ICourtDb) || p.ParameterType == typeof(CourtDb) || p.ParameterType == typeof(ServiceDesk)));
            if (takesDb) services.AddScoped(type);
        }
    }
}
