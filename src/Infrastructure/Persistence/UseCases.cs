using Domain.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Infrastructure.Persistence;

internal static class UseCases
{
    /// <summary>Every sealed class of the Domain with a <c>Handle</c>, and the parts that use cases share (constructor with <see cref="ICourtDb"/>).</summary>
    public static void AddUseCases(this IServiceCollection services)
    {
        foreach (var type in typeof(ICourtDb).Assembly.GetTypes())
        {
            if (type is not { IsClass: true, IsSealed: true, IsAbstract: false, IsPublic: true }) continue;
            var takesDb = type.GetConstructors().Any(c => c.GetParameters().Any(p => p.ParameterType == typeof(ICourtDb)));
            if (takesDb) services.AddScoped(type);
        }
    }
}
