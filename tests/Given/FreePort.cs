using System.Net;
using System.Net.Sockets;

namespace Given;

public static class FreePort
{
    /// <summary>Below the ports of outgoing connections, one of which could take it between a kill and the next start.</summary>
    public static int Next()
    {
        while (true)
        {
            var port = Random.Shared.Next(20_000, 32_000);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody has it.
            }
        }
    }
}
