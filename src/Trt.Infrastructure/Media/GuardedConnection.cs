using System.Net;
using System.Net.Sockets;

namespace Trt.Infrastructure.Media;

/// <summary>
/// Opens connections to the internet only. The check stands where the connection is made and on the very address it is made to, so
/// that a name which first points outside and then inside gains nothing.
/// </summary>
/// <param name="trusted">host:port pairs that may be inside: the sandbox's.</param>
internal sealed class GuardedConnection(IReadOnlySet<string> trusted)
{
    public async ValueTask<Stream> Open(SocketsHttpConnectionContext context, CancellationToken token)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, token);
        if (!IsTrusted(host, port) && addresses.FirstOrDefault(address => !PublicAddress.Is(address)) is { } inside)
        {
            throw new ForbiddenAddressException($"{host} leads to {inside}");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, token);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public bool IsTrusted(string host, int port) => trusted.Contains($"{host}:{port}");
}

/// <summary>Thrown through the HTTP stack, which has no other way to say no.</summary>
internal sealed class ForbiddenAddressException(string message) : Exception(message);
