using System.Data.Common;
using System.Net.Sockets;
using Infrastructure.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Infrastructure.Persistence;

/// <summary>Whether the database answers at all: an address, a name or a password that is wrong is a setting that is wrong.</summary>
internal static class DatabaseReach
{
    /// <param name="mayBeNew">It is made when the server has none of this name.</param>
    /// <exception cref="SettingsException">It does not answer, or not to us.</exception>
    public static async Task Look(CourtDb db, bool mayBeNew)
    {
        try
        {
            if (mayBeNew && db.GetService<IRelationalDatabaseCreator>() is var creator && !await creator.ExistsAsync())
                await creator.CreateAsync();
            await db.Database.OpenConnectionAsync();
            await db.Database.CloseConnectionAsync();
        }
        catch (Exception e) when (IsOfConnecting(e))
        {
            throw new SettingsException($"The database cannot be reached: {e.GetBaseException().Message.ReplaceLineEndings(" ")}");
        }
    }

    private static bool IsOfConnecting(Exception e) =>
        e is DbException or TimeoutException or SocketException or InvalidOperationException { InnerException: DbException };
}
