using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Infrastructure.Workers;

public static class WorkerSetup
{
    /// <summary>
    /// What happens without a request: notices go out, deadlines climb. <c>Worker:Enabled</c> decides whether this host does it;
    /// several may. Commands never do.
    /// </summary>
    public static void AddCourtWorkers(this IHostApplicationBuilder builder)
    {
        if (!builder.Configuration.GetValue<bool>("Worker:Enabled")) return;
    }
}
