using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Given;

public static class Listening
{
    /// <summary>Starts the host on a socket of this machine; its address is ClientOptions.BaseAddress.</summary>
    /// <param name="port">0 takes a free one.</param>
    /// <remarks>UseKestrel(port) sets the address after the host was built, when its own thread may have started it already, and then throws.</remarks>
    public static void Listen<TInHost>(this WebApplicationFactory<TInHost> factory, int port = 0)
        where TInHost : class
    {
        factory.UseKestrel(options => options.Listen(IPAddress.Loopback, port));
        factory.StartServer();
    }
}
