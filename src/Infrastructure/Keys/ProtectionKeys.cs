using System.Xml.Linq;
using Infrastructure.Persistence;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Infrastructure.Keys;

/// <summary>A key that signs cookies and tokens.</summary>
public sealed class ProtectionKey
{
    public Guid Id { get; init; }
    public required string Xml { get; init; }
}

/// <summary>Keeps the keys in the database: sessions survive a restart and hold at every instance of a host.</summary>
internal sealed class ProtectionKeys(IServiceScopeFactory scopes) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        return
        [
            .. scope
                .ServiceProvider.GetRequiredService<CourtDb>()
                .Set<ProtectionKey>()
                .AsNoTracking()
                .OrderBy(k => k.Id)
                .Select(k => k.Xml)
                .AsEnumerable()
                .Select(XElement.Parse),
        ];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CourtDb>();
        db.Set<ProtectionKey>()
            .Add(new ProtectionKey { Id = Guid.CreateVersion7(), Xml = element.ToString(SaveOptions.DisableFormatting) });
        db.SaveChanges();
    }
}

public static class ProtectionKeysSetup
{
    /// <param name="purpose">Portal and API never read each other's cookies and tokens.</param>
    public static void AddKeysInDatabase(this IHostApplicationBuilder builder, string purpose)
    {
        var services = builder.Services;
        var protection = services.AddDataProtection().SetApplicationName(purpose);
        services
            .AddOptions<KeyManagementOptions>()
            .Configure<IServiceScopeFactory>((o, scopes) => o.XmlRepository = new ProtectionKeys(scopes));
        var certificates = KeyCertificates.From(builder.Configuration, builder.Environment);
        if (certificates.Current is { } current)
            protection.ProtectKeysWithCertificate(current).UnprotectKeysWithAnyCertificate([current, .. certificates.Former]);
    }
}
